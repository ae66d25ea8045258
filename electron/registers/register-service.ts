import { AppError } from '#shared/app-error.ts';
import { riyadhDay } from '#shared/calendar/dual-date.ts';
import { hijriFromGregorian } from '#shared/calendar/hijri.ts';
import { referenceNumber } from '#shared/letters/letter-rules.ts';
import type { LetterRegister, PaperRange } from '#shared/registers/register.ts';
import type { EnteredIncoming, EnteredOutgoing } from '#shared/registers/registers-contract.ts';
import { getProfile } from '#db/organisation/organisation-rows.ts';
import { findPaperRange, listPaperRanges } from '#db/registers/paper-ranges.ts';
import { listRegisterSummaries } from '#db/registers/register-book.ts';
import { counterOrNext, linkChain, takeNumber } from '#db/registers/register-counter.ts';
import {
  insertRange,
  insertReserved,
  listOpenReserved,
  type ReservedAddress,
} from '#db/registers/reserved-numbers.ts';
import { reservedChainAfter, sealReserved } from '#db/registers/reserved-seal.ts';
import type { Actor } from '../audit/actor.ts';
import { auditEntry } from '../audit/audit-entry.ts';
import { settleClock } from '../audit/clock-guard.ts';

import { enterIncoming, enterOutgoing, type RegisterPorts, requireOpen, settle } from './enter-paper.ts';

export type RegisterService = ReturnType<typeof createRegisterService>;

/** Numbers that go out on paper while the desk is down, and come back. */
export function createRegisterService(ports: RegisterPorts) {
  const { db, clock } = ports;
  return {
    overview: () =>
      db.snapshot((reader) => ({
        registers: listRegisterSummaries(reader),
        ranges: listPaperRanges(reader),
      })),

    listReserved: () => db.snapshot(listOpenReserved),

    /** Each number is taken, sealed and linked as a letter's is: the chain has no gap where paper begins. */
    reserve(
      input: {
        readonly register: LetterRegister;
        readonly count: number;
        readonly reason: string;
        readonly confirmClock: boolean;
      },
      actor: Actor,
    ): PaperRange {
      return db.write((tx) => {
        const nowMs = clock.nowMs();
        settleClock(tx, actor, nowMs, input.confirmClock, clock);
        const { register, count, reason } = input;
        const { letters } = getProfile(tx);
        const pattern = register === 'outgoing' ? letters.outgoingPattern : letters.incomingPattern;
        const day = riyadhDay(nowMs);
        const { year: hijriYear } = hijriFromGregorian(day);
        const seen = counterOrNext(tx, register, hijriYear, letters.restartYearly);
        const first = seen.last + 1;
        const last = seen.last + count;
        // The first number opens a new year's register, which the range refers to.
        if (!takeNumber(tx, seen, letters.restartYearly)) throw new AppError('registerMoved', { tries: 1 });
        const rangeId = insertRange(tx, { register, hijriYear, first, last, reason, day }, actor.id, nowMs);
        const event = tx.audit(
          auditEntry(
            actor,
            nowMs,
            'register.reserved',
            { kind: 'paperRange', id: rangeId },
            { register, hijriYear, first, last, reason, day },
          ),
        );
        let chainBefore = seen.chainHead;
        for (let number = first; number <= last; number += 1) {
          if (
            number > first &&
            !takeNumber(tx, { ...seen, last: number - 1, chainHead: chainBefore }, letters.restartYearly)
          )
            throw new AppError('registerMoved', { tries: 1 });
          const ours = referenceNumber(pattern, number, hijriYear);
          const place = { register, hijriYear, number, referenceNumber: ours, day, reason, chainBefore };
          const { seal } = sealReserved(place);
          const chainAfter = reservedChainAfter(seal, event.hash);
          insertReserved(tx, { ...place, rangeId, seal, chainAfter, auditHash: event.hash });
          linkChain(tx, register, hijriYear, number, chainAfter);
          chainBefore = chainAfter;
        }
        return findPaperRange(tx, rangeId)!;
      });
    },

    enterOutgoing: (input: EnteredOutgoing, actor: Actor) => enterOutgoing(ports, input, actor),

    enterIncoming: (input: EnteredIncoming, actor: Actor) => enterIncoming(ports, input, actor),

    /** The number stays, and says why. @throws AppError notFound, reservedNumberSettled */
    voidReserved(address: ReservedAddress, reason: string, actor: Actor): void {
      db.write((tx) => {
        const nowMs = clock.nowMs();
        const row = requireOpen(tx, address);
        const { register, hijriYear, number } = address;
        tx.audit(
          auditEntry(
            actor,
            nowMs,
            'register.paperVoided',
            { kind: 'paperRange', id: row.range_id },
            {
              register,
              hijriYear,
              number,
              referenceNumber: row.reference_number,
              reason,
            },
          ),
        );
        settle(tx, row, { state: 'voided' }, reason, actor, nowMs);
      });
    },
  };
}
