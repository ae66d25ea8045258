import { z } from 'zod';
import { toAsciiDigits } from '#shared/arabic/digits.ts';
import { firstRunInputSchema, type FirstRunInput } from '#shared/first-run/first-run-contract.ts';
import { FIRST_RUN_PROFILE, organisationProfileSchema } from '#shared/organisation/profile.ts';

export const STEPS = ['welcome', 'organisation', 'person', 'registers', 'recovery'] as const;
export type Step = (typeof STEPS)[number];

/** The person, with the password typed twice. */
export const personStepSchema = firstRunInputSchema.shape.person
  .extend({ passwordAgain: z.string() })
  .refine((person) => person.password === person.passwordAgain, {
    path: ['passwordAgain'],
    message: 'passwordsDiffer',
  });

const paperNumber = z
  .string()
  .trim()
  .regex(/^\d{1,6}$/u, { message: 'wholeNumber' });

export const registersStepSchema = z.object({ outgoing: paperNumber, incoming: paperNumber });

export const recoveryStepSchema = z.object({
  proof: z
    .string()
    .transform((text) => toAsciiDigits(text).replace(/[\s-]/gu, '').toUpperCase())
    .pipe(firstRunInputSchema.shape.recoveryProof),
});

export { organisationProfileSchema as profileStepSchema };

export type ProfileValues = z.input<typeof organisationProfileSchema>;
export type PersonValues = z.input<typeof personStepSchema>;
export type RegisterValues = z.input<typeof registersStepSchema>;

/** What was typed on each step: going back and forth loses nothing. */
export interface FirstRunValues {
  readonly profile: ProfileValues;
  readonly person: PersonValues;
  readonly registers: RegisterValues;
}

export const START: FirstRunValues = {
  profile: FIRST_RUN_PROFILE,
  person: { name: '', jobTitle: '', password: '', passwordAgain: '' },
  registers: { outgoing: '0', incoming: '0' },
};

export const firstRunInput = (values: FirstRunValues, recoveryProof: string): FirstRunInput => ({
  profile: organisationProfileSchema.parse(values.profile),
  person: firstRunInputSchema.shape.person.parse(values.person),
  lastPaperNumbers: {
    outgoing: Number(values.registers.outgoing),
    incoming: Number(values.registers.incoming),
  },
  recoveryProof,
});
