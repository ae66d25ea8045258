import { AppError } from '#shared/app-error.ts';
import { auditHead, CLOCK_CONFIRMED } from '#db/audit/audit-chain.ts';
import type { Reader, WriteTransaction } from '#db/transaction.ts';
import type { Actor } from './actor.ts';
import { auditEntry } from './audit-entry.ts';

/** Whether the clock stands before the latest event ever logged: after a power cut a PC may wake up years ago. */
export const clockWentBack = (reader: Reader, nowMs: number): boolean =>
  nowMs < auditHead(reader).highWaterMs;

/**
 * Before a number is given: a clock that went back is confirmed by a person.
 * @throws AppError clockWentBack { lastMs, nowMs } unless `confirmed`
 */
export function guardClock(reader: Reader, nowMs: number, confirmed: boolean): void {
  const lastMs = auditHead(reader).highWaterMs;
  if (nowMs < lastMs && !confirmed) throw new AppError('clockWentBack', { lastMs, nowMs });
}

/** The same inside the numbering transaction, where the confirmation itself is logged and lowers the mark. */
export function settleClock(tx: WriteTransaction, actor: Actor, nowMs: number, confirmed: boolean): void {
  guardClock(tx, nowMs, confirmed);
  const lastMs = auditHead(tx).highWaterMs;
  if (nowMs < lastMs)
    tx.audit(auditEntry(actor, nowMs, CLOCK_CONFIRMED, { kind: 'installation', id: 1 }, { lastMs, nowMs }));
}
