import type { RepresentationId, RequestId, StaffId } from '#shared/ids.ts';
import { type ReplyMode, TARGET_DAYS } from '#shared/requests/reply-clock.ts';
import type { RequestState } from '#shared/requests/request-machine.ts';
import type { RequestLevel } from '#shared/requests/request.ts';
import { queries, statement } from '../statement.ts';
import type { WriteTransaction } from '../transaction.ts';

const level = statement<{ id: number; level: string; reason: string }>()((param) =>
  queries
    .updateTable('support_request')
    .set({ level: param('level'), level_reason: param('reason') })
    .where('id', '=', param('id')),
);
const assign = statement<{ id: number; to: number | null }>()((param) =>
  queries
    .updateTable('support_request')
    .set({ assigned_to: param('to') })
    .where('id', '=', param('id')),
);
const represent = statement<{ id: number; representation: number | null }>()((param) =>
  queries
    .updateTable('support_request')
    .set({ representation_id: param('representation') })
    .where('id', '=', param('id')),
);
const returnDay = statement<{ id: number; day: string | null }>()((param) =>
  queries
    .updateTable('support_request')
    .set({ return_on: param('day') })
    .where('id', '=', param('id')),
);
const raised = statement<{ id: number; on: string; at: number; mode: string; target: number }>()((param) =>
  queries
    .updateTable('support_request')
    .set({
      raised_on: param('on'),
      raised_at_ms: param('at'),
      reply_mode: param('mode'),
      target_days: param('target'),
    })
    .where('id', '=', param('id')),
);
const replyDays = statement<{
  id: number;
  notBefore: string | null;
  targetOn: string | null;
  stoppedFrom: string | null;
}>()((param) =>
  queries
    .updateTable('support_request')
    .set({
      not_before: param('notBefore'),
      target_on: param('targetOn'),
      stopped_from: param('stoppedFrom'),
    })
    .where('id', '=', param('id')),
);
const state = statement<{ id: number; state: string; closedAt: number | null }>()((param) =>
  queries
    .updateTable('support_request')
    .set({ state: param('state'), closed_at_ms: param('closedAt') })
    .where('id', '=', param('id')),
);

export const setRequestLevel = (
  tx: WriteTransaction,
  id: RequestId,
  to: RequestLevel,
  reason: string,
): void => {
  tx.run(level, { id, level: to, reason });
};

/** Null: whoever comes first. */
export const assignRequest = (tx: WriteTransaction, id: RequestId, to: StaffId | null): void => {
  tx.run(assign, { id, to });
};

/** S.1: who comes for the applicant, by the deed of the register; null: they come themselves. */
export const setRepresentation = (
  tx: WriteTransaction,
  id: RequestId,
  representation: RepresentationId | null,
): void => {
  tx.run(represent, { id, representation });
};

/** S.2: the ISO day for which what is missing is promised. */
export const setReturnDay = (tx: WriteTransaction, id: RequestId, day: string | null): void => {
  tx.run(returnDay, { id, day });
};

/** S.5, day 0: `on` as an ISO day, how the waiting time is read from it, and the office's target in days after it. */
export const markRaised = (
  tx: WriteTransaction,
  id: RequestId,
  on: string,
  mode: ReplyMode,
  atMs: number,
  targetDays: number = TARGET_DAYS,
): void => {
  tx.run(raised, { id, on, mode, at: atMs, target: targetDays });
};

/** Keeps what the lists filter by in step with the raising and the stops. */
export const setReplyDays = (
  tx: WriteTransaction,
  id: RequestId,
  days: {
    readonly notBefore: string | null;
    readonly targetOn: string | null;
    readonly stoppedFrom: string | null;
  },
): void => {
  tx.run(replyDays, { id, ...days });
};

/** `closed` keeps when; the other states have their instant in the events. */
export const setRequestState = (
  tx: WriteTransaction,
  id: RequestId,
  to: RequestState,
  atMs: number,
): void => {
  tx.run(state, { id, state: to, closedAt: to === 'closed' ? atMs : null });
};
