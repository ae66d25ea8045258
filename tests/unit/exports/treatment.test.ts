import { describe, expect, it } from 'vitest';
import { SENSITIVITIES, treatmentOf, type Sensitivity, type Treatment } from '#shared/exports/export.ts';
import { ROLES, type Role } from '#shared/staff/staff.ts';

/** Every role beside every kind of column, written out: w whole, m masked, - withheld. */
const TABLE: Readonly<Record<Role, string>> = {
  //                            plain name reach words identity circumstance
  receptionist: 'w w w w m m',
  beneficiaryRelationsOfficer: 'w w w w m m',
  socialResearchOfficer: 'w w w w m m',
  committeeMember: 'w w - - m m',
  manager: 'w w w w w w',
  auditor: 'w - - - - -',
  administrator: 'w - - - - -',
};
const MEANS: Readonly<Record<string, Treatment>> = { w: 'whole', m: 'masked', '-': 'withheld' };

const cells = ROLES.flatMap((role) =>
  SENSITIVITIES.map((sensitivity, at): [Role, Sensitivity, Treatment] => [
    role,
    sensitivity,
    MEANS[TABLE[role].split(' ')[at] ?? ''] ?? 'withheld',
  ]),
);

describe('who gets what of a column', () => {
  it('names every role and every kind of column', () => {
    expect(cells).toHaveLength(ROLES.length * SENSITIVITIES.length);
  });

  it.each(cells)('%s: %s is %s', (role, sensitivity, treatment) => {
    expect(treatmentOf(sensitivity, [role])).toBe(treatment);
  });

  it('gives identity numbers and circumstances whole to the manager alone', () => {
    const whole = ROLES.filter(
      (role) =>
        treatmentOf('identity', [role]) === 'whole' || treatmentOf('circumstance', [role]) === 'whole',
    );
    expect(whole).toEqual(['manager']);
  });

  it('takes of several roles the one that gives most, and of none nothing', () => {
    expect(treatmentOf('identity', ['auditor', 'receptionist'])).toBe('masked');
    expect(treatmentOf('identity', ['administrator', 'manager'])).toBe('whole');
    expect(treatmentOf('plain', [])).toBe('withheld');
  });
});
