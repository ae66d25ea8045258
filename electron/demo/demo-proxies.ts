import { addDays } from '#shared/calendar/iso-day.ts';
import { riyadhDay } from '#shared/calendar/dual-date.ts';
import { mayActOn } from '#shared/households/representation.ts';
import type { PartyId, RepresentationId, RequestId } from '#shared/ids.ts';
import type { Staff } from '#shared/staff/staff.ts';
import { createRepresentativeService } from '../households/representative-service.ts';
import type { DemoCases } from './demo-cases.ts';
import type { DemoPlay } from './demo-play.ts';

/** Nobody comes on a deed that ends before the committee has answered. */
const LEAST_DAYS = 200;
const TERM_DAYS = 730;

/** S.1: those who come for an applicant, each on a deed with its number, its bounds and its end, held against its original. */
export function createDemoProxies(play: DemoPlay, cases: DemoCases) {
  const { clock, seed } = play;
  const representatives = createRepresentativeService(play);
  const deedsOf = (partyId: PartyId, day: string) =>
    representatives.ofParty(partyId).by.filter((deed) => mayActOn(deed, day));

  return {
    /** On whose deed somebody comes today for the applicant: one of the register, or one that is shown now. */
    deedFor: (partyId: PartyId, turn: number, by: Staff): RepresentationId | null => {
      const today = riyadhDay(clock.nowMs());
      const last = addDays(today, LEAST_DAYS);
      const standing = deedsOf(partyId, last)[0];
      if (standing !== undefined) return standing.id;
      const others = play.knownParties().filter((id) => id !== partyId);
      const representativeId = others[turn % others.length];
      // The first one through the door knows nobody here.
      if (representativeId === undefined) return null;
      const issuedOn = addDays(today, -30);
      const representation = {
        representativeId,
        kind: 'proxy',
        relation: 'قريب',
        deedNumber: `45${String(1_000_000 + ((seed * 7_919 + turn * 104_729) % 8_999_999))}`,
        deedIssuer: 'ناجز',
        scope: 'مراجعة الجمعية والتوقيع لديها واستلام المساعدات',
        issuedOn,
        expiresOn: addDays(issuedOn, TERM_DAYS),
      } as const;
      const id = representatives.save({ partyId, id: null, representation }, by);
      representatives.match(id, true, by);
      return id;
    },

    /** The deed on which the request's papers are signed and its service received today; null: by the applicant. */
    deedToday: (id: RequestId): RepresentationId | null => {
      const { partyId, representation } = cases.requests.getRequest(id);
      const deeds = representation === null ? [] : deedsOf(partyId, riyadhDay(clock.nowMs()));
      return deeds.find((deed) => deed.id === representation?.id)?.id ?? null;
    },
  };
}
