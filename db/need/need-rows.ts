import type { RequestId, StaffId } from '#shared/ids.ts';
import type { NeedAssessment, NeedPart } from '#shared/need/assess-need.ts';
import type { RecordedNeed } from '#shared/need/need-contract.ts';
import { queries, statement } from '../statement.ts';
import type { Reader, WriteTransaction } from '../transaction.ts';

const last = statement<{ id: number }>()((param) =>
  queries
    .selectFrom('need_assessment as need')
    .innerJoin('staff', 'staff.id', 'need.staff_id')
    .select(['need.score', 'need.parts_json', 'need.note', 'need.at_ms', 'staff.name as staff_name'])
    .where('need.request_id', '=', param('id'))
    .orderBy('need.id', 'desc')
    .limit(1),
);
const insert = statement<{
  request: number;
  score: number;
  parts: string;
  note: string;
  at: number;
  by: number;
}>()((param) =>
  queries.insertInto('need_assessment').values({
    request_id: param('request'),
    score: param('score'),
    parts_json: param('parts'),
    note: param('note'),
    at_ms: param('at'),
    staff_id: param('by'),
  }),
);

/** The one that counts: with its criteria as they stood on that day. */
export function findRecordedNeed(reader: Reader, id: RequestId): RecordedNeed | undefined {
  const row = reader.get(last, { id });
  if (row === undefined) return undefined;
  const parts = JSON.parse(row.parts_json) as NeedPart[];
  const weights = (kept: (part: NeedPart) => boolean): number =>
    parts.filter(kept).reduce((total, { weight }) => total + weight, 0);
  return {
    score: row.score,
    knownWeight: weights(({ share }) => share !== null),
    allWeight: weights(() => true),
    parts,
    note: row.note,
    atMs: row.at_ms,
    staffName: row.staff_name,
  };
}

/** @param assessment with a score */
export const insertNeed = (
  tx: WriteTransaction,
  id: RequestId,
  assessment: NeedAssessment & { readonly score: number },
  note: string,
  by: StaffId,
  atMs: number,
): void => {
  tx.run(insert, {
    request: id,
    score: assessment.score,
    parts: JSON.stringify(assessment.parts),
    note,
    at: atMs,
    by,
  });
};
