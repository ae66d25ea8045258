import { type ReplySetting, replySettingSchema } from '#shared/reply/reply-setting.ts';
import { getDeskSetting, setDeskSetting } from '../settings/desk-settings.ts';
import { queries, statement } from '../statement.ts';
import type { Reader, WriteTransaction } from '../transaction.ts';

const KEY = 'reply';
const keptSchema = replySettingSchema.omit({ holidays: true });

const holidays = statement()(() => queries.selectFrom('office_holiday').selectAll().orderBy('first_day'));
const clear = statement()(() => queries.deleteFrom('office_holiday'));
const insert = statement<{ first: string; last: string; name: string }>()((param) =>
  queries
    .insertInto('office_holiday')
    .values({ first_day: param('first'), last_day: param('last'), name: param('name') }),
);

/** How the waiting time of S.5 is read here, and the days on which the office is open; holidays in their order. */
export const getReplySetting = (reader: Reader): ReplySetting => ({
  ...getDeskSetting(reader, KEY, keptSchema),
  holidays: reader
    .all(holidays, {})
    .map((row) => ({ firstDay: row.first_day, lastDay: row.last_day, name: row.name })),
});

export function setReplySetting(
  tx: WriteTransaction,
  { holidays: days, ...kept }: ReplySetting,
  atMs: number,
): void {
  setDeskSetting(tx, KEY, kept, atMs);
  tx.run(clear, {});
  for (const { firstDay, lastDay, name } of days) tx.run(insert, { first: firstDay, last: lastDay, name });
}
