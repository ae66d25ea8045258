import { addDays } from '#shared/calendar/iso-day.ts';
import { riyadhDay } from '#shared/calendar/dual-date.ts';
import type { CaseLine, CommitteeSession, Decision } from '#shared/committee/committee.ts';
import type { LetterId, RequestId } from '#shared/ids.ts';
import type { Letter } from '#shared/letters/letter.ts';
import { createLetterService } from '../letters/letter-service.ts';
import { DEMO_APPEAL, DEMO_APPEAL_ANSWER, DEMO_MORE, DEMO_REFUSALS } from './demo-case-words.ts';
import { nextWorkingDay, onWorkingDay, riyadhInstant } from './demo-calendar.ts';
import { createDemoHandovers } from './demo-handovers.ts';
import { createDemoLetterLife } from './demo-letter-life.ts';
import { type DemoPlay, MINUTE } from './demo-play.ts';
import type { DemoRandom } from './demo-random.ts';
import type { DemoRequests } from './demo-requests.ts';

const DAY = 24 * 60 * MINUTE;
/** The committee sits on every so manieth working day, at eleven. */
const EVERY = 10;
const ELEVEN = 11 * 60;
/** What one sitting gets through. */
const MOST_CASES = 25;

/** لجنة البحث of the demo office: its members, its sessions, what they decide, and what follows from it. */
export function planCommittee(play: DemoPlay, requests: DemoRequests, random: DemoRandom): void {
  const { at, days, team } = play;
  const { cases, scans, stands } = requests;
  const { committee } = cases.committee;
  const serve = createDemoHandovers(play, requests, random);
  const letters = createLetterService(play);
  const followLetter = createDemoLetterLife(play, random, scans);
  const first = days[0] ?? play.until;
  const officer = () => random.pick(team.desk);

  const seats = [
    { staffId: team.manager.id, name: team.manager.name, title: team.manager.jobTitle, role: 'chair' },
    { staffId: null, name: 'سعد بن محمد العتيبي', title: 'عضو مجلس الإدارة', role: 'deputy' },
    {
      staffId: team.researcher.id,
      name: team.researcher.name,
      title: team.researcher.jobTitle,
      role: 'secretary',
    },
    { staffId: team.member.id, name: team.member.name, title: team.member.jobTitle, role: 'member' },
    { staffId: null, name: 'نورة بنت عبد الله السلمي', title: 'مرشدة اجتماعية', role: 'member' },
  ] as const;

  at(riyadhInstant(first, 8 * 60), () => {
    for (const seat of seats)
      committee.saveMember({ id: null, member: { ...seat, fromDay: first, untilDay: null } }, team.manager);
  });

  function tell(id: RequestId, atMs: number): void {
    const by = officer();
    const reached = random.chance(85);
    at(atMs, () => {
      const againOn = reached ? null : nextWorkingDay(addDays(riyadhDay(play.clock.nowMs()), 1));
      cases.notices.record(
        {
          requestId: id,
          channel: 'phoneCall',
          outcome: reached ? 'reached' : 'noAnswer',
          receiver: 'self',
          note: '',
          proof: reached ? scans.signed('إفادة اتصال.pdf') : null,
          againOn,
        },
        by,
      );
      if (!reached) tell(id, onWorkingDay(atMs + DAY));
    });
  }

  function appeal(id: RequestId, atMs: number): void {
    const by = officer();
    at(atMs, () => {
      const today = riyadhDay(play.clock.nowMs());
      const paper = scans.signed('تظلّم.pdf');
      const received = cases.appeals.receive(
        { requestId: id, receivedOn: today, text: DEMO_APPEAL, paper },
        by,
      );
      at(onWorkingDay(atMs + 9 * DAY), () => {
        cases.appeals.answer(
          {
            id: received.id,
            outcome: 'changed',
            answer: DEMO_APPEAL_ANSWER,
            answeredOn: riyadhDay(play.clock.nowMs()),
            answeredByName: team.manager.name,
            paper,
            granted: null,
          },
          by,
        );
        tell(id, onWorkingDay(atMs + 10 * DAY));
        serve.register(id, onWorkingDay(atMs + 12 * DAY));
      });
    });
  }

  /** Its letter goes the way of all letters: for the signatory's eyes, a number, the signed sheet, the receiver. */
  function send(letterId: LetterId | null, atMs: number): void {
    if (letterId === null) return;
    const holder: { letter: Letter | null } = { letter: null };
    at(atMs, async () => {
      const by = officer();
      const { content, version } = letters.getLetter(letterId);
      const signatory = { title: team.manager.jobTitle, name: team.manager.name };
      letters.saveLetter({ id: letterId, version, content: { ...content, signatory } }, by);
      letters.submitLetter(letterId, by);
      letters.approveLetter(letterId, team.manager);
      holder.letter = await letters.issueLetter({ id: letterId, confirmClock: true }, team.manager);
    });
    followLetter(() => holder.letter, riyadhDay(atMs), letterId);
  }

  function follow({ requestId: id, kind, letterId }: Decision, atMs: number): void {
    const soon = onWorkingDay(atMs + (1 + random.int(3)) * DAY);
    // Now and then a draft lies on the signatory's desk.
    if (random.chance(88)) send(letterId, onWorkingDay(atMs + DAY));
    tell(id, soon);
    if (kind === 'accepted') serve.register(id, onWorkingDay(soon + 2 * DAY));
    else if (kind === 'refused') {
      if (random.chance(35)) appeal(id, onWorkingDay(soon + 5 * DAY));
    } else {
      at(onWorkingDay(atMs + (6 + random.int(8)) * DAY), () => {
        const { phase, stopped } = cases.requests.getRequest(id);
        if (phase === 'committee' && stopped !== null)
          cases.course.resume({ id, note: 'أُحضر ما طُلب' }, officer());
      });
    }
  }

  function decide(session: CommitteeSession, { requestId }: CaseLine, atMs: number): void {
    const kind = random.chance(72) ? 'accepted' : random.chance(55) ? 'refused' : 'moreInformation';
    const [clause, reason, wouldChange] = random.pick(DEMO_REFUSALS);
    const empty = { clause: '', reason: '', wouldChange: '' };
    const words =
      kind === 'refused'
        ? { clause, reason, wouldChange }
        : kind === 'accepted'
          ? empty
          : { ...empty, reason: random.pick(DEMO_MORE) };
    const decided = cases.committee.decisions.decide(
      {
        ...words,
        sessionId: session.id,
        requestId,
        kind,
        granted: null,
        votes: [],
        earlyReason: '',
        conflictNote: 'أعدّت البحث أمينة اللجنة، وعُرض على جميع الأعضاء',
        confirmClock: true,
      },
      team.manager,
    );
    follow(decided, atMs);
  }

  function sit(day: string): void {
    const atMs = riyadhInstant(day, ELEVEN);
    at(atMs, async () => {
      const { sessions, minutes, need } = cases.committee;
      const { rows } = sessions.waiting({ onlyDue: true, offset: 0, limit: MOST_CASES });
      const ready = rows.filter(({ requestId }) => stands(requestId, 'committee'));
      if (ready.length === 0) return;
      const requestIds = ready.map(({ requestId }) => requestId);
      const when = { day, time: '11:00', place: 'مقر الجمعية', note: '' };
      const planned = sessions.plan({ ...when, requestIds }, team.manager);
      const away = random.int(seats.length * 2);
      const attendance = committee.members().map(({ id }, index) => ({
        memberId: id,
        present: index !== away,
        note: index === away ? 'معتذر' : '',
      }));
      const session = sessions.attend({ id: planned.id, attendance }, team.manager);
      for (const line of ready) {
        const { attestation } = cases.requests.getRequest(line.requestId);
        if (attestation?.state === 'stale') await requests.sign(line.requestId, officer());
        if (random.chance(60) && need.ofRequest(line.requestId).now.score !== null)
          need.record({ requestId: line.requestId, judged: {}, note: '' }, team.researcher);
        decide(session, line, atMs);
      }
      const { id, version } = sessions.get(session.id);
      await minutes.close({ id, version, confirmClock: true }, team.manager);
    });
  }

  for (let index = EVERY; index < days.length; index += EVERY) {
    const day = days[index];
    if (day !== undefined) sit(day);
  }
  // The next one is on the calendar already, with what will be due by then.
  const next = nextWorkingDay(addDays(play.until, 3));
  at(riyadhInstant(play.until, ELEVEN), () => {
    const { rows } = cases.committee.sessions.waiting({ onlyDue: false, offset: 0, limit: 6 });
    const requestIds = rows.flatMap(({ requestId }) => (stands(requestId, 'committee') ? [requestId] : []));
    cases.committee.sessions.plan(
      { day: next, time: '11:00', place: 'مقر الجمعية', note: '', requestIds },
      team.manager,
    );
  });
}
