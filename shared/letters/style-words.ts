import type { Recipient } from './letter.ts';
import { isOfficial } from './honorifics.ts';
import type { StyleFix, StyleWarning } from './style-warning.ts';

const TITLE = '(?:سعادت|معالي|فضيلت|سياد|سيادت|حضرت|جناب|مقام|عطوفت|دولت)(?:كم|ه|ته)';
const NOT_LETTER = '(?![\\p{L}\\p{M}])';
const BEFORE = '(?<![\\p{L}\\p{M}])';

/**
 * Praise (تبجيل) with its context: an adjective of praise behind an address, a place of rank that flatters, wishes that
 * magnify. Rank (سعادة، معالي، صاحب السمو), the prayer of the line (حفظه الله) and ordinary thanks are not praise.
 */
const PRAISE: readonly { readonly pattern: RegExp; readonly fix: 'plainTitle' | 'remove' | null }[] = [
  {
    pattern: new RegExp(
      `${BEFORE}([ولبف]{0,2}${TITLE})\\s+(?:الموقر(?:ة|ين)?|الكريم(?:ة)?|السامي(?:ة)?|الرفيع(?:ة)?|العالي(?:ة)?|العظيم(?:ة)?|الجليل(?:ة)?|المبجل(?:ة)?)${NOT_LETTER}`,
      'gu',
    ),
    fix: 'plainTitle',
  },
  {
    pattern: new RegExp(`${BEFORE}[ولبف]{0,2}(?:مقام|جناب|حضرت|عتب)كم${NOT_LETTER}`, 'gu'),
    fix: 'plainTitle',
  },
  {
    pattern: new RegExp(
      `${BEFORE}[وب]?(?:كل|مع|بالغ|فائق|عظيم|وافر)\\s+(?:ال)?(?:إجلال|تبجيل|إكبار|تعظيم|توقير)(?:\\s+و(?:ال)?(?:إجلال|تبجيل|إكبار|تعظيم|توقير|تقدير|احترام))*${NOT_LETTER}`,
      'gu',
    ),
    fix: 'remove',
  },
  {
    pattern: new RegExp(`${BEFORE}بكل\\s+(?:إجلال|تبجيل|إكبار|توقير)(?:\\s+و\\p{L}+)?${NOT_LETTER}`, 'gu'),
    fix: 'remove',
  },
  {
    pattern: new RegExp(
      `${BEFORE}[ول]?(?:أياديكم\\s+البيضاء|رمز\\s+العطاء|تاج\\s+رؤوسنا|صاحب\\s+القلب\\s+الكبير|نبراس\\s+\\p{L}+|منارة\\s+\\p{L}+|قدوة\\s+(?:العطاء|البذل)|أدامكم\\s+الله\\s+ذخر\\p{L}*|أبقاكم\\s+الله\\s+ذخر\\p{L}*|لا\\s+يشق\\s+له\\s+غبار)${NOT_LETTER}`,
      'gu',
    ),
    fix: 'remove',
  },
  {
    pattern: new RegExp(`${BEFORE}(?:المبجل|المبجلة|الأجل|الأكرم|فخر\\s+الوطن)${NOT_LETTER}`, 'gu'),
    fix: 'remove',
  },
];

const PLAIN_TITLE: readonly (readonly [RegExp, string])[] = [
  [/السمو/u, 'سموكم'],
  [/معالي/u, 'معاليكم'],
  [/فضيلة/u, 'فضيلتكم'],
];
const plainTitle = (recipient: Recipient): string =>
  PLAIN_TITLE.find(([pattern]) => pattern.test(recipient.honorific))?.[1] ?? 'سعادتكم';

/** Praise of an official addressee. A private person may be thanked as warmly as one likes. */
export function praise(recipient: Recipient, text: string): StyleWarning[] {
  if (!isOfficial(recipient)) return [];
  const taken: [number, number][] = [];
  return PRAISE.flatMap(({ pattern, fix }) =>
    [...text.matchAll(pattern)].flatMap((match): StyleWarning[] => {
      const start = match.index;
      const end = start + match[0].length;
      if (taken.some(([from, to]) => start < to && end > from)) return [];
      taken.push([start, end]);
      return [
        {
          kind: 'praise',
          start,
          text: match[0],
          value: plainTitle(recipient),
          other: '',
          fixes: fix === null ? [] : [fixOf(fix, text, match, recipient)],
        },
      ];
    }),
  );
}

function fixOf(
  fix: 'plainTitle' | 'remove',
  text: string,
  match: RegExpExecArray | RegExpMatchArray,
  recipient: Recipient,
): StyleFix {
  const start = match.index ?? 0;
  const [whole] = match;
  if (fix === 'remove') {
    // With the space before it, so that no double space is left.
    const spaced = text[start - 1] === ' ' ? start - 1 : start;
    const removed = text.slice(spaced, start + whole.length);
    return { name: 'remove', value: whole, changes: [{ start: spaced, text: removed, to: '' }] };
  }
  const address = match[1] ?? whole;
  const flatters = /(?:مقام|جناب|حضرت|عتب|عطوفت)/u.test(address);
  const prefix = /^[ولبف]{1,2}(?=مقام|جناب|حضرت|عتب|عطوفت)/u.exec(address)?.[0] ?? '';
  const value = flatters ? prefix + plainTitle(recipient) : address;
  return { name: 'plainTitle', value, changes: [{ start, text: whole, to: value }] };
}

/** Words that open another matter, as precise as they are few: a false alarm teaches to read past warnings. */
const OTHER_MATTER = [
  new RegExp(
    `${BEFORE}[وفبل]?(?:في|بشأن|بخصوص|حول|عن|على)\\s+(?:موضوع|أمر|شأن|سياق|صعيد)\\s+(?:آخر|ثان|ثانٍ|مختلف|منفصل)${NOT_LETTER}`,
    'gu',
  ),
  new RegExp(`${BEFORE}[وف]?(?:أما|في|بشأن)?\\s*الموضوع\\s+(?:الثاني|الآخر)${NOT_LETTER}`, 'gu'),
  new RegExp(`${BEFORE}و?من\\s+(?:جهة|ناحية)\\s+أخرى،?\\s+(?:نأمل|نطلب|نرغب|نرجو|نفيد)`, 'gu'),
] as const;
const ABOUT = '(?:بخصوص|بشأن|فيما\\s+يتعلق|فيما\\s+يخص|موضوع|طلب)';
const FIRST = new RegExp(`${BEFORE}أول[ًا]{1,2}\\s*[:،-]\\s*${ABOUT}`, 'u');
const SECOND = new RegExp(`${BEFORE}(?:و)?ثاني[ًا]{1,2}\\s*[:،-]\\s*${ABOUT}`, 'u');
/** A subject of two acts: «طلب تحويل مبلغ وطلب كشف حساب». */
const TWO_ACTS =
  /^(?:طلب|دعوة|اعتذار|استفسار|شكوى|إفادة|ترشيح)\s.+\sو(?:طلب|دعوة|اعتذار|استفسار|شكوى|إفادة|ترشيح)\s+\p{L}/u;

/** One subject a letter: what says that there are two. */
export function severalSubjects(subject: string, text: string): StyleWarning[] {
  const none = { value: '', other: '', fixes: [] } as const;
  const found = OTHER_MATTER.flatMap((pattern) =>
    [...text.matchAll(pattern)].map((match): StyleWarning => ({
      ...none,
      kind: 'subjects',
      start: match.index,
      text: match[0].trim(),
    })),
  );
  const second = FIRST.test(text) ? SECOND.exec(text) : null;
  return [
    ...(TWO_ACTS.test(subject) ? [{ ...none, kind: 'subjectLine' as const, start: -1, text: subject }] : []),
    ...found,
    ...(second === null
      ? []
      : [{ ...none, kind: 'subjects' as const, start: second.index, text: second[0] }]),
  ];
}
