import { AppError } from '#shared/app-error.ts';
import type { RequestId, SealedDocumentId } from '#shared/ids.ts';
import type { SealedKind } from '#shared/sealed/sealed-document.ts';
import { type CanonicalValue, canonicalJson } from '#db/audit/canonical-json.ts';
import { findOfficeImage } from '#db/files/office-images.ts';
import type { Database } from '#db/open-database.ts';
import { getProfile } from '#db/organisation/organisation-rows.ts';
import { freeSealedCode, sealedCodeIsTaken, sealedSha256 } from '#db/sealed/seal-code.ts';
import { nextSealedVersion } from '#db/sealed/sealed-queries.ts';
import { insertSealedRow, type SealedRow } from '#db/sealed/sealed-writes.ts';
import type { Reader, WriteTransaction } from '#db/transaction.ts';
import type { Actor } from '../audit/actor.ts';
import { auditEntry } from '../audit/audit-entry.ts';
import type { LetterFiles } from '../letters/letter-ports.ts';
import type { RenderPaper } from '../papers/paper-ports.ts';
import type { PaperHead, PaperSheet } from '../pdf/documents/paper-sheets.ts';

/** What a paper is set with before it is frozen. */
export interface SealPorts {
  readonly db: Database;
  readonly renderer: { readonly renderPaper: RenderPaper };
}

/** A paper that is to be frozen. */
export interface SealOrder {
  readonly kind: SealedKind;
  /** The record that it is about: a request, a session of the committee, a delivery. */
  readonly subject: { readonly kind: string; readonly id: number };
  readonly requestId: RequestId | null;
  /** In Arabic, as on the paper; numbers in ASCII digits. */
  readonly title: string;
  /** All that the paper says, as plain data: what its hash is made of. */
  readonly content: { readonly [key: string]: CanonicalValue };
  /** The sheet, with the code that stands in its foot. */
  readonly sheet: (code: string) => PaperSheet;
}

/** Set, and not yet frozen: `insertSealed` freezes it, in a transaction. */
export type ReadySeal = SealedRow;

/**
 * Gives a paper its code and sets it, while nothing is locked. What its content was read from may have moved on until the
 * transaction: the caller asks there again whether it still holds.
 * @throws AppError missingGlyph, pictureUnreadable, renderFailed
 */
export async function prepareSeal(ports: SealPorts, order: SealOrder): Promise<ReadySeal> {
  const { kind, subject, requestId, title } = order;
  const contentJson = canonicalJson(order.content);
  const contentSha256 = sealedSha256(contentJson);
  const { version, code } = ports.db.snapshot((reader) => {
    const next = nextSealedVersion(reader, kind, subject);
    const place = { kind, subject, requestId, version: next, contentSha256 };
    return { version: next, code: freeSealedCode(reader, place) };
  });
  const { pdf, pages } = await ports.renderer.renderPaper(order.sheet(code));
  const pdfSha256 = sealedSha256(pdf);
  return {
    kind,
    subject,
    requestId,
    version,
    code,
    title,
    contentJson,
    contentSha256,
    pdf,
    pages,
    pdfSha256,
  };
}

/** Whether a paper that was set before would say the same now: asked in the transaction that freezes it. */
export const stillSays = (ready: ReadySeal, order: SealOrder): boolean =>
  canonicalJson(order.content) === ready.contentJson;

/**
 * Freezes a paper in the caller's transaction, and logs it: verification holds the paper against this very entry.
 * @throws AppError conflict (another one of its kind was frozen meanwhile: prepare again)
 */
export function insertSealed(
  tx: WriteTransaction,
  ready: ReadySeal,
  actor: Actor,
  nowMs: number,
): SealedDocumentId {
  const next = nextSealedVersion(tx, ready.kind, ready.subject);
  if (next !== ready.version || sealedCodeIsTaken(tx, ready.code))
    throw new AppError('conflict', { kind: ready.kind, version: next });
  const id = insertSealedRow(tx, ready, actor.id, nowMs);
  const { kind, subject, version, code, contentSha256, pdfSha256, pages } = ready;
  const about = { kind, of: `${subject.kind}-${subject.id}`, version, code, contentSha256, pdfSha256, pages };
  tx.audit(auditEntry(actor, nowMs, 'sealed.made', { kind: 'sealedDocument', id }, about));
  return id;
}

/** The office's head as it is today: what every sealed sheet stands under. */
export function sealedHead(reader: Reader, files: LetterFiles): PaperHead {
  const logo = findOfficeImage(reader, 'logo');
  return { profile: getProfile(reader), logo: logo === undefined ? null : files.read(logo.sha256) };
}
