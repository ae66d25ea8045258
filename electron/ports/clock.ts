/** The time of day, as services see it: tests hand over one that stands still or jumps. */
export interface Clock {
  /** Milliseconds since 1970-01-01 UTC. */
  readonly nowMs: () => number;
  /**
   * Milliseconds since the machine started, sleep included: it runs on evenly however the wall clock is set. Absent: a
   * wall clock that is moved while Wisam runs is told by the log alone.
   */
  readonly monotonicMs?: () => number;
}
