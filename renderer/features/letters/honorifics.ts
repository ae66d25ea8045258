/**
 * Honorifics by kind of addressee, with the prayers that go with them, as official correspondence uses them. They are
 * letter text: Arabic whatever the language of the desk.
 */
export const HONORIFICS = [
  { kind: 'official', words: ['سعادة'], prayers: ['حفظه الله', 'المحترم', 'وفقه الله'] },
  { kind: 'minister', words: ['معالي'], prayers: ['حفظه الله', 'وفقه الله', 'المحترم'] },
  {
    kind: 'royal',
    words: ['صاحب السمو الملكي', 'صاحب السمو', 'صاحبة السمو الملكي'],
    prayers: ['حفظه الله', 'حفظها الله', 'وفقه الله'],
  },
  { kind: 'scholar', words: ['فضيلة', 'فضيلة الشيخ'], prayers: ['حفظه الله', 'وفقه الله'] },
  {
    kind: 'professional',
    words: ['الدكتور', 'الدكتورة', 'المهندس', 'المهندسة', 'الأستاذ', 'الأستاذة'],
    prayers: ['المحترم', 'المحترمة', 'وفقه الله'],
  },
  { kind: 'person', words: ['المكرم', 'المكرمة', 'السادة'], prayers: ['المحترم', 'المحترمة', 'المحترمون'] },
] as const;
export type HonorificKind = (typeof HONORIFICS)[number]['kind'];

const FEMININE = new Set(['الدكتورة', 'المهندسة', 'الأستاذة', 'المكرمة']);

/** The prayers that fit an honorific, the usual one first; all of them when it is not one of ours. */
export function prayersFor(honorific: string): readonly string[] {
  const found = HONORIFICS.find((group) => (group.words as readonly string[]).includes(honorific));
  if (found === undefined) return [...new Set(HONORIFICS.flatMap((group) => [...group.prayers]))];
  const list: readonly string[] = found.prayers;
  if (FEMININE.has(honorific))
    return [...list.filter((one) => one.endsWith('ة')), ...list.filter((one) => !one.endsWith('ة'))];
  if (honorific === 'صاحبة السمو الملكي') return ['حفظها الله'];
  if (honorific === 'السادة') return ['المحترمون'];
  return list;
}
