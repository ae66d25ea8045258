import { readFileSync } from 'node:fs';
import { Worker } from 'node:worker_threads';
import { describe, expect, it } from 'vitest';
import { rtlList, rtlTable } from '#electron/pdf/arabic/content.ts';
import type { DocumentDefinition } from '#electron/pdf/arabic/definition.ts';
import { setPdf, setPdfWithPages } from '#electron/pdf/arabic/engine.ts';
import { PDF_FONTS } from '#electron/pdf/fonts.ts';
import { comparable, pageCount, wholeText } from '../../support/pdf-reading.ts';
import { CORPUS } from './corpus.ts';

const info = { title: 'خطاب & <تجربة>', author: 'الجمعية', creationDate: new Date('2026-11-22T08:00:00Z') };
const letter = (): DocumentDefinition => ({
  info,
  pageSize: 'A4',
  pageMargins: [50, 80, 50, 60],
  watermark: 'مسودة',
  header: { text: 'ترويسة', alignment: 'center' },
  footer: (page, pages) => ({ text: `صفحة ${page} من ${pages}`, alignment: 'center' }),
  content: [
    ...CORPUS.map((text) => ({ text, alignment: 'justify' as const })),
    rtlList(['أول', { stack: ['ثان', rtlList(['فرعي'], { depth: 1 })] }]),
    rtlTable({
      table: {
        headerRows: 1,
        body: [
          ['أ', 'ب'],
          ['ج', 'د'],
        ],
      },
    }),
  ],
});

describe('the same definition', () => {
  it('gives the same bytes, whatever was set in between', async () => {
    const first = await setPdf(letter());
    await setPdf({ info, content: ['نص آخر تمامًا', { text: 'بخط آخر', font: 'Plex' }] });
    const definition = letter();
    const second = await setPdf(definition);
    const third = await setPdf(definition);
    expect(Buffer.compare(first, second)).toBe(0);
    expect(Buffer.compare(first, third)).toBe(0);
  });

  it('gives the same bytes in another thread', async () => {
    const code = `
      import { parentPort } from 'node:worker_threads';
      import { setPdf } from '#electron/pdf/arabic/engine.ts';
      const info = { title: 'ع', creationDate: new Date(0) };
      parentPort.postMessage(await setPdf({ info, content: 'نص في خيط آخر، ١٢/٣' }));`;
    const file = new URL('../../../electron/pdf/arabic/', import.meta.url);
    const worker = new Worker(
      new URL(`data:text/javascript,${encodeURIComponent(code.replace('#electron/pdf/arabic/', file.href))}`),
    );
    const there = await new Promise<Uint8Array>((resolve, reject) => {
      worker.once('message', resolve);
      worker.once('error', reject);
    });
    await worker.terminate();
    const here = await setPdf({
      info: { title: 'ع', creationDate: new Date(0) },
      content: 'نص في خيط آخر، ١٢/٣',
    });
    expect(Buffer.compare(here, there)).toBe(0);
  });

  it('differs when its date or its text differs', async () => {
    const base = await setPdf({ info, content: 'نص' });
    const later = { ...info, creationDate: new Date('2026-11-23T08:00:00Z') };
    expect(Buffer.compare(base, await setPdf({ info: later, content: 'نص' }))).not.toBe(0);
    expect(Buffer.compare(base, await setPdf({ info, content: 'نصص' }))).not.toBe(0);
  });

  it('is left as it was', async () => {
    const definition = letter();
    const before = JSON.stringify(definition);
    await setPdf(definition);
    expect(JSON.stringify(definition)).toBe(before);
  });
});

it('tells how many pages it set', async () => {
  const { bytes, pages } = await setPdfWithPages(letter());
  expect(pages).toBeGreaterThan(1);
  expect(await pageCount(bytes)).toBe(pages);
});

describe('a character that no font has', () => {
  it.each([
    ['😀', 'U+1F600'],
    ['漢', 'U+6F22'],
    ['☑', 'U+2611'],
  ])('%s is refused, with its place', async (character, codePoint) => {
    const content = [`الفقرة الأولى سليمة.`, `في وسط هذه الفقرة ${character} حرف لا يوجد في الخط`];
    await expect(setPdf({ info, content })).rejects.toMatchObject({
      code: 'missingGlyph',
      details: { character, codePoint, context: `وسط هذه الفقرة ${character} حرف لا يوجد` },
    });
  });

  it.each([
    ['a table cell', rtlTable({ table: { body: [['سليم', 'هنا 漢']] } })],
    ['a watermark', 'سليم'],
  ])('is refused in %s too', async (place, content) => {
    const watermark = place === 'a watermark' ? { watermark: 'مسودة 漢' } : {};
    await expect(setPdf({ info, content, ...watermark })).rejects.toMatchObject({ code: 'missingGlyph' });
  });

  it('in a picture is refused as well', async () => {
    const svg =
      '<svg width="99" height="20" viewBox="0 0 99 20"><text x="5" y="15" font-family="Amiri">漢</text></svg>';
    await expect(setPdf({ info, content: { svg } })).rejects.toMatchObject({ code: 'missingGlyph' });
  });

  it('is taken from the other family where that has it', async () => {
    const bytes = await setPdf({ info, content: 'السعر € 5 → № 7 ✓ تم' });
    expect(comparable(await wholeText(bytes))).toContain('→');
    const text = Buffer.from(bytes).toString('latin1');
    expect(text).toContain('IBMPlexSansArabic');
    expect(Buffer.from(await setPdf({ info, content: 'السعر 5' })).toString('latin1')).not.toContain(
      'IBMPlex',
    );
  });
});

describe('nothing outside is read', () => {
  it.each([
    ['a file of the machine', { image: import.meta.filename }],
    ['an address', { image: 'https://example.org/logo.png' }],
  ])('neither %s', async (_name, content) => {
    await expect(setPdf({ info, content })).rejects.toMatchObject({ code: 'renderFailed' });
  });

  it('nor an attached file or a font that is not ours', async () => {
    const files = { 'a.txt': { src: import.meta.filename } };
    await expect(setPdf({ info, content: 'نص', files })).rejects.toMatchObject({ code: 'renderFailed' });
    await expect(setPdf({ info, content: { text: 'نص', font: 'Roboto' } })).rejects.toMatchObject({
      code: 'renderFailed',
    });
  });

  it('and a date must be given', async () => {
    const creationDate = new Date(Number.NaN);
    await expect(setPdf({ info: { title: 'ع', creationDate }, content: 'نص' })).rejects.toMatchObject({
      code: 'renderFailed',
      details: { reason: 'creationDateMissing' },
    });
  });
});

it('leaves the font files as they are', async () => {
  const before = Object.values(PDF_FONTS.Amiri).map((file) => readFileSync(file).length);
  await setPdf(letter());
  expect(Object.values(PDF_FONTS.Amiri).map((file) => readFileSync(file).length)).toEqual(before);
});
