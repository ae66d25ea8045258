import jsQR from 'jsqr';
import { describe, expect, it } from 'vitest';
import type { AttestationSheet } from '#electron/pdf/documents/attestation-sheet.ts';
import { renderJob } from '#electron/pdf/render-jobs.ts';
import { FIRST_RUN_PROFILE } from '#shared/organisation/profile.ts';
import { clause } from '#shared/policy/clauses.ts';
import { pagePixels } from '../../support/pdf-pixels.ts';
import { comparable, pageCount, pdftotext, wholeText } from '../../support/pdf-reading.ts';

const datum = (label: string, text: string, matched = true) => ({ label, text, matched });
const FIELDS = [
  datum('الاسم', 'نورة بنت سليمان بن عوض اللحياني'),
  datum('رقم الهوية', '\u20661058529940\u2069'),
  datum('الجوال', '\u2066050 000 0147\u2069', false),
  datum('السكن', 'قرية الصمد، طريق الجموم حدا، إيجار 700 ريال في الشهر'),
  datum('الأسرة', '5 أفراد، منهم 3 تحت الثامنة عشرة: نورة بنت سليمان (ربة الأسرة)، سعد بن خالد (ابن)'),
  datum('الدخل الشهري', '2,400 ريال، ضمان اجتماعي مطور'),
  datum('الخدمة المطلوبة', 'سلة غذائية شهرية، وكسوة شتاء لثلاثة أبناء', false),
  datum('الآيبان', '\u2066SA49 8000 0324 6080 1016 0967\u2069، نورة بنت سليمان'),
];
const sheet = (more: Partial<AttestationSheet> = {}): AttestationSheet => ({
  profile: FIRST_RUN_PROFILE,
  logo: null,
  code: '1234567890123452',
  requestNumber: null,
  told: 'كما ذكرته طالبة الدعم',
  represented: null,
  fields: FIELDS,
  clause: clause('S.4').text,
  declaration: 'أقر أنا نورة بنت سليمان بن عوض اللحياني بأن البيانات المدونة أعلاه صحيحة.',
  signerTitle: 'طالبة الدعم',
  signerName: 'نورة بنت سليمان بن عوض اللحياني',
  officerName: 'سارة المطيري',
  officerStatement: 'تأكدت من صحة البيانات المقدمة، وطابقت ما عُلِّم منها على أصله.',
  day: '2026-11-22',
  ...more,
});
const render = (of: AttestationSheet) => renderJob({ kind: 'paper', sheet: { kind: 'attestation', ...of } });

describe('the attestation on paper', () => {
  it('says what is attested, the policy’s sentence whole, and who signs as what', async () => {
    const { pdf, pages } = await render(sheet());
    expect(pages).toBe(1);
    const text = comparable(await wholeText(pdf));
    for (const part of [
      'إقرار بصحة البيانات',
      clause('S.4').text.slice(0, 60),
      'طُوبق على الأصل',
      'كما ذكرته طالبة الدعم',
      'سلة غذائية شهرية، وكسوة شتاء لثلاثة أبناء',
      'أقر أنا نورة بنت سليمان بن عوض اللحياني',
      'سارة المطيري',
      'بصمة الإبهام في المربع',
      'الشاهد الثاني',
    ])
      expect(text).toContain(comparable(part));
    // By another reader too; a telephone, an id and an IBAN keep the digits that they are dialled and typed with.
    const read = pdftotext(pdf, '-layout');
    for (const number of ['1058529940', '0147', 'SA49', '0967']) expect(read).toContain(number);
  });

  it('bears a code that brings the signed sheet back, on every page', async () => {
    const many = Array.from({ length: 40 }, (_, index) => datum(`سؤال ${index + 1}`, 'نعم، منذ سنة ونصف'));
    const { pdf, pages } = await render(sheet({ fields: [...FIELDS, ...many] }));
    expect(pages).toBe(2);
    for (let page = 1; page <= pages; page += 1) {
      const { data, width, height } = await pagePixels(pdf, { page, dpi: 200 });
      expect(jsQR(data, width, height)?.data).toBe('1234567890123452');
    }
  });

  it('keeps what is said and the places to sign together, and sixteen data on one page', async () => {
    const twice = [...FIELDS, ...FIELDS].slice(0, 15);
    expect((await render(sheet({ fields: twice }))).pages).toBe(1);
    const many = Array.from({ length: 40 }, (_, index) => datum(`سؤال ${index + 1}`, 'نعم، منذ سنة ونصف'));
    const { pdf } = await render(sheet({ fields: [...FIELDS, ...many] }));
    const second = pdftotext(pdf, '-f', '2', '-l', '2');
    for (const part of ['أقر أنا', 'موظف الجمعية', 'الشاهد الأول'])
      expect(comparable(second)).toContain(comparable(part));
    expect(await pageCount(pdf)).toBe(2);
  });

  it('names who came for the applicant, and as what they sign', async () => {
    const { pdf } = await render(
      sheet({
        represented: { label: 'حضر عنه', value: 'خالد بن سليمان اللحياني، بوكالة' },
        signerTitle: 'وكيل نورة',
        signerName: 'خالد بن سليمان اللحياني',
      }),
    );
    const text = comparable(await wholeText(pdf));
    expect(text).toContain(comparable('خالد بن سليمان اللحياني، بوكالة'));
    expect(text).toContain(comparable('وكيل نورة'));
  });
});
