import { AppError } from '#shared/app-error.ts';
import { auditHead, CLOCK_CONFIRMED, CLOCK_JUMP_MS } from '#db/audit/audit-chain.ts';
import type { Reader, WriteTransaction } from '#db/transaction.ts';
import type { Clock } from '../ports/clock.ts';
import type { Actor } from './actor.ts';
import { auditEntry } from './audit-entry.ts';

/** How far the wall clock may part from the machine's own running time before a person is asked. */
export const CLOCK_DRIFT_MS = 10 * 60_000;

/** Of each clock: wall time less running time when the two were last known to agree. */
const agreed = new WeakMap<Clock, number>();

const offsetOf = ({ nowMs, monotonicMs }: Clock): number | null =>
  monotonicMs === undefined ? null : nowMs() - monotonicMs();

/** From now on the wall clock is held against the running time: whoever sets it while Wisam runs is asked about it. */
export function watchClock(clock: Clock): void {
  const offset = offsetOf(clock);
  if (offset !== null) agreed.set(clock, offset);
}

function drifted(clock: Clock | undefined): boolean {
  if (clock === undefined) return false;
  const offset = offsetOf(clock);
  const before = agreed.get(clock);
  return offset !== null && before !== undefined && Math.abs(offset - before) > CLOCK_DRIFT_MS;
}

/** What is wrong with the clock: after a power cut a PC may wake up years ago, or years ahead. */
function clockFault(
  reader: Reader,
  nowMs: number,
  clock: Clock | undefined,
): { code: 'clockWentBack' | 'clockJumped'; lastMs: number } | null {
  const lastMs = auditHead(reader).highWaterMs;
  if (nowMs < lastMs) return { code: 'clockWentBack', lastMs };
  if (nowMs - lastMs > CLOCK_JUMP_MS || drifted(clock)) return { code: 'clockJumped', lastMs };
  return null;
}

/**
 * Before a number is given: a clock that stands before the latest event ever logged, far after it, or that was moved
 * while Wisam runs (told only with `clock`), is confirmed by a person.
 * @throws AppError clockWentBack or clockJumped { lastMs, nowMs } unless `confirmed`
 */
export function guardClock(reader: Reader, nowMs: number, confirmed: boolean, clock?: Clock): void {
  const fault = clockFault(reader, nowMs, clock);
  if (fault !== null && !confirmed) throw new AppError(fault.code, { lastMs: fault.lastMs, nowMs });
}

/** The same inside the numbering transaction, where the confirmation itself is logged and moves the mark to now. */
export function settleClock(
  tx: WriteTransaction,
  actor: Actor,
  nowMs: number,
  confirmed: boolean,
  clock?: Clock,
): void {
  guardClock(tx, nowMs, confirmed, clock);
  const fault = clockFault(tx, nowMs, clock);
  if (fault === null) return;
  const details = { lastMs: fault.lastMs, nowMs };
  tx.audit(auditEntry(actor, nowMs, CLOCK_CONFIRMED, { kind: 'installation', id: 1 }, details));
  if (clock !== undefined) watchClock(clock);
}
