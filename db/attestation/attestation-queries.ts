import { attestedContentSchema, type AttestedContent } from '#shared/attestation/attestation.ts';
import type { AttestationId, RequestId, SealedDocumentId } from '#shared/ids.ts';
import { changedFields } from '#shared/requests/attested-fields.ts';
import type { FormFieldKey } from '#shared/requests/form-values.ts';
import type { AttestationState } from '#shared/requests/request-machine.ts';
import { attestedFields } from '../requests/attested-fields.ts';
import { queries, statement } from '../statement.ts';
import type { Reader } from '../transaction.ts';

const last = statement<{ request: number }>()((param) =>
  queries
    .selectFrom('attestation as a')
    .innerJoin('sealed_document as d', 'd.id', 'a.document_id')
    .select([
      'a.id',
      'a.version',
      'a.document_id',
      'a.officer_signed_at_ms',
      'a.applicant_signed_at_ms',
      'd.content_json',
    ])
    .where('a.request_id', '=', param('request'))
    // What was voided is history: the version before it does not stand again either.
    .where('d.voided_at_ms', 'is', null)
    .where('a.stale_at_ms', 'is', null)
    .orderBy('a.version', 'desc')
    .limit(1),
);
/** What a request's applicant was last asked to sign, and whether it is still so today. */
export interface StandingAttestation {
  readonly id: AttestationId;
  readonly version: number;
  readonly documentId: SealedDocumentId;
  readonly officerSignedAtMs: number | null;
  readonly applicantSignedAtMs: number | null;
  /** `stale`: what it says is no longer what the register says, whoever has signed it. Never `none`. */
  readonly state: AttestationState;
  /** Fields that changed since it was frozen, or came to it, or went; in the order of T.4. */
  readonly changed: readonly FormFieldKey[];
  readonly content: AttestedContent;
}

/**
 * The last version of a request's attestation that was not voided. Whether it is stale is asked of the register at each
 * read: a value that was changed and changed back is what was signed.
 */
export function findStandingAttestation(reader: Reader, id: RequestId): StandingAttestation | undefined {
  const row = reader.get(last, { request: id });
  if (row === undefined) return undefined;
  const content = attestedContentSchema.parse(JSON.parse(row.content_json));
  const now = attestedFields(reader, id) ?? [];
  const changed = changedFields(content.fields, now);
  return {
    id: row.id as AttestationId,
    version: row.version,
    documentId: row.document_id as SealedDocumentId,
    officerSignedAtMs: row.officer_signed_at_ms,
    applicantSignedAtMs: row.applicant_signed_at_ms,
    state:
      changed.length > 0
        ? 'stale'
        : row.officer_signed_at_ms === null || row.applicant_signed_at_ms === null
          ? 'waiting'
          : 'signed',
    changed,
    content,
  };
}
