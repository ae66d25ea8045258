import { describe, expect, it } from 'vitest';
import { ofExitCode, ofPlaywright, ofVitest } from '../../build/test/outcome.ts';

const assertion = (status: string, meta = {}) => ({ status, fullName: `a ${status} test`, meta });
const vitest = (...files: { status?: string; assertionResults: readonly object[] }[]) => ({
  numTotalTests: 0,
  testResults: files.map((file) => ({ name: 'a.test.ts', status: 'passed', ...file })),
});
const good = { assertionResults: [assertion('passed'), assertion('passed')] };
const playwright = (stats: object, errors: readonly unknown[] = []) => ({
  stats: { expected: 0, unexpected: 0, flaky: 0, skipped: 0, ...stats },
  errors,
});

describe('what npm test counts', () => {
  it('passes and failures', () => {
    expect(ofVitest(vitest(good), 0, 1)).toEqual({ passed: 2, failed: 0, notRun: [] });
    expect(ofVitest(vitest(good, { assertionResults: [assertion('failed')] }), 1, 2)).toMatchObject({
      passed: 2,
      failed: 1,
    });
    expect(ofPlaywright(playwright({ expected: 3 }), 0, 1)).toEqual({ passed: 3, failed: 0, notRun: [] });
    expect(ofPlaywright(playwright({ expected: 3, unexpected: 2 }), 1, 1)).toMatchObject({
      passed: 3,
      failed: 2,
    });
    expect([ofExitCode(0), ofExitCode(2)]).toMatchObject([
      { passed: 1, failed: 0 },
      { passed: 0, failed: 1 },
    ]);
  });
  it.each([
    ['a runner that died without a report', ofVitest(undefined, 0, 1)],
    ['a report that is none', ofVitest('x', 0, 1)],
    ['a file that could not be loaded', ofVitest(vitest({ status: 'failed', assertionResults: [] }), 1, 1)],
    ['a file whose tests vanished', ofVitest(vitest({ assertionResults: [] }), 0, 1)],
    ['a file that was never run', ofVitest(vitest(good), 0, 2)],
    ['an exit code that nothing explains', ofVitest(vitest(good), 139, 1)],
    ['a browser run without a report', ofPlaywright(undefined, 0, 1)],
    ['a browser run that ran nothing', ofPlaywright(playwright({}), 0, 1)],
    ['a set-up that failed', ofPlaywright(playwright({}, [{ message: 'x' }]), 1, 1)],
    ['a test that passed only when tried again', ofPlaywright(playwright({ expected: 2, flaky: 1 }), 0, 1)],
    ['a crash after the last test', ofPlaywright(playwright({ expected: 2 }), 1, 1)],
  ])('%s is one failure', (_what, outcome) => {
    expect(outcome.failed).toBe(1);
  });
  it('what was not run is named, with its reason', () => {
    const skipped = {
      assertionResults: [
        assertion('passed'),
        assertion('skipped', { notRun: 'no qpdf here' }),
        assertion('pending'),
      ],
    };
    expect(ofVitest(vitest(skipped), 0, 1)).toEqual({
      passed: 1,
      failed: 0,
      notRun: ['a skipped test: no qpdf here', 'a pending test: no reason given'],
    });
    expect(ofPlaywright(playwright({ expected: 1, skipped: 2 }), 0, 1).notRun).toEqual([
      '2 end-to-end tests: skipped',
    ]);
  });
});
