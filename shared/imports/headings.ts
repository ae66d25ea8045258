import { searchKey } from '../arabic/search-key.ts';
import type { ImportField } from './fields.ts';
import { type CellValue, cellText, type MergedCells } from './grid.ts';

/** A heading folded: spelling, article, signs and line breaks make no difference. */
export const headingKey = (heading: string): string =>
  searchKey(heading)
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .split(' ')
    .map((word) => (word.length > 4 && word.startsWith('ال') ? word.slice(2) : word))
    .filter((word) => word !== '')
    .join(' ');

/** Whole headings, folded when the module loads. The first that offices use stands first. */
const WORDS: Readonly<Record<Exclude<ImportField, 'labelledNote'>, readonly string[]>> = {
  name: [
    'الاسم',
    'اسم المستفيد',
    'اسم المستفيدة',
    'المستفيد',
    'الاسم الرباعي',
    'الاسم الثلاثي',
    'الاسم الكامل',
    'الاسم كاملا',
    'اسم رب الأسرة',
    'رب الأسرة',
    'اسم الحالة',
    'name',
    'full name',
    'beneficiary',
    'beneficiary name',
  ],
  firstName: ['الاسم الأول', 'الأول', 'first name', 'first'],
  fatherName: [
    'اسم الأب',
    'الأب',
    'الاسم الثاني',
    'الثاني',
    'اسم الوالد',
    'father',
    'father name',
    'second name',
  ],
  grandfatherName: [
    'اسم الجد',
    'الجد',
    'الاسم الثالث',
    'الثالث',
    'grandfather',
    'grandfather name',
    'third name',
  ],
  familyName: [
    'اسم العائلة',
    'العائلة',
    'اللقب',
    'القبيلة',
    'الاسم الرابع',
    'الاسم الأخير',
    'family',
    'family name',
    'last name',
    'surname',
  ],
  idNumber: [
    'رقم الهوية',
    'الهوية',
    'رقم الهوية الوطنية',
    'الهوية الوطنية',
    'السجل المدني',
    'رقم السجل المدني',
    'السجل',
    'الهوية/الإقامة',
    'رقم الهوية أو الإقامة',
    'رقم الهوية / الإقامة',
    'رقم الإقامة',
    'الإقامة',
    'رقم الجواز',
    'رقم الحدود',
    'رقم بطاقة الأحوال',
    'بطاقة الأحوال',
    'id',
    'id number',
    'national id',
    'id no',
    'iqama',
  ],
  mobile: [
    'الجوال',
    'رقم الجوال',
    'جوال',
    'رقم الجوال 1',
    'رقم الجوال 2',
    'جوال 1',
    'جوال 2',
    'جوال آخر',
    'رقم جوال آخر',
    'رقم التواصل',
    'الجوال الأساسي',
    'رقم الموبايل',
    'الموبايل',
    'mobile',
    'mobile number',
    'phone',
    'phone number',
  ],
  birth: [
    'تاريخ الميلاد',
    'الميلاد',
    'تاريخ الولادة',
    'ت الميلاد',
    'birth date',
    'date of birth',
    'dob',
    'birthdate',
  ],
  birthHijri: [
    'تاريخ الميلاد هـ',
    'تاريخ الميلاد الهجري',
    'تاريخ الميلاد بالهجري',
    'تاريخ الميلاد هجري',
    'الميلاد هـ',
    'تاريخ الميلاد (هجري)',
  ],
  birthGregorian: [
    'تاريخ الميلاد م',
    'تاريخ الميلاد الميلادي',
    'تاريخ الميلاد بالميلادي',
    'تاريخ الميلاد ميلادي',
    'تاريخ الميلاد (ميلادي)',
  ],
  sex: ['الجنس', 'النوع', 'sex', 'gender'],
  nationality: ['الجنسية', 'nationality'],
  village: [
    'القرية',
    'القرية أو الحي',
    'المدينة',
    'البلدة',
    'الهجرة',
    'المدينة/القرية',
    'village',
    'city',
    'town',
  ],
  district: ['الحي', 'اسم الحي', 'الحارة', 'district', 'neighborhood', 'neighbourhood'],
  legacyNumber: [
    'رقم الملف',
    'رقم ملف المستفيد',
    'الملف',
    'رقم الملف القديم',
    'رقم الملف الورقي',
    'رقم المستفيد',
    'file number',
    'file no',
    'file',
  ],
  socialStatus: ['الحالة الاجتماعية', 'الحالة', 'social status', 'marital status'],
  category: ['الفئة', 'التصنيف', 'فئة المستفيد', 'تصنيف المستفيد', 'category'],
  iban: [
    'الآيبان',
    'رقم الآيبان',
    'ايبان',
    'رقم الحساب',
    'رقم الحساب البنكي',
    'الحساب البنكي',
    'iban',
    'iban number',
  ],
  whatsapp: ['واتساب', 'رقم الواتساب', 'الواتس', 'واتس', 'whatsapp'],
  foreignMobile: ['جوال خارجي', 'رقم دولي', 'جوال دولي', 'foreign mobile'],
  landline: ['الهاتف', 'رقم الهاتف', 'الهاتف الثابت', 'هاتف المنزل', 'هاتف', 'landline', 'telephone'],
  email: ['البريد الإلكتروني', 'البريد', 'الإيميل', 'ايميل', 'email', 'e-mail'],
  latinName: [
    'الاسم بالإنجليزي',
    'الاسم بالإنجليزية',
    'الاسم اللاتيني',
    'الاسم بالحروف اللاتينية',
    'english name',
    'latin name',
  ],
  alias: ['الكنية', 'الشهرة', 'اسم الشهرة', 'الكنية / الشهرة', 'alias', 'known as'],
  shortAddress: ['العنوان المختصر', 'العنوان الوطني المختصر', 'العنوان الوطني', 'short address'],
  directions: ['وصف السكن', 'وصف المنزل', 'وصف الموقع', 'وصف العنوان', 'العنوان', 'directions', 'address'],
  noIdReason: ['سبب عدم وجود الهوية', 'سبب عدم الهوية', 'no id reason'],
  note: ['ملاحظات', 'الملاحظات', 'ملاحظة', 'ملحوظات', 'notes', 'note', 'remarks'],
};

const FIELD_BY_HEADING: ReadonlyMap<string, ImportField> = new Map(
  (Object.entries(WORDS) as [ImportField, readonly string[]][]).flatMap(([field, words]) =>
    words.map((word) => [headingKey(word), field] as const),
  ),
);

/** Headings of what is told but is not a field: kept in the note behind its heading. */
const LABELLED =
  /^(?:عدد (?:ال)?(?:افراد|اولاد|ابنا|تابعين|اسره)|افراد (?:اسره|عايله)|دخل|مبلغ|سكن|نوع سكن|مهنه|عمل|مرض|اعاقه|موهل|تعليم|family size)/u;
/** A column about somebody else: a wife's id is not the beneficiary's. */
const SOMEBODY_ELSE =
  /(?:^| )(?:زوج|زوجه|وكيل|ولي|وصي|والده|ام|ابن|ابنه|ابنا|تابع|تابعين|مرافق|مندوب|باحث|باحثه|موظف|كفيل|ضامن|معرف|قريب)(?: |$)/u;

/** What a heading most likely means; null: nobody can tell, a person chooses. */
export function fieldOfHeading(heading: string): ImportField | null {
  const key = headingKey(heading);
  if (key === '') return null;
  const exact = FIELD_BY_HEADING.get(key);
  if (exact !== undefined) return exact;
  if (LABELLED.test(key)) return 'labelledNote';
  if (SOMEBODY_ELSE.test(key)) return null;
  if (/ميلاد|ولاده/u.test(key))
    return /هجري|(?:^| )ه(?: |$)/u.test(key)
      ? 'birthHijri'
      : /ميلادي|(?:^| )م(?: |$)/u.test(key)
        ? 'birthGregorian'
        : 'birth';
  if (/هويه|سجل مدني|اقامه/u.test(key)) return /تاريخ|انتها|مصدر|نوع/u.test(key) ? null : 'idNumber';
  if (/جوال|موبايل/u.test(key)) return 'mobile';
  if (/ايبان|iban/u.test(key)) return 'iban';
  if (/رقم ملف/u.test(key)) return 'legacyNumber';
  if (/^اسم (?:مستفيد|كامل|رباعي|ثلاثي)/u.test(key)) return 'name';
  if (/ملاحظ|ملحوظ/u.test(key)) return 'note';
  return null;
}

/** Fields of a row of headings, each that takes one column given to the first that names it. */
export function fieldsOfHeadings(
  headings: readonly string[],
  repeatable: ReadonlySet<ImportField>,
): (ImportField | null)[] {
  const taken = new Set<ImportField>();
  return headings.map((heading) => {
    const field = fieldOfHeading(heading);
    if (field === null || (taken.has(field) && !repeatable.has(field))) return null;
    taken.add(field);
    return field;
  });
}

/** A row of headings stands among the first lines, under titles and the date of printing. */
const LOOKED_AT = 30;

/**
 * The row (from 0) that holds the headings: the one with most headings we know; without any, the first with two texts
 * and no number. Null: nothing looks like headings.
 */
export function findHeadingRow(rows: readonly (readonly CellValue[])[]): number | null {
  let best = { row: -1, known: 1 };
  let plain: number | null = null;
  rows.slice(0, LOOKED_AT).forEach((cells, row) => {
    const texts = cells.filter((cell) => typeof cell === 'string' && cell !== '') as string[];
    const known = new Set(texts.map(fieldOfHeading).filter((field) => field !== null)).size;
    if (known > best.known) best = { row, known };
    const onlyTexts = cells.every(
      (cell) => cell === null || (typeof cell === 'string' && !/\d{5,}/u.test(cell)),
    );
    if (plain === null && texts.length >= 2 && onlyTexts) plain = row;
  });
  if (best.row >= 0) return best.row;
  return (
    plain ?? (rows.length > 0 && rows[0]?.some((cell) => fieldOfHeading(cellText(cell)) !== null) ? 0 : null)
  );
}

/**
 * The headings of a row. Of a heading that was merged downwards the text stands in a row above; of one that was merged
 * sideways all columns but the first have none, and say so.
 */
export function headingsOf(
  rows: readonly (readonly CellValue[])[],
  headingRow: number,
  merged: readonly MergedCells[],
): string[] {
  const width = Math.max(0, ...rows.slice(headingRow, headingRow + 200).map((row) => row.length));
  return Array.from({ length: width }, (_, column) => {
    const own = cellText(rows[headingRow]?.[column] ?? null);
    const from = merged.find(
      ({ top, bottom, left }) => left === column && top < headingRow && bottom >= headingRow,
    );
    const text = own !== '' || from === undefined ? own : cellText(rows[from.top]?.[column] ?? null);
    return text.replace(/\s+/gu, ' ').trim();
  });
}
