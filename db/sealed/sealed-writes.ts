import type { SealedDocumentId, SignatureId } from '#shared/ids.ts';
import type { FileRef } from '#shared/files/stored-file.ts';
import type { SealedKind, Signer, SigningMode } from '#shared/sealed/sealed-document.ts';
import { queries, statement } from '../statement.ts';
import type { WriteTransaction } from '../transaction.ts';

const insert = statement<{
  kind: string;
  subjectKind: string;
  subjectId: number;
  request: number | null;
  version: number;
  code: string;
  title: string;
  content: string;
  contentSha: string;
  pdf: Uint8Array;
  pages: number;
  pdfSha: string;
  at: number;
  by: number;
}>()((param) =>
  queries.insertInto('sealed_document').values({
    kind: param('kind'),
    subject_kind: param('subjectKind'),
    subject_id: param('subjectId'),
    request_id: param('request'),
    version: param('version'),
    code: param('code'),
    title: param('title'),
    content_json: param('content'),
    content_sha256: param('contentSha'),
    pdf: param('pdf'),
    pages: param('pages'),
    pdf_sha256: param('pdfSha'),
    made_at_ms: param('at'),
    made_by: param('by'),
    voided_at_ms: null,
    voided_by: null,
    void_reason: '',
  }),
);
const voided = statement<{ id: number; at: number; by: number; reason: string }>()((param) =>
  queries
    .updateTable('sealed_document')
    .set({ voided_at_ms: param('at'), voided_by: param('by'), void_reason: param('reason') })
    .where('id', '=', param('id')),
);
const sign = statement<{
  document: number;
  signer: string;
  mode: string;
  name: string;
  idNumber: string;
  representation: number | null;
  staff: number | null;
  member: number | null;
  sha: string | null;
  fileName: string;
  at: number;
  by: number;
}>()((param) =>
  queries.insertInto('document_signature').values({
    document_id: param('document'),
    signer: param('signer'),
    mode: param('mode'),
    signer_name: param('name'),
    signer_id_number: param('idNumber'),
    representation_id: param('representation'),
    staff_id: param('staff'),
    member_id: param('member'),
    file_sha256: param('sha'),
    file_name: param('fileName'),
    at_ms: param('at'),
    taken_by: param('by'),
    withdrawn_at_ms: null,
    withdrawn_by: null,
    withdraw_reason: '',
  }),
);
const withdraw = statement<{ id: number; at: number; by: number; reason: string }>()((param) =>
  queries
    .updateTable('document_signature')
    .set({ withdrawn_at_ms: param('at'), withdrawn_by: param('by'), withdraw_reason: param('reason') })
    .where('id', '=', param('id')),
);

/** A frozen paper as it is written down. */
export interface SealedRow {
  readonly kind: SealedKind;
  readonly subject: { readonly kind: string; readonly id: number };
  readonly requestId: number | null;
  readonly version: number;
  readonly code: string;
  readonly title: string;
  /** Canonical. */
  readonly contentJson: string;
  readonly contentSha256: string;
  readonly pdf: Uint8Array;
  readonly pages: number;
  readonly pdfSha256: string;
}

export const insertSealedRow = (
  tx: WriteTransaction,
  row: SealedRow,
  by: number,
  at: number,
): SealedDocumentId =>
  tx.run(insert, {
    kind: row.kind,
    subjectKind: row.subject.kind,
    subjectId: row.subject.id,
    request: row.requestId,
    version: row.version,
    code: row.code,
    title: row.title,
    content: row.contentJson,
    contentSha: row.contentSha256,
    pdf: row.pdf,
    pages: row.pages,
    pdfSha: row.pdfSha256,
    at,
    by,
  }).id as SealedDocumentId;

/** Once: the schema refuses a second time. */
export const voidSealedRow = (
  tx: WriteTransaction,
  id: SealedDocumentId,
  reason: string,
  by: number,
  at: number,
): void => {
  tx.run(voided, { id, reason, by, at });
};

export interface SignatureRow {
  readonly documentId: SealedDocumentId;
  readonly signer: Signer;
  readonly mode: SigningMode;
  readonly name: string;
  readonly idNumber: string;
  readonly representationId: number | null;
  readonly staffId: number | null;
  readonly memberId: number | null;
  readonly file: FileRef | null;
}

export const insertSignatureRow = (
  tx: WriteTransaction,
  row: SignatureRow,
  by: number,
  at: number,
): SignatureId =>
  tx.run(sign, {
    document: row.documentId,
    signer: row.signer,
    mode: row.mode,
    name: row.name,
    idNumber: row.idNumber,
    representation: row.representationId,
    staff: row.staffId,
    member: row.memberId,
    sha: row.file?.sha256 ?? null,
    fileName: row.file?.name ?? '',
    at,
    by,
  }).id as SignatureId;

/** Once: the schema refuses a second time. */
export const withdrawSignatureRow = (
  tx: WriteTransaction,
  id: SignatureId,
  reason: string,
  by: number,
  at: number,
): void => {
  tx.run(withdraw, { id, reason, by, at });
};
