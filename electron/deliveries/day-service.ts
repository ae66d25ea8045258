import { AppError } from '#shared/app-error.ts';
import { riyadhDay, riyadhTime } from '#shared/calendar/dual-date.ts';
import { dayNumber } from '#shared/calendar/iso-day.ts';
import { dayCounts, type DayClosing } from '#shared/deliveries/day-closing.ts';
import type { DayHandover } from '#shared/deliveries/delivery.ts';
import type { SealedDocumentId } from '#shared/ids.ts';
import { standing } from '#shared/sealed/sealed-document.ts';
import { setDayClosed } from '#db/deliveries/day-writes.ts';
import {
  countHandoversByDay,
  findClosing,
  findHandoverByCode,
  listHandoversOfDay,
  listLateHandovers,
} from '#db/deliveries/delivery-queries.ts';
import { findSealedDocument } from '#db/sealed/sealed-queries.ts';
import { voidSealedRow } from '#db/sealed/sealed-writes.ts';
import type { Reader } from '#db/transaction.ts';
import type { Staff } from '#shared/staff/staff.ts';
import { actorOf } from '../audit/actor.ts';
import { auditEntry } from '../audit/audit-entry.ts';
import type { LetterFiles } from '../letters/letter-ports.ts';
import type { Clock } from '../ports/clock.ts';
import { insertSealed, prepareSeal, sealedHead, type SealOrder, type SealPorts } from '../sealed/seal.ts';

interface DayPorts extends SealPorts {
  readonly clock: Clock;
  readonly files: LetterFiles;
}

/** Late ones shown at once: more than that is a list to go through elsewhere. */
const MOST_LATE = 200;

const DAY_MS = 86_400_000;
const RIYADH_MS = 3 * 3_600_000;
/** Midnight in Riyadh, which has kept one offset since 1947. */
const startOf = (day: string): number => dayNumber(day) * DAY_MS - RIYADH_MS;

export const handoversOfDay = (reader: Reader, day: string): DayHandover[] =>
  listHandoversOfDay(reader, day, startOf(day));

/** Still to come of days before, on today's list alone. */
export const lateOnDay = (reader: Reader, day: string, today: string): DayHandover[] =>
  day === today ? listLateHandovers(reader, day, MOST_LATE) : [];

/** What a page of a day says, as plain data: another one now than then means that the page is behind. */
function contentOf(rows: readonly DayHandover[], day: string) {
  const counts = dayCounts(rows);
  const { services, ...totals } = counts;
  return {
    day,
    ...totals,
    services: services.map((one) => ({ ...one })),
    lines: rows
      .filter(({ state }) => state === 'delivered')
      .map((row) => ({
        code: row.code,
        partyName: row.partyName,
        requestNumber: row.requestNumber,
        serviceName: row.serviceName,
        quantity: row.quantity,
        unit: row.unit,
        receiverName: row.receiver?.name ?? '',
        time: row.doneAtMs === null ? '' : riyadhTime(row.doneAtMs),
      })),
    failures: rows
      .filter(({ state }) => state === 'failed')
      .map(({ partyName, serviceName, failReason }) => ({ partyName, serviceName, failReason })),
  };
}

type DayPage = ReturnType<typeof contentOf>;
/** What a correction would change. A name that was mended since is none. */
const outcomeOf = ({ lines, failed }: DayPage): string =>
  JSON.stringify([lines.map(({ code }) => code).toSorted(), failed]);

/** The list of a day, and the page that closes it. */
export function createDayService(ports: DayPorts) {
  const { db, clock } = ports;

  function closingOf(reader: Reader, rows: readonly DayHandover[], day: string): DayClosing {
    const closed = findClosing(reader, day);
    const content = contentOf(rows, day);
    const page = closed && findSealedDocument(reader, closed.documentId);
    const signed = page && standing(page).find(({ signer }) => signer === 'officer');
    return {
      counts: dayCounts(rows),
      closed:
        closed === undefined
          ? null
          : {
              documentId: closed.documentId,
              version: closed.version,
              atMs: closed.atMs,
              by: closed.by,
              closerId: closed.closerId,
              signature:
                signed === undefined
                  ? null
                  : { id: signed.id, mode: signed.mode, atMs: signed.atMs, file: signed.file },
              changedSince: outcomeOf(content) !== outcomeOf(closed.content as DayPage),
            },
    };
  }

  function orderOf(reader: Reader, day: string, staff: Staff, nowMs: number): SealOrder {
    const content = contentOf(handoversOfDay(reader, day), day);
    const made = { madeOn: riyadhDay(nowMs), madeAt: riyadhTime(nowMs) };
    const officer = { name: staff.name, jobTitle: staff.jobTitle };
    return {
      kind: 'deliveryDay',
      subject: { kind: 'deliveryDay', id: dayNumber(day) },
      requestId: null,
      title: `محضر إقفال تسليم يوم ${day.split('-').toReversed().join('/')}`,
      content: { ...made, officer, ...content },
      sheet: (code) => ({
        kind: 'deliveryDay',
        ...sealedHead(reader, ports.files),
        ...content,
        ...made,
        officer,
        code,
      }),
    };
  }

  return {
    day: (day: string) =>
      db.snapshot((reader) => {
        const today = riyadhDay(clock.nowMs());
        const rows = handoversOfDay(reader, day);
        return {
          day,
          isToday: day === today,
          rows,
          late: lateOnDay(reader, day, today),
          closing: closingOf(reader, rows, day),
        };
      }),

    days: (from: string, to: string) => db.snapshot((reader) => countHandoversByDay(reader, from, to)),

    byCode: (code: string): DayHandover | null =>
      db.snapshot((reader) => findHandoverByCode(reader, code)) ?? null,

    /** Errors: those of `deliveries.closeDay`. */
    async closeDay(day: string, again: string | null, staff: Staff): Promise<SealedDocumentId> {
      const nowMs = clock.nowMs();
      const today = riyadhDay(nowMs);
      // What has not begun is not closed: its page would be signed in advance.
      if (day > today) throw new AppError('dayNotCome', { day: today });
      const check = (reader: Reader) => {
        const order = orderOf(reader, day, staff, nowMs);
        const before = findClosing(reader, day);
        if (handoversOfDay(reader, day).length === 0) throw new AppError('dayEmpty', { day });
        if (before !== undefined && again === null) throw new AppError('dayClosed', { day });
        return { order, before };
      };
      const first = db.snapshot(check);
      const ready = await prepareSeal(ports, first.order);
      return db.write((tx) => {
        const { order, before } = check(tx);
        if (JSON.stringify(order.content) !== JSON.stringify(first.order.content))
          throw new AppError('conflict', { kind: 'deliveryDay', day });
        const actor = actorOf(staff);
        if (before !== undefined) {
          const reason = again ?? '';
          voidSealedRow(tx, before.documentId, reason, actor.id, nowMs);
          const subject = { kind: 'sealedDocument', id: before.documentId };
          tx.audit(auditEntry(actor, nowMs, 'sealed.voided', subject, { kind: 'deliveryDay', reason }));
        }
        const documentId = insertSealed(tx, ready, actor, nowMs);
        setDayClosed(tx, day, documentId, actor.id, nowMs);
        tx.audit(
          auditEntry(actor, nowMs, 'delivery.dayClosed', { kind: 'sealedDocument', id: documentId }, { day }),
        );
        return documentId;
      });
    },
  };
}
