/** What one part of `npm test` found. */
export interface Outcome {
  readonly passed: number;
  readonly failed: number;
  /** One line a check that did not run, with its reason. Never silent. */
  readonly notRun: readonly string[];
}

export const add = (a: Outcome, b: Outcome): Outcome => ({
  passed: a.passed + b.passed,
  failed: a.failed + b.failed,
  notRun: [...a.notRun, ...b.notRun],
});

export const NOTHING: Outcome = { passed: 0, failed: 0, notRun: [] };
const FAILED: Outcome = { ...NOTHING, failed: 1 };

/** A check that is one yes or no: its exit code. */
export const ofExitCode = (code: number): Outcome => (code === 0 ? { ...NOTHING, passed: 1 } : FAILED);

interface VitestReport {
  readonly numTotalTests: number;
  readonly testResults: readonly {
    readonly name: string;
    readonly status: string;
    readonly message?: string;
    readonly assertionResults: readonly {
      readonly status: string;
      readonly fullName: string;
      readonly meta?: { readonly notRun?: string };
    }[];
  }[];
}

/**
 * Counts vitest's JSON report. A crash, a file that could not be loaded, or an exit code that the counts do not explain
 * is a failure: `report` is undefined when none was written.
 */
export function ofVitest(report: unknown, code: number, files: number): Outcome {
  if (!isVitestReport(report)) return FAILED;
  let outcome = NOTHING;
  for (const file of report.testResults) {
    const of = (status: string) => file.assertionResults.filter((each) => each.status === status);
    const skipped = file.assertionResults.filter((each) => !['passed', 'failed'].includes(each.status));
    const failed = of('failed').length;
    outcome = add(outcome, {
      passed: of('passed').length,
      failed: failed === 0 && file.status === 'failed' ? 1 : failed,
      notRun: skipped.map((each) => `${each.fullName}: ${each.meta?.notRun ?? 'no reason given'}`),
    });
    // A file whose every test vanished proves nothing.
    if (file.assertionResults.length === 0 && file.status !== 'failed') outcome = add(outcome, FAILED);
  }
  if (report.testResults.length < files) outcome = add(outcome, FAILED);
  return code !== 0 && outcome.failed === 0 ? add(outcome, FAILED) : outcome;
}

interface PlaywrightReport {
  readonly stats: {
    readonly expected: number;
    readonly unexpected: number;
    readonly flaky: number;
    readonly skipped: number;
  };
  readonly errors: readonly unknown[];
}

/** Counts Playwright's JSON report; a test that passed only when tried again counts as failed. */
export function ofPlaywright(report: unknown, code: number, files: number): Outcome {
  if (!isPlaywrightReport(report)) return FAILED;
  const { expected, unexpected, flaky, skipped } = report.stats;
  const failed = unexpected + flaky + report.errors.length;
  const notRun = skipped > 0 ? [`${skipped} end-to-end tests: skipped`] : [];
  const outcome = { passed: expected, failed, notRun };
  const unexplained = failed === 0 && (code !== 0 || (files > 0 && expected === 0));
  return unexplained ? add(outcome, FAILED) : outcome;
}

const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null;
const isVitestReport = (value: unknown): value is VitestReport =>
  isRecord(value) && Array.isArray(value.testResults);
const isPlaywrightReport = (value: unknown): value is PlaywrightReport =>
  isRecord(value) && isRecord(value.stats) && Array.isArray(value.errors);
