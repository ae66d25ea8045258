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

/** What the running time says that the hour is, of a clock that was moved since the two agreed; null of one that was not. */
function movedFrom(clock: Clock | undefined, nowMs: number): number | null {
  if (clock === undefined) return null;
  const offset = offsetOf(clock);
  const before = agreed.get(clock);
  if (offset === null || before === undefined) return null;
  return Math.abs(offset - before) > CLOCK_DRIFT_MS ? nowMs - (offset - before) : null;
}

type ClockFaultCode = 'clockWentBack' | 'clockJumped' | 'clockMoved';
const minuteOf = (atMs: number): number => Math.floor(atMs / 60_000);

/** What is wrong with the clock: after a power cut a PC may wake up years ago, or years ahead. */
function clockFault(
  reader: Reader,
  nowMs: number,
  clock: Clock | undefined,
): { code: ClockFaultCode; details: Readonly<Record<string, number>> } | null {
  const lastMs = auditHead(reader).highWaterMs;
  // Within one minute nothing that is written tells the two apart, and nobody could say which is right.
  if (minuteOf(nowMs) < minuteOf(lastMs)) return { code: 'clockWentBack', details: { lastMs, nowMs } };
  if (nowMs - lastMs > CLOCK_JUMP_MS) return { code: 'clockJumped', details: { lastMs, nowMs } };
  // Something may have been logged since it was moved: the last act then says nothing about it, the running time does.
  const expectedMs = movedFrom(clock, nowMs);
  return expectedMs === null ? null : { code: 'clockMoved', details: { expectedMs, nowMs } };
}

/**
 * Before a number is given: a clock that stands before the latest event ever logged, far after it, or that was moved
 * while Wisam runs (told only with `clock`), is confirmed by a person.
 * @throws AppError clockWentBack or clockJumped { lastMs, nowMs }, clockMoved { expectedMs, nowMs }, unless `confirmed`
 */
export function guardClock(reader: Reader, nowMs: number, confirmed: boolean, clock?: Clock): void {
  const fault = clockFault(reader, nowMs, clock);
  if (fault !== null && !confirmed) throw new AppError(fault.code, fault.details);
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
  const { details } = fault;
  tx.audit(auditEntry(actor, nowMs, CLOCK_CONFIRMED, { kind: 'installation', id: 1 }, details));
  if (clock !== undefined) watchClock(clock);
}
