import { queries, statement } from '../statement.ts';
import type { Reader } from '../transaction.ts';
import { nameKey, templateOf, type TemplateRow } from './template-rows.ts';

const rows = () =>
  queries
    .selectFrom('letter_template as t')
    .innerJoin('staff as s', 's.id', 't.updated_by')
    .select([
      't.id',
      't.built_in_key',
      't.template_json',
      't.version',
      't.updated_at_ms',
      't.removed_at_ms',
      's.name as by_name',
    ]);
const kept = statement()(() => rows().where('t.removed_at_ms', 'is', null).orderBy('t.id'));
const byId = statement<{ id: number }>()((param) => rows().where('t.id', '=', param('id')));
const byKey = statement<{ key: string }>()((param) =>
  rows().where('t.built_in_key', '=', param('key')).where('t.removed_at_ms', 'is', null),
);
const byName = statement<{ name: string }>()((param) =>
  rows().where('t.name_key', '=', param('name')).where('t.removed_at_ms', 'is', null),
);
const phrases = statement()(() =>
  queries
    .selectFrom('letter_phrase')
    .select(['id', 'phrase_group', 'text'])
    .where('removed_at_ms', 'is', null)
    .orderBy('position')
    .orderBy('id'),
);
const phrase = statement<{ id: number }>()((param) =>
  queries.selectFrom('letter_phrase').select(['id', 'removed_at_ms']).where('id', '=', param('id')),
);
/** Their reference and day: what an answer quotes. */
const incoming = statement<{ id: number }>()((param) =>
  queries
    .selectFrom('incoming_letter')
    .select(['their_number', 'their_day', 'subject'])
    .where('id', '=', param('id')),
);

interface Row {
  readonly id: number;
  readonly built_in_key: string | null;
  readonly template_json: string;
  readonly version: number;
  readonly updated_at_ms: number;
  readonly removed_at_ms: number | null;
  readonly by_name: string;
}
const fromRow = (row: Row): TemplateRow => ({
  id: row.id,
  builtInKey: row.built_in_key,
  template: templateOf(row.template_json),
  version: row.version,
  updatedAtMs: row.updated_at_ms,
  updatedByName: row.by_name,
  removed: row.removed_at_ms !== null,
});
const found = (row: Row | undefined): TemplateRow | undefined =>
  row === undefined ? undefined : fromRow(row);

/** Those in use, the oldest first. */
export const listTemplateRows = (reader: Reader): TemplateRow[] => reader.all(kept, {}).map(fromRow);

/** Removed ones too: a removal is undone by its id. */
export const findTemplateRow = (reader: Reader, id: number): TemplateRow | undefined =>
  found(reader.get(byId, { id }));

/** The office's edition of a built-in template, while there is one. */
export const findEdition = (reader: Reader, key: string): TemplateRow | undefined =>
  found(reader.get(byKey, { key }));

export const findTemplateNamed = (reader: Reader, name: string): TemplateRow | undefined =>
  found(reader.get(byName, { name: nameKey(name) }));

export const listPhraseRows = (reader: Reader): { id: number; phrase_group: string; text: string }[] =>
  reader.all(phrases, {});

export const phraseExists = (reader: Reader, id: number): boolean => reader.get(phrase, { id }) !== undefined;

export const findTheirReference = (
  reader: Reader,
  id: number,
): { number: string; day: string | null; subject: string } | undefined => {
  const row = reader.get(incoming, { id });
  return row === undefined
    ? undefined
    : { number: row.their_number, day: row.their_day, subject: row.subject };
};
