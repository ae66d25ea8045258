import { describe, expect, it } from 'vitest';
import { letterRights, nextStep, primaryAct } from '#renderer/features/letters/letter-acts.ts';
import { nextLetterState } from '#shared/letters/letter-rules.ts';
import { LETTER_STATES, type Letter, type LetterState } from '#shared/letters/letter.ts';
import { staffIdSchema } from '#shared/ids.ts';
import type { Right, Role } from '#shared/staff/staff.ts';

const staff = (roles: Role[], rights: Right[]) =>
  letterRights({ id: staffIdSchema.parse(1), name: 'سارة', jobTitle: '', roles, rights, active: true });
const officer = staff(['beneficiaryRelationsOfficer'], []);
const signatory = staff(['manager'], ['approveLetters']);
const issuer = staff(['receptionist'], ['issueLetters']);
const both = staff(['manager'], ['approveLetters', 'issueLetters']);
const auditor = staff(['auditor'], []);

describe('the main act on a letter', () => {
  it.each([
    ['draft', officer, 'submit'],
    ['draft', signatory, 'approve'],
    ['draft', issuer, 'submit'],
    ['draft', both, 'issue'],
    ['draft', auditor, null],
    ['proof', officer, null],
    ['proof', signatory, 'approve'],
    ['proof', issuer, null],
    ['proof', both, 'issue'],
    ['returned', officer, 'submit'],
    ['returned', both, 'submit'],
    ['approved', officer, null],
    ['approved', signatory, null],
    ['approved', issuer, 'issue'],
    ['issued', both, null],
    ['voided', both, null],
  ] as const)('of a letter that is %s', (state, rights, act) => {
    expect(primaryAct(state, rights)).toBe(act);
  });

  it('is always one that the rules allow', () => {
    for (const state of LETTER_STATES) {
      for (const rights of [officer, signatory, issuer, both, auditor]) {
        const act = primaryAct(state, rights);
        if (act !== null) expect(nextLetterState(state, act)).not.toBeNull();
      }
    }
  });
});

const print: Letter['prints'][number] = {
  kind: 'print',
  paper: 'letter',
  copies: 1,
  target: 'TestPDF',
  pageRange: '',
  cameOut: null,
  atMs: 1,
  byName: 'سارة',
};
const letter = (state: LetterState, printed: boolean, signed: boolean, delivered: boolean) => ({
  state,
  prints: printed ? [print] : [],
  signed,
  delivered,
});

describe('what an issued letter waits for', () => {
  it.each([
    [false, false, false, 'print'],
    [true, false, false, 'sign'],
    [true, true, false, 'deliver'],
    [true, true, true, null],
    // Signed with a picture and sent by email: nobody printed it, and nobody has to.
    [false, true, false, 'deliver'],
    [false, true, true, null],
    // Handed over before its scan was filed.
    [true, false, true, 'sign'],
    [false, false, true, 'sign'],
  ] as const)('printed %s, signed %s, delivered %s: %s', (printed, signed, delivered, next) => {
    expect(nextStep(letter('issued', printed, signed, delivered))).toBe(next);
  });

  it.each(['draft', 'proof', 'returned', 'approved', 'voided'] as const)(
    'nothing, when it is %s',
    (state) => {
      expect(nextStep(letter(state, false, false, false))).toBeNull();
    },
  );
});
