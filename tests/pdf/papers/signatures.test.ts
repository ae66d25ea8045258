import { describe, expect, it } from 'vitest';
import type { SignaturesSheet } from '#electron/pdf/documents/signatures-sheet.ts';
import { renderJob } from '#electron/pdf/render-jobs.ts';
import { FIRST_RUN_PROFILE } from '#shared/organisation/profile.ts';
import { pagePixels } from '../../support/pdf-pixels.ts';
import { comparable, pdftotext, wholeText } from '../../support/pdf-reading.ts';
import { tinyPng } from '../../support/sample-files.ts';

/** Of the drawing in this test: nothing else on the page is blue. */
const INK = [20, 60, 200] as const;
const given = { idNumber: '', day: '2026-11-22', time: '10:42', takenByName: 'سارة محمد المطيري' } as const;
const sheet = (drawing: Uint8Array | null): SignaturesSheet => ({
  profile: FIRST_RUN_PROFILE,
  logo: null,
  title: 'إقرار بصحة البيانات: نورة بنت سليمان بن عوض اللحياني',
  version: 2,
  code: '1234567890123452',
  pdfSha256: 'a1b2c3d4'.repeat(8),
  day: '2026-11-22',
  time: '10:31',
  signatures: [
    { ...given, signer: 'applicant', mode: 'screen', name: 'نورة بنت سليمان بن عوض اللحياني', drawing },
    { ...given, signer: 'officer', mode: 'account', name: 'سارة محمد المطيري', drawing: null },
    { ...given, signer: 'witness', mode: 'thumb', name: 'خالد علي', idNumber: '••••••9940', drawing: null },
  ],
});
const render = (drawing: Uint8Array | null) =>
  renderJob({ kind: 'paper', sheet: { kind: 'signatures', ...sheet(drawing) } });

/** How much of the page is of the ink of a drawing. */
async function inked(pdf: Uint8Array): Promise<number> {
  const { data } = await pagePixels(pdf, { dpi: 100 });
  let found = 0;
  for (let at = 0; at < data.length; at += 4)
    if (INK.every((value, index) => Math.abs((data[at + index] ?? 0) - value) < 24)) found += 1;
  return found;
}

describe('the page of signatures behind a sealed paper', () => {
  it('says whose they are, as what, how, when and before whom, and ties them to the frozen file', async () => {
    const { pdf, pages } = await render(tinyPng(300, 120, { colour: INK }));
    expect(pages).toBe(1);
    const text = comparable(await wholeText(pdf));
    for (const part of [
      'بيان التواقيع',
      'إقرار بصحة البيانات',
      'جهة المستفيد: نورة بنت سليمان بن عوض اللحياني',
      'توقيع على اللوح',
      'أُخذ بحضور: سارة محمد المطيري',
      'توقيع بالحساب الشخصي',
      'شاهد: خالد علي',
      'بصمة على الورقة المطبوعة',
    ])
      expect(text).toContain(comparable(part));
    expect(pdftotext(pdf, '-layout')).toContain('a1b2c3d4');
  });

  it('sets the day of a title from the right, as every date of the paper', async () => {
    const closing = { ...sheet(null), title: 'محضر إقفال تسليم يوم 23/11/2026' };
    const { pdf } = await renderJob({ kind: 'paper', sheet: { kind: 'signatures', ...closing } });
    // As the eye finds it, from left to right: the year stands at the left end.
    expect(pdftotext(pdf, '-layout')).toMatch(/٢٠٢٦\s*\/\s*١١\s*\/\s*٢٣/u);
  });

  it('shows what was drawn, and is the same bytes each time', async () => {
    const drawn = await render(tinyPng(300, 120, { colour: INK }));
    expect(await inked(drawn.pdf)).toBeGreaterThan(3000);
    expect(await inked((await render(null)).pdf)).toBe(0);
    expect((await render(tinyPng(300, 120, { colour: INK }))).pdf).toEqual(drawn.pdf);
  });
});
