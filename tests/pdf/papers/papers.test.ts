import { describe, expect, it } from 'vitest';
import type { PaperSheet } from '#electron/pdf/documents/paper-sheets.ts';
import { missingWords } from '../../support/missing-words.ts';
import { needTool } from '../../support/need-tool.ts';
import { pdftotext, placedTexts, qpdfCheck, wholeText } from '../../support/pdf-reading.ts';
import { LONG_NAME, PAPERS, profile, setPaper, sheet, SUBJECT } from './sample-papers.ts';

const mm = (length: number): number => (length * 72) / 25.4;
const paper = (name: string): PaperSheet => {
  const found = PAPERS[name];
  if (found === undefined) throw new Error(`no paper ${name}`);
  return found;
};

describe('every paper of the desk', () => {
  it.each(Object.keys(PAPERS))('%s gives the same bytes each time, and a sound file', async (name) => {
    const { pdf } = await setPaper(paper(name));
    expect(Buffer.compare(pdf, (await setPaper(paper(name))).pdf)).toBe(0);
  });

  it.each(Object.keys(PAPERS))('%s is a file in which qpdf finds nothing wrong', async (name) => {
    const { pdf } = await setPaper(paper(name));
    expect(() => qpdfCheck(pdf)).not.toThrow();
  });

  const said: Readonly<Record<string, string>> = {
    voidCertificate: `شهادة إلغاء رقم من سجل الصادر ١٢٧ ص ١٤٤٨ الجمعة ١٠ ٠٦ ٢٠ ١١ ٢٠٢٦ ${LONG_NAME} ${SUBJECT} كُتب المبلغ خطأً 12,500 بدل 15,200 ريال عبد الله بن عوض البشري الأحد ١٢ ٢٢ ١٠ ٤٢ 1234 5678 9012 3456`,
    receiptSlip: `إيصال استلام خطاب وارد ٣٤ و وزارة الموارد البشرية والتنمية الاجتماعية فرع منطقة مكة المكرمة A ٧ ${SUBJECT} ٣ أوراق كشف الأسر سارة محمد المطيري نسخة مقدّم الخطاب نسخة الجمعية`,
    dayClosing: `محضر إقفال سجلات اليوم ١٢٦ ١٢٧ ١٢٨ تكرر الخطاب ٣ خطابات ١١ خطابًا ${LONG_NAME} باليد موظفة علاقات المستفيدين`,
    paperRange: `أرقام محجوزة للكتابة باليد سجل الخطابات الصادرة ١٤٤٨ من ١٣١ إلى ١٦٠ ٣٠ رقمًا انتقال المقر، والحاسب مفصول يومين ١٤٥ المرسل إليه سارة محمد المطيري`,
    envelopes: `المرسل قرية الصمد 0508072675 المكرمة ${LONG_NAME} المحترمة مديرة الفرع Acme Ltd وشركاؤها ١٢٧`,
    calibration: 'ورقة معايرة الورق المطبوع سلفًا الرقم التاريخ الموافق المرفقات 1.5 2',
    supportRequestForm: `طلب دعم مستفيد طالبة الدعم ${LONG_NAME} ١٤٤٨ ٠٣١٧ ٠٠٩٢ عاجل انقطاع الكهرباء 1058529940 050 807 2675 طُوبق على الأصل أُكّد ٢,٤٠٠ ريال الضمان الاجتماعي سعود محمد اللحياني ابن ١٢ سنة غادة سنتان دخل سلة غذائية شهرية أرملة بلا عائل هوية أو سجل أسرة مطلوب لا يلزم لهذه الفئة سارة محمد المطيري`,
    missingDocuments: `بيان بالمستندات المطلوبة صاحب الملف ${LONG_NAME} ١٤٤٨ ٠٣١٧ مستندات مشهد دخل لم يمضِ على إصداره ثلاثة أشهر انتهى في آيبان لم يُقدَّم بعد هوية أو سجل أسرة يُحضر أصله للمطابقة الأحد سارة محمد المطيري`,
    testPage: 'صفحة اختبار الطابعة HP_LaserJet M404 ٠١٢٣٤٥٦٧٨٩ 0123456789 الأحد',
  };
  it.each(Object.keys(said))('%s is given back by pdftotext, word for word', async (name, ...rest) => {
    const [context] = rest as unknown as [Parameters<typeof needTool>[0] | undefined];
    if (context !== undefined) needTool(context, 'pdftotext');
    const { pdf } = await setPaper(paper(name));
    expect(missingWords(said[name] ?? '', pdftotext(pdf))).toEqual([]);
  });

  it('says in which field of which paper a letter of no font stands', async () => {
    const odd = { ...paper('voidCertificate'), reason: 'خطأ 漢' } as PaperSheet;
    await expect(setPaper(odd)).rejects.toMatchObject({
      code: 'missingGlyph',
      details: { character: '漢', field: 'paper', place: expect.stringContaining('خطأ') },
    });
  });

  it('names the logo that cannot be read', async () => {
    const broken = { ...paper('voidCertificate'), logo: Buffer.from('GIF89a') } as PaperSheet;
    await expect(setPaper(broken)).rejects.toMatchObject({
      code: 'pictureUnreadable',
      details: { picture: 'logo' },
    });
  });
});

describe('the receipt slip', () => {
  it('says the same on both halves of its sheet, each within its half', async () => {
    const { pdf, pages } = await setPaper(paper('receiptSlip'));
    expect(pages).toBe(1);
    const half = mm(297 / 2);
    const texts = await placedTexts(pdf);
    const words = (upper: boolean): string[] =>
      texts
        .filter(({ baseline }) => baseline > half === upper)
        .map(({ text }) => text)
        .filter((text) => !text.includes('نسخة') && !/^(?:مقدّم|الخطاب|الجمعية)$/u.test(text.trim()));
    expect(words(true).length).toBeGreaterThan(10);
    expect(
      words(false)
        .join('')
        .replace(/نسخةالجمعية|الجمعية$/u, ''),
    ).toContain('سارة');
    const count = (part: string): number =>
      texts
        .map(({ text }) => text)
        .join(' ')
        .split(part).length - 1;
    expect(count('سارة')).toBe(2);
    expect(count('0508072675')).toBe(4);
  });

  it('stays on its halves when everything on it is long', async () => {
    const long = {
      ...paper('receiptSlip'),
      senderLine: `${SUBJECT} `.repeat(12),
      subject: `${SUBJECT} `.repeat(12),
      receivedByName: LONG_NAME,
    } as PaperSheet;
    const { pdf, pages } = await setPaper(long);
    expect(pages).toBe(1);
    const texts = await placedTexts(pdf);
    // What the upper half says last stands above the line to cut along.
    const signed = texts.filter(({ text }) => text.includes('الختم')).map(({ baseline }) => baseline);
    expect(signed).toHaveLength(2);
    expect(Math.max(...signed)).toBeGreaterThan(mm(297 / 2) + 4);
    expect(Math.min(...signed)).toBeGreaterThan(mm(6));
  });
});

describe('the date of their letter', () => {
  it('stands on both halves of the slip in both calendars, with its weekday', async () => {
    const text = (await wholeText((await setPaper(paper('receiptSlip'))).pdf)).replaceAll(/\s+/gu, '');
    const theirs = 'الأربعاء٠٨/٠٦/١٤٤٨هـالموافق١٨/١١/٢٠٢٦م';
    expect(text.split(theirs)).toHaveLength(3);
  });
});

describe('the receipt slip of a number that was written on paper', () => {
  it('names no hour and no receiver, and keeps the place to sign', async () => {
    const desk = paper('receiptSlip');
    const said = async (sheetOf: PaperSheet): Promise<string> =>
      (await wholeText((await setPaper(sheetOf)).pdf)).normalize('NFC');
    expect(await said(desk)).toContain('الساعة');
    expect(await said(desk)).toContain('المستلم');
    const text = await said({ ...desk, time: null, receivedByName: null } as PaperSheet);
    expect(text).not.toContain('الساعة');
    expect(text).not.toContain('المستلم');
    expect(text).toContain('تاريخ الاستلام');
    expect(text).toContain('الختم والتوقيع');
  });
});

describe('the closing page of a day', () => {
  it('says so when nothing happened', async () => {
    const empty = {
      ...paper('dayClosing'),
      closing: { day: '2026-11-22', unsigned: 0, undelivered: 0, registers: [] },
      delivered: [],
    } as PaperSheet;
    const { pdf, pages } = await setPaper(empty);
    expect(pages).toBe(1);
    expect(await wholeText(pdf)).toContain('لم يُعطَ في هذا اليوم رقم من أي سجل');
  });
});

describe('envelopes and labels', () => {
  const addresses = Array.from({ length: 25 }, (_, index) => ({
    recipient: {
      honorific: 'سعادة',
      name: '',
      title: `مدير الفرع ${index + 1}`,
      organisation: 'وزارة الموارد البشرية والتنمية الاجتماعية',
      closingHonorific: '',
    },
    referenceNumber: null,
  }));

  it.each([
    ['dl', 220, 110],
    ['c5', 229, 162],
  ] as const)(
    '%s envelopes are pages of their own size, one for each address',
    async (size, width, height) => {
      const { pdf, pages } = await setPaper(
        sheet('envelopes', { profile, size, addresses: addresses.slice(0, 3) }),
      );
      expect(pages).toBe(3);
      const texts = await placedTexts(pdf);
      for (const { left, right, baseline } of texts) {
        expect(left).toBeGreaterThan(mm(6));
        expect(right).toBeLessThan(mm(width - 6));
        expect(baseline).toBeGreaterThan(mm(5));
        expect(baseline).toBeLessThan(mm(height - 8));
      }
      // The addressee in the left half, the office in the right one.
      const first = texts.filter(({ page }) => page === 1);
      expect(first.find(({ text }) => text.includes('سعادة'))?.right).toBeLessThan(mm(width * 0.62));
      expect(first.find(({ text }) => text.includes('المرسل'))?.left).toBeGreaterThan(mm(width / 2));
    },
  );

  it('labels fill the sheets from the upper right, and leave out what is gone', async () => {
    const labels = (skip: number) =>
      setPaper(sheet('labels', { digits: 'latin', columns: 3, rows: 8, skip, addresses }));
    expect((await labels(0)).pages).toBe(2);
    const { pdf, pages } = await labels(4);
    expect(pages).toBe(2);
    const places = new Map<string, { page: number; column: number; row: number }>();
    for (const { text, page, right, baseline } of await placedTexts(pdf)) {
      const number = /^(\d+)$/.exec(text.trim())?.[1] ?? /الفرع (\d+)/u.exec(text)?.[1];
      if (number === undefined) continue;
      const column = Math.floor((mm(210) - right) / mm(70));
      places.set(number, { page, column, row: Math.floor((mm(297) - baseline) / mm(297 / 8)) });
    }
    for (let index = 0; index < addresses.length; index += 1) {
      const at = index + 4;
      const place = { page: Math.floor(at / 24) + 1, column: at % 3, row: Math.floor((at % 24) / 3) };
      expect(places.get(String(index + 1)), `label ${index + 1}`).toEqual(place);
    }
  });

  it.each([
    [1, 1],
    [2, 4],
    [3, 8],
    [5, 13],
  ])('keep each address within its label: %d across, %d down', async (columns, rows) => {
    const hard = addresses.slice(0, columns * rows).map(({ referenceNumber, recipient }) => ({
      referenceNumber,
      recipient: { ...recipient, name: LONG_NAME, title: 'مديرة' },
    }));
    const { pdf, pages } = await setPaper(
      sheet('labels', { digits: 'latin', columns, rows, skip: 0, addresses: hard }),
    );
    expect(pages).toBe(1);
    const size = { width: mm(210) / columns, height: mm(297) / rows };
    for (const { text, left, right, baseline } of await placedTexts(pdf)) {
      const column = Math.floor(left / size.width);
      expect(Math.floor((right - 0.1) / size.width), text).toBe(column);
      const above = (mm(297) - baseline) % size.height;
      expect(above, text).toBeGreaterThan(4);
      expect(size.height - above, text).toBeGreaterThan(2);
    }
  });
});
