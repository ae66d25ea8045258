import { addDays } from '#shared/calendar/iso-day.ts';
import { riyadhDay } from '#shared/calendar/dual-date.ts';
import type { RepresentationId, RequestId, VisitId } from '#shared/ids.ts';
import { REQUEST_LEVELS, type SupportRequest } from '#shared/requests/request.ts';
import type { Staff } from '#shared/staff/staff.ts';
import { DEMO_REFERRALS, DEMO_STOPS, DEMO_STUDIES, DEMO_WITHDRAWALS } from './demo-case-words.ts';
import { createDemoCases, type DemoCases, requirementSeen } from './demo-cases.ts';
import { nextWorkingDay, onWorkingDay } from './demo-calendar.ts';
import { type DemoPlay, MINUTE } from './demo-play.ts';
import { createDemoProxies } from './demo-proxies.ts';
import type { DemoRandom } from './demo-random.ts';
import type { DemoScans } from './demo-scans.ts';
import { DEMO_SERVICES } from './demo-words.ts';

const DAY = 24 * 60 * MINUTE;

/** Of each thirteen requests, the phase in which some stay. */
const STAYS: Readonly<Record<number, 'matching' | 'referral' | 'attestation'>> = {
  2: 'referral',
  5: 'matching',
  9: 'attestation',
};
/** Of each thirteen, those for whom somebody else comes; one of them goes the whole way. */
const BY_PROXY: readonly number[] = [4, 9, 12];
/** Likewise those that are urgent, whatever chance says of the others. */
const URGENT: readonly number[] = [1, 7];

export interface DemoRequests {
  readonly cases: DemoCases;
  readonly scans: DemoScans;
  /** From the first step to the raising, as far as its fate takes it. */
  readonly plan: (openedMs: number, person: number, by: Staff, visit: () => VisitId | null) => void;
  /** Both signatures, on what is attested now: once more where a datum changed since. */
  readonly sign: (id: RequestId, by: Staff) => Promise<void>;
  /** On whose deed the request's papers are signed and its service received today; null: by the applicant. */
  readonly deedToday: (id: RequestId) => RepresentationId | null;
  readonly stands: (id: RequestId, phase: SupportRequest['phase']) => boolean;
}

/** Requests from the door to the committee: what each leaves is what the desk would have left. */
export function createDemoRequests(play: DemoPlay, scans: DemoScans, random: DemoRandom): DemoRequests {
  const { at, clock, team } = play;
  const cases = createDemoCases(play);
  const proxies = createDemoProxies(play, cases);
  const catalogue = new Map(cases.services.choices().map(({ name, id }) => [name, id]));
  const stands: DemoRequests['stands'] = (id, phase) => {
    const request = cases.requests.getRequest(id);
    return request.phase === phase && request.stopped === null;
  };

  function match(id: RequestId, by: Staff): void {
    const { fields } = cases.form.ofRequest(id, by, by);
    const data = fields.filter(({ open }) => open).map(({ field, seen }) => ({ field, seen }));
    // What stands on the identity card was held against it; the rest is as it was told.
    const held = data.filter(({ field }) => ['name', 'idNumber', 'birth'].includes(field));
    const told = data.filter((one) => !held.includes(one));
    if (held.length > 0) cases.form.confirm({ id, data: held, corrected: false, against: 'card' }, by);
    if (told.length > 0) cases.form.confirm({ id, data: told, corrected: false, against: null }, by);
    cases.form.setRequirement(requirementSeen(id, 'identity', 'matched'), by);
    cases.requests.completeStep({ id, step: 2, note: '' }, by);
  }

  async function sign(id: RequestId, by: Staff): Promise<void> {
    const representationId = proxies.deedToday(id);
    const { representation } = cases.requests.getRequest(id);
    // The deed has ended on the way: the applicant comes.
    if (representation !== null && representationId === null)
      cases.course.represent({ id, representationId }, by);
    const { document } = await cases.attestations.prepare(id, by);
    if (document === null) throw new Error('nothing was frozen');
    const documentId = document.id;
    const signature = { name: '', idNumber: '', representationId: null, memberId: null };
    const scan = scans.signed('إقرار موقع.pdf');
    const applicant = {
      ...signature,
      representationId,
      signer: 'applicant',
      mode: 'paper',
      file: scan,
    } as const;
    cases.sealed.sign({ documentId, signatures: [applicant] }, by);
    const officer = { ...signature, signer: 'officer', mode: 'account', file: null } as const;
    cases.sealed.sign({ documentId, signatures: [officer] }, by);
  }

  function study(id: RequestId, fromMs: number): void {
    const findings = random.pick(DEMO_STUDIES);
    const recommendation = random.chance(75) ? 'accept' : random.chance(50) ? 'refuse' : 'moreInformation';
    at(fromMs, () => {
      if (!stands(id, 'committee')) return;
      const dueOn = nextWorkingDay(addDays(riyadhDay(clock.nowMs()), 10));
      const purpose = 'معاينة السكن والدخل';
      const open = cases.research.open(
        { requestId: id, researcherId: team.researcher.id, purpose, dueOn },
        team.desk[0] ?? team.manager,
      );
      const plannedOn = nextWorkingDay(addDays(riyadhDay(clock.nowMs()), 4));
      const planned = cases.research.planVisit(
        { id: open.id, plannedOn, plannedTime: '10:30', place: 'منزل طالب الدعم', directions: '' },
        team.researcher,
      );
      const visit = planned.visits[0];
      if (visit === undefined) return;
      at(onWorkingDay(fromMs + 4 * DAY), () => {
        const record = {
          state: 'done',
          visitedOn: riyadhDay(clock.nowMs()),
          present: 'طالب الدعم وأسرته',
          findings,
        } as const;
        // Decided or withdrawn meanwhile: nobody asks for the visit any longer.
        if (cases.requests.getRequest(id).state !== 'open') {
          const reason = 'انتهى الطلب قبل الزيارة.';
          cases.research.cancel({ id: open.id, version: planned.version, reason }, team.researcher);
          return;
        }
        const seen = cases.research.recordVisit({ id: visit.id, record }, team.researcher);
        const { version } = seen;
        const recommendationReason = 'بحسب ما وُجد في الزيارة.';
        cases.research.finish(
          { id: open.id, version, findings, recommendation, recommendationReason },
          team.researcher,
        );
      });
    });
  }

  /** What happens while the committee has it: a study of the case, a clock that stands, somebody who withdraws. */
  function waiting(id: RequestId, raisedMs: number, by: Staff): void {
    if (random.chance(45)) study(id, onWorkingDay(raisedMs + 2 * DAY));
    const reason = random.pick(DEMO_STOPS);
    if (random.chance(12)) {
      const from = onWorkingDay(raisedMs + (3 + random.int(4)) * DAY);
      at(from, () => {
        if (stands(id, 'committee')) cases.course.stop({ id, kind: 'applicant', reason }, by);
      });
      at(onWorkingDay(from + 5 * DAY), () => {
        const { phase, stopped } = cases.requests.getRequest(id);
        if (phase === 'committee' && stopped === 'applicant') cases.course.resume({ id, note: '' }, by);
      });
    } else if (random.chance(5)) {
      at(onWorkingDay(raisedMs + 6 * DAY), () => {
        if (stands(id, 'committee')) cases.course.withdraw({ id, reason: random.pick(DEMO_WITHDRAWALS) }, by);
      });
    }
  }

  function raise(id: RequestId, atMs: number, by: Staff): void {
    at(atMs, async () => {
      if (!stands(id, 'raising')) return;
      const { day } = cases.raising.raising(id);
      await cases.raising.raise({ id, note: '', day, confirmClock: true }, by);
      waiting(id, atMs, by);
    });
  }

  /** S.3: the question goes to the officer, and comes back with its answer; nobody loses their place. */
  function refer(
    id: RequestId,
    partyId: SupportRequest['partyId'],
    atMs: number,
    by: Staff,
    stays: boolean,
  ): void {
    const [question, answer, explanation] = random.pick(DEMO_REFERRALS);
    const { id: referral } = cases.referrals.refer(
      {
        partyId,
        requestId: id,
        visitId: null,
        inquiryId: null,
        question,
        assignedTo: team.researcher.id,
      },
      by,
    );
    // The officer has yet to answer.
    if (stays) return;
    at(onWorkingDay(atMs + DAY), () => {
      const { version } = cases.referrals.get(referral);
      cases.referrals.answer({ id: referral, version, answer, explanation }, team.researcher);
    });
    at(onWorkingDay(atMs + 2 * DAY), () => {
      const { version } = cases.referrals.get(referral);
      cases.referrals.return({ id: referral, version }, by);
    });
  }

  let planned = 0;
  const plan: DemoRequests['plan'] = (openedMs, person, by, visit) => {
    const { service, need } = random.pick(DEMO_SERVICES);
    const drawn = random.chance(80) ? 'ordinary' : random.pick(REQUEST_LEVELS);
    // Some stay where they are: somebody has still to bring something, or to sign. Counted, so that no office is without.
    planned += 1;
    const turn = planned;
    const level = URGENT.includes(turn % 13) ? 'urgent' : drawn;
    const reaches = STAYS[planned % 13] ?? 'raising';
    const referred = random.chance(20);
    const signsAfter = 1 + random.int(3);
    at(openedMs, () => {
      const partyId = play.partyOf(person, by);
      const { id } = cases.requests.openRequest(
        {
          partyId,
          visitId: visit(),
          representationId: BY_PROXY.includes(turn % 13) ? proxies.deedFor(partyId, turn, by) : null,
          service,
          serviceId: catalogue.get(service) ?? null,
          need,
          level,
          levelReason: level === 'urgent' ? 'الأسرة بلا طعام أو سكن اليوم' : '',
        },
        by,
      );
      if (reaches === 'matching') return;
      at(openedMs + 2 * MINUTE, () => match(id, by));
      at(openedMs + 3 * MINUTE, () => {
        if (referred || reaches === 'referral') refer(id, partyId, openedMs, by, reaches === 'referral');
        else cases.requests.skipReferral({ id, note: '' }, by);
      });
      if (reaches === 'attestation' || reaches === 'referral') return;
      const signsMs = onWorkingDay(openedMs + (referred ? 3 : signsAfter) * DAY);
      at(signsMs, async () => {
        if (!stands(id, 'attestation')) return;
        await sign(id, by);
        cases.attestations.complete(id, by);
      });
      raise(id, signsMs + 10 * MINUTE, by);
    });
  };

  return { cases, scans, plan, stands, sign, deedToday: proxies.deedToday };
}
