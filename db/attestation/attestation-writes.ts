import type { AttestationId, RequestId, SealedDocumentId } from '#shared/ids.ts';
import { queries, statement } from '../statement.ts';
import type { WriteTransaction } from '../transaction.ts';

const insert = statement<{
  request: number;
  version: number;
  document: number;
  sha: string;
  at: number;
  by: number;
}>()((param) =>
  queries.insertInto('attestation').values({
    request_id: param('request'),
    version: param('version'),
    document_id: param('document'),
    fields_sha256: param('sha'),
    officer_signed_at_ms: null,
    applicant_signed_at_ms: null,
    stale_at_ms: null,
    stale_fields_json: '[]',
    made_at_ms: param('at'),
    made_by: param('by'),
  }),
);
const signed = statement<{ document: number; officer: number | null; applicant: number | null }>()((param) =>
  queries
    .updateTable('attestation')
    .set({ officer_signed_at_ms: param('officer'), applicant_signed_at_ms: param('applicant') })
    .where('document_id', '=', param('document')),
);
const stale = statement<{ id: number; at: number; fields: string }>()((param) =>
  queries
    .updateTable('attestation')
    .set({ stale_at_ms: param('at'), stale_fields_json: param('fields') })
    .where('id', '=', param('id')),
);

export const insertAttestation = (
  tx: WriteTransaction,
  row: {
    readonly requestId: RequestId;
    readonly version: number;
    readonly documentId: SealedDocumentId;
    readonly fieldsSha256: string;
  },
  by: number,
  at: number,
): AttestationId =>
  tx.run(insert, {
    request: row.requestId,
    version: row.version,
    document: row.documentId,
    sha: row.fieldsSha256,
    at,
    by,
  }).id as AttestationId;

/** When each signature that stands was given; null: none stands. */
export const setAttestationSigned = (
  tx: WriteTransaction,
  document: SealedDocumentId,
  at: { readonly officer: number | null; readonly applicant: number | null },
): void => {
  tx.run(signed, { document, officer: at.officer, applicant: at.applicant });
};

/** A later version took its place: it never stands again, and says which fields changed. */
export const setAttestationStale = (
  tx: WriteTransaction,
  id: AttestationId,
  fields: readonly string[],
  at: number,
): void => {
  tx.run(stale, { id, at, fields: JSON.stringify(fields) });
};
