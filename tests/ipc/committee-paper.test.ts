import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { addDays } from '#shared/calendar/iso-day.ts';
import type { CommitteeMember } from '#shared/committee/committee.ts';
import type { Party } from '#shared/parties/party.ts';
import { keepPicture } from '../support/attested-request.ts';
import { seatCommittee } from '../support/committee-desk.ts';
import { codeOf, MORNING_MS, openOffice, person, type TestDesk } from '../support/office.ts';
import { type Raised, raisedRequest } from '../support/raised-request.ts';

const DAY_MS = 86_400_000;
const DAY_14 = addDays('2026-11-22', 14);
const REFUSED = { kind: 'refused', clause: 'S.2', reason: 'نقص', wouldChange: 'مشهد دخل' } as const;

let desk: TestDesk;
let party: Party;
let members: CommitteeMember[];
let accepted: Raised;
let refused: Raised;
beforeEach(async () => {
  desk = await openOffice();
  party = await desk.call('parties.add', person());
  members = await seatCommittee(desk);
  accepted = await raisedRequest(desk, party.id);
  refused = await raisedRequest(desk, party.id);
  desk.clock.set(MORNING_MS + 16 * DAY_MS);
});
afterEach(() => desk.close());

const paper = async () => ({
  day: DAY_14,
  number: 7,
  place: 'مقر الجمعية',
  attendance: members.map(({ id }, index) => ({ memberId: id, present: index < 2, note: '' })),
  decisions: [
    { requestId: accepted.id, kind: 'accepted' as const },
    { requestId: refused.id, ...REFUSED },
  ],
  scan: await keepPicture(desk, 40),
  // Sixteen days without an act: the clock is asked about.
  confirmClock: true,
});

describe('a session that was held on paper', () => {
  it('is entered from its signed minutes in one act: attendance, cases, decisions and the scan', async () => {
    const input = await paper();
    // Somebody of the desk enters it on the committee's behalf.
    desk.become('ريم السلمي', ['beneficiaryRelationsOfficer']);
    const session = await desk.call('committee.enterPaper', input);
    expect(session).toMatchObject({
      number: 7,
      hijriYear: 1448,
      state: 'closed',
      onPaper: true,
      present: 2,
      decided: 2,
      paper: input.scan,
      minutesDocumentId: null,
    });
    expect(session.agenda.map(({ decision }) => [decision?.kind, decision?.decidedOn])).toEqual([
      ['accepted', DAY_14],
      ['refused', DAY_14],
    ]);
    expect((await desk.call('requests.get', { id: accepted.id })).phase).toBe('registration');
    expect((await desk.call('requests.get', { id: refused.id })).state).toBe('refused');
    // Its minutes are the scan: none are set beside them.
    expect(
      await codeOf(() => desk.call('papers.make', { kind: 'sessionMinutes', sessionId: session.id })),
    ).toBe('paperEmpty');
    expect((await desk.call('committee.plan', { day: addDays(DAY_14, 9) })).number).toBe(8);
    expect(await codeOf(() => desk.call('committee.enterPaper', input))).toBe('sessionNumberTaken');
  });

  it('is entered whole or not at all', async () => {
    const input = await paper();
    const wrong = { ...input, decisions: [input.decisions[0]!, { ...input.decisions[1]!, earlyReason: '' }] };
    const tooEarly = { ...wrong, day: addDays(DAY_14, -1) };
    expect(await codeOf(() => desk.call('committee.enterPaper', tooEarly))).toBe('replyEarly');
    expect((await desk.call('committee.sessions', {})).total).toBe(0);
    expect((await desk.call('requests.get', { id: accepted.id })).phase).toBe('committee');
    expect((await desk.call('letters.list', {})).total).toBe(0);
  });

  it.each<[string, (input: Awaited<ReturnType<typeof paper>>) => object, string]>([
    ['a day that has not come', () => ({ day: addDays('2026-11-22', 17) }), 'dayNotCome'],
    ['a day before the raising', () => ({ day: '2026-11-21' }), 'decidedBeforeRaised'],
    ['too few members', ({ attendance }) => ({ attendance: attendance.slice(0, 1) }), 'quorumMissing'],
    ['one case twice', ({ decisions }) => ({ decisions: [decisions[0], decisions[0]] }), 'conflict'],
    [
      'a scan that is not kept here',
      () => ({ scan: { sha256: 'a'.repeat(64), name: 'x.pdf' } }),
      'fileVanished',
    ],
    [
      'a refusal without its ground',
      ({ decisions }) => ({ decisions: [{ ...decisions[1], clause: '' }] }),
      'invalidInput',
    ],
    ['no decision at all', () => ({ decisions: [] }), 'invalidInput'],
  ])('is refused with %s', async (_, change, code) => {
    const input = await paper();
    expect(await codeOf(() => desk.call('committee.enterPaper', { ...input, ...change(input) }))).toBe(code);
    expect((await desk.call('committee.sessions', {})).total).toBe(0);
  });
});
