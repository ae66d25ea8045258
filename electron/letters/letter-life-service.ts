import { AppError } from '#shared/app-error.ts';
import { riyadhDay } from '#shared/calendar/dual-date.ts';
import type { FileRef } from '#shared/files/stored-file.ts';
import type { DeliveryId, LetterId } from '#shared/ids.ts';
import type { DeliveryMethod } from '#shared/letters/letter-life.ts';
import { type LetterAction, nextLetterState } from '#shared/letters/letter-rules.ts';
import type { Letter } from '#shared/letters/letter.ts';
import { deliveryRecordSha256 } from '#db/letters/delivery-record.ts';
import { findDelivery } from '#db/letters/letter-life-queries.ts';
import {
  insertDelivery,
  insertSigning,
  withdrawDelivery,
  withdrawSigning,
} from '#db/letters/letter-life-writes.ts';
import type { Database } from '#db/open-database.ts';
import type { Reader, WriteTransaction } from '#db/transaction.ts';
import type { Actor } from '../audit/actor.ts';
import { auditEntry } from '../audit/audit-entry.ts';
import { requireMayHang } from '../files/file-access.ts';
import type { Clock } from '../ports/clock.ts';
import { type LetterFiles, NO_FILES } from './letter-ports.ts';
import { getLetter } from './letter-service.ts';

export type LetterLifeService = ReturnType<typeof createLetterLifeService>;

export interface DeliveryInput {
  readonly id: LetterId;
  readonly method: DeliveryMethod;
  readonly receiver: string;
  /** ISO day. */
  readonly day: string;
  readonly note: string;
  readonly signature: FileRef | null;
}

const subject = (id: LetterId) => ({ kind: 'letter', id });

/** What becomes of an issued letter: its signed sheet is filed, it is handed over; mistakes are withdrawn and stay. */
export function createLetterLifeService({
  db,
  clock,
  files = NO_FILES,
}: {
  readonly db: Database;
  readonly clock: Clock;
  readonly files?: LetterFiles;
}) {
  function require(reader: Reader, id: LetterId, action: LetterAction): Letter {
    const letter = getLetter(reader, id);
    if (nextLetterState(letter.state, action) === null)
      throw new AppError('letterStateForbids', { state: letter.state, action });
    return letter;
  }

  /** A record never speaks of a file that cannot be shown. @throws AppError fileVanished { name } */
  function requireFile(file: FileRef): void {
    try {
      files.read(file.sha256, file.name);
    } catch (cause) {
      if (cause instanceof AppError && cause.code === 'notFound')
        throw new AppError('fileVanished', { name: file.name }, { cause });
      throw cause;
    }
  }

  /** Who learned what of whom: a letter about a person on file discloses their data to its receiver. */
  function logDisclosure(
    tx: WriteTransaction,
    letter: Letter,
    action: 'party.disclosed' | 'party.disclosureWithdrawn',
    deliveryId: DeliveryId,
    delivery: DeliveryInput | null,
    actor: Actor,
    nowMs: number,
  ): void {
    if (letter.partyId === null) return;
    const details = {
      letterId: letter.id,
      referenceNumber: letter.referenceNumber,
      deliveryId,
      purpose: letter.subject,
      ...(delivery === null ? {} : { to: delivery.receiver, method: delivery.method, day: delivery.day }),
    };
    tx.audit(auditEntry(actor, nowMs, action, { kind: 'party', id: letter.partyId }, details));
  }

  return {
    /** @throws AppError notFound, letterStateForbids, fileVanished { name } */
    fileSignedScan({ id, file }: { readonly id: LetterId; readonly file: FileRef }, actor: Actor): Letter {
      requireFile(file);
      return db.write((tx) => {
        require(tx, id, 'sign');
        const nowMs = clock.nowMs();
        requireMayHang(tx, file, actor);
        insertSigning(tx, id, file, actor.id, nowMs);
        tx.audit(auditEntry(actor, nowMs, 'letter.signedScanFiled', subject(id), { sha256: file.sha256 }));
        return getLetter(tx, id);
      });
    },

    /** @throws AppError notFound (also when no scan is filed), letterStateForbids */
    withdrawSigning(id: LetterId, actor: Actor): Letter {
      return db.write((tx) => {
        require(tx, id, 'sign');
        const nowMs = clock.nowMs();
        if (!withdrawSigning(tx, id, actor.id, nowMs))
          throw new AppError('notFound', { kind: 'signing', id });
        tx.audit(auditEntry(actor, nowMs, 'letter.signingWithdrawn', subject(id)));
        return getLetter(tx, id);
      });
    },

    /** @throws AppError notFound, letterStateForbids, deliveryDayWrong { day, from, to }, fileVanished { name } */
    deliver(input: DeliveryInput, actor: Actor): Letter {
      if (input.signature !== null) requireFile(input.signature);
      return db.write((tx) => {
        const letter = require(tx, input.id, 'deliver');
        const nowMs = clock.nowMs();
        const from = letter.issuedOn ?? '';
        const to = riyadhDay(nowMs);
        if (input.day < from || input.day > to)
          throw new AppError('deliveryDayWrong', { day: input.day, from, to });
        if (input.signature !== null) requireMayHang(tx, input.signature, actor);
        const deliveryId = insertDelivery(tx, { ...input, letterId: input.id }, actor.id, nowMs);
        const { method, day } = input;
        tx.audit(
          auditEntry(actor, nowMs, 'letter.delivered', subject(input.id), {
            deliveryId,
            method,
            day,
            recordSha256: deliveryRecordSha256(input.receiver, input.note),
            ...(input.signature === null ? {} : { signature: input.signature.sha256 }),
          }),
        );
        logDisclosure(tx, letter, 'party.disclosed', deliveryId, input, actor, nowMs);
        return getLetter(tx, input.id);
      });
    },

    /** @throws AppError notFound, letterStateForbids, conflict (withdrawn before) */
    withdrawDelivery(deliveryId: DeliveryId, actor: Actor): Letter {
      return db.write((tx) => {
        const found = findDelivery(tx, deliveryId);
        if (found === undefined) throw new AppError('notFound', { kind: 'delivery', id: deliveryId });
        const letter = require(tx, found.letterId, 'deliver');
        const nowMs = clock.nowMs();
        if (!withdrawDelivery(tx, letter.id, deliveryId, actor.id, nowMs))
          throw new AppError('conflict', { kind: 'delivery', id: deliveryId });
        tx.audit(auditEntry(actor, nowMs, 'letter.deliveryWithdrawn', subject(letter.id), { deliveryId }));
        logDisclosure(tx, letter, 'party.disclosureWithdrawn', deliveryId, null, actor, nowMs);
        return getLetter(tx, letter.id);
      });
    },
  };
}
