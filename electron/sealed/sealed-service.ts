import { AppError } from '#shared/app-error.ts';
import type { RequestId, SealedDocumentId, SignatureId } from '#shared/ids.ts';
import { cleanFileName } from '#shared/files/stored-file.ts';
import { parseCode } from '#shared/letters/verification-code.ts';
import type { PrintChoice, Printed } from '#shared/printing/print-choice.ts';
import type { SignatureInput } from '#shared/sealed/sealed-contract.ts';
import type { DocumentSignature, SealedDocument, SealedKind } from '#shared/sealed/sealed-document.ts';
import type { Staff } from '#shared/staff/staff.ts';
import { auditRepeated } from '#db/audit/audit-queries.ts';
import { insertPrintJob } from '#db/letters/print-jobs.ts';
import { sealedSha256 } from '#db/sealed/seal-code.ts';
import {
  findSealedDocument,
  findSealedDocumentByCode,
  findSealedPdf,
  findSignedDocument,
  listSealedOfRequest,
  listSealedOfSubject,
} from '#db/sealed/sealed-queries.ts';
import { voidSealedRow, withdrawSignatureRow } from '#db/sealed/sealed-writes.ts';
import type { Reader, WriteTransaction } from '#db/transaction.ts';
import { type Actor, actorOf } from '../audit/actor.ts';
import { auditEntry } from '../audit/audit-entry.ts';
import type { RenderedPdf } from '../pdf/render-jobs.ts';
import type { SaveFile } from '../letters/letter-ports.ts';
import type { Clock } from '../ports/clock.ts';
import type { Printer } from '../ports/printer.ts';
import { printPaper } from '../printing/print-paper.ts';
import { type CopyPorts, copyOfSealed } from './signatures-page.ts';
import { requireMayAct, requireMayRead } from './sealed-roles.ts';
import { fallingWith, insertSignatures, type SigningRules } from './signing.ts';

/** What happened to a frozen paper; `signatures` are those that were given or withdrawn by it. */
export interface SealChange {
  readonly act: 'signed' | 'withdrawn' | 'voided';
  readonly signatures: readonly DocumentSignature[];
}

/**
 * What a kind of frozen paper means to the feature that froze it. Each act is asked for before it is written, and
 * followed within the same transaction; a kind without a follower is not signed or voided through the channels.
 */
export interface SealFollower {
  /** Asked before signatures are written. @throws AppError requestForbids, sealedForbids */
  readonly signing: (tx: WriteTransaction, document: SealedDocument, staff: Staff) => SigningRules;
  /** After signatures were given or withdrawn, or the paper was voided: `document` as it stands now. */
  readonly follow: (
    tx: WriteTransaction,
    document: SealedDocument,
    change: SealChange,
    actor: Actor,
    nowMs: number,
  ) => void;
  /** @throws AppError sealedForbids: this one stays */
  readonly voiding?: (tx: WriteTransaction, document: SealedDocument, staff: Staff) => void;
  /** @throws AppError sealedForbids: what stands on it was built upon */
  readonly withdrawing?: (tx: WriteTransaction, document: SealedDocument, staff: Staff) => void;
}
export type SealFollowers = Readonly<Partial<Record<SealedKind, SealFollower>>>;

interface SealedPorts extends CopyPorts {
  readonly clock: Clock;
  readonly printer: Printer;
  readonly saveFile: SaveFile;
  readonly followers: SealFollowers;
}

export type SealedService = ReturnType<typeof createSealedService>;

/** @throws AppError notFound */
export function requireSealed(reader: Reader, id: SealedDocumentId): SealedDocument {
  const document = findSealedDocument(reader, id);
  if (document === undefined) throw new AppError('notFound', { kind: 'sealedDocument', id });
  return document;
}

/** Frozen papers: looked at, printed, signed, voided. They are made by the acts that they belong to (`seal.ts`). */
export function createSealedService(ports: SealedPorts) {
  const { db, clock, followers } = ports;
  const subjectOf = ({ id }: SealedDocument) => ({ kind: 'sealedDocument', id });

  function followerOf({ kind }: SealedDocument): SealFollower {
    const follower = followers[kind];
    if (follower === undefined) throw new AppError('sealedForbids', { reason: 'kind' });
    return follower;
  }

  /** @throws AppError notFound, notAllowed */
  function readable(id: SealedDocumentId, staff: Staff): SealedDocument {
    const document = db.snapshot((reader) => requireSealed(reader, id));
    requireMayRead(document.kind, staff);
    return document;
  }

  const copyOf = (document: SealedDocument): Promise<RenderedPdf> => {
    const frozen = findSealedPdf(db, document.id);
    if (frozen === undefined) throw new AppError('notFound', { kind: 'sealedDocument', id: document.id });
    return copyOfSealed(ports, document, frozen);
  };

  return {
    list: (
      of:
        | { readonly requestId: RequestId }
        | { readonly subject: { readonly kind: string; readonly id: number } },
    ): SealedDocument[] =>
      db.snapshot((reader) =>
        'requestId' in of
          ? listSealedOfRequest(reader, of.requestId)
          : listSealedOfSubject(reader, of.subject),
      ),

    get: (id: SealedDocumentId): SealedDocument => db.snapshot((reader) => requireSealed(reader, id)),

    /** Null: mistyped, or of no frozen paper of this office. */
    find(text: string): SealedDocument | null {
      const code = parseCode(text);
      if (!code.ok) return null;
      return db.snapshot((reader) => findSealedDocumentByCode(reader, code.value)) ?? null;
    },

    /** Looking at it is logged once for a while. Errors: those of `sealed.pdf`. */
    async pdf(id: SealedDocumentId, staff: Staff): Promise<Uint8Array> {
      const document = readable(id, staff);
      const { pdf } = await copyOf(document);
      db.write((tx) => {
        const entry = auditEntry(actorOf(staff), clock.nowMs(), 'sealed.viewed', subjectOf(document), {});
        auditRepeated(tx, entry);
      });
      return pdf;
    },

    /** Errors: those of `sealed.print`. */
    async print(
      { id, ...choice }: PrintChoice & { readonly id: SealedDocumentId },
      staff: Staff,
    ): Promise<Printed> {
      const document = readable(id, staff);
      const { kind, title, code } = document;
      const { pdf, pages } = await copyOf(document);
      return printPaper(
        ports,
        { bytes: pdf, pages, jobName: `wisam-${kind}`, title, paper: kind, letterId: null },
        choice,
        actorOf(staff),
        { action: 'paper.printed', subjectKind: 'sealedDocument', subjectId: id, details: { code } },
      );
    },

    /** A copy to where the person chooses; null when they chose nothing. */
    async save(id: SealedDocumentId, staff: Staff): Promise<{ path: string } | null> {
      const document = readable(id, staff);
      const { title, kind } = document;
      const { pdf } = await copyOf(document);
      const path = await ports.saveFile({ suggestedName: cleanFileName(`${title}.pdf`), bytes: pdf });
      if (path === null) return null;
      const sha256 = sealedSha256(pdf);
      db.write((tx) => {
        const nowMs = clock.nowMs();
        const job = {
          letterId: null,
          title,
          kind: 'save',
          copies: 1,
          target: path,
          sha256,
          paper: kind,
        } as const;
        insertPrintJob(tx, job, staff.id, nowMs);
        const about = { paper: kind, sha256 };
        tx.audit(auditEntry(actorOf(staff), nowMs, 'paper.saved', { kind: 'sealedDocument', id }, about));
      });
      return { path };
    },

    /** Errors: those of `sealed.void`. */
    void: (
      { id, reason }: { readonly id: SealedDocumentId; readonly reason: string },
      staff: Staff,
    ): SealedDocument =>
      db.write((tx) => {
        const document = requireSealed(tx, id);
        requireMayAct(document.kind, staff);
        if (document.voided !== null) throw new AppError('sealedForbids', { reason: 'voided' });
        const follower = followerOf(document);
        if (follower.voiding === undefined) throw new AppError('sealedForbids', { reason: 'kind' });
        follower.voiding(tx, document, staff);
        const nowMs = clock.nowMs();
        const actor = actorOf(staff);
        voidSealedRow(tx, id, reason, staff.id, nowMs);
        const about = { kind: document.kind, code: document.code, reason };
        tx.audit(auditEntry(actor, nowMs, 'sealed.voided', subjectOf(document), about));
        const voided = requireSealed(tx, id);
        follower.follow(tx, voided, { act: 'voided', signatures: [] }, actor, nowMs);
        return voided;
      }),

    /** Errors: those of `signatures.add`. */
    sign: (
      {
        documentId,
        signatures,
      }: { readonly documentId: SealedDocumentId; readonly signatures: readonly SignatureInput[] },
      staff: Staff,
    ): SealedDocument =>
      db.write((tx) => {
        const document = requireSealed(tx, documentId);
        requireMayAct(document.kind, staff);
        const follower = followerOf(document);
        const rules = follower.signing(tx, document, staff);
        const nowMs = clock.nowMs();
        const given = insertSignatures(tx, document, signatures, rules, staff, nowMs);
        const signed = requireSealed(tx, documentId);
        const change = {
          act: 'signed',
          signatures: signed.signatures.filter(({ id }) => given.includes(id)),
        } as const;
        follower.follow(tx, signed, change, actorOf(staff), nowMs);
        return signed;
      }),

    /** Errors: those of `signatures.withdraw`. */
    withdraw: (
      { id, reason }: { readonly id: SignatureId; readonly reason: string },
      staff: Staff,
    ): SealedDocument =>
      db.write((tx) => {
        const document = findSignedDocument(tx, id);
        if (document === undefined) throw new AppError('notFound', { kind: 'signature', id });
        requireMayAct(document.kind, staff);
        if (document.voided !== null) throw new AppError('sealedForbids', { reason: 'voided' });
        const signature = document.signatures.find((one) => one.id === id);
        if (signature?.withdrawn !== null) throw new AppError('sealedForbids', { reason: 'withdrawn' });
        const follower = followerOf(document);
        if (follower.withdrawing === undefined) throw new AppError('sealedForbids', { reason: 'kind' });
        follower.withdrawing(tx, document, staff);
        const nowMs = clock.nowMs();
        const actor = actorOf(staff);
        const fallen = fallingWith(document, signature);
        for (const one of fallen) withdrawSignatureRow(tx, one.id, reason, staff.id, nowMs);
        const others = fallen.flatMap((one) => (one.id === id ? [] : [one.id]));
        const about = {
          signer: signature.signer,
          mode: signature.mode,
          signatureId: id,
          reason,
          ...(others.length === 0 ? {} : { others }),
        };
        tx.audit(auditEntry(actor, nowMs, 'sealed.signatureWithdrawn', subjectOf(document), about));
        const after = requireSealed(tx, document.id);
        follower.follow(tx, after, { act: 'withdrawn', signatures: fallen }, actor, nowMs);
        return after;
      }),
  };
}
