import { AppError } from '#shared/app-error.ts';
import { riyadhDay } from '#shared/calendar/dual-date.ts';
import type { DocumentId, DocumentInput, PartyDocument } from '#shared/documents/document.ts';
import type { DocumentSetting } from '#shared/documents/document-setting.ts';
import type { PartyDocuments } from '#shared/documents/documents-contract.ts';
import { documentStanding, expectedKinds } from '#shared/documents/standing.ts';
import type { FileRef } from '#shared/files/stored-file.ts';
import type { PartyId } from '#shared/ids.ts';
import { datumStandings } from '#db/documents/datum-matches.ts';
import { findDatumValues } from '#db/documents/datum-values.ts';
import {
  destroyDocumentCopy,
  documentSubject,
  findDocument,
  insertDocument,
  keepDocumentCopy,
  listDocuments,
  setDocumentMatched,
  setDocumentRemoved,
} from '#db/documents/document-rows.ts';
import { getDocumentSetting, listCategoryIds, setDocumentSetting } from '#db/documents/expected-documents.ts';
import { requireStanding } from '#db/duplicates/family.ts';
import type { Database } from '#db/open-database.ts';
import type { Reader, WriteTransaction } from '#db/transaction.ts';
import type { Actor } from '../audit/actor.ts';
import { auditEntry } from '../audit/audit-entry.ts';
import { requireMayHang } from '../files/file-access.ts';
import type { FileStore } from '../files/file-store.ts';
import type { Clock } from '../ports/clock.ts';

export type DocumentService = ReturnType<typeof createDocumentService>;

/** @throws AppError notFound */
function getDocument(reader: Reader, id: DocumentId): PartyDocument {
  const document = findDocument(reader, id);
  if (document === undefined) throw new AppError('notFound', { kind: 'partyDocument', id });
  return document;
}

/**
 * S.2, of one person on one day: documents, data and how each stands. Feature 5 asks for the day of submission.
 * @throws AppError notFound
 */
export function documentsOf(reader: Reader, partyId: PartyId, day: string): PartyDocuments {
  const values = findDatumValues(reader, partyId);
  if (values === undefined) throw new AppError('notFound', { kind: 'party', id: partyId });
  const setting = getDocumentSetting(reader);
  const documents = listDocuments(reader, partyId);
  const expected = expectedKinds(setting.expected, listCategoryIds(reader, partyId));
  return {
    day,
    documents,
    standing: documentStanding(expected, documents, day, setting.expiringDays).map((one) => ({
      ...one,
      documentId: one.documentId as DocumentId | null,
    })),
    data: datumStandings(reader, partyId, values),
  };
}

/** What a person shows at the desk: matched to its original, renewed by a new one, removed with a reason. */
export function createDocumentService({
  db,
  clock,
  discard,
}: {
  readonly db: Database;
  readonly clock: Clock;
  /** Takes forgotten files out of the folder at once (`FileStore.discard`); otherwise the next opening sweeps them. */
  readonly discard?: FileStore['discard'];
}) {
  /** @throws AppError notFound, documentRemoved */
  function act(
    id: DocumentId,
    write: (tx: WriteTransaction, document: PartyDocument, nowMs: number) => void,
    removed = false,
  ): PartyDocument {
    return db.write((tx) => {
      const document = getDocument(tx, id);
      if ((document.removed !== null) !== removed)
        throw new AppError('documentRemoved', { removed: !removed });
      write(tx, document, clock.nowMs());
      return getDocument(tx, id);
    });
  }
  /** The log names the kind and whose it is, never a number or a date of it. */
  const about = ({ partyId, kind }: PartyDocument) => ({ partyId, kind });

  return {
    /** On a day (ISO), today when null. @throws AppError notFound */
    ofParty: (partyId: PartyId, day: string | null): PartyDocuments =>
      db.snapshot((reader) => documentsOf(reader, partyId, day ?? riyadhDay(clock.nowMs()))),

    /** A renewal adds one and keeps the other. @throws AppError notFound, partyMerged, dayNotCome */
    save: (partyId: PartyId, document: DocumentInput, actor: Actor): PartyDocument =>
      db.write((tx) => {
        requireStanding(tx, partyId);
        const nowMs = clock.nowMs();
        const today = riyadhDay(nowMs);
        if (document.issuedOn !== null && document.issuedOn > today)
          throw new AppError('dayNotCome', { day: today });
        const id = insertDocument(tx, partyId, document, actor.id, nowMs);
        const { kind, matched } = document;
        tx.audit(auditEntry(actor, nowMs, 'document.added', documentSubject(id), { partyId, kind, matched }));
        return getDocument(tx, id);
      }),

    /** «طُوبق على الأصل», or taken back. @throws AppError notFound, documentRemoved */
    match: (id: DocumentId, matched: boolean, actor: Actor): PartyDocument =>
      act(id, (tx, document, nowMs) => {
        setDocumentMatched(tx, id, matched ? { by: actor.id, atMs: nowMs } : null);
        const facts = about(document);
        tx.audit(
          matched
            ? auditEntry(actor, nowMs, 'document.matched', documentSubject(id), facts)
            : auditEntry(actor, nowMs, 'document.matchWithdrawn', documentSubject(id), facts),
        );
      }),

    /** @throws AppError notFound, documentRemoved */
    remove: (id: DocumentId, reason: string, actor: Actor): PartyDocument =>
      act(id, (tx, document, nowMs) => {
        setDocumentRemoved(tx, id, { by: actor.id, atMs: nowMs, reason });
        tx.audit(
          auditEntry(actor, nowMs, 'document.removed', documentSubject(id), { ...about(document), reason }),
        );
      }),

    /** Undo of a removal. @throws AppError notFound, documentRemoved */
    restore: (id: DocumentId, actor: Actor): PartyDocument =>
      act(
        id,
        (tx, document, nowMs) => {
          setDocumentRemoved(tx, id, null);
          tx.audit(auditEntry(actor, nowMs, 'document.restored', documentSubject(id), about(document)));
        },
        true,
      ),

    /** PDPL art. 28. @throws AppError notFound, documentRemoved, dayPast, fileVanished { name } */
    async keepCopy(
      id: DocumentId,
      copy: { readonly basis: string; readonly destroyBy: string; readonly file: FileRef },
      actor: Actor,
    ): Promise<PartyDocument> {
      let forgotten: string[] = [];
      const kept = act(id, (tx, document, nowMs) => {
        const today = riyadhDay(nowMs);
        if (copy.destroyBy <= today) throw new AppError('dayPast', { day: copy.destroyBy, today });
        requireMayHang(tx, copy.file, actor);
        forgotten = keepDocumentCopy(tx, id, copy, actor.id, nowMs);
        const { basis, destroyBy } = copy;
        tx.audit(
          auditEntry(actor, nowMs, 'document.copyKept', documentSubject(id), {
            ...about(document),
            basis,
            destroyBy,
          }),
        );
      });
      await discard?.(forgotten);
      return kept;
    },

    /** Of a removed document too: its day comes all the same. @throws AppError notFound */
    async destroyCopy(id: DocumentId, actor: Actor): Promise<PartyDocument> {
      const [left, forgotten] = db.write((tx) => {
        const document = getDocument(tx, id);
        const nowMs = clock.nowMs();
        const gone = destroyDocumentCopy(tx, id, actor.id, nowMs);
        if (gone === undefined) throw new AppError('notFound', { kind: 'documentCopy', id });
        tx.audit(auditEntry(actor, nowMs, 'document.copyDestroyed', documentSubject(id), about(document)));
        return [getDocument(tx, id), gone] as const;
      });
      await discard?.(forgotten);
      return left;
    },

    setting: (): DocumentSetting => getDocumentSetting(db),

    saveSetting: (setting: DocumentSetting, actor: Actor): DocumentSetting =>
      db.write((tx) => {
        const nowMs = clock.nowMs();
        setDocumentSetting(tx, setting, nowMs);
        const { expected, ...times } = setting;
        tx.audit(
          auditEntry(
            actor,
            nowMs,
            'document.settingChanged',
            { kind: 'setting', id: null },
            { ...times, expected: expected.map((one) => `${one.kind}:${one.categoryId ?? 'all'}`) },
          ),
        );
        return getDocumentSetting(tx);
      }),
  };
}
