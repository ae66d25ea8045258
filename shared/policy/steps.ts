import { clause, type ClauseId } from './clauses.ts';

/** The seven steps of every support request (S.1–S.7), in the policy's order; for all levels (S.0). */
export const STEP_CODES = [
  'reception',
  'dataMatching',
  'referral',
  'attestation',
  'raising',
  'registrationCompletion',
  'serviceDelivery',
] as const;

export type StepCode = (typeof STEP_CODES)[number];

export type Step = {
  readonly code: StepCode;
  readonly number: 1 | 2 | 3 | 4 | 5 | 6 | 7;
  readonly clauseId: ClauseId;
  /** The short name on the spine of a request; ours, not the policy's. */
  readonly name: string;
  /** The clause, whole, as it is quoted at the step. */
  readonly text: string;
  /** S.3 happens only «في حالة عدم وضوح الإجراءات»: it may be skipped; the others may not. */
  readonly conditional: boolean;
};

const STEPS_BY_CODE = {
  reception: { number: 1, clauseId: 'S.1', name: 'الاستقبال' },
  dataMatching: { number: 2, clauseId: 'S.2', name: 'مطابقة البيانات' },
  referral: { number: 3, clauseId: 'S.3', name: 'الإحالة' },
  attestation: { number: 4, clauseId: 'S.4', name: 'الإقرار والتوقيع' },
  raising: { number: 5, clauseId: 'S.5', name: 'الرفع إلى اللجنة' },
  registrationCompletion: { number: 6, clauseId: 'S.6', name: 'استكمال التسجيل' },
  serviceDelivery: { number: 7, clauseId: 'S.7', name: 'تقديم الخدمة' },
} as const satisfies Record<StepCode, Pick<Step, 'number' | 'clauseId' | 'name'>>;

/** One step by its code. */
export const step = (code: StepCode): Step => ({
  code,
  ...STEPS_BY_CODE[code],
  text: clause(STEPS_BY_CODE[code].clauseId).text,
  conditional: code === 'referral',
});

export const STEPS: readonly Step[] = STEP_CODES.map(step);
