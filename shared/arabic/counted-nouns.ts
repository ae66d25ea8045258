/** A noun as it is counted. Every form is written out: broken plurals cannot be computed. */
export type CountedNoun = {
  readonly gender: 'masculine' | 'feminine';
  /** After 100, and beside واحد: مرفق */
  readonly singular: string;
  /** مرفقان, and after a preposition or as an object مرفقين */
  readonly dual: string;
  readonly dualOblique: string;
  /** After 3–10, in the genitive: مرفقات */
  readonly plural: string;
  /** After 11–99, in the accusative: مرفقًا, ورقة */
  readonly accusative: string;
};

type Forms = readonly [
  singular: string,
  dual: string,
  dualOblique: string,
  plural: string,
  accusative: string,
];
const noun = (
  gender: CountedNoun['gender'],
  [singular, dual, dualOblique, plural, accusative]: Forms,
): CountedNoun => ({ gender, singular, dual, dualOblique, plural, accusative });
const m = (...forms: Forms): CountedNoun => noun('masculine', forms);
const f = (...forms: Forms): CountedNoun => noun('feminine', forms);

/** What letters and screens count: the things that lie with a letter, then measures of time. */
export const COUNTED_NOUNS = {
  attachment: m('مرفق', 'مرفقان', 'مرفقين', 'مرفقات', 'مرفقًا'),
  sheet: f('ورقة', 'ورقتان', 'ورقتين', 'أوراق', 'ورقة'),
  file: m('ملف', 'ملفان', 'ملفين', 'ملفات', 'ملفًا'),
  envelope: m('مظروف', 'مظروفان', 'مظروفين', 'مظاريف', 'مظروفًا'),
  photo: f('صورة', 'صورتان', 'صورتين', 'صور', 'صورة'),
  book: m('كتاب', 'كتابان', 'كتابين', 'كتب', 'كتابًا'),
  copy: f('نسخة', 'نسختان', 'نسختين', 'نسخ', 'نسخة'),
  form: m('نموذج', 'نموذجان', 'نموذجين', 'نماذج', 'نموذجًا'),
  statement: m('كشف', 'كشفان', 'كشفين', 'كشوف', 'كشفًا'),
  report: m('تقرير', 'تقريران', 'تقريرين', 'تقارير', 'تقريرًا'),
  invoice: f('فاتورة', 'فاتورتان', 'فاتورتين', 'فواتير', 'فاتورة'),
  voucher: m('سند', 'سندان', 'سندين', 'سندات', 'سندًا'),
  receipt: m('إيصال', 'إيصالان', 'إيصالين', 'إيصالات', 'إيصالًا'),
  cheque: m('شيك', 'شيكان', 'شيكين', 'شيكات', 'شيكًا'),
  contract: m('عقد', 'عقدان', 'عقدين', 'عقود', 'عقدًا'),
  certificate: f('شهادة', 'شهادتان', 'شهادتين', 'شهادات', 'شهادة'),
  card: f('بطاقة', 'بطاقتان', 'بطاقتين', 'بطاقات', 'بطاقة'),
  disk: m('قرص', 'قرصان', 'قرصين', 'أقراص', 'قرصًا'),
  memory: f('ذاكرة', 'ذاكرتان', 'ذاكرتين', 'ذاكرات', 'ذاكرة'),
  box: m('صندوق', 'صندوقان', 'صندوقين', 'صناديق', 'صندوقًا'),
  bag: f('حقيبة', 'حقيبتان', 'حقيبتين', 'حقائب', 'حقيبة'),
  hour: f('ساعة', 'ساعتان', 'ساعتين', 'ساعات', 'ساعة'),
  day: m('يوم', 'يومان', 'يومين', 'أيام', 'يومًا'),
} as const satisfies Readonly<Record<string, CountedNoun>>;

export type NounName = keyof typeof COUNTED_NOUNS;
