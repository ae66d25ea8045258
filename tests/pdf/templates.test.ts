import { describe, expect, it } from 'vitest';
import { recipientLine } from '#shared/letters/letter-rules.ts';
import type { LetterContent } from '#shared/letters/letter.ts';
import { digitsIn } from '#shared/arabic/digits.ts';
import { plainText, richTextFromPlain } from '#shared/letters/rich-text.ts';
import type { MergeData } from '#shared/letters/templates/field-values.ts';
import { fillTemplate } from '#shared/letters/templates/fill-template.ts';
import { BUILT_IN_TEMPLATES } from '#shared/letters/templates/library.ts';
import { SAMPLE_DATA } from '#shared/letters/templates/sample-data.ts';
import { templateProblems } from '#shared/letters/templates/template-problems.ts';
import { missingWords } from '../support/missing-words.ts';
import { needTool } from '../support/need-tool.ts';
import { pageCount, pdftotext, placedGlyphs, wholeText } from '../support/pdf-reading.ts';
import { CLOSING, setLetter } from './letter/sample-letter.ts';

/** Real-looking data of three kinds: names with compound parts, round and broken sums, a body, either digit system. */
const DATA: readonly (readonly [string, MergeData])[] = [
  ['a woman, Arabic-Indic digits', SAMPLE_DATA],
  [
    'a man, Latin digits, a broken sum',
    {
      ...SAMPLE_DATA,
      digits: 'latin',
      person: {
        name: 'عبد الرحمن بن سيف الدين آل مِسفر',
        sex: 'male',
        kind: 'person',
        idNumber: '2456789011',
        mobile: '+966555123456',
        village: 'هدى الشام',
        fileNumber: '1447-1203',
      },
      request: { ...SAMPLE_DATA.request!, number: '1447-0008', service: 'ترميم منزل (جزئي)' },
      asked: {
        ...SAMPLE_DATA.asked,
        amount: '2,345,678.05',
        iban: 'SA0380000000608010167519',
        clause: 'A.1',
        volunteerHours: '2',
        refusalReason: 'تجاوز الدخل الشهري (7,500 ريال) حدَّ الاستحقاق بنسبة 25%',
      },
    },
  ],
  [
    'a body',
    {
      ...SAMPLE_DATA,
      person: {
        ...SAMPLE_DATA.person!,
        name: 'مؤسسة «البناء الحديث» للمقاولات',
        sex: null,
        kind: 'organisation',
        idNumber: '4030123456',
      },
      asked: { ...SAMPLE_DATA.asked, amount: '٢', volunteerHours: '11' },
    },
  ],
];

const signatory = { title: 'رئيس مجلس الإدارة', name: 'عبد الله بن عوض البشري' };
const wordsOf = (content: LetterContent): string =>
  [
    recipientLine(content.recipient),
    content.recipient.closingHonorific,
    content.subject,
    content.inReplyTo,
    plainText(content.body),
    ...content.copies,
  ].join('\n');

describe('the library', () => {
  it('has a template for each need that the office named, each under its own key and name', () => {
    const keys = BUILT_IN_TEMPLATES.map((one) => one.key);
    expect(new Set(keys).size).toBe(keys.length);
    expect(new Set(BUILT_IN_TEMPLATES.map((one) => one.template.name)).size).toBe(keys.length);
    const needed =
      'acceptance refusal missingDocuments donorThanks beneficiaryCertificate government nationalCentre bankTransfer volunteerCertificate correction answer invitation fileDocuments';
    expect(keys).toEqual(expect.arrayContaining(needed.split(' ')));
  });

  it.each(BUILT_IN_TEMPLATES)('$key holds fields of the catalogue alone', ({ template }) => {
    expect(templateProblems(template)).toEqual([]);
  });
});

describe.each(DATA)('filled for %s', (_, data) => {
  for (const { key, template } of BUILT_IN_TEMPLATES) {
    it(`${key} gives every word and digit back, by both readers`, async (context) => {
      const { content, unfilled } = fillTemplate(template, data);
      expect(unfilled).toEqual([]);
      const words = wordsOf(content);
      expect(words).not.toMatch(/[{}|]/);
      const { pdf } = await setLetter({ ...content, signatory });
      expect(missingWords(words, await wholeText(pdf))).toEqual([]);
      needTool(context, 'pdftotext');
      const found = pdftotext(pdf);
      expect(missingWords(words, found)).toEqual([]);
      expect(found).not.toMatch(/[{}]/);
      // The check itself sees what is not there.
      expect(missingWords(`${words} ٩٩٩٩٩`, found)).toEqual(['٩٩٩٩٩']);
    });
  }
});

describe('on paper', () => {
  it.each(BUILT_IN_TEMPLATES)(
    '$key ends once, and a certificate thanks nobody for cooperation',
    async ({ template }) => {
      const { content } = fillTemplate(template, SAMPLE_DATA);
      const { pdf } = await setLetter({ ...content, signatory });
      const text = await wholeText(pdf);
      const isCertificate = content.recipient.name === 'إلى من يهمه الأمر';
      expect(missingWords(CLOSING, text).length > 0).toBe(isCertificate);
      expect(missingWords('والله الموفق،،', text).length > 0).toBe(!isCertificate);
    },
  );

  it.each(BUILT_IN_TEMPLATES)('$key fits one page', async ({ template }) => {
    const { content } = fillTemplate(template, SAMPLE_DATA);
    const { pdf } = await setLetter({ ...content, signatory });
    expect(await pageCount(pdf)).toBe(1);
  });

  it.each(['arabicIndic', 'latin'] as const)(
    'a request number keeps its order in %s digits',
    async (digits) => {
      const { content } = fillTemplate(
        { ...BUILT_IN_TEMPLATES[0]!.template, body: richTextFromPlain('رقم {رقم الطلب} نهاية') },
        { ...SAMPLE_DATA, digits },
      );
      const { pdf } = await setLetter({ ...content, subject: '', signatory });
      const shown = digitsIn(digits, '14480317');
      const glyphs = await placedGlyphs(pdf);
      const rowOf = (hyphen: (typeof glyphs)[number]) =>
        glyphs
          .filter(({ baseline, text }) => Math.abs(baseline - hyphen.baseline) < 1 && /[0-9٠-٩]/.test(text))
          .toSorted((one, other) => one.left - other.left);
      const hyphen = glyphs.find((glyph) => glyph.text.includes('-') && rowOf(glyph).length === 8);
      const row = hyphen === undefined ? [] : rowOf(hyphen);
      // The year is on the left of the hyphen, the number on its right, as the card and the screen show them.
      expect(row.map(({ text }) => text).join('')).toBe(shown);
      expect(row[4]?.left).toBeGreaterThan(hyphen?.left ?? Infinity);
    },
  );
});
