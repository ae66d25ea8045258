import type { RepresentationId, RequestId, SealedDocumentId, SignatureId } from '#shared/ids.ts';
import type {
  DocumentSignature,
  SealedDocument,
  SealedKind,
  Signer,
  SigningMode,
} from '#shared/sealed/sealed-document.ts';
import { queries, statement } from '../statement.ts';
import type { Reader } from '../transaction.ts';

const documents = () =>
  queries
    .selectFrom('sealed_document as d')
    .innerJoin('staff as maker', 'maker.id', 'd.made_by')
    .leftJoin('staff as voider', 'voider.id', 'd.voided_by')
    .select([
      'd.id',
      'd.kind',
      'd.subject_kind',
      'd.subject_id',
      'd.request_id',
      'd.version',
      'd.code',
      'd.title',
      'd.pages',
      'd.pdf_sha256',
      'd.made_at_ms',
      'maker.name as made_by_name',
      'd.voided_at_ms',
      'd.void_reason',
      'voider.name as voided_by_name',
    ])
    .orderBy('d.id', 'desc');
const byId = statement<{ id: number }>()((param) => documents().where('d.id', '=', param('id')));
const byCode = statement<{ code: string }>()((param) => documents().where('d.code', '=', param('code')));
const ofRequest = statement<{ id: number }>()((param) => documents().where('d.request_id', '=', param('id')));
const ofSubject = statement<{ kind: string; id: number }>()((param) =>
  documents().where('d.subject_kind', '=', param('kind')).where('d.subject_id', '=', param('id')),
);

const signatures = () =>
  queries
    .selectFrom('document_signature as s')
    .innerJoin('staff as taker', 'taker.id', 's.taken_by')
    .leftJoin('staff as withdrawer', 'withdrawer.id', 's.withdrawn_by')
    .select([
      's.id',
      's.document_id',
      's.signer',
      's.mode',
      's.signer_name',
      's.signer_id_number',
      's.representation_id',
      's.file_sha256',
      's.file_name',
      's.at_ms',
      'taker.name as taken_by_name',
      's.withdrawn_at_ms',
      's.withdraw_reason',
      'withdrawer.name as withdrawn_by_name',
    ])
    .orderBy('s.id');
const signaturesOf = statement<{ id: number }>()((param) =>
  signatures().where('s.document_id', '=', param('id')),
);
const signaturesOfRequest = statement<{ id: number }>()((param) =>
  signatures()
    .innerJoin('sealed_document as d', 'd.id', 's.document_id')
    .where('d.request_id', '=', param('id')),
);
const signaturesOfSubject = statement<{ kind: string; id: number }>()((param) =>
  signatures()
    .innerJoin('sealed_document as d', 'd.id', 's.document_id')
    .where('d.subject_kind', '=', param('kind'))
    .where('d.subject_id', '=', param('id')),
);
const documentOf = statement<{ id: number }>()((param) =>
  queries.selectFrom('document_signature').select('document_id').where('id', '=', param('id')),
);
const pdfOf = statement<{ id: number }>()((param) =>
  queries.selectFrom('sealed_document').select('pdf').where('id', '=', param('id')),
);
const lastVersion = statement<{ kind: string; subjectKind: string; subjectId: number }>()((param) =>
  queries
    .selectFrom('sealed_document')
    .select((eb) => eb.fn.max('version').as('version'))
    .where('kind', '=', param('kind'))
    .where('subject_kind', '=', param('subjectKind'))
    .where('subject_id', '=', param('subjectId')),
);

type SignatureRow = ReturnType<typeof readSignatures>[number];
const readSignatures = (reader: Reader, id: number) => reader.all(signaturesOf, { id });
const readDocument = (reader: Reader, id: number) => reader.get(byId, { id });
type DocumentRow = NonNullable<ReturnType<typeof readDocument>>;

const signatureOf = (row: SignatureRow): DocumentSignature => ({
  id: row.id as SignatureId,
  documentId: row.document_id as SealedDocumentId,
  signer: row.signer as Signer,
  mode: row.mode as SigningMode,
  name: row.signer_name,
  idNumber: row.signer_id_number,
  representationId: row.representation_id as RepresentationId | null,
  file: row.file_sha256 === null ? null : { sha256: row.file_sha256, name: row.file_name },
  atMs: row.at_ms,
  takenByName: row.taken_by_name,
  withdrawn:
    row.withdrawn_at_ms === null
      ? null
      : { atMs: row.withdrawn_at_ms, byName: row.withdrawn_by_name ?? '', reason: row.withdraw_reason },
});

const documentFrom = (row: DocumentRow, rows: readonly SignatureRow[]): SealedDocument => ({
  id: row.id as SealedDocumentId,
  kind: row.kind as SealedKind,
  subject: { kind: row.subject_kind, id: row.subject_id },
  requestId: row.request_id as RequestId | null,
  version: row.version,
  code: row.code,
  title: row.title,
  pages: row.pages,
  pdfSha256: row.pdf_sha256,
  madeAtMs: row.made_at_ms,
  madeByName: row.made_by_name,
  voided:
    row.voided_at_ms === null
      ? null
      : { atMs: row.voided_at_ms, byName: row.voided_by_name ?? '', reason: row.void_reason },
  signatures: rows.map(signatureOf),
});

/** Each with its signatures: two reads, however many there are. */
function together(rows: readonly DocumentRow[], signed: readonly SignatureRow[]): SealedDocument[] {
  const byDocument = Map.groupBy(signed, (row) => row.document_id);
  return rows.map((row) => documentFrom(row, byDocument.get(row.id) ?? []));
}

const alone = (reader: Reader, row: DocumentRow | undefined): SealedDocument | undefined =>
  row && documentFrom(row, readSignatures(reader, row.id));

export const findSealedDocument = (reader: Reader, id: number): SealedDocument | undefined =>
  alone(reader, readDocument(reader, id));

/** @param code 16 ASCII digits */
export const findSealedDocumentByCode = (reader: Reader, code: string): SealedDocument | undefined =>
  alone(reader, reader.get(byCode, { code }));

/** Newest first. */
export const listSealedOfRequest = (reader: Reader, id: RequestId): SealedDocument[] =>
  together(reader.all(ofRequest, { id }), reader.all(signaturesOfRequest, { id }));

export const listSealedOfSubject = (
  reader: Reader,
  subject: { readonly kind: string; readonly id: number },
): SealedDocument[] =>
  together(
    reader.all(ofSubject, { kind: subject.kind, id: subject.id }),
    reader.all(signaturesOfSubject, { kind: subject.kind, id: subject.id }),
  );

/** The paper that a signature stands on. */
export const findSignedDocument = (reader: Reader, signatureId: number): SealedDocument | undefined => {
  const row = reader.get(documentOf, { id: signatureId });
  return row && findSealedDocument(reader, row.document_id);
};

export const findSealedPdf = (reader: Reader, id: number): Uint8Array | undefined =>
  reader.get(pdfOf, { id })?.pdf;

/** The version that a paper of this kind would be. */
export const nextSealedVersion = (
  reader: Reader,
  kind: string,
  subject: { readonly kind: string; readonly id: number },
): number =>
  (reader.get(lastVersion, { kind, subjectKind: subject.kind, subjectId: subject.id })?.version ?? 0) + 1;
