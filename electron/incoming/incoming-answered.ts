import type { IncomingId } from '#shared/ids.ts';
import { findIncoming } from '#db/incoming/incoming-queries.ts';
import { closeIncoming, reopenIncoming } from '#db/incoming/incoming-writes.ts';
import type { WriteTransaction } from '#db/transaction.ts';
import type { Actor } from '../audit/actor.ts';
import { auditEntry } from '../audit/audit-entry.ts';

/** Within the transaction that issues an outgoing letter: what it answers is closed by it, without a note of its own. */
export function closeAnswered(
  tx: WriteTransaction,
  incomingId: IncomingId,
  referenceNumber: string,
  actor: Actor,
  nowMs: number,
): void {
  if (!closeIncoming(tx, incomingId, '', actor.id, nowMs)) return;
  tx.audit(
    auditEntry(
      actor,
      nowMs,
      'incoming.answered',
      { kind: 'incoming', id: incomingId },
      { answer: referenceNumber },
    ),
  );
}

/**
 * Within the transaction that voids an outgoing letter, after its row: what only that letter answered is open again.
 * What somebody closed with a note stays closed.
 */
export function reopenUnanswered(
  tx: WriteTransaction,
  incomingId: IncomingId,
  referenceNumber: string,
  actor: Actor,
  nowMs: number,
): void {
  const letter = findIncoming(tx, incomingId);
  if (letter === undefined || letter.closeNote !== '' || letter.answeredBy !== null) return;
  if (!reopenIncoming(tx, incomingId, nowMs)) return;
  tx.audit(
    auditEntry(
      actor,
      nowMs,
      'incoming.reopened',
      { kind: 'incoming', id: incomingId },
      { answer: referenceNumber },
    ),
  );
}
