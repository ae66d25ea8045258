/** A scanner types faster than a hand: longer between two digits, and it was a person. */
const LONGEST_GAP_MS = 120;
/** Fewer digits than this are somebody's typing. */
const SHORTEST = 12;

export interface Scanned {
  readonly digits: string;
  readonly atMs: number;
}
export const NOTHING_SCANNED: Scanned = { digits: '', atMs: 0 };

/** The digit of a physical key, whatever layout is active: on an Arabic one the same key may write ٧. */
const DIGIT_KEY = /^(?:Digit|Numpad)([0-9])$/u;

/**
 * What has come from a barcode scanner once another key went down. `code` is the physical key (`event.code`): a scanner
 * types through the active keyboard layout, and the codes of Wisam are digits alone for that reason. `done` holds the
 * digits when Enter ends them.
 */
export function afterKey(
  before: Scanned,
  { code, atMs }: { readonly code: string; readonly atMs: number },
): { readonly now: Scanned; readonly done: string | null } {
  const kept = atMs - before.atMs <= LONGEST_GAP_MS ? before.digits : '';
  const digit = DIGIT_KEY.exec(code)?.[1];
  if (digit !== undefined) return { now: { digits: kept + digit, atMs }, done: null };
  const ends = code === 'Enter' || code === 'NumpadEnter';
  return { now: NOTHING_SCANNED, done: ends && kept.length >= SHORTEST ? kept : null };
}
