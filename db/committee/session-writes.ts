import type { Attendance, SessionState } from '#shared/committee/committee.ts';
import type { FileRef } from '#shared/files/stored-file.ts';
import type { CommitteeSessionId, RequestId, SealedDocumentId, StaffId } from '#shared/ids.ts';
import { queries, statement } from '../statement.ts';
import type { WriteTransaction } from '../transaction.ts';

export interface SessionWhen {
  readonly day: string;
  readonly time: string;
  readonly place: string;
  readonly note: string;
}

const insert = statement<{
  year: number;
  number: number;
  day: string;
  time: string;
  place: string;
  note: string;
  state: string;
  quorum: number;
  onPaper: number;
  sha: string | null;
  name: string;
  at: number;
  by: number;
  closedAt: number | null;
  closedBy: number | null;
}>()((param) =>
  queries.insertInto('committee_session').values({
    hijri_year: param('year'),
    number: param('number'),
    day: param('day'),
    time: param('time'),
    place: param('place'),
    state: param('state'),
    quorum: param('quorum'),
    on_paper: param('onPaper'),
    note: param('note'),
    minutes_document_id: null,
    paper_sha256: param('sha'),
    paper_name: param('name'),
    planned_at_ms: param('at'),
    planned_by: param('by'),
    closed_at_ms: param('closedAt'),
    closed_by: param('closedBy'),
    cancel_reason: '',
    version: 1,
  }),
);
const edit = statement<{
  id: number;
  day: string;
  time: string;
  place: string;
  note: string;
  quorum: number;
}>()((param) =>
  queries
    .updateTable('committee_session')
    .set({
      day: param('day'),
      time: param('time'),
      place: param('place'),
      note: param('note'),
      quorum: param('quorum'),
    })
    .where('id', '=', param('id')),
);
const cancel = statement<{ id: number; reason: string }>()((param) =>
  queries
    .updateTable('committee_session')
    .set({ state: 'cancelled', cancel_reason: param('reason') })
    .where('id', '=', param('id')),
);
const hold = statement<{ id: number; state: string; quorum: number }>()((param) =>
  queries
    .updateTable('committee_session')
    .set({ state: param('state'), quorum: param('quorum') })
    .where('id', '=', param('id')),
);
const close = statement<{ id: number; document: number; at: number; by: number }>()((param) =>
  queries
    .updateTable('committee_session')
    .set({
      state: 'closed',
      minutes_document_id: param('document'),
      closed_at_ms: param('at'),
      closed_by: param('by'),
    })
    .where('id', '=', param('id')),
);
const touch = statement<{ id: number }>()((param) =>
  queries
    .updateTable('committee_session')
    .set((eb) => ({ version: eb('version', '+', 1) }))
    .where('id', '=', param('id')),
);
const dropMembers = statement<{ id: number }>()((param) =>
  queries.deleteFrom('session_member').where('session_id', '=', param('id')),
);
const addMember = statement<{ id: number; member: number; present: number; note: string }>()((param) =>
  queries.insertInto('session_member').values({
    session_id: param('id'),
    member_id: param('member'),
    present: param('present'),
    note: param('note'),
  }),
);
const dropCase = statement<{ id: number; request: number }>()((param) =>
  queries
    .deleteFrom('session_case')
    .where('session_id', '=', param('id'))
    .where('request_id', '=', param('request')),
);
const addCase = statement<{ id: number; request: number; position: number; at: number; by: number }>()(
  (param) =>
    queries.insertInto('session_case').values({
      session_id: param('id'),
      request_id: param('request'),
      position: param('position'),
      note: '',
      deferred_reason: '',
      at_ms: param('at'),
      staff_id: param('by'),
    }),
);
const placeCase = statement<{ id: number; request: number; position: number }>()((param) =>
  queries
    .updateTable('session_case')
    .set({ position: param('position') })
    .where('session_id', '=', param('id'))
    .where('request_id', '=', param('request')),
);
const defer = statement<{ id: number; request: number; reason: string }>()((param) =>
  queries
    .updateTable('session_case')
    .set({ deferred_reason: param('reason') })
    .where('session_id', '=', param('id'))
    .where('request_id', '=', param('request')),
);

export interface NewSession extends SessionWhen {
  readonly hijriYear: number;
  readonly number: number;
  readonly quorum: number;
  /** The scan of its signed minutes: it was held on paper, and is closed. Null: planned. */
  readonly paper: FileRef | null;
}

export function insertSession(
  tx: WriteTransaction,
  session: NewSession,
  by: StaffId,
  atMs: number,
): CommitteeSessionId {
  const { hijriYear: year, number, day, time, place, note, quorum, paper } = session;
  const onPaper = paper !== null;
  return tx.run(insert, {
    year,
    number,
    day,
    time,
    place,
    note,
    quorum,
    state: onPaper ? 'closed' : 'planned',
    onPaper: onPaper ? 1 : 0,
    sha: paper?.sha256 ?? null,
    name: paper?.name ?? '',
    at: atMs,
    by,
    closedAt: onPaper ? atMs : null,
    closedBy: onPaper ? by : null,
  }).id as CommitteeSessionId;
}

/** Every change of a session makes a new version of it. */
export const touchSession = (tx: WriteTransaction, id: CommitteeSessionId): void => {
  tx.run(touch, { id });
};

export const updateSessionWhen = (
  tx: WriteTransaction,
  id: CommitteeSessionId,
  when: SessionWhen & { readonly quorum: number },
): void => {
  const { day, time, place, note, quorum } = when;
  tx.run(edit, { id, day, time, place, note, quorum });
};

export const cancelSessionRow = (tx: WriteTransaction, id: CommitteeSessionId, reason: string): void => {
  tx.run(cancel, { id, reason });
};

/** Who was there, in place of what was written before; the quorum as it stands now. */
export function writeAttendance(
  tx: WriteTransaction,
  id: CommitteeSessionId,
  attendance: readonly Attendance[],
  held: { readonly state: SessionState; readonly quorum: number },
): void {
  tx.run(dropMembers, { id });
  for (const { memberId, present, note } of attendance)
    tx.run(addMember, { id, member: memberId, present: present ? 1 : 0, note });
  tx.run(hold, { id, ...held });
}

export const closeSessionRow = (
  tx: WriteTransaction,
  id: CommitteeSessionId,
  document: SealedDocumentId,
  by: StaffId,
  atMs: number,
): void => {
  tx.run(close, { id, document, by, at: atMs });
};

/** Takes cases out, puts new ones in, and orders what stays. */
export function writeAgenda(
  tx: WriteTransaction,
  id: CommitteeSessionId,
  agenda: { readonly before: readonly RequestId[]; readonly after: readonly RequestId[] },
  by: StaffId,
  atMs: number,
): void {
  for (const request of agenda.before) if (!agenda.after.includes(request)) tx.run(dropCase, { id, request });
  for (const [position, request] of agenda.after.entries()) {
    if (agenda.before.includes(request)) tx.run(placeCase, { id, request, position });
    else tx.run(addCase, { id, request, position, at: atMs, by });
  }
}

/** An empty reason takes it back. */
export const deferSessionCase = (
  tx: WriteTransaction,
  id: CommitteeSessionId,
  request: RequestId,
  reason: string,
): void => {
  tx.run(defer, { id, request, reason });
};
