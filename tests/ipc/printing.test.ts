import { mkdirSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { AppError } from '#shared/app-error.ts';
import type { LetterId } from '#shared/ids.ts';
import { printSettingSchema } from '#shared/printing/print-setting.ts';
import { getPrintJob } from '#db/letters/print-jobs.ts';
import { setDeskSetting, getPrintSetting } from '#db/settings/desk-settings.ts';
import type { Printer } from '#electron/ports/printer.ts';
import { verifyDatabase } from '#electron/verify/verify-database.ts';
import { letterContent } from '../support/letter-content.ts';
import { codeOf, openOffice, type TestDesk } from '../support/office.ts';
import { tinyPdf } from '../support/tiny-pdf.ts';

let desk: TestDesk;
afterEach(() => desk.close());

const renderer = {
  renderLetter: ({ letter }: { letter: unknown }) =>
    Promise.resolve({ pdf: tinyPdf(JSON.stringify(letter)), pages: 5 }),
  renderRecoverySheet: () => Promise.resolve({ pdf: tinyPdf('sheet') }),
  renderPaper: () => Promise.resolve({ pdf: tinyPdf('paper'), pages: 1 }),
  renderHeadPreview: () => Promise.resolve({ pdf: tinyPdf('head'), pages: 1 }),
};

const issue = async (): Promise<LetterId> => {
  const { id } = await desk.call('letters.create', { content: letterContent() });
  await desk.call('letters.issue', { id });
  return id;
};
const tickets = (folder: string): unknown[] =>
  readdirSync(folder)
    .filter((name) => name.endsWith('.json'))
    .toSorted()
    .map((name) => JSON.parse(readFileSync(join(folder, name), 'utf8')) as unknown);
const events = (kind: string): { action: string; details: string }[] =>
  desk
    .office()
    .audit.list(null, 50)
    .filter(({ action }) => action.startsWith(kind))
    .map(({ action, details }) => ({ action, details: JSON.stringify(details) }));

describe('a desk with its printers', () => {
  beforeEach(async () => {
    desk = await openOffice({ ports: { renderer } });
    for (const name of ['desk', 'hall']) mkdirSync(join(desk.printFolder, name), { recursive: true });
  });

  it('prints where it was told to from now on, and lists that printer first', async () => {
    const names = async (): Promise<string[]> =>
      (await desk.call('printing.printers')).map(({ name }) => name);
    expect(await names()).toEqual(['desk', 'hall']);
    expect((await desk.call('printing.getSetting')).printer).toBeNull();
    await desk.call('printing.remember', { printer: 'hall' });
    expect(await names()).toEqual(['hall', 'desk']);
    const id = await issue();
    expect(await desk.call('letters.print', { id })).toMatchObject({ printer: 'hall', finished: true });
    expect(tickets(join(desk.printFolder, 'hall'))).toEqual([
      { jobName: '127/ص/1448', copies: 1, pageRange: null },
    ]);
    await desk.call('letters.print', { id, printer: 'desk' });
    expect(tickets(join(desk.printFolder, 'desk'))).toHaveLength(1);
    expect((await desk.call('printing.getSetting')).printer).toBe('hall');
    // Remembered twice is one act.
    await desk.call('printing.remember', { printer: 'hall' });
    expect(events('printing.remembered')).toHaveLength(1);
  });

  it('a remembered printer that is gone is missed, and nothing is printed elsewhere', async () => {
    await desk.call('printing.remember', { printer: 'attic' });
    const id = await issue();
    await expect(desk.call('letters.print', { id })).rejects.toMatchObject({
      code: 'printerMissing',
      details: { printer: 'attic' },
    });
    expect(readdirSync(join(desk.printFolder, 'desk'))).toEqual([]);
  });

  it('prints the very bytes that were sealed, with copies and pages on the ticket and in the log', async () => {
    const id = await issue();
    const sealed = Buffer.from((await desk.call('letters.pdf', { id })).pdf);
    await desk.call('letters.print', { id, copies: 3, pageRange: '2-4' });
    expect(readFileSync(join(desk.printFolder, 'desk/0001.pdf')).equals(sealed)).toBe(true);
    expect(tickets(join(desk.printFolder, 'desk'))).toEqual([
      { jobName: '127/ص/1448', copies: 3, pageRange: '2-4' },
    ]);
    const [printed] = events('letter.printed');
    expect(JSON.parse(printed!.details)).toMatchObject({
      copies: 3,
      pages: '2-4',
      printer: 'desk',
      sealed: true,
    });
  });

  it.each([
    ['6', 'pageRangeWrong'],
    ['0-2', 'pageRangeWrong'],
    ['2-9', 'pageRangeWrong'],
    ['-o raw', 'invalidInput'],
    ['', 'invalidInput'],
  ])('the pages %j of five are refused, and nothing is printed', async (pageRange, code) => {
    const id = await issue();
    expect(await codeOf(() => desk.call('letters.print', { id, pageRange }))).toBe(code);
    expect(readdirSync(join(desk.printFolder, 'desk'))).toEqual([]);
    expect(events('letter.printed')).toEqual([]);
  });

  it('«did every page come out»: the last answer stands, and each is logged', async () => {
    const id = await issue();
    const { jobId } = await desk.call('letters.print', { id });
    const stored = (): boolean | null => getPrintJob(desk.office().db, jobId).cameOut;
    expect(stored()).toBeNull();
    await desk.call('printing.cameOut', { jobId, complete: false, from: 3 });
    expect(stored()).toBe(false);
    await desk.call('printing.cameOut', { jobId, complete: true });
    expect(stored()).toBe(true);
    expect(events('printing.cameOut').map(({ action }) => action)).toEqual([
      'printing.cameOut',
      'printing.cameOutShort',
    ]);
    expect(await codeOf(() => desk.call('printing.cameOut', { jobId: 9999, complete: true }))).toBe(
      'notFound',
    );
  });

  it('a saved copy is no print: nobody answers for it', async () => {
    const id = await issue();
    desk.saved.path = join(desk.folder, 'copy.pdf');
    await desk.call('letters.savePdf', { id });
    expect(await codeOf(() => desk.call('printing.cameOut', { jobId: 1, complete: true }))).toBe('notFound');
  });

  it('the test page goes to the printer that is asked about, remembered or not', async () => {
    await desk.call('printing.remember', { printer: 'desk' });
    expect(await desk.call('printing.testPage', { printer: 'hall' })).toMatchObject({ printer: 'hall' });
    expect(tickets(join(desk.printFolder, 'hall'))).toHaveLength(1);
    expect(events('printing.tested')).toHaveLength(1);
    expect((await desk.call('desk.today')).prints).toEqual([]);
  });

  it('plan B opens the sealed bytes in the viewer, as one copy of every page, and logs it', async () => {
    const id = await issue();
    const sealed = Buffer.from((await desk.call('letters.pdf', { id })).pdf);
    const printed = await desk.call('letters.print', { id, printer: 'viewer', copies: 4, pageRange: '2' });
    expect(printed.printer).toBe('viewer');
    expect(readFileSync(join(`${desk.printFolder}.viewer`, '0001.pdf')).equals(sealed)).toBe(true);
    const [event] = events('letter.printed');
    expect(JSON.parse(event!.details)).toMatchObject({ copies: 1, printer: 'viewer' });
    expect(event!.details).not.toContain('pages');
  });
});

describe('how a desk prints', () => {
  beforeEach(async () => {
    desk = await openOffice();
  });

  it('has defaults, keeps what is saved, and refuses a shift that no paper needs', async () => {
    const before = await desk.call('printing.getSetting');
    expect(before).toEqual({
      printer: null,
      preprinted: { on: false, xMm: 0, yMm: 0 },
      askCameOut: false,
    });
    const after = { printer: null, preprinted: { on: true, xMm: -1.5, yMm: 2 }, askCameOut: true };
    expect(await desk.call('printing.saveSetting', after)).toEqual(after);
    expect(await desk.call('printing.getSetting')).toEqual(after);
    const far = { ...after, preprinted: { on: true, xMm: 31, yMm: 0 } };
    expect(await codeOf(() => desk.call('printing.saveSetting', far))).toBe('invalidInput');
    expect(events('printing.setUp')).toHaveLength(1);
  });

  it('a setting that this version cannot read prints as before anything was set', () => {
    const { db } = desk.office();
    db.write((tx) => {
      tx.unaudited();
      setDeskSetting(tx, 'printing', { printer: 7, preprinted: 'left' }, 1);
    });
    expect(getPrintSetting(db)).toEqual(printSettingSchema.parse({}));
  });
});

describe('a printer that fails', () => {
  it.each([
    ['printerFailed', { printer: 'HP', reason: 'timeout' }],
    ['printerFailed', { reason: 'timeout', sent: false }],
    ['printerFailed', { printer: 'HP', reason: 'stopped' }],
    ['printerMissing', { printer: '' }],
  ] as const)(
    '%s %j changes nothing in the register: the letter is issued, and prints later',
    async (code, details) => {
      let broken = true;
      const jobs: number[] = [];
      const printer: Printer = {
        listPrinters: () => Promise.resolve([]),
        openInViewer: () => Promise.resolve(),
        printPdf: ({ copies }) => {
          if (broken) return Promise.reject(new AppError(code, details));
          jobs.push(copies);
          return Promise.resolve({ printer: 'HP', finished: true });
        },
      };
      desk = await openOffice({ ports: { printer } });
      const id = await issue();
      const before = await desk.call('letters.get', { id });
      await expect(desk.call('letters.print', { id })).rejects.toMatchObject({ code, details });
      expect(await desk.call('letters.get', { id })).toEqual(before);
      expect(before).toMatchObject({ state: 'issued', referenceNumber: '127/ص/1448' });
      expect(events('letter.printed')).toEqual([]);
      // What was not taken in time may still come out, once: the log says so, and counts no print.
      const uncertain = events('paper.printUncertain').map((event) => JSON.parse(event.details) as unknown);
      expect(uncertain).toMatchObject(
        'reason' in details && details.reason === 'timeout' && !('sent' in details)
          ? [{ printer: 'HP', copies: 1, sealed: true }]
          : [],
      );
      expect((await desk.call('desk.today')).prints).toEqual([]);
      // Plan B, then the printer again.
      expect((await desk.call('letters.print', { id, printer: 'viewer' })).printer).toBe('viewer');
      broken = false;
      await desk.call('letters.print', { id });
      expect(jobs).toEqual([1]);
      const next = await issue();
      expect((await desk.call('letters.get', { id: next })).referenceNumber).toBe('128/ص/1448');
      expect(verifyDatabase(desk.office().db).fault).toBeNull();
    },
  );
});
