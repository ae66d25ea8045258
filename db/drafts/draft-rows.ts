import type { Draft } from '#shared/drafts/drafts-contract.ts';
import { queries, statement } from '../statement.ts';
import type { Reader, WriteTransaction } from '../transaction.ts';

const ofStaff = statement<{ staff: number }>()((param) =>
  queries
    .selectFrom('draft')
    .selectAll()
    .where('staff_id', '=', param('staff'))
    .orderBy('saved_at_ms', 'desc')
    .orderBy('id', 'desc'),
);
const one = statement<{ staff: number; kind: string; key: string }>()((param) =>
  queries
    .selectFrom('draft')
    .selectAll()
    .where('staff_id', '=', param('staff'))
    .where('kind', '=', param('kind'))
    .where('key', '=', param('key')),
);
const upsert = statement<{
  staff: number;
  kind: string;
  key: string;
  title: string;
  json: string;
  at: number;
}>()((param) =>
  queries
    .insertInto('draft')
    .values({
      staff_id: param('staff'),
      kind: param('kind'),
      key: param('key'),
      title: param('title'),
      data_json: param('json'),
      saved_at_ms: param('at'),
    })
    .onConflict((conflict) =>
      conflict
        .columns(['staff_id', 'kind', 'key'])
        .doUpdateSet({ title: param('title'), data_json: param('json'), saved_at_ms: param('at') }),
    ),
);
const drop = statement<{ staff: number; kind: string; key: string }>()((param) =>
  queries
    .deleteFrom('draft')
    .where('staff_id', '=', param('staff'))
    .where('kind', '=', param('kind'))
    .where('key', '=', param('key')),
);

interface DraftRow {
  id: number;
  kind: string;
  key: string;
  title: string;
  data_json: string;
  saved_at_ms: number;
}

const draftOf = (row: DraftRow): Draft => ({
  id: row.id as Draft['id'],
  kind: row.kind as Draft['kind'],
  key: row.key,
  title: row.title,
  data: JSON.parse(row.data_json) as Record<string, unknown>,
  savedAtMs: row.saved_at_ms,
});

/** Latest first. */
export const listDrafts = (reader: Reader, staffId: number): Draft[] =>
  reader.all(ofStaff, { staff: staffId }).map(draftOf);

type DraftInput = Pick<Draft, 'kind' | 'key' | 'title' | 'data'>;

export function saveDraft(tx: WriteTransaction, staffId: number, draft: DraftInput, atMs: number): Draft {
  const { kind, key, title } = draft;
  tx.run(upsert, { staff: staffId, kind, key, title, json: JSON.stringify(draft.data), at: atMs });
  const row = tx.get(one, { staff: staffId, kind, key });
  if (row === undefined) throw new Error('a draft that was saved is not there');
  return draftOf(row);
}

export const deleteDraft = (
  tx: WriteTransaction,
  staffId: number,
  draft: Pick<Draft, 'kind' | 'key'>,
): boolean => tx.run(drop, { staff: staffId, kind: draft.kind, key: draft.key }).changes > 0;
