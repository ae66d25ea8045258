import { z } from 'zod';
import { formFieldKeySchema, formValueSchema } from '../requests/form-values.ts';
import { sealedDocumentSchema } from '../sealed/sealed-document.ts';
import { ATTESTATION_STATES } from '../requests/request-machine.ts';

const matched = z.object({ atMs: z.int(), byName: z.string(), against: z.string() }).nullable();

/** A datum that the applicant answers for, as it was frozen: the value itself, and the words that stood on the paper. */
export const frozenFieldSchema = z.object({
  field: formFieldKeySchema,
  sha256: z.string().regex(/^[0-9a-f]{64}$/u),
  value: formValueSchema,
  matched,
  /** Arabic, as printed. */
  label: z.string(),
  text: z.string(),
});

/** What is frozen at S.4: the content of a sealed document of kind `attestation`. */
export const attestedContentSchema = z.object({
  requestId: z.int().positive(),
  applicant: z.object({
    id: z.int().positive(),
    name: z.string(),
    sex: z.enum(['male', 'female']).nullable(),
  }),
  /** The policy's own sentence, whole. */
  clause: z.string(),
  /** What the applicant says with their signature, in the first person. */
  declaration: z.string(),
  officerName: z.string(),
  /** ISO day. */
  day: z.string(),
  fields: z.array(frozenFieldSchema),
});
export type AttestedContent = z.infer<typeof attestedContentSchema>;

/** S.4 of one request, as it stands today. */
export const attestationSchema = z.object({
  state: z.enum(ATTESTATION_STATES),
  /** All that is attested, as the register has it now. */
  fields: z.array(
    z.object({
      field: formFieldKeySchema,
      /** Arabic, as they will stand on the paper, ASCII digits; identity and IBAN whole for the desk alone. */
      label: z.string(),
      text: z.string(),
      /** What the text counts, one by one: the people of a household. */
      detail: z.string(),
      /** It says that there is nothing. */
      empty: z.boolean(),
      matched,
    }),
  ),
  /** Of the version that was frozen last; null: none stands. */
  version: z.int().positive().nullable(),
  document: sealedDocumentSchema.nullable(),
  /** The policy's own sentence (S.4), whole, and what the applicant says, in the first person. */
  clause: z.string(),
  declaration: z.string(),
  /** Fields that changed since that version was frozen. */
  changed: z.array(formFieldKeySchema),
  /** Papers of earlier versions, newest first: stale or voided. */
  earlier: z.array(sealedDocumentSchema),
});
export type Attestation = z.infer<typeof attestationSchema>;
