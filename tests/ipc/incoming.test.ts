import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { AppError } from '#shared/app-error.ts';
import type { IncomingLetter as Letter } from '#shared/incoming/incoming.ts';
import { listAuditEvents, listEventsOf } from '#db/audit/audit-queries.ts';
import { eachSealedIncoming, incomingFault } from '#db/incoming/sealed-incoming.ts';
import { findCounter } from '#db/registers/register-counter.ts';
import { queries } from '#db/statement.ts';
import { answerOpening } from '#shared/incoming/answer-opening.ts';
import { letterContent } from '../support/letter-content.ts';
import { bigPdf } from '../support/sample-files.ts';
import { codeOf, MORNING_MS, openOffice, type TestDesk } from '../support/office.ts';

let desk: TestDesk;
beforeEach(async () => {
  desk = await openOffice();
});
afterEach(() => desk.close());

const HOUR = 3_600_000;

const received = (subject = 'طلب بيان بعدد الأسر المستفيدة') => ({
  sender: {
    organisation: 'مركز التنمية الاجتماعية بالجموم',
    name: 'خالد بن سعد العتيبي',
    title: 'مدير المركز',
  },
  theirNumber: '٥٥/١٤٤٨',
  theirDay: '2026-11-18',
  subject,
  attachments: { kind: 'list' as const, items: [] },
  scans: [],
  receivedBy: 'byHand' as const,
});
const register = (subject?: string, more: object = {}): Promise<Letter> =>
  desk.call('incoming.register', { content: received(subject), ...more });
const list = (input: object = {}) => desk.call('incoming.list', { view: 'all', ...input });

describe('the register', () => {
  it('goes on after the last paper number, in one act, with its seal and its place in the chain', async () => {
    const one = await register();
    const two = await register('دعوة');
    expect([one.referenceNumber, two.referenceNumber]).toEqual(['34/و/1448', '35/و/1448']);
    expect([one.day, one.state, one.senderLine]).toEqual([
      '2026-11-22',
      'open',
      'مركز التنمية الاجتماعية بالجموم، مدير المركز خالد بن سعد العتيبي',
    ]);
    const { db } = desk.office();
    const rows = [...eachSealedIncoming(db)];
    expect(rows[1]!.chain_before).toBe(rows[0]!.chain_after);
    expect(findCounter(db, 'incoming', 1448)).toMatchObject({ last: 35, chainHead: rows[1]!.chain_after });
    const events = new Map(
      listEventsOf(db, 'incoming', 'incoming.registered').map((event) => [event.subjectId, event]),
    );
    expect(rows.map((row) => incomingFault(row, events.get(row.id)))).toEqual([null, null]);
  });

  it.each([
    ['content', { content_json: '{}' }],
    ['content', { subject: 'غيره' }],
    ['content', { sender_line: 'غيره' }],
    ['content', { their_number: '56' }],
    ['content', { day: '2026-11-21' }],
    ['content', { reference_number: '34/ص/1448' }],
    ['seal', { chain_before: '0'.repeat(64) }],
    ['seal', { number: 36 }],
    ['log', { registered_at_ms: 1 }],
    ['log', { audit_hash: '0'.repeat(64) }],
    ['chain', { chain_after: '0'.repeat(64) }],
  ] as const)('a hand edit is found: %s of %o', async (fault, edit) => {
    await register();
    const { db } = desk.office();
    const row = { ...[...eachSealedIncoming(db)][0]!, ...edit };
    const event = listEventsOf(db, 'incoming', 'incoming.registered')[0];
    expect(incomingFault(row, event)).toBe(fault);
  });

  it('is edited by nobody: the database itself refuses', async () => {
    const { id } = await register();
    const { db } = desk.office();
    const edit = (set: object) => () =>
      db.write((tx) => {
        tx.unaudited();
        tx.exec(queries.updateTable('incoming_letter').set(set).where('id', '=', id));
      });
    expect(edit({ subject: 'غيره' })).toThrow('never edited');
    expect(edit({ number: 99 })).toThrow('never edited');
    expect(() =>
      db.write((tx) => {
        tx.unaudited();
        tx.exec(queries.deleteFrom('incoming_letter').where('id', '=', id));
      }),
    ).toThrow('never erased');
  });

  it('starts again with the Hijri year', async () => {
    await register();
    desk.clock.set(Date.UTC(2027, 5, 6, 8));
    expect((await register('بعد رأس السنة', { confirmClock: true })).referenceNumber).toBe('1/و/1449');
  });

  it('asks about a clock that went back, and numbers nothing until a person confirms it', async () => {
    await register();
    desk.clock.set(MORNING_MS - HOUR);
    expect(await codeOf(() => register('متأخر'))).toBe('clockWentBack');
    expect((await list()).total).toBe(1);
    expect((await register('متأخر', { confirmClock: true })).referenceNumber).toBe('35/و/1448');
  });

  it.each([
    ['no sender', { sender: {} }, 'content.sender.organisation', 'required'],
    ['no subject', { subject: ' ' }, 'content.subject', 'required'],
    ['an impossible day', { theirDay: '2026-13-40' }, 'content.theirDay', 'dateIncomplete'],
  ])('takes no letter with %s', async (_, change, field, message) => {
    const error = await desk.call('incoming.register', { content: { ...received(), ...change } }).then(
      () => null,
      (thrown: unknown) => thrown as AppError,
    );
    expect([error?.code, error?.details[field]]).toEqual(['invalidInput', message]);
    expect(findCounter(desk.office().db, 'incoming', 1448)?.last).toBe(33);
  });

  it('numbers nothing when a scan, a person or a party is not there', async () => {
    const scans = [{ sha256: 'c'.repeat(64), name: 'مسح.pdf' }];
    expect(await codeOf(() => desk.call('incoming.register', { content: { ...received(), scans } }))).toBe(
      'fileVanished',
    );
    expect(await codeOf(() => register(undefined, { assignedTo: 999 }))).toBe('notFound');
    expect(await codeOf(() => register(undefined, { partyId: 999 }))).toBe('notFound');
    expect(findCounter(desk.office().db, 'incoming', 1448)?.last).toBe(33);
  });
});

describe('what becomes of it', () => {
  it('is assigned, closed with a note, opened again, and voided with a reason; each act is logged', async () => {
    const me = desk.app.session.current()!.staff;
    const { id } = await register();
    const assigned = await desk.call('incoming.assign', { id, to: me.id, dueDay: '2026-11-25' });
    expect([assigned.assignedToName, assigned.dueDay]).toEqual([me.name, '2026-11-25']);
    const closed = await desk.call('incoming.close', { id, note: 'للعلم فقط' });
    expect([closed.state, closed.closeNote, closed.closedByName]).toEqual(['closed', 'للعلم فقط', me.name]);
    expect(await codeOf(() => desk.call('incoming.assign', { id, to: null, dueDay: null }))).toBe(
      'incomingStateForbids',
    );
    expect((await desk.call('incoming.reopen', { id })).state).toBe('open');
    const voided = await desk.call('incoming.void', { id, reason: 'سُجّل مرتين' });
    expect([voided.state, voided.voidReason, voided.referenceNumber]).toEqual([
      'voided',
      'سُجّل مرتين',
      '34/و/1448',
    ]);
    for (const act of [
      () => desk.call('incoming.reopen', { id }),
      () => desk.call('incoming.void', { id, reason: 'ثانية' }),
      () => desk.call('incoming.close', { id, note: 'ثانية' }),
    ])
      expect(await codeOf(act)).toBe('incomingStateForbids');
    expect(voided.events.map((event) => [event.action, event.text])).toEqual([
      ['incoming.voided', 'سُجّل مرتين'],
      ['incoming.reopened', ''],
      ['incoming.closed', 'للعلم فقط'],
      ['incoming.assigned', me.name],
      ['incoming.registered', ''],
    ]);
  });

  it('keeps its scans and attachments, and logs who looks at one, once for a while', async () => {
    const scan = await desk.call('files.put', { name: 'خطاب المركز.pdf', bytes: bigPdf(4000, 1) });
    const table = await desk.call('files.put', { name: 'جدول.pdf', bytes: bigPdf(4000, 2) });
    const ref = ({ sha256, name }: { sha256: string; name: string }) => ({ sha256, name });
    const letter = await desk.call('incoming.register', {
      content: {
        ...received(),
        scans: [ref(scan)],
        attachments: {
          kind: 'list',
          items: [
            { unit: 'sheet', count: 3, what: 'كشوف' },
            { unit: 'file', count: 1, what: '', file: ref(table) },
          ],
        },
      },
    });
    await desk.call('files.get', { sha256: scan.sha256, name: scan.name });
    await desk.call('files.get', { sha256: scan.sha256, name: scan.name });
    const looks = listAuditEvents(desk.office().db, null, 50).filter(
      ({ action }) => action === 'file.viewed',
    );
    expect(looks.map(({ subjectKind, subjectId }) => [subjectKind, subjectId])).toEqual([
      ['incoming', letter.id],
    ]);

    const later = await desk.call('files.put', { name: 'أصل موقّع.pdf', bytes: bigPdf(4000, 3) });
    const withScan = await desk.call('incoming.addScan', { id: letter.id, file: ref(later) });
    expect(withScan.laterScans.map(({ file }) => file.name)).toEqual(['أصل موقّع.pdf']);
    const scanId = withScan.laterScans[0]!.id;
    expect((await desk.call('incoming.removeScan', { id: letter.id, scanId })).laterScans).toEqual([]);
    expect(await codeOf(() => desk.call('incoming.removeScan', { id: letter.id, scanId }))).toBe('notFound');
  });
});

describe('its answer', () => {
  const answer = async (id: number, subject: string) => {
    const made = await desk.call('letters.create', {
      content: letterContent(subject),
      answersId: id,
    });
    await desk.call('letters.issue', { id: made.id });
    return made.id;
  };

  it('is linked while it is a draft, closes the letter when it is issued, and opens it again when it is voided', async () => {
    const { id } = await register();
    const draft = await desk.call('letters.create', {
      content: letterContent('رد'),
      answersId: id,
    });
    const begun = await desk.call('incoming.get', { id });
    expect([begun.state, begun.answeredBy]).toEqual(['open', null]);
    expect(begun.answers).toMatchObject([{ id: draft.id, state: 'draft', referenceNumber: null }]);
    await desk.call('letters.issue', { id: draft.id });
    const closed = await desk.call('incoming.get', { id });
    expect([closed.state, closed.answeredBy, closed.closeNote]).toEqual(['closed', '127/ص/1448', '']);
    expect(closed.events[0]).toMatchObject({ action: 'incoming.answered', text: '127/ص/1448' });
    await desk.call('letters.void', { id: draft.id, reason: 'خطأ في الاسم' });
    expect(desk.changes.at(-1)).toEqual(expect.arrayContaining(['letters', 'incoming', 'registers']));
    const again = await desk.call('incoming.get', { id });
    expect([again.state, again.answeredBy]).toEqual(['open', null]);
    expect(again.answers).toMatchObject([{ state: 'voided' }]);
  });

  it('is refused to a void number', async () => {
    const { id } = await register();
    await desk.call('incoming.void', { id, reason: 'مكرر' });
    const content = letterContent('رد');
    expect(await codeOf(() => desk.call('letters.create', { content, answersId: id }))).toBe(
      'incomingStateForbids',
    );
  });

  it('leaves closed what another letter answers, and what was closed with a note', async () => {
    const twice = await register();
    const first = await answer(twice.id, 'رد أول');
    await answer(twice.id, 'رد ثانٍ');
    await desk.call('letters.void', { id: first, reason: 'أُعيد' });
    expect((await desk.call('incoming.get', { id: twice.id })).state).toBe('closed');

    const noted = await register('تعميم');
    await desk.call('incoming.close', { id: noted.id, note: 'للعلم' });
    const later = await answer(noted.id, 'شكر');
    await desk.call('letters.void', { id: later, reason: 'لا حاجة له' });
    expect((await desk.call('incoming.get', { id: noted.id })).closeNote).toBe('للعلم');
  });

  it('opens with a reference to it, each group in its place from right to left', () => {
    const opening = answerOpening(
      { theirNumber: '55/ت/1448', theirDay: '2026-11-18', subject: '' },
      'arabicIndic',
    );
    const R = '\u00A0\u200F/\u200F\u00A0';
    expect(opening).toBe(`إشارة إلى خطابكم رقم ٥٥${R}ت${R}١٤٤٨ وتاريخ ٠٨${R}٠٦${R}١٤٤٨\u00A0\u200Fهـ`);
    expect(answerOpening({ theirNumber: '', theirDay: null, subject: 'دعوة' }, 'latin')).toBe(
      'إشارة إلى خطابكم بشأن: دعوة',
    );
    expect(answerOpening({ theirNumber: '', theirDay: null, subject: '' }, 'latin')).toBe('إشارة إلى خطابكم');
    expect(answerOpening({ theirNumber: '9', theirDay: null, subject: 'x' }, 'latin')).toBe(
      'إشارة إلى خطابكم رقم 9',
    );
  });
});
