import { describe, expect, it } from 'vitest';
import { clause } from '#shared/policy/clauses.ts';
import type { ToldDays } from '#shared/reply/told-days.ts';
import type { RaisingSlip } from '#electron/pdf/documents/raising-slip-sheet.ts';
import { A4 } from '#electron/pdf/paper.ts';
import { toldText } from '#electron/reply/told.ts';
import { missingWords } from '../../support/missing-words.ts';
import { needTool } from '../../support/need-tool.ts';
import { pdftotext, placedTexts, qpdfCheck } from '../../support/pdf-reading.ts';
import { LONG_NAME, profile, setPaper } from './sample-papers.ts';

const CODE = '1234567890123456';
const DAYS: ToldDays = {
  mode: 'notice',
  level: 'ordinary',
  notBefore: '2026-12-04',
  officeDay: '2026-12-06',
  moving: false,
};

export const slip = (
  days: Partial<ToldDays> = {},
  more: Partial<RaisingSlip> = {},
): RaisingSlip & { kind: 'raisingSlip' } => {
  const all = { ...DAYS, ...days };
  return {
    kind: 'raisingSlip',
    profile,
    logo: null,
    code: CODE,
    requestNumber: '1448-0317',
    shortName: 'نورة اللحياني',
    raisedOn: '2026-11-20',
    days: all,
    told: toldText(all),
    clause: clause('S.5').text,
    officerName: 'سارة محمد المطيري',
    replacement: null,
    ...more,
  };
};

const times = (text: string, part: string): number => text.split(part).length - 1;

describe('the slip of a raising, read back', () => {
  it('says the number, both dates of its days, the next working day and how to ask, on each half of one page', async (context) => {
    needTool(context, 'pdftotext');
    const { pdf, pages } = await setPaper(slip());
    expect(pages).toBe(1);
    const text = pdftotext(pdf);
    expect(
      missingWords(
        `سند رفع طلب دعم النسخة المسلَّمة نسخة الجمعية نورة اللحياني الجمعة الأحد لا تقل عن أسبوعين أول يوم عمل بعده للسؤال عن الطلب أُبلغتُ بما ورد أعلاه`,
        text,
      ),
    ).toEqual([]);
    for (const part of ['٠٣١٧', '٢٤', '٢٠٢٦']) expect(text).toContain(part);
    expect(times(text, '0508072675')).toBeGreaterThanOrEqual(2);
    // The code beside its drawing, for an office whose scanner is broken.
    expect(times(text, '1234 5678 9012 3456')).toBe(2);
    expect(() => qpdfCheck(pdf)).not.toThrow();
  });

  it('tells nothing of who asked for what', async () => {
    const text = pdftotext((await setPaper(slip())).pdf);
    for (const part of ['سلة', 'هوية', 'بنت', 'اللجنة قبلت']) expect(text).not.toContain(part);
  });

  it.each([
    ['notice', 'ابتداءً'],
    ['floor', 'لا يصدر'],
    ['ceiling', 'آخر موعد'],
  ] as const)('says in %s what is told: %s', async (mode, words) => {
    const text = pdftotext((await setPaper(slip({ mode }))).pdf);
    expect(missingWords(words, text)).toEqual([]);
    if (mode === 'ceiling') expect(missingWords('ابتداءً', text)).toEqual(['ابتداءً']);
  });

  it('of an urgent one names no day to wait for', async () => {
    const text = pdftotext((await setPaper(slip({ level: 'urgent' }))).pdf);
    expect(missingWords('دون انتظار مدة الأسبوعين', text)).toEqual([]);
    expect(missingWords('ابتداءً', text)).toEqual(['ابتداءً']);
  });

  it('«بدل فاقد» bears its number and its own day, and says that the clock stands', async () => {
    const replaced = slip({ moving: true }, { replacement: { number: 2, madeOn: '2026-11-30' } });
    const { pdf, pages } = await setPaper(replaced);
    expect(pages).toBe(1);
    const text = pdftotext(pdf);
    expect(missingWords('بدل فاقد موقوفة الاثنين', text)).toEqual([]);
    expect(times(text, 'بدل فاقد')).toBe(2);
  });

  it('keeps to its halves with a long name and a long address', async () => {
    const { footer } = profile.letterhead;
    const long = {
      ...profile,
      letterhead: {
        ...profile.letterhead,
        footer: {
          ...footer,
          address: 'قرية الصمد، طريق الجموم حدا، خلف مجمع الدوائر الحكومية، بجوار الجامع',
        },
      },
    };
    const { pdf, pages } = await setPaper(slip({ moving: true }, { profile: long, shortName: LONG_NAME }));
    expect(pages).toBe(1);
    // Nothing of the upper half reaches under the line to cut along, and the office's own half is whole.
    const texts = await placedTexts(pdf);
    const keeps = texts.filter(({ text }) => text.includes('يُحفظ') || text.includes('السند،'));
    expect(keeps.length).toBeGreaterThan(0);
    for (const { baseline } of keeps) expect(baseline).toBeGreaterThan(A4.height / 2);
    expect(missingWords('التوقيع أُبلغتُ', pdftotext(pdf))).toEqual([]);
  });
});
