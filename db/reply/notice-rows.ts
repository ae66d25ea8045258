import type { ContactId, DecisionId, NoticeId, RequestId, StaffId } from '#shared/ids.ts';
import type { Notice } from '#shared/reply/notice.ts';
import { queries, statement } from '../statement.ts';
import type { Reader, WriteTransaction } from '../transaction.ts';

const rows = () =>
  queries
    .selectFrom('decision_notice as n')
    .innerJoin('staff', 'staff.id', 'n.staff_id')
    .selectAll('n')
    .select('staff.name as staff_name')
    .orderBy('n.id', 'desc');
const one = statement<{ id: number }>()((param) =>
  rows()
    .innerJoin('decision as d', 'd.id', 'n.decision_id')
    .select('d.request_id')
    .where('n.id', '=', param('id')),
);
const ofRequest = statement<{ id: number }>()((param) =>
  rows().innerJoin('decision as d', 'd.id', 'n.decision_id').where('d.request_id', '=', param('id')),
);
const insert = statement<{
  decision: number;
  contact: number;
  channel: string;
  receiver: string;
  outcome: string;
  note: string;
  sha: string | null;
  name: string;
  at: number;
  by: number;
}>()((param) =>
  queries.insertInto('decision_notice').values({
    decision_id: param('decision'),
    contact_id: param('contact'),
    channel: param('channel'),
    receiver: param('receiver'),
    outcome: param('outcome'),
    note: param('note'),
    proof_sha256: param('sha'),
    proof_name: param('name'),
    at_ms: param('at'),
    staff_id: param('by'),
    withdrawn_at_ms: null,
    withdrawn_by: null,
  }),
);
const withdraw = statement<{ id: number; at: number; by: number }>()((param) =>
  queries
    .updateTable('decision_notice')
    .set({ withdrawn_at_ms: param('at'), withdrawn_by: param('by') })
    .where('id', '=', param('id'))
    .where('withdrawn_at_ms', 'is', null),
);
/** The tries of a decision that are still promised, so that one that reached them closes them. */
const openTries = statement<{ decision: number }>()((param) =>
  queries
    .selectFrom('decision_notice as n')
    .innerJoin('contact as c', 'c.id', 'n.contact_id')
    .select('c.id')
    .where('n.decision_id', '=', param('decision'))
    .where('n.withdrawn_at_ms', 'is', null)
    .where('c.closed_at_ms', 'is', null)
    .where('c.next_action', '<>', '')
    .orderBy('c.id'),
);
const closedAt = statement<{ decision: number; at: number }>()((param) =>
  queries
    .selectFrom('decision_notice as n')
    .innerJoin('contact as c', 'c.id', 'n.contact_id')
    .select('c.id')
    .where('n.decision_id', '=', param('decision'))
    .where('n.withdrawn_at_ms', 'is', null)
    .where('c.closed_at_ms', '=', param('at'))
    .orderBy('c.id'),
);
const outcome = statement<{ id: number }>()((param) =>
  queries
    .updateTable('contact')
    .set({ outcome: 'withdrawn' })
    .where('id', '=', param('id'))
    .where('outcome', '<>', 'withdrawn'),
);

const noticeOf = (
  row: NonNullable<ReturnType<typeof readOne>> | ReturnType<typeof readAll>[number],
): Notice => ({
  id: row.id as NoticeId,
  decisionId: row.decision_id as DecisionId,
  contactId: row.contact_id as ContactId | null,
  channel: row.channel as Notice['channel'],
  outcome: row.outcome as Notice['outcome'],
  receiver: row.receiver,
  note: row.note,
  proof: row.proof_sha256 === null ? null : { sha256: row.proof_sha256, name: row.proof_name },
  atMs: row.at_ms,
  officerName: row.staff_name,
  withdrawn: row.withdrawn_at_ms !== null,
});
const readOne = (reader: Reader, id: number) => reader.get(one, { id });
const readAll = (reader: Reader, id: number) => reader.all(ofRequest, { id });

export function findNotice(
  reader: Reader,
  id: NoticeId,
): { readonly notice: Notice; readonly requestId: RequestId } | undefined {
  const row = readOne(reader, id);
  return row && { notice: noticeOf(row), requestId: row.request_id as RequestId };
}

/** Of all decisions of a request, newest first, withdrawn ones too. */
export const listNotices = (reader: Reader, requestId: RequestId): Notice[] =>
  readAll(reader, requestId).map(noticeOf);

export const insertNotice = (
  tx: WriteTransaction,
  notice: Pick<Notice, 'decisionId' | 'channel' | 'receiver' | 'outcome' | 'note' | 'proof'> & {
    readonly contactId: ContactId;
  },
  by: StaffId,
  atMs: number,
): NoticeId =>
  tx.run(insert, {
    decision: notice.decisionId,
    contact: notice.contactId,
    channel: notice.channel,
    receiver: notice.receiver,
    outcome: notice.outcome,
    note: notice.note,
    sha: notice.proof?.sha256 ?? null,
    name: notice.proof?.name ?? '',
    at: atMs,
    by,
  }).id as NoticeId;

/** False when it was withdrawn before. */
export const withdrawNoticeRow = (tx: WriteTransaction, id: NoticeId, by: StaffId, atMs: number): boolean =>
  tx.run(withdraw, { id, by, at: atMs }).changes === 1;

/** Contacts of earlier tries whose next one is still promised. */
export const listOpenTries = (reader: Reader, decisionId: DecisionId): ContactId[] =>
  reader.all(openTries, { decision: decisionId }).map(({ id }) => id as ContactId);

/** Those that were closed at one instant, by the try that reached them. */
export const listTriesClosedAt = (reader: Reader, decisionId: DecisionId, atMs: number): ContactId[] =>
  reader.all(closedAt, { decision: decisionId, at: atMs }).map(({ id }) => id as ContactId);

/** On record, and shown no more: whatever came of the contact. */
export const withdrawContact = (tx: WriteTransaction, id: ContactId): void => {
  tx.run(outcome, { id });
};
