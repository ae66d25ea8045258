import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { IncomingLetter as Letter } from '#shared/incoming/incoming.ts';
import { listAuditEvents } from '#db/audit/audit-queries.ts';
import { codeOf, openOffice, type TestDesk } from '../support/office.ts';

let desk: TestDesk;
beforeEach(async () => {
  desk = await openOffice();
});
afterEach(() => desk.close());

const HOUR = 3_600_000;

const received = (subject: string) => ({
  sender: { organisation: 'مركز التنمية الاجتماعية بالجموم' },
  theirNumber: '٥٥/١٤٤٨',
  theirDay: '2026-11-18',
  subject,
  attachments: { kind: 'list' as const, items: [] },
  scans: [],
  receivedBy: 'byHand' as const,
});
const register = (subject = 'طلب بيان بعدد الأسر المستفيدة', more: object = {}): Promise<Letter> =>
  desk.call('incoming.register', { content: received(subject), ...more });
const list = (input: object = {}) => desk.call('incoming.list', { view: 'all', ...input });
const subjectsOf = async (input: object): Promise<string[]> =>
  (await list(input)).rows.map((row) => row.subject);

describe('the list', () => {
  it('has its tabs, their counts, and finds by number, sender, subject and words in any spelling', async () => {
    const me = desk.app.session.current()!.staff;
    await register('دعوة إلى لقاء الجمعيات');
    await register('بيان المستفيدين', { assignedTo: me.id, dueDay: '2026-11-20' });
    await register('تأخر رد', { dueDay: '2026-11-22' });
    const done = await register('تعميم للعلم');
    await desk.call('incoming.close', { id: done.id, note: 'للعلم' });
    expect((await list({})).counts).toEqual({
      open: 3,
      overdue: 2,
      mine: 1,
      unassigned: 2,
      closed: 1,
      all: 4,
    });
    expect(await subjectsOf({ view: 'overdue' })).toEqual(['بيان المستفيدين', 'تأخر رد']);
    expect(await subjectsOf({ view: 'mine' })).toEqual(['بيان المستفيدين']);
    expect(await subjectsOf({ text: '٣٥/و/١٤٤٨' })).toEqual(['بيان المستفيدين']);
    expect(await subjectsOf({ text: 'المستفيدِين' })).toEqual(['بيان المستفيدين']);
    expect(await subjectsOf({ text: 'التنميه', view: 'closed' })).toEqual(['تعميم للعلم']);
    expect(await subjectsOf({ text: '55 1448' })).toHaveLength(4);
    expect(await subjectsOf({ text: 'لا يوجد' })).toEqual([]);
    expect(await subjectsOf({ from: '2026-11-23' })).toEqual([]);
    expect(await subjectsOf({ limit: 1, offset: 1 })).toEqual(['تأخر رد']);
  });

  describe('of a typed number or day', () => {
    const take = (subject: string, theirNumber: string, theirDay: string | null) =>
      desk.call('incoming.register', { content: { ...received(subject), theirNumber, theirDay } });
    /** 34 and 35 on 12-06-1448 (2026-11-22), 36 and 37 the day after. */
    beforeEach(async () => {
      await take('أول', '٥٥/١٤٤٨', '2026-11-18');
      await take('ثانٍ', '34', '2026-10-01');
      desk.clock.advance(24 * HOUR);
      await take('ثالث', '550', null);
      await take('رابع بشأن القرار 34', 'ع/55/1448', '2025-03-09');
    });

    it.each([
      // days of ours, of theirs, in either calendar and either digits
      ['2026-11-22', ['ثانٍ', 'أول']],
      ['٢٢/١١/٢٠٢٦', ['ثانٍ', 'أول']],
      ['12/6/1448', ['ثانٍ', 'أول']],
      ['2026-11-18', ['أول']],
      ['9/9/1446', ['رابع بشأن القرار 34']],
      ['2026-11-21', []],
      // months
      ['11/2026', ['رابع بشأن القرار 34', 'ثالث', 'ثانٍ', 'أول']],
      ['أكتوبر 2026', ['ثانٍ']],
      ['رمضان ١٤٤٦', ['رابع بشأن القرار 34']],
      ['جمادى الآخرة 1448', ['رابع بشأن القرار 34', 'ثالث', 'ثانٍ', 'أول']],
      // years
      ['2025', ['رابع بشأن القرار 34']],
      ['1446', ['رابع بشأن القرار 34']],
      ['1447', []],
      ['٢٠٢٦ م', ['رابع بشأن القرار 34', 'ثالث', 'ثانٍ', 'أول']],
      // numbers: ours or theirs stand above what only speaks of them
      ['34', ['ثانٍ', 'أول', 'رابع بشأن القرار 34']],
      ['رقم ٣٤', ['ثانٍ', 'أول']],
      ['36', ['ثالث']],
      ['550', ['ثالث']],
      ['55', ['أول', 'رابع بشأن القرار 34', 'ثالث']],
      ['55/1448', ['أول', 'رابع بشأن القرار 34', 'ثالث']],
      ['٥٥/١٤٤٨', ['أول', 'رابع بشأن القرار 34', 'ثالث']],
      ['35/و/1448', ['ثانٍ']],
      ['35/و/1447', []],
      ['ع/55/1448', ['رابع بشأن القرار 34']],
    ])('%s', async (text, subjects) => {
      const page = await list({ text });
      expect(page.rows.map((row) => row.subject)).toEqual(subjects);
      expect(page.total).toBe(subjects.length);
    });

    it('keeps to the tab and the days that were chosen', async () => {
      const [first] = (await list({ text: '55/1448' })).rows;
      await desk.call('incoming.close', { id: first!.id, note: 'للعلم' });
      expect(await subjectsOf({ text: '34', view: 'open' })).toEqual(['ثانٍ', 'رابع بشأن القرار 34']);
      expect(await subjectsOf({ text: '1448', view: 'closed' })).toEqual(['أول']);
      expect(await subjectsOf({ text: '2026', from: '2026-11-23' })).toEqual(['رابع بشأن القرار 34', 'ثالث']);
    });
  });

  it('puts what is due on the desk', async () => {
    await register('لاحق', { dueDay: '2026-11-23' });
    await register('اليوم', { dueDay: '2026-11-22' });
    await register('متأخر', { dueDay: '2026-11-01' });
    const due = async (): Promise<string[]> =>
      (await desk.call('desk.today')).incomingDue.map((row) => row.subject);
    expect(await due()).toEqual(['متأخر', 'اليوم']);
    desk.clock.advance(24 * HOUR);
    expect(await due()).toEqual(['متأخر', 'اليوم', 'لاحق']);
  });

  it('offers senders of before, each once', async () => {
    await register();
    await register('ثانٍ');
    await desk.call('incoming.register', {
      content: { ...received('ثالث'), sender: { organisation: 'بلدية الجموم' } },
    });
    const names = async (text: string): Promise<string[]> =>
      (await desk.call('incoming.senders', { text })).map(({ sender }) => sender.organisation);
    expect(await names('')).toEqual(['بلدية الجموم', 'مركز التنمية الاجتماعية بالجموم']);
    expect(await names('تنمية')).toEqual(['مركز التنمية الاجتماعية بالجموم']);
  });

  it('logs a look at a letter, once for a while', async () => {
    const { id } = await register();
    await desk.call('incoming.get', { id });
    await desk.call('incoming.get', { id });
    const looks = listAuditEvents(desk.office().db, null, 20).filter(
      ({ action }) => action === 'incoming.viewed',
    );
    expect(looks).toHaveLength(1);
    expect(await codeOf(() => desk.call('incoming.get', { id: 99 }))).toBe('notFound');
  });
});
