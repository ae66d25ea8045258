import { describe, expect, it } from 'vitest';
import { letterRights, primaryAct } from '#renderer/features/letters/letter-acts.ts';
import { nextLetterState } from '#shared/letters/letter-rules.ts';
import { LETTER_STATES } from '#shared/letters/letter.ts';
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
