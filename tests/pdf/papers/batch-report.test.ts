import { describe, expect, it } from 'vitest';
import type { BatchLetters, BatchReport } from '#electron/pdf/documents/paper-sheets.ts';
import { renderJob } from '#electron/pdf/render-jobs.ts';
import { FIRST_RUN_PROFILE } from '#shared/organisation/profile.ts';
import { missingWords } from '../../support/missing-words.ts';
import { comparable, pageCount, placedTexts, wholeText } from '../../support/pdf-reading.ts';
import { tinyPdf } from '../../support/tiny-pdf.ts';

const FAMILIES = ['الحربي', 'السلمي', 'الشريف', 'القرشي', 'اللحياني', 'الهذلي'];
const persons: BatchReport['persons'] = Array.from({ length: 150 }, (_, n) => ({
  name: `فاطمة علي سالم ${FAMILIES[n % FAMILIES.length]}`,
  referenceNumber: n % 10 === 3 ? null : `${127 + n}/ص/1448`,
  voided: n === 7,
  leftOut:
    n % 10 === 3 ? { code: 'missingFields' as const, details: { fields: ['القرية', 'رقم الهوية'] } } : null,
}));
const report: BatchReport = {
  profile: FIRST_RUN_PROFILE,
  logo: null,
  name: 'سلال رمضان',
  templateName: 'إفادة بوصول السلة',
  preparedBy: 'سارة محمد المطيري',
  preparedDay: '2026-11-21',
  madeOn: '2026-11-22',
  madeAt: '10:42',
  persons,
};
const set = (sheet: BatchReport) => renderJob({ kind: 'paper', sheet: { kind: 'batchReport', ...sheet } });
const latin = (text: string): string =>
  text.replace(/[٠-٩]/g, (digit) => String(digit.charCodeAt(0) - 0x0660)).replace(/\s*\/\s*/g, '/');

describe('the report of letters to many', () => {
  it('names everybody with the number they got, or why they got none, over many pages with the heads again', async () => {
    const { pdf, pages } = await set(report);
    expect(pages).toBeGreaterThan(3);
    const text = latin(comparable(await wholeText(pdf)));
    for (const { referenceNumber } of persons)
      if (referenceNumber !== null)
        for (const group of referenceNumber.split('/')) expect(text).toContain(group);
    expect(text.match(/ينقصه: القرية، رقم الهوية/g)).toHaveLength(15);
    for (const family of FAMILIES) expect(text).toContain(family);
    for (const part of ['سلال رمضان', 'إفادة بوصول السلة', '150', '135', 'سارة محمد المطيري', 'ملغى'])
      expect(text).toContain(part);
    const heads = (await placedTexts(pdf)).filter((one) => comparable(one.text).includes('صاحب الخطاب'));
    expect(new Set(heads.map((one) => one.page)).size).toBeGreaterThan(2);
  });

  it('is the same file each time it is set of the same', async () => {
    expect(Buffer.from((await set(report)).pdf)).toEqual(Buffer.from((await set(report)).pdf));
  });

  it('says so when nobody was left out, and when nothing is issued yet', async () => {
    const all = persons.map((one) => ({ ...one, leftOut: null }));
    const none = all.map((one) => ({ ...one, referenceNumber: null, voided: false }));
    expect(
      missingWords('لم يُستبعد أحد.', await wholeText((await set({ ...report, persons: all })).pdf)),
    ).toEqual([]);
    expect(
      missingWords('لم يصدر خطاب بعد.', await wholeText((await set({ ...report, persons: none })).pdf)),
    ).toEqual([]);
  });
});

it('all letters in one file: their pages in order', async () => {
  const sheet: BatchLetters = {
    profile: FIRST_RUN_PROFILE,
    name: 'سلال رمضان',
    madeOn: '2026-11-22',
    pdfs: ['one', 'two', 'three'].map(tinyPdf),
  };
  const { pdf, pages } = await renderJob({ kind: 'paper', sheet: { kind: 'batchLetters', ...sheet } });
  expect([pages, await pageCount(pdf)]).toEqual([3, 3]);
});
