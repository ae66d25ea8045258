import { documentKindSchema } from '#shared/documents/document.ts';
import { type DocumentSetting, documentSettingSchema } from '#shared/documents/document-setting.ts';
import type { ExpectedDocument } from '#shared/documents/standing.ts';
import { sql } from 'kysely';
import { getDeskSetting, setDeskSetting } from '../settings/desk-settings.ts';
import { queries, statement } from '../statement.ts';
import type { Reader, WriteTransaction } from '../transaction.ts';

const EVERYBODY = 0;
const KEY = 'outreach';
const timesSchema = documentSettingSchema.omit({ expected: true });

const all = statement()(() =>
  queries.selectFrom('expected_document').selectAll().orderBy('category_id').orderBy('kind'),
);
const clear = statement()(() => queries.deleteFrom('expected_document'));
const insert = statement<{ kind: string; category: number }>()((param) =>
  queries.insertInto('expected_document').values({ kind: param('kind'), category_id: param('category') }),
);
const categoriesOf = statement<{ party: number }>()((param) =>
  queries
    .selectFrom('party_category')
    .select('category_id')
    .where('party_id', '=', param('party'))
    .where('until_on', 'is', null)
    .where('withdrawn_at_ms', 'is', null),
);
/** Of every file that is at work: those of nobody's category and without a document or request have none missing. */
const countAgain = statement()(() =>
  queries
    .updateTable('party_reach')
    .set({
      missing: sql<number>`(SELECT now.missing FROM party_reach_now now WHERE now.party_id = party_reach.party_id)`,
    })
    .where(
      'party_id',
      'in',
      queries
        .selectFrom('party_category')
        .select('party_id')
        .where('until_on', 'is', null)
        .union(queries.selectFrom('party_document').select('party_id'))
        .union(
          queries.selectFrom('support_request').select('party_id').where('current_step', 'is not', null),
        ),
    ),
);

export const listExpectedDocuments = (reader: Reader): ExpectedDocument[] =>
  reader.all(all, {}).map((row) => ({
    kind: documentKindSchema.parse(row.kind),
    categoryId: row.category_id === EVERYBODY ? null : row.category_id,
  }));

/** The categories in which somebody stands now. */
export const listCategoryIds = (reader: Reader, partyId: number): number[] =>
  reader.all(categoriesOf, { party: partyId }).map((row) => row.category_id);

export const getDocumentSetting = (reader: Reader): DocumentSetting => ({
  ...getDeskSetting(reader, KEY, timesSchema),
  expected: [...listExpectedDocuments(reader)],
});

/** Writes what is expected anew, and counts again what is missing of each file. */
export function setDocumentSetting(tx: WriteTransaction, setting: DocumentSetting, atMs: number): void {
  const { expected, ...times } = setting;
  const lines = new Map(expected.map((one) => [`${one.kind} ${one.categoryId ?? EVERYBODY}`, one]));
  tx.run(clear, {});
  for (const { kind, categoryId } of lines.values())
    tx.run(insert, { kind, category: categoryId ?? EVERYBODY });
  setDeskSetting(tx, KEY, times, atMs);
  tx.run(countAgain, {});
}
