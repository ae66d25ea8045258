import { searchKey } from '../../arabic/search-key.ts';
import { plainText } from '../rich-text.ts';
import type { LetterContent } from '../letter.ts';

/**
 * Merge fields, as a template's text holds them: `{اسم المستفيد}`. Arabic names, since a person types them; found whatever
 * their hamza, taa marbuta or tanween. `{المستفيد|المستفيدة}` is an alternative by the person's sex: masculine first;
 * where the sex is not known both are written with a stroke between, or the masculine where one side is empty.
 */

export const FIELD_GROUPS = ['person', 'request', 'dates', 'organisation', 'asked'] as const;
export type FieldGroup = (typeof FIELD_GROUPS)[number];

/**
 * How a field is typed and set. `record`: from what the desk knows. The others are asked when a letter is written:
 * `text` one line · `long` some lines · `amount` riyals · `date` a day with its weekday, in both calendars · `day` the same
 * without the weekday, as it stands after «وتاريخ» · `iban` · `clause` a clause of the policy, quoted whole · `lines` one thing a line: a list where it stands
 * alone in its paragraph · `reference` a register number, groups from the right · `hours` counted with its noun.
 */
export type FieldType =
  | 'record'
  | 'text'
  | 'long'
  | 'amount'
  | 'amountWords'
  | 'date'
  | 'day'
  | 'iban'
  | 'clause'
  | 'lines'
  | 'reference'
  | 'hours';

interface FieldEntry {
  /** As it is written between the braces. */
  readonly name: string;
  readonly group: FieldGroup;
  readonly type: FieldType;
  /** Other names for the same thing. */
  readonly aliases?: readonly string[];
}

export const MERGE_FIELDS = {
  personName: {
    name: 'اسم المستفيد',
    group: 'person',
    type: 'record',
    aliases: ['الاسم', 'اسم المستفيدة', 'اسم الداعم', 'اسم المتطوع'],
  },
  personHonorific: { name: 'لقب المستفيد', group: 'person', type: 'record', aliases: ['اللقب'] },
  personId: { name: 'رقم الهوية', group: 'person', type: 'record', aliases: ['رقم هوية المستفيد'] },
  personMobile: { name: 'رقم الجوال', group: 'person', type: 'record', aliases: ['جوال المستفيد'] },
  personVillage: { name: 'القرية', group: 'person', type: 'record' },
  personFile: { name: 'رقم الملف', group: 'person', type: 'record', aliases: ['رقم ملف المستفيد'] },
  requestNumber: { name: 'رقم الطلب', group: 'request', type: 'record', aliases: ['رقم طلب الدعم'] },
  requestService: { name: 'الخدمة', group: 'request', type: 'record', aliases: ['الخدمة المطلوبة'] },
  requestNeed: { name: 'الحاجة', group: 'request', type: 'record' },
  requestDate: { name: 'تاريخ الطلب', group: 'request', type: 'record' },
  today: { name: 'تاريخ اليوم', group: 'dates', type: 'record', aliases: ['التاريخ'] },
  todayHijri: { name: 'التاريخ الهجري', group: 'dates', type: 'record' },
  todayGregorian: { name: 'التاريخ الميلادي', group: 'dates', type: 'record' },
  todayWeekday: { name: 'اليوم', group: 'dates', type: 'record' },
  hijriYear: { name: 'السنة الهجرية', group: 'dates', type: 'record', aliases: ['العام الهجري'] },
  officeName: { name: 'اسم الجمعية', group: 'organisation', type: 'record', aliases: ['الجمعية'] },
  officeLicence: { name: 'رقم الترخيص', group: 'organisation', type: 'record', aliases: ['ترخيص الجمعية'] },
  officeIban: { name: 'آيبان الجمعية', group: 'organisation', type: 'record' },
  officePhone: { name: 'هاتف الجمعية', group: 'organisation', type: 'record', aliases: ['جوال الجمعية'] },
  officeEmail: { name: 'بريد الجمعية', group: 'organisation', type: 'record' },
  amount: { name: 'المبلغ', group: 'asked', type: 'amount' },
  amountWords: { name: 'المبلغ كتابةً', group: 'asked', type: 'amountWords', aliases: ['المبلغ بالحروف'] },
  iban: { name: 'الآيبان', group: 'asked', type: 'iban', aliases: ['رقم الآيبان'] },
  bank: { name: 'اسم البنك', group: 'asked', type: 'text', aliases: ['البنك'] },
  body: { name: 'الجهة', group: 'asked', type: 'text', aliases: ['اسم الجهة'] },
  clause: { name: 'البند', group: 'asked', type: 'clause', aliases: ['نص البند'] },
  refusalReason: { name: 'سبب الرفض', group: 'asked', type: 'text' },
  ownRule: { name: 'سند القرار', group: 'asked', type: 'text', aliases: ['قاعدة الجمعية'] },
  wouldChange: { name: 'ما يغيّر القرار', group: 'asked', type: 'long' },
  appealLevel: { name: 'جهة التظلّم', group: 'asked', type: 'text' },
  granted: { name: 'المقرر صرفه', group: 'asked', type: 'text', aliases: ['ما تقرر'] },
  missingItems: { name: 'النواقص', group: 'asked', type: 'lines', aliases: ['المستندات الناقصة'] },
  items: { name: 'البنود', group: 'asked', type: 'lines', aliases: ['القائمة'] },
  deadline: { name: 'آخر موعد', group: 'asked', type: 'date', aliases: ['موعد الاستكمال'] },
  fromDate: { name: 'من تاريخ', group: 'asked', type: 'day' },
  toDate: { name: 'إلى تاريخ', group: 'asked', type: 'day' },
  volunteerHours: { name: 'ساعات التطوع', group: 'asked', type: 'hours' },
  work: { name: 'العمل', group: 'asked', type: 'text', aliases: ['البرنامج'] },
  donation: { name: 'التبرع', group: 'asked', type: 'text', aliases: ['نوع التبرع'] },
  purpose: { name: 'الغرض', group: 'asked', type: 'text' },
  topic: { name: 'الموضوع', group: 'asked', type: 'text' },
  details: { name: 'التفصيل', group: 'asked', type: 'long', aliases: ['الرد'] },
  occasion: { name: 'المناسبة', group: 'asked', type: 'text' },
  place: { name: 'المكان', group: 'asked', type: 'text' },
  hour: { name: 'الوقت', group: 'asked', type: 'text', aliases: ['الساعة'] },
  occasionDate: { name: 'تاريخ المناسبة', group: 'asked', type: 'date' },
  theirNumber: { name: 'رقم خطابكم', group: 'asked', type: 'reference' },
  theirDate: { name: 'تاريخ خطابكم', group: 'asked', type: 'day' },
  ourNumber: { name: 'رقم خطابنا', group: 'asked', type: 'reference' },
  ourDate: { name: 'تاريخ خطابنا', group: 'asked', type: 'day' },
  wrongText: { name: 'الوارد خطأً', group: 'asked', type: 'text' },
  rightText: { name: 'الصواب', group: 'asked', type: 'text' },
} as const satisfies Readonly<Record<string, FieldEntry>>;

export type FieldId = keyof typeof MERGE_FIELDS;
export const FIELD_IDS = Object.keys(MERGE_FIELDS) as readonly FieldId[];

/** Fields whose value a person types (the words of an amount come from its figures). */
export type AskedFieldId = {
  [K in FieldId]: (typeof MERGE_FIELDS)[K]['type'] extends 'record' | 'amountWords' ? never : K;
}[FieldId];
export const ASKED_FIELD_IDS = FIELD_IDS.filter((id): id is AskedFieldId => {
  const { type } = MERGE_FIELDS[id];
  return type !== 'record' && type !== 'amountWords';
});

export const fieldName = (id: FieldId): string => MERGE_FIELDS[id].name;
/** `{اسم المستفيد}` */
export const fieldText = (id: FieldId): string => `{${MERGE_FIELDS[id].name}}`;

const namesOf = (entry: FieldEntry): readonly string[] => [entry.name, ...(entry.aliases ?? [])];
const BY_KEY: ReadonlyMap<string, FieldId> = new Map(
  FIELD_IDS.flatMap((id) => namesOf(MERGE_FIELDS[id]).map((name) => [searchKey(name), id] as const)),
);

/** The field of a name, whatever its hamza, taa marbuta and tanween; undefined for a name that is none. */
export const fieldNamed = (name: string): FieldId | undefined => BY_KEY.get(searchKey(name));

/** Edits (one letter added, dropped, changed or two swapped) between two words. */
function edits(one: string, other: string): number {
  let before: number[] = [];
  let row = Array.from({ length: other.length + 1 }, (_, index) => index);
  for (let i = 1; i <= one.length; i += 1) {
    const next = [i];
    for (let j = 1; j <= other.length; j += 1) {
      const same = one[i - 1] === other[j - 1] ? 0 : 1;
      let least = Math.min((row[j] ?? 0) + 1, (next[j - 1] ?? 0) + 1, (row[j - 1] ?? 0) + same);
      if (i > 1 && j > 1 && one[i - 1] === other[j - 2] && one[i - 2] === other[j - 1])
        least = Math.min(least, (before[j - 2] ?? 0) + 1);
      next.push(least);
    }
    before = row;
    row = next;
  }
  return row[other.length] ?? 0;
}

/** The name that was probably meant: «اسم المستفد» → «اسم المستفيد»; undefined when none is near. */
export function nearestFieldName(name: string): string | undefined {
  const key = searchKey(name);
  const near = FIELD_IDS.flatMap((id) =>
    namesOf(MERGE_FIELDS[id]).map((one) => ({ one, far: edits(key, searchKey(one)) })),
  ).toSorted((a, b) => a.far - b.far)[0];
  return near !== undefined && near.far <= Math.max(1, Math.floor(key.length / 3)) ? near.one : undefined;
}

/** What stands between two braces of a text; offsets are UTF-16, braces included. */
export type FoundField = { readonly start: number; readonly end: number; readonly text: string } & (
  | { readonly kind: 'field'; readonly id: FieldId }
  | { readonly kind: 'bySex'; readonly masculine: string; readonly feminine: string }
  | { readonly kind: 'unknown' }
);

const BRACES = /\{([^{}\n]{1,80})\}/g;

/** Every `{…}` of one line of text, in order. */
export function findFields(text: string): FoundField[] {
  return [...text.matchAll(BRACES)].map((match): FoundField => {
    const inner = match[1] ?? '';
    const place = { start: match.index, end: match.index + match[0].length, text: inner.trim() };
    const id = fieldNamed(inner);
    if (id !== undefined) return { ...place, kind: 'field', id };
    const sides = inner.split('|');
    const [masculine = '', feminine = ''] = sides;
    if (sides.length === 2 && (masculine.trim() !== '' || feminine.trim() !== ''))
      return { ...place, kind: 'bySex', masculine: masculine.trim(), feminine: feminine.trim() };
    return { ...place, kind: 'unknown' };
  });
}

/** The texts of a letter that may hold fields, by the field of the form that they stand in. */
export const placesOf = (
  content: Pick<LetterContent, 'recipient' | 'subject' | 'body' | 'copies' | 'inReplyTo'>,
): readonly { readonly place: TemplatePlace; readonly text: string }[] => [
  ...Object.values(content.recipient).map((text) => ({ place: 'recipient', text }) as const),
  { place: 'subject', text: content.subject },
  { place: 'inReplyTo', text: content.inReplyTo },
  { place: 'body', text: plainText(content.body) },
  ...content.copies.map((text) => ({ place: 'copies', text }) as const),
];
export type TemplatePlace = 'recipient' | 'subject' | 'inReplyTo' | 'body' | 'copies';

/**
 * The known fields that a letter still holds, by place: it must not be shown or issued with them. Braces of a person's
 * own, that name no field, are theirs.
 */
export function unfilledFields(
  content: Pick<LetterContent, 'recipient' | 'subject' | 'body' | 'copies' | 'inReplyTo'>,
): { readonly place: TemplatePlace; readonly name: string }[] {
  const seen = new Set<string>();
  return placesOf(content).flatMap(({ place, text }) =>
    findFields(text).flatMap((found) => {
      if (found.kind !== 'field' || seen.has(`${place} ${found.id}`)) return [];
      seen.add(`${place} ${found.id}`);
      return [{ place, name: fieldName(found.id) }];
    }),
  );
}
