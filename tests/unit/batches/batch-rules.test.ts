import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { APP_ERROR_CODES } from '#shared/app-error.ts';
import { BATCH_ACTS, type BatchCounts, LEFT_OUT_CODES, leftOutCodeSchema } from '#shared/batches/batch.ts';
import {
  batchStanding,
  type BatchRights,
  isLetterFault,
  lettersFor,
  mayDiscard,
  NO_LETTERS,
  primaryBatchAct,
  statesFor,
} from '#shared/batches/batch-rules.ts';
import { isAboutRequest } from '#shared/batches/batch-template.ts';
import { leftOutOnPaper } from '#shared/batches/left-out-words.ts';
import { nextLetterState } from '#shared/letters/letter-rules.ts';
import { LETTER_STATES } from '#shared/letters/letter.ts';
import { BUILT_IN_TEMPLATES } from '#shared/letters/templates/library.ts';

const counts = (letters: Partial<BatchCounts['letters']>, waiting = 0): BatchCounts => ({
  chosen: 10,
  waiting,
  leftOut: 0,
  letters: { ...NO_LETTERS, ...letters },
});
const NOBODY: BatchRights = { write: false, approve: false, issue: false };
const OFFICER: BatchRights = { ...NOBODY, write: true };
const SIGNATORY: BatchRights = { ...OFFICER, approve: true };
const ISSUER: BatchRights = { ...OFFICER, issue: true };
const CHAIR: BatchRights = { write: true, approve: true, issue: true };

describe('the main act', () => {
  it.each<[string, BatchCounts, BatchRights, ReturnType<typeof primaryBatchAct>]>([
    ['drafts that were cut off come first', counts({ draft: 3 }, 4), CHAIR, 'draft'],
    ['who holds both rights issues drafts', counts({ draft: 3 }), CHAIR, 'issue'],
    ['a signatory approves', counts({ draft: 3 }), SIGNATORY, 'approve'],
    ['anybody at the desk shows them', counts({ draft: 3 }), OFFICER, 'submit'],
    ['what was returned is shown again', counts({ returned: 2 }), OFFICER, 'submit'],
    ['what waits for a signatory waits', counts({ proof: 3 }), OFFICER, null],
    ['who issues needs what is approved', counts({ proof: 3 }), ISSUER, null],
    ['and issues it', counts({ proof: 1, approved: 2 }), ISSUER, 'issue'],
    ['the rest goes on before anything is printed', counts({ issued: 4, approved: 2 }), ISSUER, 'issue'],
    ['what is issued is printed', counts({ issued: 4 }), OFFICER, 'print'],
    ['who only looks prints as well', counts({ issued: 4 }), NOBODY, 'print'],
    ['who only looks does nothing else', counts({ draft: 4 }, 2), NOBODY, null],
    ['a void is not printed', counts({ voided: 4 }), CHAIR, null],
  ])('%s', (_, given, rights, act) => {
    expect(primaryBatchAct(given, rights)).toBe(act);
  });

  it('never offers what has no letter before it, and touches only what the single letter allows', () => {
    fc.assert(
      fc.property(
        fc.record(Object.fromEntries(LETTER_STATES.map((state) => [state, fc.nat(5)]))),
        fc.record({ write: fc.boolean(), approve: fc.boolean(), issue: fc.boolean() }),
        fc.nat(3),
        (letters, rights, waiting) => {
          const given = counts(letters, waiting);
          const act = primaryBatchAct(given, rights);
          if (act !== null) expect(lettersFor(act, given, rights)).toBeGreaterThan(0);
        },
      ),
    );
    for (const act of BATCH_ACTS) {
      if (act === 'draft') continue;
      for (const approve of [false, true])
        for (const state of statesFor(act, { approve }))
          expect(nextLetterState(state, act), `${act} ${state}`).not.toBeNull();
    }
  });
});

describe('how it stands', () => {
  it.each([
    [counts({ draft: 1 }, 1), 'unfinished'],
    [counts({ draft: 2, approved: 1 }), 'draft'],
    [counts({ returned: 2, proof: 1 }), 'draft'],
    [counts({ proof: 2, approved: 1 }), 'proof'],
    [counts({ approved: 2 }), 'approved'],
    [counts({ approved: 2, issued: 1 }), 'partly'],
    [counts({ draft: 2, voided: 1 }), 'partly'],
    [counts({ issued: 3 }), 'issued'],
    [counts({ voided: 1, issued: 3 }), 'issued'],
    [counts({}), 'empty'],
  ] as const)('%o is %s', (given, standing) => {
    expect(batchStanding(given)).toBe(standing);
  });

  it('is thrown away whole only while nothing was shown or numbered', () => {
    expect(mayDiscard(counts({ draft: 3, returned: 1 }))).toBe(true);
    for (const state of ['proof', 'approved', 'issued', 'voided'] as const)
      expect(mayDiscard(counts({ draft: 3, [state]: 1 })), state).toBe(false);
  });
});

describe('a failure', () => {
  it('of one letter leaves one person out; of disk, clock, rights or register it stops the batch', () => {
    const faults = APP_ERROR_CODES.filter(isLetterFault);
    expect(faults).toHaveLength(6);
    for (const code of [
      'diskFull',
      'diskFailed',
      'clockWentBack',
      'notAllowed',
      'registerMoved',
      'databaseBusy',
    ])
      expect(isLetterFault(code), code).toBe(false);
    // Whatever leaves a person out can be kept on record and said.
    for (const code of faults) expect(leftOutCodeSchema.safeParse(code).success, code).toBe(true);
  });

  it('is said on paper with its facts, and with no blank left', () => {
    expect(leftOutOnPaper({ code: 'missingFields', details: { fields: ['القرية', 'رقم الهوية'] } })).toBe(
      'ينقصه: القرية، رقم الهوية',
    );
    for (const code of LEFT_OUT_CODES) expect(leftOutOnPaper({ code, details: {} })).not.toMatch(/[{}]/);
  });
});

it('a template that speaks of a request is known as one', () => {
  const about = BUILT_IN_TEMPLATES.filter(({ template }) => isAboutRequest(template)).map(({ key }) => key);
  expect(about).toContain('acceptance');
  expect(about).not.toContain('donorThanks');
});
