import { z } from 'zod';
import { fileRefSchema } from '../files/stored-file.ts';
import { maskedIdentifierSchema } from '../identifiers/mask.ts';
import {
  representationIdSchema,
  requestIdSchema,
  sealedDocumentIdSchema,
  signatureIdSchema,
} from '../ids.ts';

/** What is frozen: each kind by the feature that makes it. */
export const SEALED_KINDS = [
  /** S.4: what the applicant answers for. */
  'attestation',
  /** S.5: what the applicant takes home at the raising, and «بدل فاقد». */
  'raisingSlip',
  /** S.5: the minutes of a session of the committee. */
  'minutes',
  /** S.7: what was received, and what a day handed out. */
  'receipt',
  'deliveryDay',
] as const;
export const sealedKindSchema = z.enum(SEALED_KINDS);
export type SealedKind = z.infer<typeof sealedKindSchema>;

/** Who signs as what. */
export const SIGNERS = ['applicant', 'officer', 'witness', 'member', 'receiver'] as const;
export const signerSchema = z.enum(SIGNERS);
export type Signer = z.infer<typeof signerSchema>;

/**
 * How: drawn on the screen; by hand on the printed paper, whose scan came back; a thumb before two witnesses; or as
 * oneself, signed in.
 */
export const SIGNING_MODES = ['screen', 'paper', 'thumb', 'account'] as const;
export const signingModeSchema = z.enum(SIGNING_MODES);
export type SigningMode = z.infer<typeof signingModeSchema>;

const undone = z.object({ atMs: z.int(), byName: z.string(), reason: z.string() }).nullable();

export const documentSignatureSchema = z.object({
  id: signatureIdSchema,
  documentId: sealedDocumentIdSchema,
  signer: signerSchema,
  mode: signingModeSchema,
  name: z.string(),
  /** National id of a witness, masked; empty: not asked. */
  idNumber: maskedIdentifierSchema,
  /** Signed for the applicant or receiver, on this deed. */
  representationId: representationIdSchema.nullable(),
  /** The drawing as a picture, or the scan. */
  file: fileRefSchema.nullable(),
  atMs: z.int(),
  takenByName: z.string(),
  withdrawn: undone,
});
export type DocumentSignature = z.infer<typeof documentSignatureSchema>;

/** A paper as it was frozen: never edited, never erased, only voided with a reason. */
export const sealedDocumentSchema = z.object({
  id: sealedDocumentIdSchema,
  kind: sealedKindSchema,
  subject: z.object({ kind: z.string(), id: z.int() }),
  requestId: requestIdSchema.nullable(),
  /** The how-many-eth of its kind for its subject. */
  version: z.int().positive(),
  /** 16 ASCII digits, as in the QR code of its foot. */
  code: z.string(),
  /** In Arabic, as on the paper. */
  title: z.string(),
  pages: z.int().positive(),
  pdfSha256: z.string(),
  madeAtMs: z.int(),
  madeByName: z.string(),
  voided: undone,
  /** In the order in which they were given; withdrawn ones too. */
  signatures: z.array(documentSignatureSchema),
});
export type SealedDocument = z.infer<typeof sealedDocumentSchema>;

/** The signatures that stand. */
export const standing = ({ signatures }: Pick<SealedDocument, 'signatures'>): readonly DocumentSignature[] =>
  signatures.filter(({ withdrawn }) => withdrawn === null);

/** Papers that are signed by hand as a rule, where an officer's own account is only the other half. */
const BY_HAND: readonly SealedKind[] = ['attestation', 'raisingSlip', 'receipt'];

/**
 * Whether copies of the paper carry a page of its signatures behind its own: what was drawn on the screen, or given by
 * account, stands nowhere on the frozen pages. What is still to be signed by hand is printed without one.
 */
export const hasSignaturesPage = (document: Pick<SealedDocument, 'kind' | 'signatures'>): boolean =>
  standing(document).some(
    ({ mode }) => mode === 'screen' || (mode === 'account' && !BY_HAND.includes(document.kind)),
  );
