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
