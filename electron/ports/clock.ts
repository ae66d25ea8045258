/** The time of day, as services see it: tests hand over one that stands still or jumps. */
export interface Clock {
  /** Milliseconds since 1970-01-01 UTC. */
  readonly nowMs: () => number;
}
