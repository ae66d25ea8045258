import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { readSheet } from 'read-excel-file/node';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { FileRef } from '#shared/files/stored-file.ts';
import { readRegisterBook } from '#db/registers/register-book.ts';
import { verifyDatabase } from '#electron/verify/verify-database.ts';
import { letterContent } from '../support/letter-content.ts';
import { codeOf, MORNING_MS, openOffice, type TestDesk } from '../support/office.ts';
import { tinyPng } from '../support/sample-files.ts';
import { tinyPdf } from '../support/tiny-pdf.ts';

const DAY_MS = 86_400_000;
let desk: TestDesk;
beforeEach(async () => {
  desk = await openOffice();
});
afterEach(() => desk.close());

const verified = (): readonly string[] => verifyDatabase(desk.office().db).faults;
const issue = async (subject = 'خطاب'): Promise<string | null> => {
  const { id } = await desk.call('letters.create', { content: letterContent(subject) });
  return (await desk.call('letters.issue', { id })).referenceNumber;
};
const scan = async (
  name = 'ورقة.pdf',
  bytes: Uint8Array<ArrayBuffer> = new Uint8Array(tinyPdf(name)),
): Promise<FileRef> => {
  const { sha256 } = await desk.call('files.put', { name, bytes });
  return { sha256, name };
};
const outgoing = async (number: number, more: object = {}) => ({
  hijriYear: 1448,
  number,
  recipient: { honorific: 'سعادة', name: 'مدير البنك', title: '', organisation: '', closingHonorific: '' },
  subject: 'كُتب في انقطاع الكهرباء',
  day: '2026-11-22',
  signatory: { title: 'رئيسة المجلس', name: 'سارة' },
  attachments: { kind: 'list' as const, items: [] },
  reason: 'انقطاع الكهرباء',
  scan: await scan(`${number}.pdf`),
  ...more,
});
const incoming = (number: number) => ({
  hijriYear: 1448,
  number,
  content: {
    sender: { organisation: 'إمارة المنطقة', name: '', title: '' },
    theirNumber: '٥٥/أ',
    theirDay: '2026-11-20',
    subject: 'دعوة إلى اجتماع',
    attachments: { kind: 'list' as const, items: [] },
    scans: [],
    receivedBy: 'byHand' as const,
    note: '',
  },
  day: '2026-11-22',
  reason: 'انقطاع الكهرباء',
});

describe('numbers kept for paper', () => {
  it('are taken together, each sealed and linked, and what is issued later goes on after them', async () => {
    expect(await issue()).toBe('127/ص/1448');
    const range = await desk.call('registers.reserve', { register: 'outgoing', count: 3, reason: 'انقطاع' });
    expect(range).toMatchObject({ first: 128, last: 130, day: '2026-11-22', open: 3, entered: 0, voided: 0 });
    expect(await issue()).toBe('131/ص/1448');
    expect((await desk.call('registers.listReserved')).map((one) => one.referenceNumber)).toEqual([
      '128/ص/1448',
      '129/ص/1448',
      '130/ص/1448',
    ]);
    expect(verified()).toEqual([]);
    const log = await desk.call('audit.list', {});
    expect(log.find((event) => event.action === 'register.reserved')?.details).toMatchObject({
      first: 128,
      last: 130,
      reason: 'انقطاع',
    });
  });

  it('are entered as they were written: findable, signed by their scan, and whole', async () => {
    await desk.call('registers.reserve', { register: 'outgoing', count: 2, reason: 'انقطاع' });
    desk.clock.advance(2 * DAY_MS);
    const { id } = await desk.call('registers.enterOutgoing', await outgoing(128, { day: '2026-11-23' }));
    const letter = await desk.call('letters.get', { id });
    expect(letter).toMatchObject({
      state: 'issued',
      origin: 'paper',
      referenceNumber: '128/ص/1448',
      issuedOn: '2026-11-23',
      signed: true,
      code: null,
      pages: 1,
    });
    const { pdf, sealed } = await desk.call('letters.pdf', { id });
    expect(sealed).toBe(true);
    expect(createHash('sha256').update(pdf).digest('hex')).toBe(
      createHash('sha256').update(tinyPdf('128.pdf')).digest('hex'),
    );
    expect(
      (await desk.call('letters.list', { text: 'البنك', origin: 'paper' })).rows.map((row) => row.id),
    ).toEqual([id]);
    await desk.call('registers.voidReserved', {
      register: 'outgoing',
      hijriYear: 1448,
      number: 127,
      reason: 'تلفت',
    });
    expect(await desk.call('registers.listReserved')).toEqual([]);
    expect(verified()).toEqual([]);
    const { registers, ranges } = await desk.call('registers.overview');
    expect(registers.find((one) => one.register === 'outgoing')).toMatchObject({
      opening: 126,
      first: 127,
      last: 128,
      valid: 1,
      voided: 1,
      fromPaper: 1,
      reserved: 0,
      missing: 0,
    });
    expect(ranges).toMatchObject([{ entered: 1, voided: 1, open: 0 }]);
    // A letter of paper may be voided as any other.
    await desk.call('letters.void', { id, reason: 'كُرر' });
    expect(verified()).toEqual([]);
  });

  it('take a picture on a page of its own', async () => {
    await desk.call('registers.reserve', { register: 'outgoing', count: 1, reason: 'انقطاع' });
    const png = Buffer.from(
      'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
      'base64',
    );
    const { id } = await desk.call(
      'registers.enterOutgoing',
      await outgoing(127, { scan: await scan('صورة.png', new Uint8Array(png)) }),
    );
    const { pdf } = await desk.call('letters.pdf', { id });
    expect(Buffer.from(pdf.slice(0, 5)).toString()).toBe('%PDF-');
    expect(verified()).toEqual([]);
  });

  it('of the incoming register are entered likewise', async () => {
    await desk.call('registers.reserve', { register: 'incoming', count: 2, reason: 'انقطاع' });
    const { id } = await desk.call('registers.enterIncoming', incoming(35));
    expect(await desk.call('incoming.get', { id })).toMatchObject({
      referenceNumber: '35/و/1448',
      day: '2026-11-22',
    });
    // The slip of it says nothing of the hour and the clerk of its entry.
    const slip = await desk.call('papers.make', { kind: 'receiptSlip', incomingId: id });
    expect(pageText(slip.pdf)).toContain('"time":null');
    expect(pageText(slip.pdf)).toContain('"receivedByName":null');
    await desk.call('registers.voidReserved', {
      register: 'incoming',
      hijriYear: 1448,
      number: 34,
      reason: 'لم يُستعمل',
    });
    expect(verified()).toEqual([]);
    expect(readRegisterBook(desk.office().db, 'incoming', 1448)?.lines).toMatchObject([
      { number: 34, state: 'voided', note: 'لم يُستعمل', letterId: null },
      { number: 35, state: 'valid', origin: 'paper', theirNumber: '٥٥/أ', party: 'إمارة المنطقة' },
    ]);
    // In the Excel book too their date stands in both calendars.
    desk.saved.path = join(desk.folder, 'book.xlsx');
    await desk.call('registers.exportExcel', { register: 'incoming', hijriYear: 1448 });
    const [titles = [], , entered] = await readSheet(readFileSync(desk.saved.path), 'سجل الوارد');
    const cell = (title: string): unknown => entered?.[titles.indexOf(title)];
    expect([cell('تاريخه لديهم (هـ)'), cell('تاريخه لديهم (م)')]).toEqual([
      '10 جمادى الآخرة 1448 هـ',
      '20 نوفمبر 2026 م',
    ]);
  });

  it('refuse what does not fit, and number nothing in vain', async () => {
    await desk.call('registers.reserve', { register: 'outgoing', count: 1, reason: 'انقطاع' });
    const enter = async (number: number, more: object = {}): Promise<string> => {
      const input = await outgoing(number, more);
      return codeOf(() => desk.call('registers.enterOutgoing', input));
    };
    expect(await enter(128)).toBe('notFound');
    // No back-dating: not before the reservation, and not after today.
    expect(await enter(127, { day: '2026-11-21' })).toBe('paperDayOutside');
    expect(await enter(127, { day: '2026-11-23' })).toBe('paperDayOutside');
    expect(await enter(127, { subject: ' ' })).toBe('invalidInput');
    expect(await enter(127, { reason: '' })).toBe('invalidInput');
    expect(await enter(127, { scan: { sha256: 'a'.repeat(64), name: 'x.pdf' } })).toBe('fileVanished');
    expect(await enter(127, { scan: await scan('نص.txt', new Uint8Array(Buffer.from('نص عادي'))) })).toBe(
      'fileTypeRefused',
    );
    // What nobody can open is no letter, however it ends.
    const nonsense = new Uint8Array(Buffer.from('%PDF-1.7 nonsense %%EOF'));
    expect(await enter(127, { scan: await scan('تالف.pdf', nonsense) })).toBe('pdfUnreadable');
    // Everybody may look at a letter's page, and not everybody at the stamp.
    const stamp = await scan('ختم.png', tinyPng());
    await desk.call('officeImages.set', { kind: 'stamp', file: stamp });
    expect(await enter(127, { scan: stamp })).toBe('notAllowed');
    expect(await enter(127)).toBe('none');
    expect(await enter(127)).toBe('reservedNumberSettled');
    const voiding = { register: 'outgoing', hijriYear: 1448, number: 127, reason: 'خطأ' } as const;
    expect(await codeOf(() => desk.call('registers.voidReserved', voiding))).toBe('reservedNumberSettled');
    for (const count of [0, 201, 1.5])
      expect(
        await codeOf(() => desk.call('registers.reserve', { register: 'outgoing', count, reason: 'س' })),
      ).toBe('invalidInput');
    expect(verified()).toEqual([]);
  });

  it('take 200 at once, and ask about a clock that went back', async () => {
    desk.clock.set(MORNING_MS - DAY_MS);
    const input = { register: 'outgoing', count: 200, reason: 'انتقال المقر' } as const;
    expect(await codeOf(() => desk.call('registers.reserve', input))).toBe('clockWentBack');
    const range = await desk.call('registers.reserve', { ...input, confirmClock: true });
    expect(range).toMatchObject({ first: 127, last: 326 });
    expect(verified()).toEqual([]);
  });
});

describe('over the Hijri new year', () => {
  /** 1448-12-29 is 2027-06-05, 1449-01-01 the day after. */
  const NEW_YEAR_MS = Date.UTC(2027, 5, 6, 7);
  it.each([
    [true, '1/ص/1449', 0],
    [false, '129/ص/1449', 128],
  ])('with restart %s the first number is %s', async (restartYearly, first, opening) => {
    const profile = await desk.call('organisation.get');
    await desk.call('organisation.update', { ...profile, letters: { ...profile.letters, restartYearly } });
    expect(await issue()).toBe('127/ص/1448');
    await desk.call('registers.reserve', { register: 'outgoing', count: 1, reason: 'انقطاع' });
    desk.clock.set(NEW_YEAR_MS);
    const { first: kept } = await desk.call('registers.reserve', {
      register: 'outgoing',
      count: 2,
      reason: 'انقطاع',
      confirmClock: true,
    });
    expect(`${kept}/ص/1449`).toBe(first);
    expect(await issue()).toBe(`${kept + 2}/ص/1449`);
    // What was kept in the old year is entered in the new one, with a day of either.
    await desk.call('registers.enterOutgoing', await outgoing(128, { day: '2027-06-05' }));
    const { registers } = await desk.call('registers.overview');
    expect(registers.filter((one) => one.register === 'outgoing')).toMatchObject([
      { hijriYear: 1449, opening, last: kept + 2 },
      { hijriYear: 1448, opening: 126, last: 128 },
    ]);
    expect(verified()).toEqual([]);
  });
});

/** What the stand-in of the renderer was asked to set. */
const pageText = (pdf: Uint8Array): string => {
  const hex = /<feff([0-9a-f]*)>/u.exec(Buffer.from(pdf).toString('latin1'))![1]!;
  return Buffer.from(hex, 'hex').swap16().toString('utf16le');
};
