import { agreementTermsSchema } from '#shared/agreements/agreement.ts';
import { addDays } from '#shared/calendar/iso-day.ts';
import type { PartyId } from '#shared/ids.ts';
import { recordOfDoor } from '#shared/parties/party-record.ts';
import { createAgreementService } from '../agreements/agreement-service.ts';
import { createRecordService } from '../parties/record-service.ts';
import { DEMO_AGREEMENTS, DEMO_SIDES, type DemoAgreement } from './demo-agreement-words.ts';
import { nextWorkingDay } from './demo-calendar.ts';
import { type DemoPlay, MINUTE, momentOf } from './demo-play.ts';
import type { DemoRandom } from './demo-random.ts';

/** Donors, volunteers, delegates and partner bodies, and what was agreed on with them (P.2): kept, broken, settled. */
export function planAgreements(play: DemoPlay, random: DemoRandom): void {
  const records = createRecordService(play);
  const agreements = createAgreementService(play);
  const { team, until } = play;
  const day = (by: number): string => addDays(until, by);
  const known = new Map<number, PartyId>();

  const sideOf = (at: number): PartyId => {
    const found = known.get(at);
    if (found !== undefined) return found;
    const side = DEMO_SIDES[at];
    if (side === undefined) throw new Error(`no side ${at}`);
    const { name, kind, role, sex, village } = side;
    const record = recordOfDoor({
      kind,
      name,
      idKind: 'none',
      idNumber: '',
      noIdReason: kind === 'person' ? 'لا تلزم لغير المستفيدين' : '',
      mobile: `+96655${String(4_100_000 + at * 7919)}`,
      village,
      sex,
      roles: [role],
    });
    const { id } = records.saveRecord({ id: null, version: null, record }, team.manager);
    known.set(at, id);
    return id;
  };

  /** On a working day, in the order of what happened, and never after the last day. */
  const planned = (by: number, after: number): number =>
    Math.max(momentOf(random, nextWorkingDay(day(by))), after + 5 * MINUTE);

  const plan = (agreement: DemoAgreement): void => {
    const {
      side,
      kind,
      title,
      number,
      signed,
      starts,
      ends,
      ours,
      theirs,
      liability,
      cases = [],
      ended,
    } = agreement;
    const by = random.pick(team.desk);
    const made: { id: ReturnType<typeof agreements.add>['id'] | null } = { id: null };
    let atMs = planned(signed ?? -3, 0);
    play.at(atMs, () => {
      const terms = agreementTermsSchema.parse({
        kind,
        title,
        number,
        signedOn: signed === null ? null : day(signed),
        startsOn: day(starts),
        endsOn: ends === null ? null : day(ends),
        ourDuties: ours,
        theirDuties: theirs,
        liability,
      });
      made.id = agreements.add({ partyId: sideOf(side), terms, renewsId: null }, by).id;
    });
    for (const { kind: what, by: byWhom, on, text, settled } of cases) {
      atMs = planned(on, atMs);
      const holder: { event: ReturnType<typeof agreements.addEvent>['events'][number] | null } = {
        event: null,
      };
      play.at(atMs, () => {
        if (made.id === null) return;
        const { events } = agreements.addEvent(made.id, { kind: what, onDay: day(on), byWhom, text }, by);
        holder.event = events[0] ?? null;
      });
      if (settled === null) continue;
      atMs = planned(settled.on, atMs);
      play.at(atMs, () => {
        if (made.id === null || holder.event === null) return;
        agreements.settle(
          made.id,
          holder.event.id,
          { settledOn: day(settled.on), settlement: settled.how },
          team.manager,
        );
      });
    }
    if (ended === undefined) return;
    play.at(planned(ended.on, atMs), () => {
      if (made.id === null) return;
      const { version } = agreements.get(made.id);
      agreements.end(made.id, version, { endedOn: day(ended.on), reason: ended.reason }, team.manager);
    });
  };

  // Whoever has no agreement is known all the same.
  for (const at of DEMO_SIDES.keys())
    play.at(momentOf(random, nextWorkingDay(day(-720 + at * 3))), () => void sideOf(at));
  for (const agreement of DEMO_AGREEMENTS) plan(agreement);
}
