import {
  type DocumentId,
  type DocumentInput,
  documentKindSchema,
  type PartyDocument,
  validUntil,
} from '#shared/documents/document.ts';
import type { FileRef } from '#shared/files/stored-file.ts';
import type { PartyId } from '#shared/ids.ts';
import { eraseAttachments, insertAttachment, listAttachments } from '../files/attachments.ts';
import { forgetStoredFile } from '../files/stored-files.ts';
import { queries, statement } from '../statement.ts';
import type { Reader, WriteTransaction } from '../transaction.ts';

/** A kept copy hangs on its document as this. */
export const KEPT_COPY = 'copy';
export const documentSubject = (id: number) => ({ kind: 'partyDocument', id });

const rows = () =>
  queries
    .selectFrom('party_document')
    .innerJoin('staff as maker', 'maker.id', 'party_document.created_by')
    .leftJoin('staff as matcher', 'matcher.id', 'party_document.matched_by')
    .leftJoin('staff as remover', 'remover.id', 'party_document.removed_by')
    .selectAll('party_document')
    .select(['maker.name as maker_name', 'matcher.name as matcher_name', 'remover.name as remover_name']);

const one = statement<{ id: number }>()((param) => rows().where('party_document.id', '=', param('id')));
const ofParty = statement<{ party: number }>()((param) =>
  rows().where('party_document.party_id', '=', param('party')).orderBy('party_document.id', 'desc'),
);
const insert = statement<{
  party: number;
  kind: string;
  title: string;
  number: string;
  issued: string | null;
  expires: string | null;
  note: string;
  matchedBy: number | null;
  matchedAt: number | null;
  by: number;
  at: number;
}>()((param) =>
  queries.insertInto('party_document').values({
    party_id: param('party'),
    kind: param('kind'),
    title: param('title'),
    number: param('number'),
    issued_on: param('issued'),
    expires_on: param('expires'),
    note: param('note'),
    matched_by: param('matchedBy'),
    matched_at_ms: param('matchedAt'),
    legal_basis: '',
    destroy_by: null,
    created_at_ms: param('at'),
    created_by: param('by'),
    remove_reason: '',
  }),
);
const setMatched = statement<{ id: number; by: number | null; at: number | null }>()((param) =>
  queries
    .updateTable('party_document')
    .set({ matched_by: param('by'), matched_at_ms: param('at') })
    .where('id', '=', param('id')),
);
const setRemoved = statement<{ id: number; by: number | null; at: number | null; reason: string }>()(
  (param) =>
    queries
      .updateTable('party_document')
      .set({ removed_by: param('by'), removed_at_ms: param('at'), remove_reason: param('reason') })
      .where('id', '=', param('id')),
);
const setCopy = statement<{ id: number; basis: string; by: string }>()((param) =>
  queries
    .updateTable('party_document')
    .set({
      legal_basis: param('basis'),
      destroy_by: param('by'),
      copy_destroyed_at_ms: null,
      copy_destroyed_by: null,
    })
    .where('id', '=', param('id')),
);
const setDestroyed = statement<{ id: number; by: number; at: number }>()((param) =>
  queries
    .updateTable('party_document')
    .set({ copy_destroyed_at_ms: param('at'), copy_destroyed_by: param('by') })
    .where('id', '=', param('id')),
);

type Row = NonNullable<ReturnType<typeof rowOf>>;
const rowOf = (reader: Reader, id: number) => reader.get(one, { id });

function documentOf(reader: Reader, row: Row): PartyDocument {
  // Only what says that a copy is kept is asked for one: most documents keep none.
  const kept =
    row.destroy_by === null || row.copy_destroyed_at_ms !== null
      ? undefined
      : listAttachments(reader, documentSubject(row.id)).findLast(({ role }) => role === KEPT_COPY);
  return {
    id: row.id as DocumentId,
    partyId: row.party_id as PartyId,
    kind: documentKindSchema.parse(row.kind),
    title: row.title,
    number: row.number,
    issuedOn: row.issued_on,
    expiresOn: row.expires_on,
    note: row.note,
    matchedAtMs: row.matched_at_ms,
    matchedByName: row.matcher_name,
    copy:
      kept === undefined || row.destroy_by === null
        ? null
        : { attachmentId: kept.id, file: kept.file, basis: row.legal_basis, destroyBy: row.destroy_by },
    createdAtMs: row.created_at_ms,
    createdByName: row.maker_name,
    removed:
      row.removed_at_ms === null
        ? null
        : { atMs: row.removed_at_ms, byName: row.remover_name ?? '', reason: row.remove_reason },
  };
}

export const findDocument = (reader: Reader, id: number): PartyDocument | undefined => {
  const row = rowOf(reader, id);
  return row && documentOf(reader, row);
};

/** Latest first, those that were removed at the end. */
export const listDocuments = (reader: Reader, partyId: number): PartyDocument[] => {
  const all = reader.all(ofParty, { party: partyId }).map((row) => documentOf(reader, row));
  return [...all.filter(({ removed }) => removed === null), ...all.filter(({ removed }) => removed !== null)];
};

/** Its end is what is printed, or what its kind allows from the issue, whichever comes first. */
export const insertDocument = (
  tx: WriteTransaction,
  partyId: number,
  document: DocumentInput,
  by: number,
  atMs: number,
): DocumentId =>
  tx.run(insert, {
    party: partyId,
    kind: document.kind,
    title: document.title,
    number: document.number,
    issued: document.issuedOn,
    expires: validUntil(document.kind, document.issuedOn, document.expiresOn),
    note: document.note,
    matchedBy: document.matched ? by : null,
    matchedAt: document.matched ? atMs : null,
    by,
    at: atMs,
  }).id as DocumentId;

export const setDocumentMatched = (
  tx: WriteTransaction,
  id: number,
  match: { readonly by: number; readonly atMs: number } | null,
): void => {
  tx.run(setMatched, { id, by: match?.by ?? null, at: match?.atMs ?? null });
};

/** Removed with a reason, or put back. */
export const setDocumentRemoved = (
  tx: WriteTransaction,
  id: number,
  removal: { readonly by: number; readonly atMs: number; readonly reason: string } | null,
): void => {
  tx.run(setRemoved, {
    id,
    by: removal?.by ?? null,
    at: removal?.atMs ?? null,
    reason: removal?.reason ?? '',
  });
};

/**
 * PDPL art. 28: the copy, why it is kept and until when; an earlier copy of the same document gives way. Gives the
 * addresses of the files that are no longer kept.
 */
export function keepDocumentCopy(
  tx: WriteTransaction,
  id: number,
  copy: { readonly basis: string; readonly destroyBy: string; readonly file: FileRef },
  by: number,
  atMs: number,
): string[] {
  const earlier = eraseAttachments(tx, documentSubject(id), KEPT_COPY);
  insertAttachment(tx, documentSubject(id), KEPT_COPY, copy.file, by, atMs);
  tx.run(setCopy, { id, basis: copy.basis, by: copy.destroyBy });
  return earlier.filter((sha256) => forgetStoredFile(tx, sha256));
}

/**
 * PDPL art. 18: the copy is gone, its bytes with it unless something else is kept by them. Gives the addresses of the
 * files that are no longer kept; undefined when there is no copy.
 */
export function destroyDocumentCopy(
  tx: WriteTransaction,
  id: number,
  by: number,
  atMs: number,
): string[] | undefined {
  const copies = eraseAttachments(tx, documentSubject(id), KEPT_COPY);
  if (copies.length === 0) return undefined;
  tx.run(setDestroyed, { id, by, at: atMs });
  return copies.filter((sha256) => forgetStoredFile(tx, sha256));
}
