import { printSettingSchema, type PrintSetting } from '#shared/printing/print-setting.ts';
import { queries, statement } from '../statement.ts';
import type { Reader, WriteTransaction } from '../transaction.ts';

const read = statement<{ key: string }>()((param) =>
  queries.selectFrom('desk_setting').select('value_json').where('key', '=', param('key')),
);
const write = statement<{ key: string; json: string; at: number }>()((param) =>
  queries
    .insertInto('desk_setting')
    .values({ key: param('key'), value_json: param('json'), updated_at_ms: param('at') })
    .onConflict((conflict) =>
      conflict.column('key').doUpdateSet((row) => ({
        value_json: row.ref('excluded.value_json'),
        updated_at_ms: row.ref('excluded.updated_at_ms'),
      })),
    ),
);

/** What a schema of `shared` can do: read a value, and give one for `{}`. */
interface SettingSchema<T> {
  readonly parse: (value: unknown) => T;
  readonly safeParse: (value: unknown) => { readonly success: boolean; readonly data?: T };
}

/**
 * What belongs to this desk and not to the office, by key. Never set, or written by a version that meant something else:
 * the schema's defaults, since a desk must print whatever its settings hold.
 */
export function getDeskSetting<T>(reader: Reader, key: string, schema: SettingSchema<T>): T {
  const row = reader.get(read, { key });
  const kept = row === undefined ? undefined : schema.safeParse(JSON.parse(row.value_json));
  return kept?.success === true && kept.data !== undefined ? kept.data : schema.parse({});
}

export const setDeskSetting = (tx: WriteTransaction, key: string, value: unknown, atMs: number): void => {
  tx.run(write, { key, json: JSON.stringify(value), at: atMs });
};

const PRINTING = 'printing';

/** The remembered printer, pre-printed paper and its offsets in millimetres, and whether to ask after each print. */
export const getPrintSetting = (reader: Reader): PrintSetting =>
  getDeskSetting(reader, PRINTING, printSettingSchema);

export const setPrintSetting = (tx: WriteTransaction, setting: PrintSetting, atMs: number): void =>
  setDeskSetting(tx, PRINTING, setting, atMs);
