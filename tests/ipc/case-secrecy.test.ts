import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { AppError } from '#shared/app-error.ts';
import { type PartyId, referralIdSchema, type RequestId } from '#shared/ids.ts';
import { appContract, type ChannelName } from '#shared/ipc/app-contract.ts';
import type { FileRef } from '#shared/files/stored-file.ts';
import { PAPER_KINDS } from '#shared/papers/papers-contract.ts';
import { CASE_SOURCES } from '#shared/parties/profile.ts';
import { CASE_ROLES, type Role, ROLES, type Staff } from '#shared/staff/staff.ts';
import { keepPicture } from '../support/attested-request.ts';
import { recordCircumstances } from '../support/committee-desk.ts';
import { sample, shapeOf } from '../support/contract-sample.ts';
import { codeOf, openOffice, person, type TestDesk } from '../support/office.ts';
import { completeMatching } from '../support/request-form.ts';
import { decide, handOut, toCommittee, toService } from '../support/request-path.ts';

/** Words of a case, each in one place: none may come to somebody who neither serves cases nor judges them. */
const WORDS = {
  need: 'حاجة-مكتومة',
  levelReason: 'سبب-الاستعجال-المكتوم',
  note: 'ملاحظة-مكتومة',
  question: 'سؤال-مكتوم',
  purpose: 'غرض-مكتوم',
  findings: 'نتيجة-مكتومة',
  refusal: 'سبب-الرفض-المكتوم',
  wouldChange: 'ما-يغيّره-المكتوم',
  appeal: 'تظلم-مكتوم',
  stop: 'توقف-مكتوم',
  member: 'سالم المكتوم الحربي',
  household: 'حاجة-الأسرة-المكتومة',
} as const;

let desk: TestDesk;
let manager: Staff;
let partyId: PartyId;
/** Refused, appealed against, with a study and a referral; in service; stopped. */
const requests = {} as Record<'refused' | 'served' | 'stopped', RequestId>;
const files = {} as Record<'answer' | 'appeal' | 'proof', FileRef>;

const as = (role: Role): void => {
  desk.app.session.open({ ...manager, roles: [role], rights: [] });
};
afterEach(() => desk.app.session.open(manager));

beforeAll(async () => {
  desk = await openOffice();
  manager = desk.app.session.current()!.staff;
  ({ id: partyId } = await desk.call('parties.add', person()));
  await recordCircumstances(desk, partyId);
  const need = { need: WORDS.household, sinceOn: '2026-10-01' };
  await desk.call('circumstances.addNeed', { partyId, need });
  await desk.call('households.saveMember', { partyId, member: { relation: 'son', name: WORDS.member } });
  const open = async (): Promise<RequestId> =>
    (
      await desk.call('requests.open', {
        partyId,
        service: 'سلة',
        need: WORDS.need,
        level: 'urgent',
        levelReason: WORDS.levelReason,
      })
    ).id;
  requests.refused = await open();
  await desk.call('referrals.refer', { partyId, requestId: requests.refused, question: WORDS.question });
  const { version } = await desk.call('referrals.get', { id: referralIdSchema.parse(1) });
  files.answer = await keepPicture(desk, 21);
  await desk.call('referrals.enterAnswer', {
    id: referralIdSchema.parse(1),
    version,
    answer: WORDS.question,
    answeredBy: manager.id,
    paper: files.answer,
  });
  const answered = await desk.call('referrals.get', { id: referralIdSchema.parse(1) });
  await desk.call('referrals.return', { id: answered.id, version: answered.version });
  await toCommittee(desk, requests.refused);
  const study = await desk.call('research.open', { requestId: requests.refused, purpose: WORDS.purpose });
  await desk.call('research.finish', {
    id: study.id,
    version: study.version,
    findings: WORDS.findings,
    recommendation: 'refuse',
    recommendationReason: WORDS.findings,
  });
  await decide(desk, requests.refused, 'refused', { reason: WORDS.refusal, wouldChange: WORDS.wouldChange });
  files.proof = await keepPicture(desk, 22);
  await desk.call('notices.record', {
    requestId: requests.refused,
    channel: 'phoneCall',
    outcome: 'reached',
    proof: files.proof,
  });
  files.appeal = await keepPicture(desk, 23);
  await desk.call('appeals.receive', {
    requestId: requests.refused,
    receivedOn: '2026-11-22',
    text: WORDS.appeal,
    paper: files.appeal,
  });
  requests.served = await open();
  await toService(desk, requests.served);
  await handOut(desk, requests.served);
  requests.stopped = await open();
  await completeMatching(desk, requests.stopped);
  await desk.call('requests.reopenStep', { id: requests.stopped, step: 2 });
  await desk.call('requests.completeStep', { id: requests.stopped, step: 2, note: WORDS.note });
  await desk.call('requests.stop', { id: requests.stopped, kind: 'applicant', reason: WORDS.stop });
});
afterAll(() => desk.close());

/** Registers that everybody reads, whose words are their own: a decision's letter is a letter of the office. */
const OF_THE_OFFICE: readonly ChannelName[] = ['letters.get', 'letters.preview', 'letters.pdf'];
/** The whole path of a request is what an auditor looks at, and each look is logged. */
const OF_AUDITORS: readonly ChannelName[] = ['requestPath.get', 'auditSample.draw'];
const QUERIES = (Object.keys(appContract) as ChannelName[]).filter(
  (name) => appContract[name].kind === 'query' && ![...OF_THE_OFFICE, ...OF_AUDITORS].includes(name),
);
const PAPERS: readonly unknown[] = PAPER_KINDS.map((kind) => ({
  kind,
  partyId: 1,
  requestId: 1,
  referralId: 1,
  sessionId: 1,
  visitId: 1,
  day: '2026-11-22',
  seed: 'س',
  asOf: '2026-11-22',
}));
const inputsOf = (channel: ChannelName): unknown[] => {
  if (channel === 'papers.make') return [...PAPERS];
  const ids = [1, 2, 3];
  return [false, true].flatMap((whole) => {
    const input = sample(shapeOf(channel), '2026-11-22', whole);
    if (input === undefined) return [undefined];
    return ids.map((id): unknown =>
      JSON.parse(JSON.stringify(input), (key, part: unknown) =>
        typeof part === 'number' && key !== 'limit' && key !== 'offset' ? id : key === 'after' ? null : part,
      ),
    );
  });
};

/** The words that a query lets out, of whatever it answers at all. */
async function toldBy(channel: ChannelName): Promise<string[]> {
  const ask = desk.call as unknown as (name: ChannelName, input: unknown) => Promise<unknown>;
  const answers: string[] = [];
  for (const input of inputsOf(channel))
    try {
      const answer = await ask(channel, input);
      answers.push(
        JSON.stringify(answer, (_, part: unknown) =>
          part instanceof Uint8Array ? new TextDecoder().decode(part) : part,
        ) ?? '',
      );
    } catch (error) {
      if (!(error instanceof AppError) || error.code === 'internal') throw error;
    }
  return Object.entries(WORDS).flatMap(([name, word]) =>
    answers.some((answer) => answer.includes(word)) ? [name] : [],
  );
}

describe('the words of a case', () => {
  it.each(['auditor', 'administrator'] as const)('come to no %s, by no query', async (role) => {
    as(role);
    const told = [];
    for (const channel of QUERIES) for (const word of await toldBy(channel)) told.push(`${channel}: ${word}`);
    expect(told).toEqual([]);
  });

  it('are all found by this test where they may be read', async () => {
    const found = new Set<string>();
    for (const channel of QUERIES) for (const word of await toldBy(channel)) found.add(word);
    expect([...found].toSorted()).toEqual(Object.keys(WORDS).toSorted());
  });

  it('are seen as something that was done, and how it ended, by who sees no case', async () => {
    as('auditor');
    const refused = await desk.call('requests.get', { id: requests.refused });
    expect(refused).toMatchObject({ service: 'سلة', level: 'urgent', phase: 'refused', need: '' });
    expect(refused.decision).toMatchObject({ kind: 'refused', decidedOn: '2026-11-22', reason: '' });
    expect(refused.events.find(({ kind }) => kind === 'referred')?.text).toBe('…');
    expect(refused.events.find(({ kind }) => kind === 'committeeRefused')?.text).toBe('1/1448');
    const { items } = await desk.call('parties.timeline', { id: partyId });
    expect(items.some((item) => item.of === 'request' && item.event === 'committeeRefused')).toBe(true);
    expect(items.some(({ source }) => CASE_SOURCES.includes(source))).toBe(false);
    expect((await desk.call('parties.page', { id: partyId })).cases[0]?.missing).toBeNull();
    desk.app.session.open(manager);
    const whole = (await desk.call('parties.timeline', { id: partyId })).items;
    expect(whole.some(({ source }) => source === 'need')).toBe(true);
  });
});

describe('the papers of a case', () => {
  const read = ({ sha256 }: FileRef) => codeOf(() => desk.call('files.get', { sha256 }));
  const save = (file: FileRef) => codeOf(() => desk.call('files.save', file));

  it('are opened by who may see the case, though the log tells everybody’s digests', async () => {
    for (const role of ROLES) {
      as(role);
      const may = (CASE_ROLES as readonly Role[]).includes(role) ? 'none' : 'notAllowed';
      for (const file of Object.values(files)) {
        expect(await read(file), role).toBe(may);
        expect(await save(file), role).toBe(may);
      }
    }
  });

  it('are logged on the request that they belong to', async () => {
    await desk.call('files.get', { sha256: files.appeal.sha256 });
    const events = await desk.call('audit.list', { limit: 100 });
    expect(
      events.some(
        ({ action, subjectKind, subjectId }) =>
          [action, subjectKind, subjectId].join() === `file.viewed,request,${requests.refused}`,
      ),
    ).toBe(true);
  });
});

describe('an attestation', () => {
  it('is read whole by the desk, and by no member of the committee, who sees its data masked', async () => {
    const { document } = await desk.call('attestations.get', { requestId: requests.served });
    const { id } = document!;
    as('committeeMember');
    expect(await codeOf(() => desk.call('sealed.pdf', { id }))).toBe('notAllowed');
    expect(await codeOf(() => desk.call('sealed.print', { id }))).toBe('notAllowed');
    expect(await codeOf(() => desk.call('sealed.save', { id }))).toBe('notAllowed');
    expect((await desk.call('sealed.get', { id })).id).toBe(id);
    const slip = (await desk.call('sealed.list', { requestId: requests.served })).find(
      ({ kind }) => kind === 'raisingSlip',
    );
    expect(await codeOf(() => desk.call('sealed.pdf', { id: slip!.id }))).toBe('none');
    as('receptionist');
    expect(await codeOf(() => desk.call('sealed.pdf', { id }))).toBe('none');
  });
});
