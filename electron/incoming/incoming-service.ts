import { AppError } from '#shared/app-error.ts';
import { riyadhDay } from '#shared/calendar/dual-date.ts';
import { hijriFromGregorian } from '#shared/calendar/hijri.ts';
import type { FileRef } from '#shared/files/stored-file.ts';
import type { IncomingContent, IncomingLetter } from '#shared/incoming/incoming.ts';
import { type IncomingAction, mayDoToIncoming } from '#shared/incoming/incoming-rules.ts';
import type { IncomingId, PartyId, StaffId } from '#shared/ids.ts';
import { referenceNumber } from '#shared/letters/letter-rules.ts';
import { auditRepeated } from '#db/audit/audit-queries.ts';
import { insertAttachment, removeAttachment } from '#db/files/attachments.ts';
import { type IncomingFilter, listIncoming, listSenders } from '#db/incoming/incoming-list.ts';
import { findIncoming, LATER_SCAN } from '#db/incoming/incoming-queries.ts';
import { incomingChainAfter, incomingJson, sealIncoming } from '#db/incoming/incoming-seal.ts';
import {
  assignIncoming,
  closeIncoming,
  insertIncoming,
  nextIncomingId,
  reopenIncoming,
  voidIncoming,
} from '#db/incoming/incoming-writes.ts';
import type { Database } from '#db/open-database.ts';
import { getProfile } from '#db/organisation/organisation-rows.ts';
import { keptOf } from '#db/duplicates/family.ts';
import { counterOrNext, linkChain, takeNumber } from '#db/registers/register-counter.ts';
import { findStaff } from '#db/staff/staff-queries.ts';
import type { Reader, WriteTransaction } from '#db/transaction.ts';
import type { Actor } from '../audit/actor.ts';
import { auditEntry } from '../audit/audit-entry.ts';
import { requireMayHang } from '../files/file-access.ts';
import { settleClock } from '../audit/clock-guard.ts';
import type { Clock } from '../ports/clock.ts';

export type IncomingService = ReturnType<typeof createIncomingService>;

const SENDERS = 8;
const subject = (id: IncomingId) => ({ kind: 'incoming', id });

/** @throws AppError notFound */
function getIncoming(reader: Reader, id: IncomingId): IncomingLetter {
  const letter = findIncoming(reader, id);
  if (letter === undefined) throw new AppError('notFound', { kind: 'incoming', id });
  return letter;
}

/** Every file that a registered letter speaks of. */
const filesOf = (content: IncomingContent): FileRef[] => [
  ...content.scans,
  ...(content.attachments.kind === 'list'
    ? content.attachments.items.flatMap(({ file }) => (file === undefined ? [] : [file]))
    : []),
];

/** الوارد: registered in one act, then assigned, answered or closed; its register data is never touched again. */
export function createIncomingService({ db, clock }: { readonly db: Database; readonly clock: Clock }) {
  /** The letter, if `action` may be done to it now. @throws AppError notFound, incomingStateForbids { state, action } */
  function require(reader: Reader, id: IncomingId, action: IncomingAction): IncomingLetter {
    const letter = getIncoming(reader, id);
    if (!mayDoToIncoming(letter.state, action))
      throw new AppError('incomingStateForbids', { state: letter.state, action });
    return letter;
  }

  /** @throws AppError notFound: nobody of that id, or one who has left */
  function requireStaff(reader: Reader, id: StaffId | null): string {
    if (id === null) return '';
    const staff = findStaff(reader, id);
    if (staff?.active !== true) throw new AppError('notFound', { kind: 'staff', id });
    return staff.name;
  }

  function act(
    id: IncomingId,
    action: IncomingAction,
    write: (tx: WriteTransaction, letter: IncomingLetter, nowMs: number) => void,
  ): IncomingLetter {
    return db.write((tx) => {
      const letter = require(tx, id, action);
      write(tx, letter, clock.nowMs());
      return getIncoming(tx, id);
    });
  }

  return {
    list: (filter: IncomingFilter, staffId: StaffId) =>
      db.snapshot((reader) => listIncoming(reader, filter, staffId, riyadhDay(clock.nowMs()))),

    /** A look is logged. @throws AppError notFound */
    get: (id: IncomingId, actor: Actor): IncomingLetter =>
      db.write((tx) => {
        const letter = getIncoming(tx, id);
        auditRepeated(tx, auditEntry(actor, clock.nowMs(), 'incoming.viewed', subject(id)));
        return letter;
      }),

    senders: (text: string) => listSenders(db, text, SENDERS),

    /** Number, seal, row, files and log, or none of it. @throws AppError as `incoming.register` of the contract */
    register(
      input: {
        readonly content: IncomingContent;
        readonly partyId: PartyId | null;
        readonly assignedTo: StaffId | null;
        readonly dueDay: string | null;
        readonly confirmClock: boolean;
      },
      actor: Actor,
    ): IncomingLetter {
      return db.write((tx) => {
        const nowMs = clock.nowMs();
        settleClock(tx, actor, nowMs, input.confirmClock, clock);
        // An earlier sender may have been merged since: the letter is about who stayed.
        const partyId = input.partyId === null ? null : (keptOf(tx, input.partyId)?.id ?? null);
        if (input.partyId !== null && partyId === null)
          throw new AppError('notFound', { kind: 'party', id: input.partyId });
        requireStaff(tx, input.assignedTo);
        const files = filesOf(input.content);
        for (const file of files) requireMayHang(tx, file, actor);

        const { letters } = getProfile(tx);
        const day = riyadhDay(nowMs);
        const { year: hijriYear } = hijriFromGregorian(day);
        const counter = counterOrNext(tx, 'incoming', hijriYear, letters.restartYearly);
        const number = counter.last + 1;
        const ours = referenceNumber(letters.incomingPattern, number, hijriYear);
        const place = { hijriYear, number, referenceNumber: ours, day, chainBefore: counter.chainHead };
        const seal = sealIncoming(incomingJson(input.content), place);
        // Under BEGIN IMMEDIATE nobody else writes between the look at the register and this.
        if (!takeNumber(tx, counter, letters.restartYearly))
          throw new AppError('registerMoved', { tries: 1 });
        const id = nextIncomingId(tx);
        const { content, assignedTo, dueDay } = input;
        const event = tx.audit(
          auditEntry(actor, nowMs, 'incoming.registered', subject(id), {
            register: 'incoming',
            hijriYear,
            number,
            referenceNumber: ours,
            day,
            contentSha256: seal.contentSha256,
            seal: seal.seal,
            // No seal covers these: verification holds them against the log.
            partyId,
            to: assignedTo,
            dueDay,
          }),
        );
        const chainAfter = incomingChainAfter(seal.seal, event.hash);
        const rest = { origin: 'desk', content, partyId, assignedTo, dueDay } as const;
        insertIncoming(
          tx,
          id,
          { ...place, ...rest, seal, chainAfter, auditHash: event.hash },
          actor.id,
          nowMs,
        );
        linkChain(tx, 'incoming', hijriYear, number, chainAfter);
        for (const file of files)
          insertAttachment(
            tx,
            subject(id),
            content.scans.includes(file) ? 'scan' : 'attachment',
            file,
            actor.id,
            nowMs,
          );
        return getIncoming(tx, id);
      });
    },

    /** @throws AppError notFound (letter, staff), incomingStateForbids */
    assign: (id: IncomingId, to: StaffId | null, dueDay: string | null, actor: Actor): IncomingLetter =>
      act(id, 'assign', (tx, _, nowMs) => {
        const toName = requireStaff(tx, to);
        assignIncoming(tx, id, to, dueDay, nowMs);
        tx.audit(auditEntry(actor, nowMs, 'incoming.assigned', subject(id), { to, toName, dueDay }));
      }),

    close: (id: IncomingId, note: string, actor: Actor): IncomingLetter =>
      act(id, 'close', (tx, _, nowMs) => {
        closeIncoming(tx, id, note, actor.id, nowMs);
        tx.audit(auditEntry(actor, nowMs, 'incoming.closed', subject(id), { note }));
      }),

    reopen: (id: IncomingId, actor: Actor): IncomingLetter =>
      act(id, 'reopen', (tx, _, nowMs) => {
        reopenIncoming(tx, id, nowMs);
        tx.audit(auditEntry(actor, nowMs, 'incoming.reopened', subject(id)));
      }),

    /** The number stays, and says why. */
    void: (id: IncomingId, reason: string, actor: Actor): IncomingLetter =>
      act(id, 'void', (tx, letter, nowMs) => {
        voidIncoming(tx, id, reason, actor.id, nowMs);
        const { referenceNumber: ours } = letter;
        tx.audit(auditEntry(actor, nowMs, 'incoming.voided', subject(id), { referenceNumber: ours, reason }));
      }),

    /** @throws AppError notFound, incomingStateForbids, fileVanished { name } */
    addScan: (id: IncomingId, file: FileRef, actor: Actor): IncomingLetter =>
      act(id, 'addScan', (tx, _, nowMs) => {
        requireMayHang(tx, file, actor);
        insertAttachment(tx, subject(id), LATER_SCAN, file, actor.id, nowMs);
        tx.audit(auditEntry(actor, nowMs, 'incoming.scanAdded', subject(id), { ...file }));
      }),

    /** @throws AppError notFound (letter, scan), incomingStateForbids */
    removeScan: (id: IncomingId, scanId: number, actor: Actor): IncomingLetter =>
      act(id, 'addScan', (tx, letter, nowMs) => {
        const scan = letter.laterScans.find((one) => one.id === scanId);
        if (scan === undefined || !removeAttachment(tx, subject(id), LATER_SCAN, scanId, actor.id, nowMs))
          throw new AppError('notFound', { kind: 'file', id: scanId });
        tx.audit(auditEntry(actor, nowMs, 'incoming.scanRemoved', subject(id), { ...scan.file }));
      }),
  };
}
