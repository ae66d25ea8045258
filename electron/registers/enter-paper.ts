import { AppError } from '#shared/app-error.ts';
import { riyadhDay } from '#shared/calendar/dual-date.ts';
import type { FileRef, MediaType } from '#shared/files/stored-file.ts';
import type { IncomingId, LetterId } from '#shared/ids.ts';
import { EMPTY_RICH_TEXT } from '#shared/letters/rich-text.ts';
import type { LetterContent } from '#shared/letters/letter.ts';
import type { LetterRegister } from '#shared/registers/register.ts';
import type { EnteredIncoming, EnteredOutgoing } from '#shared/registers/registers-contract.ts';
import { insertAttachment } from '#db/files/attachments.ts';
import { listUsesAsOfficeImage } from '#db/files/office-images.ts';
import { incomingJson } from '#db/incoming/incoming-seal.ts';
import { insertIncoming, nextIncomingId } from '#db/incoming/incoming-writes.ts';
import { insertSigning } from '#db/letters/letter-life-writes.ts';
import { pdfSha256 } from '#db/letters/letter-seal.ts';
import { insertPaperLetter, nextLetterId, paperLetterSha256 } from '#db/letters/paper-letter-writes.ts';
import type { Database } from '#db/open-database.ts';
import { findParty } from '#db/parties/party-queries.ts';
import {
  findReserved,
  type ReservedAddress,
  type ReservedRow,
  settleReserved,
} from '#db/registers/reserved-numbers.ts';
import type { Reader, WriteTransaction } from '#db/transaction.ts';
import type { Actor } from '../audit/actor.ts';
import { auditEntry } from '../audit/audit-entry.ts';
import { requireMayHang } from '../files/file-access.ts';
import type { LetterFiles } from '../letters/letter-ports.ts';
import type { Clock } from '../ports/clock.ts';
import { scanAsPdf } from './scan-as-pdf.ts';

export interface RegisterPorts {
  readonly db: Database;
  readonly clock: Clock;
  readonly files: LetterFiles;
}

/** @throws AppError notFound, reservedNumberSettled { referenceNumber } */
export function requireOpen(reader: Reader, address: ReservedAddress): ReservedRow {
  const row = findReserved(reader, address);
  if (row === undefined) throw new AppError('notFound', { kind: 'reservedNumber', id: address.number });
  if (row.state !== 'open')
    throw new AppError('reservedNumberSettled', { referenceNumber: row.reference_number });
  return row;
}

/** Nothing is dated before its number was taken along, nor after today. @throws AppError paperDayOutside */
function requireDay(row: ReservedRow, day: string, nowMs: number): void {
  const today = riyadhDay(nowMs);
  const last = today < row.day ? row.day : today;
  if (day < row.day || day > last) throw new AppError('paperDayOutside', { from: row.day, to: last });
}

function requireParty(reader: Reader, id: number | null): void {
  if (id !== null && findParty(reader, id) === undefined)
    throw new AppError('notFound', { kind: 'party', id });
}

/**
 * Everybody may look at a letter's page: a picture of the stamp or of a signature must not come out by way of one.
 * @throws AppError fileVanished { name }, notAllowed { right }
 */
function requireScan(reader: Reader, file: FileRef, actor: Actor): MediaType {
  const uses = listUsesAsOfficeImage(reader, file.sha256);
  if (uses.some(({ kind }) => kind !== 'logo'))
    throw new AppError('notAllowed', { right: 'useSigningPictures' });
  return requireMayHang(reader, file, actor);
}

export function settle(
  tx: WriteTransaction,
  row: ReservedRow,
  to: Parameters<typeof settleReserved>[2],
  reason: string,
  actor: Actor,
  nowMs: number,
): void {
  const address = {
    register: row.register as LetterRegister,
    hijriYear: row.hijri_year,
    number: row.number,
  };
  if (!settleReserved(tx, address, to, reason, actor.id, nowMs))
    throw new AppError('reservedNumberSettled', { referenceNumber: row.reference_number });
}

/** @throws AppError as `registers.enterOutgoing` of the contract */
export async function enterOutgoing(
  { db, clock, files }: RegisterPorts,
  input: EnteredOutgoing,
  actor: Actor,
): Promise<{ id: LetterId }> {
  const address = { register: 'outgoing', hijriYear: input.hijriYear, number: input.number } as const;
  const mediaType = db.snapshot((reader) => {
    requireDay(requireOpen(reader, address), input.day, clock.nowMs());
    return requireScan(reader, input.scan, actor);
  });
  // Set while nothing is locked; the number is looked at again below.
  const bytes = files.read(input.scan.sha256, input.scan.name);
  const { pdf, pages } = await scanAsPdf(bytes, mediaType, input.scan.name);
  return db.write((tx) => {
    const nowMs = clock.nowMs();
    const row = requireOpen(tx, address);
    requireDay(row, input.day, nowMs);
    requireParty(tx, input.partyId);
    const content: LetterContent = {
      recipient: input.recipient,
      subject: input.subject,
      body: EMPTY_RICH_TEXT,
      attachments: input.attachments,
      signatory: input.signatory,
      copies: [],
      inReplyTo: '',
    };
    const id = nextLetterId(tx);
    const contentSha256 = paperLetterSha256(JSON.stringify(content), row.reference_number, input.day);
    const sha256 = pdfSha256(pdf);
    const event = tx.audit(
      auditEntry(
        actor,
        nowMs,
        'letter.enteredFromPaper',
        { kind: 'letter', id },
        {
          ...address,
          referenceNumber: row.reference_number,
          day: input.day,
          reason: input.reason,
          contentSha256,
          scanSha256: input.scan.sha256,
          pdfSha256: sha256,
          pages,
        },
      ),
    );
    insertPaperLetter(
      tx,
      {
        id,
        content,
        partyId: input.partyId,
        hijriYear: row.hijri_year,
        number: row.number,
        referenceNumber: row.reference_number,
        day: input.day,
        seal: row.seal,
        chainBefore: row.chain_before,
        chainAfter: row.chain_after,
        auditHash: event.hash,
        contentSha256,
        pdf,
        pdfSha256: sha256,
        pages,
      },
      actor.id,
      nowMs,
    );
    // What was scanned is the signed sheet.
    insertSigning(tx, id, input.scan, actor.id, nowMs);
    settle(tx, row, { state: 'entered', letterId: id, incomingId: null }, input.reason, actor, nowMs);
    return { id };
  });
}

/** @throws AppError as `registers.enterIncoming` of the contract */
export function enterIncoming(
  { db, clock }: RegisterPorts,
  input: EnteredIncoming,
  actor: Actor,
): { id: IncomingId } {
  const { content, day, partyId, reason } = input;
  return db.write((tx) => {
    const nowMs = clock.nowMs();
    const row = requireOpen(tx, {
      register: 'incoming',
      hijriYear: input.hijriYear,
      number: input.number,
    });
    requireDay(row, day, nowMs);
    requireParty(tx, partyId);
    const attached = content.attachments.kind === 'list' ? content.attachments.items : [];
    const others = attached.flatMap(({ file }) => (file === undefined ? [] : [file]));
    for (const file of [...content.scans, ...others]) requireMayHang(tx, file, actor);
    const id = nextIncomingId(tx);
    const contentSha256 = paperLetterSha256(incomingJson(content), row.reference_number, day);
    const event = tx.audit(
      auditEntry(
        actor,
        nowMs,
        'incoming.enteredFromPaper',
        { kind: 'incoming', id },
        {
          register: 'incoming',
          hijriYear: row.hijri_year,
          number: row.number,
          referenceNumber: row.reference_number,
          day,
          reason,
          contentSha256,
          partyId,
          to: null,
          dueDay: null,
        },
      ),
    );
    insertIncoming(
      tx,
      id,
      {
        origin: 'paper',
        hijriYear: row.hijri_year,
        number: row.number,
        referenceNumber: row.reference_number,
        day,
        content,
        partyId,
        seal: { contentSha256, seal: row.seal, chainBefore: row.chain_before },
        chainAfter: row.chain_after,
        auditHash: event.hash,
        assignedTo: null,
        dueDay: null,
      },
      actor.id,
      nowMs,
    );
    const subject = { kind: 'incoming', id };
    for (const file of content.scans) insertAttachment(tx, subject, 'scan', file, actor.id, nowMs);
    for (const file of others) insertAttachment(tx, subject, 'attachment', file, actor.id, nowMs);
    settle(tx, row, { state: 'entered', letterId: null, incomingId: id }, reason, actor, nowMs);
    return { id };
  });
}
