import { PDFDocument } from '@cantoo/pdf-lib';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createCupsPrinter } from '#electron/platform/node/cups-printer.ts';
import { ENVELOPE_SHEETS } from '#electron/pdf/documents/envelope-sizes.ts';
import { createPdfRenderer } from '#electron/pdf/pdf-renderer.ts';
import { FIRST_RUN_PROFILE } from '#shared/organisation/profile.ts';
import { AppError } from '#shared/app-error.ts';
import { letterContent } from '../support/letter-content.ts';
import { missingWords } from '../support/missing-words.ts';
import { cups, needCups, openNetworkPrinter, openPdfQueue, startScheduler } from '../support/cups-queue.ts';
import type { NetworkPrinter, PdfQueue } from '../support/cups-queue.ts';
import { needTool } from '../support/need-tool.ts';
import { openOffice } from '../support/office.ts';
import { pageCount, pdftotext } from '../support/pdf-reading.ts';
import { tinyPdf } from '../support/tiny-pdf.ts';
import { hasTool } from '../../build/test/debian-tools.ts';

const PDF_QUEUE = `WisamPdf${process.pid}`;
const NETWORK = `WisamNet${process.pid}`;
const usable = hasTool('cups') && process.getuid?.() === 0;

/** A letter of several pages, each with words of its own. */
const longLetter = () => {
  const paragraph = (text: string) => ({
    type: 'paragraph' as const,
    content: [{ type: 'text' as const, text }],
  });
  const content = Array.from({ length: 75 }, (_, index) =>
    paragraph(
      `الفقرة ${index + 1}: نفيدكم بأن الجمعية أتمت دراسة الطلبات، ورقم المعاملة 1448-0${100 + index}.`,
    ),
  );
  return { ...letterContent('كشف الطلبات'), body: { type: 'doc' as const, content } };
};

/** The code of what a job was refused with, and why. */
const refusal = async (act: Promise<unknown>): Promise<unknown[]> => {
  try {
    await act;
  } catch (error) {
    if (error instanceof AppError) return [error.code, error.details['reason']];
    throw error;
  }
  return ['none'];
};

describe('a real queue of CUPS', () => {
  let stop = (): void => {};
  let pdfQueue: PdfQueue;
  let network: NetworkPrinter;
  const renderer = createPdfRenderer({
    workerFile: new URL('../../electron/pdf/render-worker.ts', import.meta.url),
  });

  beforeAll(async () => {
    if (!usable) return;
    stop = await startScheduler();
    pdfQueue = openPdfQueue(PDF_QUEUE);
    network = await openNetworkPrinter(NETWORK);
  });
  afterAll(async () => {
    await renderer.close();
    if (!usable) return;
    pdfQueue.close();
    await network.close();
    stop();
  });

  it('is listed with its state, and one that is stopped is told apart', async (context) => {
    needCups(context);
    const state = async (): Promise<unknown> =>
      (await createCupsPrinter().listPrinters()).find(({ name }) => name === PDF_QUEUE);
    expect(await state()).toEqual({ name: PDF_QUEUE, label: PDF_QUEUE, usual: false, state: 'ready' });
    cups('cupsdisable', PDF_QUEUE);
    expect(await state()).toMatchObject({ state: 'stopped' });
    cups('cupsenable', PDF_QUEUE);
    cups('cupsreject', PDF_QUEUE);
    expect(await state()).toMatchObject({ state: 'stopped' });
    cups('cupsaccept', PDF_QUEUE);
    expect(await state()).toMatchObject({ state: 'ready' });
  });

  it('prints into cups-pdf: every page, or those that were asked for', async (context) => {
    needCups(context);
    const { pdf, pages } = await renderer.renderLetter({
      letter: { ...longLetter(), referenceNumber: '127/ص/1448', day: '2026-11-22' },
      profile: FIRST_RUN_PROFILE,
      mark: null,
      title: 'x',
    });
    expect(pages).toBeGreaterThanOrEqual(4);
    const printer = createCupsPrinter();
    const whole = `whole${process.pid}`;
    const job = { bytes: pdf, copies: 1, printer: PDF_QUEUE };
    expect(await printer.printPdf({ ...job, jobName: whole })).toEqual({
      printer: PDF_QUEUE,
      finished: true,
    });
    const part = `part${process.pid}`;
    await printer.printPdf({ ...job, jobName: part, pageRange: '2-3' });
    const [all] = await pdfQueue.papers(whole, 1);
    const [some] = await pdfQueue.papers(part, 1);
    expect(await pageCount(all!)).toBe(pages);
    expect(await pageCount(some!)).toBe(2);
  });

  it('an envelope comes out in its own size, and what is A4 stays A4', async (context) => {
    needCups(context);
    const sizes = [
      [ENVELOPE_SHEETS.dl, [220, 110], [110, 220]],
      [null, [210, 297], [210, 297]],
      // The printer goes by what it is told, not by the page: what was wrong before.
      [null, [220, 110], [210, 297]],
    ] as const;
    const points = (mm: number): number => (mm * 72) / 25.4;
    for (const [index, [media, page, sheet]] of sizes.entries()) {
      const [width, height] = page.map(points) as [number, number];
      const made = await PDFDocument.create();
      made.addPage([width, height]).drawLine({ start: { x: 9, y: 9 }, end: { x: 99, y: 9 } });
      const jobName = `sheet${index}x${process.pid}`;
      const bytes = await made.save();
      await createCupsPrinter().printPdf({ bytes, copies: 1, printer: PDF_QUEUE, jobName, media });
      const [paper] = await pdfQueue.papers(jobName, 1);
      const printed = (await PDFDocument.load(paper!)).getPage(0);
      // A driver may lay the sheet upright and turn what is on it.
      const [short, long] = [printed.getWidth(), printed.getHeight()].toSorted((a, b) => a - b);
      expect(Math.abs(short! - points(sheet[0]))).toBeLessThan(2);
      expect(Math.abs(long! - points(sheet[1]))).toBeLessThan(2);
    }
  });

  it('an issued letter reaches the printer with every word of its sealed page; pages and copies as asked', async (context) => {
    needTool(context, 'pdftotext');
    needCups(context);
    const desk = await openOffice({
      ports: { renderer, printer: { ...createCupsPrinter(), openInViewer: () => Promise.resolve() } },
    });
    try {
      const { id } = await desk.call('letters.create', { content: longLetter() });
      await desk.call('letters.issue', { id });
      const sealed = await desk.call('letters.pdf', { id });
      await desk.call('printing.remember', { printer: NETWORK });
      const printed = await desk.call('letters.print', { id });
      expect(printed).toMatchObject({ printer: NETWORK, finished: true });
      await expect.poll(() => network.jobs.length).toBe(1);
      const words = pdftotext(sealed.pdf);
      expect(missingWords(words, pdftotext(network.jobs[0]!))).toEqual([]);
      expect(await pageCount(network.jobs[0]!)).toBe(sealed.pages);

      await desk.call('letters.print', { id, copies: 2, pageRange: '1,3-4' });
      await expect.poll(() => network.jobs.length).toBe(2);
      const twice = network.jobs[1]!;
      expect(await pageCount(twice)).toBe(6);
      // Each copy is whole before the next begins.
      const text = pdftotext(twice);
      expect(missingWords(pdftotext(sealed.pdf), text)).not.toEqual([]);
      expect(text.match(/1448-0100|0100-1448/gu)?.length).toBe(2);
    } finally {
      desk.close();
    }
  });

  it('a printer that is not there is refused, and nothing is printed elsewhere', async (context) => {
    needCups(context);
    const job = { bytes: tinyPdf('x'), jobName: 'x', copies: 1 };
    for (const printer of ['no-such', '-d', ''])
      expect(await refusal(createCupsPrinter().printPdf({ ...job, printer }))).toEqual([
        'printerMissing',
        undefined,
      ]);
  });

  it('a queue that is stopped says so at once, and keeps no job to print later', async (context) => {
    needCups(context);
    cups('cupsdisable', PDF_QUEUE);
    try {
      const job = { bytes: tinyPdf('x'), jobName: 'stopped', copies: 1, printer: PDF_QUEUE };
      const before = performance.now();
      expect(await refusal(createCupsPrinter().printPdf(job))).toEqual(['printerFailed', 'stopped']);
      expect(performance.now() - before).toBeLessThan(5000);
      expect(cups('lpstat', '-o', PDF_QUEUE)).toBe('');
    } finally {
      cups('cupsenable', PDF_QUEUE);
    }
  });

  it('a printer that does not answer fails by its time-out, and its job is taken back', async (context) => {
    needCups(context);
    await network.unplug();
    const printer = createCupsPrinter({ patienceMs: 8000 });
    const job = { bytes: tinyPdf('x'), jobName: 'silent', copies: 1, printer: NETWORK };
    expect(await refusal(printer.printPdf(job))).toEqual(['printerFailed', 'timeout']);
    await expect.poll(() => cups('lpstat', '-o', NETWORK), { timeout: 10_000 }).toBe('');
  });
});
