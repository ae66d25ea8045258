import type { FactValue } from '../circumstances/facts.ts';
import { searchKey } from '../arabic/search-key.ts';

const folded = <T>(words: Readonly<Record<string, T>>): ReadonlyMap<string, T> =>
  new Map(Object.entries(words).map(([word, value]) => [searchKey(word), value]));

/** What offices write where they have nothing to write. */
const NOTHING = folded(
  Object.fromEntries(
    [
      '-',
      '--',
      '---',
      '—',
      '–',
      '_',
      '.',
      '..',
      '...',
      '/',
      '*',
      '؟',
      '?',
      '×',
      'x',
      'لا يوجد',
      'لايوجد',
      'لا توجد',
      'لاتوجد',
      'لا شيء',
      'لا شئ',
      'بدون',
      'غير متوفر',
      'غير موجود',
      'غير معروف',
      'لم يذكر',
      'مجهول',
      'n/a',
      'na',
      'none',
      'null',
      'nil',
      'nan',
    ].map((word) => [word, true] as const),
  ),
);

/** «لا يوجد», «-» and their like: an empty cell in words. */
export const isPlaceholder = (text: string): boolean => NOTHING.has(searchKey(text));

const SEXES = folded<'male' | 'female'>({
  ذكر: 'male',
  ذ: 'male',
  رجل: 'male',
  male: 'male',
  m: 'male',
  أنثى: 'female',
  انثي: 'female',
  أ: 'female',
  ث: 'female',
  امرأة: 'female',
  مؤنث: 'female',
  مذكر: 'male',
  female: 'female',
  f: 'female',
});
export const sexOfWord = (text: string): 'male' | 'female' | null => SEXES.get(searchKey(text)) ?? null;

/** Nationalities as lists of offices name them: the country or its people, with or without the article. */
const NATIONS: Readonly<Record<string, readonly string[]>> = {
  SA: ['سعودي', 'سعودية', 'السعودية', 'المملكة العربية السعودية', 'saudi', 'ksa'],
  YE: ['يمني', 'يمنية', 'اليمن', 'yemeni'],
  SY: ['سوري', 'سورية', 'سوريا', 'syrian'],
  EG: ['مصري', 'مصرية', 'مصر', 'egyptian'],
  SD: ['سوداني', 'سودانية', 'السودان', 'sudanese'],
  PS: ['فلسطيني', 'فلسطينية', 'فلسطين', 'palestinian'],
  JO: ['أردني', 'أردنية', 'الأردن', 'jordanian'],
  LB: ['لبناني', 'لبنانية', 'لبنان', 'lebanese'],
  IQ: ['عراقي', 'عراقية', 'العراق', 'iraqi'],
  KW: ['كويتي', 'كويتية', 'الكويت'],
  AE: ['إماراتي', 'إماراتية', 'الإمارات'],
  QA: ['قطري', 'قطرية', 'قطر'],
  BH: ['بحريني', 'بحرينية', 'البحرين'],
  OM: ['عماني', 'عمانية', 'عمان'],
  MA: ['مغربي', 'مغربية', 'المغرب'],
  DZ: ['جزائري', 'جزائرية', 'الجزائر'],
  TN: ['تونسي', 'تونسية', 'تونس'],
  LY: ['ليبي', 'ليبية', 'ليبيا'],
  MR: ['موريتاني', 'موريتانية', 'موريتانيا'],
  SO: ['صومالي', 'صومالية', 'الصومال'],
  DJ: ['جيبوتي', 'جيبوتية'],
  PK: ['باكستاني', 'باكستانية', 'باكستان', 'pakistani'],
  IN: ['هندي', 'هندية', 'الهند', 'indian'],
  BD: ['بنجلاديشي', 'بنجلاديشية', 'بنغلاديشي', 'بنغلاديشية', 'بنجلاديش', 'بنغلاديش'],
  AF: ['أفغاني', 'أفغانية', 'أفغانستان'],
  ID: ['إندونيسي', 'إندونيسية', 'إندونيسيا'],
  PH: ['فلبيني', 'فلبينية', 'الفلبين'],
  LK: ['سريلانكي', 'سريلانكية', 'سريلانكا'],
  NP: ['نيبالي', 'نيبالية', 'نيبال'],
  MM: ['بورمي', 'بورمية', 'برماوي', 'برماوية', 'بورما', 'ميانمار', 'ميانماري', 'ميانمارية'],
  ET: ['إثيوبي', 'إثيوبية', 'أثيوبي', 'أثيوبية', 'إثيوبيا', 'حبشي', 'حبشية'],
  ER: ['إريتري', 'إريترية', 'إريتريا'],
  NG: ['نيجيري', 'نيجيرية', 'نيجيريا'],
  TD: ['تشادي', 'تشادية', 'تشاد'],
  ML: ['مالي', 'مالية'],
  NE: ['نيجري', 'النيجر'],
  TR: ['تركي', 'تركية', 'تركيا'],
};
const NATION_BY_WORD = folded(
  Object.fromEntries(
    Object.entries(NATIONS).flatMap(([code, words]) => words.map((word) => [word, code] as const)),
  ),
);

/** ISO 3166-1 alpha-2 of a nationality in words; null: not one that lists of offices use. */
export function nationOfWord(text: string): string | null {
  const key = searchKey(text).replace(/ (?:الجنسيه|جنسيه)$/u, '');
  return (
    NATION_BY_WORD.get(key) ??
    NATION_BY_WORD.get(key.replace(/^ال/u, '')) ??
    (/^[a-z]{2}$/u.test(key) ? key.toUpperCase() : null)
  );
}

const STATUSES = folded<FactValue<'socialStatus'>['status']>({
  أعزب: 'single',
  عزباء: 'single',
  عازب: 'single',
  عازبة: 'single',
  'لم يتزوج': 'single',
  'لم تتزوج': 'single',
  آنسة: 'single',
  single: 'single',
  متزوج: 'married',
  متزوجة: 'married',
  married: 'married',
  مطلق: 'divorced',
  مطلقة: 'divorced',
  divorced: 'divorced',
  أرمل: 'widowed',
  أرملة: 'widowed',
  widow: 'widowed',
  widowed: 'widowed',
  widower: 'widowed',
  مهجور: 'deserted',
  مهجورة: 'deserted',
  معلقة: 'suspended',
  معلق: 'suspended',
  'أسرة سجين': 'prisonerFamily',
  'زوجة سجين': 'prisonerFamily',
  'أسر سجناء': 'prisonerFamily',
  'أسر السجناء': 'prisonerFamily',
});
/** الحالة الاجتماعية in words; null: none that the register knows. */
export const socialStatusOfWord = (text: string): FactValue<'socialStatus'>['status'] | null =>
  STATUSES.get(searchKey(text)) ?? null;

/** A line under the table: «المجموع: 5000». */
export const isTotalLine = (text: string): boolean =>
  /^(?:ال)?(?:مجموع|اجمالي|عدد|total)(?:$|[\s:])/u.test(searchKey(text));
