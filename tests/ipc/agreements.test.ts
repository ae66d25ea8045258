import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Agreement, AgreementState } from '#shared/agreements/agreement.ts';
import { agreementState } from '#shared/agreements/agreement-rules.ts';
import { addDays } from '#shared/calendar/iso-day.ts';
import type { PartyId } from '#shared/ids.ts';
import { listAuditEvents } from '#db/audit/audit-queries.ts';
import { bigPdf } from '../support/sample-files.ts';
import { codeOf, openOffice, person, type TestDesk } from '../support/office.ts';

let desk: TestDesk;
let partyId: PartyId;
beforeEach(async () => {
  desk = await openOffice();
  const party = await desk.call('parties.add', {
    kind: 'organisation',
    name: 'مؤسسة الإطعام الخيري',
    idKind: 'none',
    roles: ['partnerBody'],
  });
  partyId = party.id;
});
afterEach(() => desk.close());

const TODAY = '2026-11-22';
const TERMS = {
  kind: 'partnership' as const,
  title: 'اتفاقية شراكة لتوزيع السلال الغذائية',
  number: '14/ش/1448',
  signedOn: '2026-01-05',
  startsOn: '2026-01-10',
  endsOn: '2027-01-09',
  ourDuties: 'حصر الأسر المستحقة وتسليمها السلال',
  theirDuties: 'توريد 100 سلة في مطلع كل شهر هجري',
  liability: 'يتحمل الطرف الثاني تلف السلال قبل تسليمها',
};
const add = (terms: object = {}): Promise<Agreement> =>
  desk.call('agreements.add', { partyId, terms: { ...TERMS, ...terms } });
const breach = { kind: 'breach', onDay: '2026-08-01', byWhom: 'them', text: 'لم تورَّد سلال شهر صفر' } as const;

describe('an agreement', () => {
  it('says what each side owes, its term and its state, and hangs on its party', async () => {
    const made = await add();
    expect(made).toMatchObject({ ...TERMS, state: 'active', partyName: 'مؤسسة الإطعام الخيري', version: 1 });
    expect((await desk.call('agreements.ofParty', { partyId })).map(({ id }) => id)).toEqual([made.id]);
    expect(await codeOf(() => desk.call('agreements.add', { partyId: 99, terms: TERMS }))).toBe('notFound');
  });

  it('is changed by one at a time: the second is told of the first', async () => {
    const { id, version } = await add();
    const edited = await desk.call('agreements.edit', {
      id,
      version,
      terms: { ...TERMS, liability: 'معدل' },
    });
    expect(edited).toMatchObject({ liability: 'معدل', version: 2 });
    expect(await codeOf(() => desk.call('agreements.edit', { id, version, terms: TERMS }))).toBe('conflict');
    const [event] = listAuditEvents(desk.office().db, null, 1);
    expect([event?.action, event?.details]).toEqual(['agreement.edited', { changed: ['liability'] }]);
  });

  it('is taken back and put back', async () => {
    const { id, version } = await add();
    await desk.call('agreements.remove', { id, version });
    expect(await desk.call('agreements.ofParty', { partyId })).toEqual([]);
    expect(await codeOf(() => desk.call('agreements.get', { id }))).toBe('notFound');
    await desk.call('agreements.restore', { id });
    expect(await desk.call('agreements.ofParty', { partyId })).toHaveLength(1);
  });

  it('ends before its time with a reason, not before it was signed nor in the future, and goes on again', async () => {
    const { id, version } = await add();
    const end = (endedOn: string) =>
      desk.call('agreements.end', { id, version, endedOn, reason: 'باتفاق الطرفين' });
    expect(await codeOf(() => end('2026-01-04'))).toBe('agreementEndWrong');
    expect(await codeOf(() => end('2026-11-23'))).toBe('agreementEndWrong');
    const ended = await end(TODAY);
    expect(ended).toMatchObject({ state: 'ended', endReason: 'باتفاق الطرفين' });
    expect(await desk.call('agreements.reopen', { id, version: ended.version })).toMatchObject({
      state: 'active',
      endReason: '',
    });
  });

  it('is renewed once, for the term that follows; the renewal can be taken back', async () => {
    const first = await add();
    const renew = () =>
      desk.call('agreements.add', {
        partyId,
        renewsId: first.id,
        terms: { ...TERMS, signedOn: null, startsOn: '2027-01-10', endsOn: '2028-01-09' },
      });
    const second = await renew();
    expect(second).toMatchObject({ renewsId: first.id, state: 'draft' });
    expect((await desk.call('agreements.get', { id: first.id })).renewedById).toBe(second.id);
    expect(await codeOf(renew)).toBe('agreementRenewed');
    await desk.call('agreements.remove', { id: second.id, version: second.version });
    const third = await renew();
    expect(await codeOf(() => desk.call('agreements.restore', { id: second.id }))).toBe('agreementRenewed');
    expect((await desk.call('agreements.get', { id: first.id })).renewedById).toBe(third.id);
  });
});

describe('a breach', () => {
  it('makes the agreement one in breach until it is settled, and tells how', async () => {
    const { id } = await add();
    const broken = await desk.call('agreements.addEvent', { id, event: breach });
    expect(broken).toMatchObject({ state: 'breached', openCases: 1 });
    const eventId = broken.events[0]!.id;
    const settle = (settledOn: string) =>
      desk.call('agreements.settle', { id, eventId, settledOn, settlement: 'عُوِّضت السلال في الشهر التالي' });
    expect(await codeOf(() => settle('2026-07-31'))).toBe('agreementSettleWrong');
    expect(await codeOf(() => settle('2026-11-23'))).toBe('agreementSettleWrong');
    const settled = await settle('2026-09-02');
    expect(settled).toMatchObject({ state: 'active', openCases: 0, settledCases: 1 });
    expect(settled.events[0]).toMatchObject({
      settledOn: '2026-09-02',
      settlement: 'عُوِّضت السلال في الشهر التالي',
    });
    expect((await desk.call('agreements.unsettle', { id, eventId })).state).toBe('breached');
    expect((await desk.call('agreements.removeEvent', { id, eventId })).events).toEqual([]);
  });

  it('names who fell short, on a day that has come; a note needs nobody and is never settled', async () => {
    const { id } = await add();
    const event = (more: object) => desk.call('agreements.addEvent', { id, event: { ...breach, ...more } });
    expect(await codeOf(() => event({ byWhom: '' }))).toBe('invalidInput');
    expect(await codeOf(() => event({ onDay: '2026-11-23' }))).toBe('agreementEventWrong');
    const noted = await event({ kind: 'note', byWhom: '', text: 'اجتماع متابعة' });
    expect(noted.state).toBe('active');
    expect(
      await codeOf(() =>
        desk.call('agreements.settle', {
          id,
          eventId: noted.events[0]!.id,
          settledOn: TODAY,
          settlement: 'لا',
        }),
      ),
    ).toBe('notFound');
  });

  it('logs what kind it was and when, and not what was written of it', async () => {
    const { id } = await add();
    await desk.call('agreements.addEvent', { id, event: breach });
    expect(JSON.stringify(listAuditEvents(desk.office().db, null, 1))).not.toContain('صفر');
  });
});

describe('its papers', () => {
  it('are kept, listed, and withdrawn', async () => {
    const { id } = await add();
    const { sha256, name } = await desk.call('files.put', {
      name: 'العقد الموقع.pdf',
      bytes: bigPdf(2000),
      accept: 'scan',
    });
    const held = await desk.call('agreements.attach', { id, file: { sha256, name } });
    expect(held.attachments.map(({ file }) => file)).toEqual([{ sha256, name }]);
    const attachmentId = held.attachments[0]!.id;
    expect((await desk.call('agreements.detach', { id, attachmentId })).attachments).toEqual([]);
    expect(await codeOf(() => desk.call('agreements.detach', { id, attachmentId }))).toBe('notFound');
    const gone = { sha256: 'f'.repeat(64), name: 'x.pdf' };
    expect(await codeOf(() => desk.call('agreements.attach', { id, file: gone }))).toBe('fileVanished');
  });
});

describe('the list', () => {
  /** Terms of each state on the morning of the test. */
  const STATES: Readonly<Record<Exclude<AgreementState, 'breached' | 'ended'>, object>> = {
    draft: { signedOn: null },
    upcoming: { startsOn: addDays(TODAY, 1) },
    active: {},
    ending: { endsOn: addDays(TODAY, 30) },
    expired: { endsOn: addDays(TODAY, -1) },
  };

  it('puts each agreement under its tabs, by the same lines that its state is drawn by', async () => {
    for (const [title, terms] of Object.entries(STATES)) await add({ ...terms, title });
    const ended = await add({ title: 'ended' });
    await desk.call('agreements.end', { id: ended.id, version: 1, endedOn: TODAY, reason: 'انتهى' });
    for (const title of ['breached', 'breached after its end']) {
      const { id } = await add({ title, ...(title === 'breached' ? {} : { endsOn: addDays(TODAY, -9) }) });
      await desk.call('agreements.addEvent', { id, event: breach });
    }
    const under = async (view: 'current' | 'ending' | 'breached' | 'over' | 'all') => {
      const { rows, total, counts } = await desk.call('agreements.list', { view });
      expect([total, counts[view]]).toEqual([rows.length, rows.length]);
      for (const row of rows) expect(row.state).toBe(agreementState(row, TODAY));
      return rows.map(({ title }) => title).toSorted();
    };
    expect(await under('current')).toEqual([
      'active',
      'breached',
      'breached after its end',
      'draft',
      'ending',
      'upcoming',
    ]);
    expect(await under('ending')).toEqual(['ending']);
    expect(await under('breached')).toEqual(['breached', 'breached after its end']);
    expect(await under('over')).toEqual(['ended', 'expired']);
    expect(await under('all')).toHaveLength(8);
  });

  it('is searched by title, number and party, and nothing typed is a pattern', async () => {
    await add();
    const { id } = await desk.call('parties.add', person());
    await desk.call('agreements.add', { partyId: id, terms: { ...TERMS, title: 'تفويض 100%', number: '' } });
    const found = async (text: string) =>
      (await desk.call('agreements.list', { text, view: 'all' })).rows.map(({ title }) => title);
    expect(await found('السلال')).toEqual([TERMS.title]);
    expect(await found('14/ش')).toEqual([TERMS.title]);
    expect(await found('فاطمة')).toEqual(['تفويض 100%']);
    expect(await found('0%')).toEqual(['تفويض 100%']);
    expect(await found('%س%')).toEqual([]);
  });
});
