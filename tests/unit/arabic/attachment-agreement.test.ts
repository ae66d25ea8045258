import { describe, expect, it } from 'vitest';
import { attachmentsText, counted } from '#shared/arabic/counted.ts';
import { COUNTED_NOUNS } from '#shared/arabic/counted-nouns.ts';
import { attachmentsLine } from '#electron/pdf/letter-fields.ts';
import { ATTACHMENT_KINDS } from '#shared/letters/letter.ts';
import { ar } from '#shared/locales/ar.ts';

/**
 * Written by hand, without looking at the forms that are tested: the word beside its count for one, two, 3–10, 11–99,
 * and hundreds. What each shows at 3, 11 and 100 is the grammar of عدد ومعدود: the plural in the genitive, the singular
 * in the accusative, the singular in the genitive.
 */
const BY_HAND: Readonly<
  Record<
    (typeof ATTACHMENT_KINDS)[number],
    readonly [one: string, two: string, few: string, many: string, hundred: string]
  >
> = {
  attachment: ['مرفق واحد', 'مرفقان', 'مرفقات', 'مرفقًا', 'مرفق'],
  sheet: ['ورقة واحدة', 'ورقتان', 'أوراق', 'ورقة', 'ورقة'],
  file: ['ملف واحد', 'ملفان', 'ملفات', 'ملفًا', 'ملف'],
  envelope: ['مظروف واحد', 'مظروفان', 'مظاريف', 'مظروفًا', 'مظروف'],
  photo: ['صورة واحدة', 'صورتان', 'صور', 'صورة', 'صورة'],
  book: ['كتاب واحد', 'كتابان', 'كتب', 'كتابًا', 'كتاب'],
  copy: ['نسخة واحدة', 'نسختان', 'نسخ', 'نسخة', 'نسخة'],
  form: ['نموذج واحد', 'نموذجان', 'نماذج', 'نموذجًا', 'نموذج'],
  statement: ['كشف واحد', 'كشفان', 'كشوف', 'كشفًا', 'كشف'],
  report: ['تقرير واحد', 'تقريران', 'تقارير', 'تقريرًا', 'تقرير'],
  invoice: ['فاتورة واحدة', 'فاتورتان', 'فواتير', 'فاتورة', 'فاتورة'],
  voucher: ['سند واحد', 'سندان', 'سندات', 'سندًا', 'سند'],
  receipt: ['إيصال واحد', 'إيصالان', 'إيصالات', 'إيصالًا', 'إيصال'],
  cheque: ['شيك واحد', 'شيكان', 'شيكات', 'شيكًا', 'شيك'],
  contract: ['عقد واحد', 'عقدان', 'عقود', 'عقدًا', 'عقد'],
  certificate: ['شهادة واحدة', 'شهادتان', 'شهادات', 'شهادة', 'شهادة'],
  card: ['بطاقة واحدة', 'بطاقتان', 'بطاقات', 'بطاقة', 'بطاقة'],
  disk: ['قرص واحد', 'قرصان', 'أقراص', 'قرصًا', 'قرص'],
  memory: ['ذاكرة واحدة', 'ذاكرتان', 'ذاكرات', 'ذاكرة', 'ذاكرة'],
  box: ['صندوق واحد', 'صندوقان', 'صناديق', 'صندوقًا', 'صندوق'],
  bag: ['حقيبة واحدة', 'حقيبتان', 'حقائب', 'حقيبة', 'حقيبة'],
};
const intl = new Intl.PluralRules('ar');
const indic = new Intl.NumberFormat('ar-u-nu-arab', { useGrouping: false });

/** What the letterhead must say, by CLDR's category and the table above. */
function expected(unit: (typeof ATTACHMENT_KINDS)[number], count: number): string {
  const [one, two, few, many, hundred] = BY_HAND[unit];
  const number = indic.format(count);
  return {
    zero: 'لا يوجد',
    one,
    two,
    few: `${number} ${few}`,
    many: `${number} ${many}`,
    other: `${number} ${hundred}`,
  }[intl.select(count)];
}

describe('the attachments of a letterhead', () => {
  it.each(ATTACHMENT_KINDS)('%s agrees with every count from 0 to 1,000', (unit) => {
    for (let count = 0; count <= 1000; count += 1)
      if (attachmentsText([{ unit, count }]) !== expected(unit, count))
        expect.fail(`${count}: «${attachmentsText([{ unit, count }])}», not «${expected(unit, count)}»`);
  });

  it('is of the gender that each word shows', () => {
    for (const unit of ATTACHMENT_KINDS) {
      const feminine = BY_HAND[unit][0].endsWith('واحدة');
      expect(COUNTED_NOUNS[unit].gender, unit).toBe(feminine ? 'feminine' : 'masculine');
      expect(counted(0, COUNTED_NOUNS[unit])).toBe(feminine ? 'لا توجد' : 'لا يوجد');
      // A feminine word in taa marbuta takes no tanween alef; a masculine one does.
      expect(BY_HAND[unit][3].endsWith('ًا'), unit).toBe(!feminine);
      expect(BY_HAND[unit][1].endsWith('تان'), unit).toBe(feminine);
    }
  });

  it('offers each unit by its own word', () => {
    expect(ar.letters.attachments.kind).toEqual(
      Object.fromEntries(ATTACHMENT_KINDS.map((unit) => [unit, COUNTED_NOUNS[unit].singular])),
    );
  });

  it('counts files of ours together, at the place of the first', () => {
    const file = { sha256: 'a'.repeat(64), name: 'x' };
    expect(
      attachmentsText([
        { unit: 'file', count: 1, what: 'كشف الأسر', file },
        { unit: 'sheet', count: 2, what: '' },
        { unit: 'file', count: 1, what: 'تقرير الزيارة', file },
        { unit: 'file', count: 1, what: 'على قرص' },
      ]),
    ).toBe('ملفان (كشف الأسر، تقرير الزيارة) وورقتان وملف واحد (على قرص)');
  });

  it('prints a person’s own wording instead of the list’s', () => {
    const items = [{ unit: 'sheet' as const, count: 3, what: '' }];
    expect(attachmentsLine({ kind: 'list', items }, 'arabicIndic')).toBe('٣ أوراق');
    expect(attachmentsLine({ kind: 'list', items, instead: 'نسخة من العقد' }, 'arabicIndic')).toBe(
      'نسخة من العقد',
    );
    expect(attachmentsLine({ kind: 'list', items, instead: '' }, 'latin')).toBe('3 أوراق');
    expect(attachmentsLine({ kind: 'text', text: '' }, 'latin')).toBe('لا يوجد');
  });
});
