import type { Recipient } from './letter.ts';

/**
 * Honorifics by kind of addressee, with the prayers that go with them, as official correspondence uses them
 * (domain-facts). They are letter text: Arabic whatever the language of the desk.
 */
export const HONORIFICS = [
  {
    kind: 'official',
    words: ['سعادة'],
    prayers: ['حفظه الله', 'حفظها الله', 'المحترم', 'المحترمة', 'وفقه الله', 'وفقها الله'],
  },
  {
    kind: 'minister',
    words: ['معالي'],
    prayers: ['حفظه الله', 'حفظها الله', 'وفقه الله', 'وفقها الله', 'المحترم', 'المحترمة'],
  },
  {
    kind: 'royal',
    words: ['صاحب السمو الملكي', 'صاحب السمو', 'صاحبة السمو الملكي', 'صاحبة السمو'],
    prayers: ['حفظه الله', 'وفقه الله', 'يحفظه الله'],
  },
  { kind: 'scholar', words: ['فضيلة', 'فضيلة الشيخ'], prayers: ['حفظه الله', 'وفقه الله', 'سلمه الله'] },
  {
    kind: 'professional',
    words: ['الدكتور', 'الدكتورة', 'المهندس', 'المهندسة', 'الأستاذ', 'الأستاذة'],
    prayers: ['المحترم', 'المحترمة', 'وفقه الله', 'وفقها الله', 'حفظه الله', 'حفظها الله'],
  },
  {
    kind: 'person',
    words: ['المكرم', 'المكرمة', 'الأخ', 'الأخت', 'السادة'],
    prayers: ['المحترم', 'المحترمة', 'وفقه الله', 'وفقها الله', 'المحترمون'],
  },
] as const;
export type HonorificKind = (typeof HONORIFICS)[number]['kind'];

/** صاحبة، الدكتورة، المكرمة، الأخت: a word of one person that names her as a woman. */
const isFeminine = (honorific: string): boolean => /^(?:صاحبة|الأخت$)|^ال.*ة$/u.test(honorific);
/** Titles of an office (سعادة، معالي) are of either. */
const isMasculine = (honorific: string): boolean =>
  !isFeminine(honorific) && !['سعادة', 'معالي'].includes(honorific);
const WOMAN: Readonly<Record<string, string>> = {
  'حفظه الله': 'حفظها الله',
  'وفقه الله': 'وفقها الله',
  'يحفظه الله': 'يحفظها الله',
};
const isForWoman = (prayer: string): boolean => prayer.endsWith('ة') || prayer.includes('ها ');
const isForMany = (prayer: string): boolean => prayer.endsWith('ون');

/** The prayers that fit an honorific, the usual one first; all of them when it is not one of ours. */
export function prayersFor(honorific: string): readonly string[] {
  const found = HONORIFICS.find((group) => (group.words as readonly string[]).includes(honorific));
  if (found === undefined) return [...new Set(HONORIFICS.flatMap((group) => [...group.prayers]))];
  const list: readonly string[] = found.prayers;
  if (honorific === 'السادة') return ['المحترمون'];
  if (isFeminine(honorific)) return [...new Set(list.map((one) => WOMAN[one] ?? one).filter(isForWoman))];
  if (isMasculine(honorific)) return list.filter((one) => !isForWoman(one) && !isForMany(one));
  return list;
}

/** How a person on file is addressed: المكرم or المكرمة, a body as السادة; the prayer with it. */
export function honorificFor(party: {
  readonly kind: 'person' | 'organisation';
  readonly sex?: 'male' | 'female' | null | undefined;
}): { readonly honorific: string; readonly closingHonorific: string } {
  if (party.kind === 'organisation') return { honorific: 'السادة', closingHonorific: 'المحترمون' };
  return party.sex === 'female'
    ? { honorific: 'المكرمة', closingHonorific: 'المحترمة' }
    : { honorific: 'المكرم', closingHonorific: 'المحترم' };
}

const OFFICIAL_KINDS: ReadonlySet<HonorificKind> = new Set(['official', 'minister', 'royal', 'scholar']);
const BODY =
  /(?<!\p{L})(?:وزارة|الوزارة|إمارة|الإمارة|محافظة|المحافظة|أمانة|الأمانة|بلدية|البلدية|هيئة|الهيئة|مديرية|المديرية|إدارة|الإدارة|مركز|المركز|للمركز|ديوان|الديوان|شرطة|محكمة|المحكمة|رئاسة)(?!\p{L})/u;

/** An official body or who speaks for one: by the honorific, or by the body's name where there is none. */
export function isOfficial(recipient: Recipient): boolean {
  const { honorific } = recipient;
  const kind = HONORIFICS.find((group) => (group.words as readonly string[]).includes(honorific))?.kind;
  if (kind !== undefined && OFFICIAL_KINDS.has(kind)) return true;
  return kind !== 'person' && BODY.test(`${recipient.title} ${recipient.organisation} ${recipient.name}`);
}
