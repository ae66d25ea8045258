/**
 * Why a job failed, as `reason` of printerFailed: it was not taken in time, the printer is stopped or turned the job away,
 * the job was cancelled or aborted in its queue, the viewer did not open, or something else of the system.
 */
export const PRINT_FAILURES = ['timeout', 'stopped', 'refused', 'cancelled', 'viewer', 'system'] as const;
export type PrintFailure = (typeof PRINT_FAILURES)[number];

export const isPrintFailure = (value: unknown): value is PrintFailure =>
  typeof value === 'string' && (PRINT_FAILURES as readonly string[]).includes(value);
