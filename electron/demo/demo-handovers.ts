import { addDays } from '#shared/calendar/iso-day.ts';
import { riyadhDay } from '#shared/calendar/dual-date.ts';
import type { HandoverId, RequestId, ServiceId } from '#shared/ids.ts';
import { DEMO_COMMENTS } from './demo-case-words.ts';
import { requirementSeen } from './demo-cases.ts';
import { nextWorkingDay, onWorkingDay, riyadhInstant } from './demo-calendar.ts';
import { type DemoPlay, MINUTE } from './demo-play.ts';
import type { DemoRandom } from './demo-random.ts';
import type { DemoRequests } from './demo-requests.ts';

const DAY = 24 * 60 * MINUTE;
const NINE = 9 * 60;

/** S.6 and S.7 of the demo office: what was granted is registered, handed out, signed for and closed. */
export function createDemoHandovers(
  play: DemoPlay,
  { cases, scans, stands, sign, deedToday }: DemoRequests,
  random: DemoRandom,
) {
  const { at, clock, team } = play;
  const { plans, handovers, closing } = cases.deliveries;
  const catalogue = cases.services.choices();
  const basket = catalogue.find(({ kind }) => kind === 'inKind');
  if (basket === undefined) throw new Error('the catalogue has nothing in kind');

  /** What was asked for, unless it is a transfer to somebody whose account is not known: then in kind. */
  function serviceOf(id: RequestId): {
    readonly serviceId: ServiceId;
    readonly unit: string;
    readonly atPlace: boolean;
  } {
    const { service, iban } = plans.ofRequest(id);
    const wanted = catalogue.find((one) => one.id === service?.id) ?? basket;
    const given = wanted?.kind === 'transfer' && iban === null ? basket : wanted;
    if (given === undefined) throw new Error('nothing to give');
    return { serviceId: given.id, unit: given.unit, atPlace: given.kind === 'atPlace' };
  }

  async function hand(id: RequestId, handover: HandoverId, last: boolean): Promise<void> {
    const by = random.pick(team.desk);
    const transfer = plans
      .ofRequest(id)
      .plans.some(
        (plan) => plan.serviceKind === 'transfer' && plan.handovers.some((one) => one.id === handover),
      );
    const representationId = deedToday(id);
    const receipt = await handovers.deliver(
      {
        id: handover,
        receiver: representationId === null ? { kind: 'self' } : { kind: 'representative', representationId },
        transferReference: transfer ? `FT26${String(handover).padStart(8, '0')}` : '',
        note: '',
        receipt: true,
      },
      by,
    );
    if (receipt !== null) {
      const signature = { name: '', idNumber: '', representationId, memberId: null };
      const file = scans.signed('سند استلام موقع.pdf');
      const receiver = { ...signature, signer: 'receiver', mode: 'paper', file } as const;
      cases.sealed.sign({ documentId: receipt, signatures: [receiver] }, by);
    }
    if (!last) return;
    closing.close(id, '', by);
    const score = random.pick([3, 4, 4, 5, 5, 5] as const);
    const comment = random.pick(DEMO_COMMENTS);
    closing.answerRating(id, random.chance(60) ? { score, comment } : null, by);
  }

  function deliver(id: RequestId, later: boolean): void {
    const by = random.pick(team.desk);
    const { serviceId, unit, atPlace } = serviceOf(id);
    const monthly = !atPlace && random.chance(45);
    const times = monthly ? 2 + random.int(3) : 1;
    const soon = riyadhDay(onWorkingDay(clock.nowMs() + (2 + random.int(5)) * DAY));
    // Some are called for the days to come: what the lists of deliveries show.
    const firstOn = later ? nextWorkingDay(addDays(play.until, random.int(4))) : soon;
    const place = atPlace ? plans.ofRequest(id).home || 'منزل طالب الدعم' : 'مقر الجمعية';
    plans.plan(
      id,
      {
        serviceId,
        frequency: monthly ? 'monthly' : 'once',
        calendar: 'hijri',
        firstOn,
        times,
        quantity: 1,
        unit: unit === '' ? 'وحدة' : unit,
        value: null,
        place,
        atPlace,
        note: '',
      },
      by,
    );
    const planned = plans.ofRequest(id).plans.flatMap((one) => one.handovers);
    planned.forEach((one, index) => {
      const handedMs = onWorkingDay(riyadhInstant(one.dueOn, NINE + random.int(180)));
      const fails = random.chance(6) && index < planned.length - 1;
      if (atPlace)
        at(handedMs - 40 * MINUTE, () => {
          if (stands(id, 'service')) handovers.depart([one.id], true, by);
        });
      at(handedMs, async () => {
        if (!stands(id, 'service')) return;
        if (fails) {
          handovers.fail(one.id, 'لم يحضر ولم يُجب على الاتصال', by);
          return;
        }
        await hand(id, one.id, index === planned.length - 1);
      });
    });
  }

  let accepted = 0;
  return {
    /** S.6 on that day: everything was brought but what this family has no need of; then the service. */
    register(id: RequestId, atMs: number): void {
      const by = random.pick(team.desk);
      accepted += 1;
      // Now and then somebody is long in bringing the last paper.
      if (accepted % 5 === 3) return;
      const later = accepted % 5 === 4;
      at(atMs, async () => {
        if (!stands(id, 'registration')) return;
        const { requirements, attestation } = cases.requests.getRequest(id);
        // A datum of the family changed after the decision: what was attested is attested once more.
        if (attestation?.state === 'stale') await sign(id, by);
        for (const { key, state } of requirements)
          if (state === 'needed')
            cases.form.setRequirement(
              requirementSeen(id, key, key === 'circumstance' ? 'notNeeded' : 'matched'),
              by,
            );
        cases.register({ id, note: '', confirmClock: true }, by);
        deliver(id, later);
      });
    },
  };
}
