/** After five failures in a row: 30 s, doubling with each further one, to 15 minutes. */
export const FREE_ATTEMPTS = 5;
const FIRST_WAIT_MS = 30_000;
export const LONGEST_WAIT_MS = 15 * 60_000;

/** How long the next attempt must wait after `failures` in a row; 0 when it need not. */
export const lockOutMs = (failures: number): number =>
  failures < FREE_ATTEMPTS ? 0 : Math.min(FIRST_WAIT_MS * 2 ** (failures - FREE_ATTEMPTS), LONGEST_WAIT_MS);

/**
 * What is left of a lock-out, in ms. A remainder longer than any lock-out means that the clock was moved, not that
 * somebody waits: with a clock set back by a year nobody could sign in to set it right.
 */
export function lockOutLeftMs(lockedUntilMs: number | null, nowMs: number): number {
  const left = (lockedUntilMs ?? 0) - nowMs;
  return left > 0 && left <= LONGEST_WAIT_MS ? left : 0;
}
