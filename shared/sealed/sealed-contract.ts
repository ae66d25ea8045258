import { z } from 'zod';
import { fileRefSchema } from '../files/stored-file.ts';
import {
  committeeMemberIdSchema,
  representationIdSchema,
  requestIdSchema,
  sealedDocumentIdSchema,
  signatureIdSchema,
} from '../ids.ts';
import { parseNationalId } from '../identifiers/national-id.ts';
import { command, defineContract, query } from '../ipc/contract.ts';
import { printChoiceShape, printedSchema } from '../printing/print-choice.ts';
import { CASE_ROLES } from '../staff/staff.ts';
import { sealedDocumentSchema, signerSchema, signingModeSchema } from './sealed-document.ts';

const cases = { roles: CASE_ROLES } as const;
const id = z.object({ id: sealedDocumentIdSchema });
const reason = z.string().trim().min(1, { message: 'required' }).max(500, { message: 'tooLong' });

/** Of a witness: so that who saw a thumb can be found again. */
const idNumber = z
  .string()
  .max(40, { message: 'tooLong' })
  .default('')
  .transform((text, context) => {
    if (text.trim() === '') return '';
    const parsed = parseNationalId(text);
    if (parsed.ok) return parsed.value;
    context.addIssue({ code: 'custom', message: `nationalId.${parsed.code}` });
    return z.NEVER;
  });

/** One signature as it is given. Names of applicants, officers and committee members are read from the register. */
export const signatureInputSchema = z.object({
  signer: signerSchema,
  mode: signingModeSchema,
  /** Of a witness; the others are named by the paper or the register. */
  name: z.string().trim().max(120, { message: 'tooLong' }).default(''),
  idNumber,
  /** Who signs for the applicant or receiver, on which deed. */
  representationId: representationIdSchema.nullable().default(null),
  memberId: committeeMemberIdSchema.nullable().default(null),
  /** The drawing or the scan, as `files.put` kept it. */
  file: fileRefSchema.nullable().default(null),
});
export type SignatureInput = z.output<typeof signatureInputSchema>;

export const sealedContract = defineContract({
  /** The frozen papers of a request, or of another record, newest first; voided ones too. */
  'sealed.list': query(
    cases,
    z.union([
      z.object({ requestId: requestIdSchema }),
      z.object({ subject: z.object({ kind: z.string().max(40), id: z.int().positive() }) }),
    ]),
    z.array(sealedDocumentSchema),
  ),
  'sealed.get': query(cases, id, sealedDocumentSchema),
  /** What a code on a paper belongs to, typed or scanned; null: to no frozen paper. */
  'sealed.find': query(cases, z.object({ code: z.string().max(60) }), sealedDocumentSchema.nullable()),
  /**
   * The sealed pages, with a page of what was signed on the screen behind them. Logged on the record. Errors: notFound,
   * notAllowed (an attestation bears identity and IBAN whole: for the desk), fileVanished, renderFailed.
   */
  'sealed.pdf': query(cases, id, z.object({ pdf: z.instanceof(Uint8Array) })),
  /** Prints what `sealed.pdf` gives. Errors: its own, and pageRangeWrong, printerFailed, printerMissing. */
  'sealed.print': command(cases, id.extend(printChoiceShape), printedSchema, ['requests', 'audit']),
  /** «حفظ نسخة»; null when the person closed the dialog. */
  'sealed.save': command(cases, id, z.object({ path: z.string() }).nullable(), ['audit']),
  /** Stays, with the reason. Errors: notFound, notAllowed, sealedForbids { reason: 'voided' | 'kind' }. */
  'sealed.void': command(cases, id.extend({ reason }), sealedDocumentSchema, ['requests', 'audit']),
  /**
   * Signatures given in one act; by a committee member on minutes alone. Errors: notFound, notAllowed, requestForbids, sealedForbids { reason: 'voided' | 'signedAlready' |
   * 'fileMissing' | 'witnesses' | 'deed' | 'closer' | 'kind' }.
   */
  'signatures.add': command(
    cases,
    z.object({
      documentId: sealedDocumentIdSchema,
      signatures: z.array(signatureInputSchema).min(1).max(20),
    }),
    sealedDocumentSchema,
    ['requests', 'audit'],
  ),
  /** A signature that was given by mistake: stays, and counts no more; a thumb and its witnesses together. Errors as above. */
  'signatures.withdraw': command(cases, z.object({ id: signatureIdSchema, reason }), sealedDocumentSchema, [
    'requests',
    'audit',
  ]),
});
