import { writeFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import type { PersonSummary } from '#electron/pdf/documents/paper-sheets.ts';
import { renderJob } from '#electron/pdf/render-jobs.ts';
import { FIRST_RUN_PROFILE } from '#shared/organisation/profile.ts';
import { comparable, pageCount, pdftotext, wholeText } from '../../support/pdf-reading.ts';
import { needTool } from '../../support/need-tool.ts';

const member = (n: number): PersonSummary['household'][number] => ({
  name: `سالم خالد عوض اللحياني ${'أبجدهوزحطي'.charAt(n % 10)}`,
  relation: n === 0 ? 'ربة الأسرة، المعيلة' : 'ابن',
  age: n === 0 ? '46 سنة' : '11 سنة',
  about: n % 2 === 0 ? 'طالب في الصف الخامس' : '',
});
const summary = (members: number): PersonSummary => ({
  profile: FIRST_RUN_PROFILE,
  logo: null,
  partyName: 'نورة بنت سليمان بن عوض اللحياني',
  madeOn: '2026-11-22',
  madeAt: '10:42',
  staffName: 'سارة محمد المطيري',
  identity: [
    { label: 'رقم الهوية', value: '••••••9940', code: true },
    { label: 'رقم الملف', value: '1448-0092', code: true },
    { label: 'الميلاد', value: '1 رجب 1400 هـ (16 مايو 1980 م)' },
    { label: 'الجنسية والجنس', value: 'السعودية، أنثى' },
    { label: 'السكن', value: 'الصمد' },
    { label: 'العنوان المختصر', value: 'RRRD2929', code: true },
    { label: 'الشهرة', value: '' },
  ],
  contacts: [
    { kind: 'جوال', value: '050 807 2675', owner: '', hours: '', discreet: false },
    { kind: 'جوال', value: '055 123 4567', owner: 'جارتها أم سعد', hours: 'بعد العصر', discreet: true },
  ],
  currentCase: {
    service: 'سلة غذائية وكسوة شتاء',
    number: '1448-0317',
    step: '4: الإقرار والتوقيع',
    urgent: true,
    missing: ['شهادة آيبان', 'مشهد دخل'],
    others: 2,
  },
  household: Array.from({ length: members }, (_, n) => member(n)),
  circumstances: [
    { label: 'الفئة', value: 'أرملة' },
    { label: 'الحالة الاجتماعية', value: 'أرملة' },
    { label: 'السكن', value: 'إيجار، إيجار 900 ريال في الشهر، مقبول، 3 غرف' },
    { label: 'الحساب البنكي', value: '••••••0967', code: true },
  ],
  perHead: members === 0 ? null : { heads: members, income: 240_000, gross: 48_000, net: -1_050 },
  documents: [
    { name: 'هوية أو سجل أسرة', state: 'ساري', until: '2028-01-14' },
    { name: 'مشهد دخل', state: 'منتهٍ', until: '2026-10-01' },
    { name: 'شهادة آيبان', state: 'ناقص', until: null },
  ],
  lastContacts: [{ day: '2026-11-20', channel: 'الاتصالات الهاتفية', inquiry: 'متى يصلني رد اللجنة؟' }],
});
/** Every list and every text as long as the program takes them. */
const HUGE: PersonSummary = {
  ...summary(60),
  identity: Array.from({ length: 9 }, (_, n) => ({ label: `بيان ${n}`, value: 'نص طويل جدًا '.repeat(60) })),
  contacts: Array.from({ length: 12 }, () => ({
    kind: 'جوال خارج المملكة',
    value: '+967 777 123 456',
    owner: 'جارتها أم سعد بن عبد الرحمن '.repeat(3),
    hours: 'بعد العصر وقبل المغرب '.repeat(4),
    discreet: true,
  })),
  circumstances: Array.from({ length: 8 }, (_, n) => ({
    label: `حال ${n}`,
    value: 'وصف طويل للحال '.repeat(50),
  })),
  documents: Array.from({ length: 40 }, () => ({
    name: 'مستند '.repeat(20),
    state: 'منتهٍ',
    until: '2026-10-01',
  })),
  lastContacts: Array.from({ length: 4 }, () => ({
    day: '2026-11-20',
    channel: 'وسائل التواصل الاجتماعي',
    inquiry: 'سؤال طويل '.repeat(400),
  })),
};
const set = (sheet: PersonSummary) =>
  renderJob({ kind: 'paper', sheet: { kind: 'personSummary', ...sheet } });
const latin = (text: string): string =>
  text.replace(/[٠-٩]/g, (digit) => String(digit.charCodeAt(0) - 0x0660));
const read = async (sheet: PersonSummary): Promise<string> => {
  const { pdf, pages } = await set(sheet);
  expect(pages).toBe(1);
  expect(await pageCount(pdf)).toBe(1);
  const keep = process.env['KEEP_PDF'];
  if (keep !== undefined)
    writeFileSync(`${keep}-${sheet.household.length}-${sheet.documents.length}.pdf`, pdf);
  return latin(comparable(await wholeText(pdf)));
};

describe('a file on one page', () => {
  it.each([0, 1, 5, 9])('stands on one page with %i in the household, all of them named', async (members) => {
    const text = await read(summary(members));
    for (const part of [
      'نورة بنت سليمان بن عوض اللحياني',
      '9940',
      'لا تُذكر الجمعية',
      'جارتها أم سعد',
      'سلة غذائية وكسوة شتاء',
      'الإقرار والتوقيع',
      'شهادة آيبان، مشهد دخل',
      'منتهٍ',
      'متى يصلني رد اللجنة؟',
      'سارة محمد المطيري',
    ])
      expect(text, part).toContain(comparable(part));
    expect(text).toContain('غيرها مفتوحة: معاملتان');
    // A telephone is read and dialled in its own digits.
    for (const group of ['055', '123', '4567']) expect(text).toContain(group);
    expect(text.match(/سالم خالد عوض/gu) ?? []).toHaveLength(members);
    expect(text).not.toContain('غيرهم');
    if (members === 0) expect(text).toContain('لم تُسجَّل أسرة');
  });

  it('counts whom it leaves out in a long household, in agreement', async () => {
    const text = await read(summary(60));
    const named = (text.match(/سالم خالد عوض/gu) ?? []).length;
    expect(named).toBeGreaterThanOrEqual(7);
    expect(text).toContain(`و${60 - named} فردًا غيرهم`);
    expect(text).toContain('الأسرة (60 فردًا)');
  });

  it('stands on one page whatever is in the file', async () => {
    const text = await read(HUGE);
    expect(text).toMatch(/مستندًا غيرها/u);
    expect(text).toMatch(/فردًا غيرهم/u);
    expect(text).toContain('…');
  });

  it('is read by pdftotext as it stands', async (context) => {
    needTool(context, 'pdftotext');
    const text = latin(pdftotext((await set(summary(5))).pdf, '-layout'));
    for (const part of [
      'ملخص ملف',
      'المعاملة الحالية',
      'المستندات وصلاحيتها اليوم',
      'آخر التواصل',
      '055 123 4567',
    ])
      expect(text).toContain(part);
  });

  it('is the same file each time it is set of the same', async () => {
    expect(Buffer.from((await set(summary(5))).pdf)).toEqual(Buffer.from((await set(summary(5))).pdf));
  });
});
