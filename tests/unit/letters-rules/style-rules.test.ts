import { describe, expect, it } from 'vitest';
import { clause } from '#shared/policy/clauses.ts';
import { dualDateText } from '#shared/letters/dual-date-text.ts';
import { HONORIFICS, isOfficial, prayersFor } from '#shared/letters/honorifics.ts';
import type { Recipient } from '#shared/letters/letter.ts';
import { plainText } from '#shared/letters/rich-text.ts';
import { rewriteDate } from '#shared/letters/rewrite-date.ts';
import { findStyleWarnings } from '#shared/letters/style-rules.ts';
import type { StyleWarning } from '#shared/letters/style-warning.ts';
import { fillTemplate } from '#shared/letters/templates/fill-template.ts';
import { BUILT_IN_TEMPLATES } from '#shared/letters/templates/library.ts';
import { BUILT_IN_PHRASES } from '#shared/letters/templates/phrases.ts';
import { SAMPLE_DATA } from '#shared/letters/templates/sample-data.ts';

const recipient = (change: Partial<Recipient> = {}): Recipient => ({
  honorific: 'سعادة',
  name: '',
  title: 'مدير مركز التنمية الاجتماعية',
  organisation: '',
  closingHonorific: 'حفظه الله',
  ...change,
});
const warned = (
  text: string,
  change: Partial<Recipient> = {},
  subject = '',
  inReplyTo = '',
): StyleWarning[] =>
  findStyleWarnings({ recipient: recipient(change), subject, inReplyTo, text }, 'arabicIndic');
const kinds = (...args: Parameters<typeof warned>): string[] => warned(...args).map((one) => one.kind);
/** The text after a fix, as the editor makes it. */
const fixed = (text: string, warning: StyleWarning | undefined, index: number): string =>
  (warning?.fixes[index]?.changes ?? [])
    .toSorted((one, other) => other.start - one.start)
    .reduce((now, { start, text: from, to }) => {
      expect(now.slice(start, start + from.length)).toBe(from);
      return now.slice(0, start) + to + now.slice(start + from.length);
    }, text);

describe('a weekday that is not its date’s', () => {
  const line = clause('A.1').text;

  it('is found in the policy’s own approval line, with three ways to put it right', () => {
    const [slip, ...others] = warned(line);
    expect(others).toEqual([]);
    expect(slip).toMatchObject({ kind: 'weekday', value: 'الأربعاء', other: 'الاثنين' });
    expect(slip?.fixes.map((fix) => [fix.name, fix.value])).toEqual([
      ['weekday', 'الأربعاء'],
      ['date', 'الاثنين ١ صفر ١٤٤٦ هـ'],
      ['date', 'الاثنين ٨ صفر ١٤٤٦ هـ'],
    ]);
    expect(fixed(line, slip, 0)).toBe(line.replace('الاثنين', 'الأربعاء'));
    // The twin in the other calendar moves along.
    expect(fixed(line, slip, 1)).toBe(
      line.replace('٠٣/٠٢/١٤٤٦', '٠١/٠٢/١٤٤٦').replace('٠٧ / ٠٨ / ٢٠٢٤', '٠٥ / ٠٨ / ٢٠٢٤'),
    );
    expect(fixed(line, slip, 2)).toBe(
      line.replace('٠٣/٠٢/١٤٤٦', '٠٨/٠٢/١٤٤٦').replace('٠٧ / ٠٨ / ٢٠٢٤', '١٢ / ٠٨ / ٢٠٢٤'),
    );
    for (const index of [0, 1, 2]) expect(warned(fixed(line, slip, index))).toEqual([]);
  });

  it.each([
    // Over the end of a Hijri year: 1447-12-29 is a Monday, 1448-01-01 a Tuesday.
    ['يوم الأحد 29 / 12 / 1447 هـ', ['يوم الأحد 28 / 12 / 1447 هـ', 'يوم الأحد 06 / 01 / 1448 هـ']],
    ['يوم الاثنين ١ محرم ١٤٤٨ هـ', ['يوم الاثنين ٢٩ ذو الحجة ١٤٤٧ هـ', 'يوم الاثنين ٧ محرم ١٤٤٨ هـ']],
    // And of a Gregorian one: 2027-01-01 is a Friday.
    ['الخميس 1/1/2027م', ['الخميس 31/12/2026م', 'الخميس 7/1/2027م']],
    ['الخميس 2027-01-01', ['الخميس 2026-12-31', 'الخميس 2027-01-07']],
  ])('is kept with the nearest dates before and after: %s', (text, nearest) => {
    const [slip] = warned(text);
    expect([1, 2].map((index) => fixed(text, slip, index))).toEqual(nearest);
  });

  it('keeps the letter before the weekday, and a spelling of the writer’s own is replaced whole', () => {
    const text = 'والإثنين ٠٣/٠٢/١٤٤٦هـ';
    const [slip] = warned(text);
    expect(fixed(text, slip, 0)).toBe('والأربعاء ٠٣/٠٢/١٤٤٦هـ');
  });
});

describe('two calendars that disagree', () => {
  it('are put right by either', () => {
    const text = 'بتاريخ ٠٣/٠٢/١٤٤٦هـ الموافق ٠٨/٠٨/٢٠٢٤م';
    const [slip] = warned(text);
    expect(slip?.kind).toBe('twins');
    expect(fixed(text, slip, 0)).toBe('بتاريخ ٠٣/٠٢/١٤٤٦هـ الموافق ٠٧/٠٨/٢٠٢٤م');
    expect(fixed(text, slip, 1)).toBe('بتاريخ ٠٤/٠٢/١٤٤٦هـ الموافق ٠٨/٠٨/٢٠٢٤م');
    for (const index of [0, 1]) expect(warned(fixed(text, slip, index))).toEqual([]);
  });

  it('rewrites a date in the clothes of the old one', () => {
    expect(rewriteDate('3 صفر، 1446 هـ', '2024-08-05', 'hijri')).toBe('1 صفر، 1446 هـ');
    expect(rewriteDate('٧ أغسطس ٢٠٢٤ م', '2024-09-30', 'gregorian')).toBe('٣٠ سبتمبر ٢٠٢٤ م');
    const generated = dualDateText('2026-11-22', 'arabicIndic');
    expect(warned(generated.replace('الأحد', 'السبت'))).toHaveLength(1);
  });
});

describe('check digits', () => {
  it('of an IBAN and of an identity number are looked at, in either digits; other numbers are not', () => {
    const text = 'الآيبان SA49 8000 0324 6080 1016 0968 ورقم الهوية ١٠٠٠٠٠٠٠٠٠';
    expect(
      warned(text).map(({ kind, text: found, start }) => [kind, found, text.indexOf(found) === start]),
    ).toEqual([
      ['iban', 'SA49 8000 0324 6080 1016 0968', true],
      ['identity', '١٠٠٠٠٠٠٠٠٠', true],
    ]);
    expect(warned('الآيبان SA4980000324608010160967')).toEqual([]);
    expect(warned('هوية رقم 1058529940، والحساب 1234567890')).toEqual([]);
  });
});

describe('an identity number that is none', () => {
  it.each([
    'رقم هويته 1000000000',
    'وهويتها رقم (١٠٠٠٠٠٠٠٠٠)',
    'نأمل تزويدنا بصورة هويتكم ۱۰۰۰۰۰۰۰۰۰',
    'إقامته رقم 2000000000',
    'سجل مدني رقم 1000000000',
    'والسجل المدني: ١٠٠٠٠٠٠٠٠٠',
    'سجلها المدني 1000000000',
  ])('%s', (text) => {
    const [found, ...others] = warned(text).filter((one) => one.kind !== 'digits');
    expect([found?.kind, others]).toEqual(['identity', []]);
    expect(text.slice(found?.start).startsWith(found?.text ?? '-')).toBe(true);
  });

  it.each([
    'رقم هويته 1058529940',
    'وهويتها ۱۰۵۸۵۲۹۹۴۰',
    'سجل تجاري رقم 1000000000',
    'في سجل المدينة 1000000000',
    'إقامة الحفل 20000000000',
  ])('%s is left alone', (text) => {
    expect(warned(text).filter((one) => one.kind === 'identity')).toEqual([]);
  });
});

describe('what stands beside the text', () => {
  const none = { start: -1, fixes: [] };

  it.each([
    ['weekday', 'اجتماع يوم الاثنين 3/2/1446هـ'],
    ['twins', 'اجتماع 3/2/1446هـ الموافق 9/8/2024م'],
    ['iban', 'التحويل من SA4980000324608010160968'],
    ['identity', 'إفادة عن هوية رقم 1000000000'],
    ['praise', 'إلى مقامكم الكريم'],
  ])('%s is seen in the subject and in what it refers to, where no key can put it right', (kind, line) => {
    for (const found of [warned('', {}, line), warned('', {}, '', line), warned('', {}, line, line)])
      expect(found).toEqual([expect.objectContaining({ ...none, kind })]);
    // In the text it has its place.
    const [inText, ...others] = warned(line);
    expect([inText?.kind, others]).toEqual([kind, []]);
    expect(inText?.start).toBeGreaterThanOrEqual(0);
  });

  it.each([
    { title: 'مدير المركز الأكرم' },
    { name: 'المبجل سعد' },
    { organisation: 'منارة العطاء' },
    { closingHonorific: 'المبجل' },
  ])('praise is seen in the line of an official addressee: %o', (change) => {
    expect(warned('', change)).toEqual([expect.objectContaining({ ...none, kind: 'praise' })]);
    expect(kinds('', { ...change, honorific: 'المكرم' })).toEqual([]);
  });

  it('no honorific of ours, nor its prayers, is praise', () => {
    for (const honorific of HONORIFICS.flatMap((group) => group.words as readonly string[]))
      for (const closingHonorific of prayersFor(honorific))
        expect(kinds('', { honorific, closingHonorific })).toEqual([]);
  });
});

describe('praise to an official body', () => {
  it.each([
    ['نرفع إلى مقامكم الكريم هذا الطلب', 'نرفع إلى سعادتكم هذا الطلب'],
    ['نأمل من سعادتكم الكريمة الموافقة', 'نأمل من سعادتكم الموافقة'],
    ['إلى سعادتكم الموقرة', 'إلى سعادتكم'],
    ['نتقدم بكل إجلال وتقدير إلى سعادتكم', 'نتقدم إلى سعادتكم'],
    ['ولجنابكم الشكر', 'ولسعادتكم الشكر'],
    ['وأياديكم البيضاء معروفة', ' معروفة'],
  ])('%s', (text, mended) => {
    const [found, ...others] = warned(text);
    expect([found?.kind, others]).toEqual(['praise', []]);
    expect(fixed(text, found, 0).trim()).toBe(mended.trim());
  });

  it('uses the address of the honorific', () => {
    const text = 'نرفع إلى مقامكم السامي';
    expect(fixed(text, warned(text, { honorific: 'معالي' })[0], 0)).toBe('نرفع إلى معاليكم');
    expect(fixed(text, warned(text, { honorific: 'صاحب السمو الملكي' })[0], 0)).toBe('نرفع إلى سموكم');
  });

  it('is a private person’s due, and rank is no praise', () => {
    expect(kinds('بكل إجلال وتقدير', { honorific: 'المكرم', title: '', name: 'سعد' })).toEqual([]);
    for (const text of [
      'صاحب السمو الملكي الأمير حفظه الله',
      'معالي الوزير المحترم',
      'صدر الأمر السامي الكريم رقم ٥',
      'القرآن الكريم',
      'دعمكم الكريم',
      'مقام الوزارة',
      'مع خالص التحية والتقدير',
    ])
      expect(warned(text)).toEqual([]);
    expect(isOfficial(recipient({ honorific: '', title: 'مدير إدارة التعليم' }))).toBe(true);
    expect(isOfficial(recipient({ honorific: 'المكرم', title: 'مدير إدارة' }))).toBe(false);
    expect(isOfficial(recipient({ honorific: 'الأستاذ', title: '', name: 'سعد' }))).toBe(false);
  });
});

describe('more than one subject', () => {
  it.each([
    'كما نفيدكم في موضوع آخر بأن المبنى جاهز',
    'وبخصوص موضوع آخر نأمل الإفادة',
    'وعلى صعيد آخر تعتزم الجمعية',
    'ومن جهة أخرى نأمل تزويدنا بالبيانات',
    'أولًا: بخصوص السلال.\nثانيًا: بشأن المبنى.',
    'أما الموضوع الثاني فهو المبنى',
  ])('%s', (text) => {
    expect(kinds(text)).toEqual(['subjects']);
  });

  it('is seen in the subject’s line', () => {
    expect(kinds('', {}, 'طلب تحويل مبلغ وطلب كشف حساب')).toEqual(['subjectLine']);
    expect(kinds('', {}, 'طلب دعم الأسر وتأهيلها')).toEqual([]);
    expect(kinds('', {}, 'شكر وتقدير')).toEqual([]);
  });

  it('is not read into steps, sides and lists', () => {
    for (const text of [
      'أولًا: مراجعة البيانات.\nثانيًا: توقيع الإقرار.',
      'من جهة أخرى من القرية',
      'في موضوع الخطاب المشار إليه',
      'عن أمر مهم',
    ])
      expect(warned(text)).toEqual([]);
  });
});

describe('two digit systems in one sentence', () => {
  it('are one after the fix', () => {
    const text = 'صُرف 1500 ريال لـ ٤٨ أسرة و12 فردًا. ثم 7 أخرى.';
    const [found, ...others] = warned(text);
    expect([found?.kind, others]).toEqual(['digits', []]);
    expect(fixed(text, found, 0)).toBe('صُرف ١٥٠٠ ريال لـ ٤٨ أسرة و١٢ فردًا. ثم 7 أخرى.');
  });

  it('leave telephones, addresses, IBANs and codes alone', () => {
    for (const text of [
      'للتواصل 0508072675 أو +966 50 807 2675 قبل ١٢ / ٠٦ / ١٤٤٨ هـ',
      'الحساب SA49 8000 0324 6080 1016 0967 مبلغ ١٥٠٠ ريال',
      'البريد name2@example.org والحساب @alhom233 و٥ أسر',
      'النموذج A4 بعدد ٣ نسخ',
      'القيمة ١٫٥ والثانية ٢.٥',
    ])
      expect(warned(text)).toEqual([]);
  });
});

describe('good letters stay silent', () => {
  it.each(BUILT_IN_TEMPLATES)('$key', ({ template }) => {
    for (const digits of ['arabicIndic', 'latin'] as const) {
      const { content } = fillTemplate(template, { ...SAMPLE_DATA, digits });
      const { recipient: to, subject, inReplyTo, body } = content;
      const letter = { recipient: to, subject, inReplyTo, text: plainText(body) };
      // The sample of a correction quotes figures in the digits of its time.
      const found = findStyleWarnings(letter, digits).filter(
        (one) => digits === 'arabicIndic' || one.kind !== 'digits',
      );
      expect(found).toEqual([]);
    }
  });

  it('and every ready wording', () => {
    for (const text of Object.values(BUILT_IN_PHRASES).flat()) expect(warned(text)).toEqual([]);
  });
});
