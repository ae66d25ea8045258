import { stripInvisible, toAsciiDigits } from '#shared/arabic/digits.ts';
import { legacyKey } from '#shared/parties/legacy-number.ts';
import { parseYearNumber, yearNumber } from '../registers/register-counter.ts';
import type { Reader } from '../transaction.ts';
import type { FoundParty } from './found-party.ts';
import { range } from './name-match.ts';
import { HEAD, STANDS } from './name-search.ts';
import { raw } from './search-statements.ts';

/**
 * People by anything that has digits in it: identity, any way to reach them, file, paper file, a member's identity, a
 * request or a letter of theirs. Every question is a range of an index.
 */
type Range = { from: string; to: string; cap: number };
interface Text {
  id: number;
  text: string;
}
const RANGE = ['from', 'to', 'cap'] as const;

const byIdNumber = raw<Range, { id: number }>(
  `SELECT id FROM party WHERE id_number >= ? AND id_number < ? ORDER BY id_number LIMIT ?`,
  RANGE,
);
const byContact = raw<Range, Text>(
  `SELECT party_id AS id, value AS text FROM contact_point WHERE value >= ? AND value < ? ORDER BY value LIMIT ?`,
  RANGE,
);
const byMemberId = raw<Range, { id: number | null; text: string }>(
  `SELECT ${HEAD} AS id, m.name AS text FROM household_member m
   WHERE m.id_number >= ? AND m.id_number < ? AND ${STANDS} ORDER BY m.id_number LIMIT ?`,
  RANGE,
);
const byLegacy = raw<Range, Text>(
  `SELECT party_id AS id, number AS text FROM party_legacy_number WHERE key >= ? AND key < ? ORDER BY key LIMIT ?`,
  RANGE,
);
const byFile = raw<{ year: number; number: number }, { id: number }>(
  'SELECT id FROM party WHERE file_year = ? AND file_number = ?',
  ['year', 'number'],
);
const byFileOfAnyYear = raw<{ number: number; cap: number }, { id: number }>(
  `SELECT p.id FROM register_counter c JOIN party p ON p.file_year = c.hijri_year AND p.file_number = ?
   WHERE c.register = 'files' ORDER BY c.hijri_year DESC LIMIT ?`,
  ['number', 'cap'],
);
const byRequest = raw<{ year: number; number: number }, { id: number }>(
  'SELECT party_id AS id FROM support_request WHERE number_year = ? AND number = ?',
  ['year', 'number'],
);
const byLetter = raw<{ reference: string }, Text>(
  `SELECT party_id AS id, reference_number AS text FROM letter
   WHERE register = 'outgoing' AND reference_number = ? AND number IS NOT NULL AND party_id IS NOT NULL`,
  ['reference'],
);

/** Whom a text with digits in it means, best first; null when it can be no number at all. */
export function searchNumbers(reader: Reader, text: string, limit: number): FoundParty[] | null {
  const typed = toAsciiDigits(stripInvisible(text)).replace(/\s+/gu, ' ').trim();
  if (typed.includes('@')) return contacts(reader, typed.toLowerCase(), limit);
  // «ملف 12», «رقم 1448-92»: what is said before a number.
  const number = typed.replace(/^(?:(?:ال)?(?:ملف|رقم|هوية|جوال|طلب|خطاب|معاملة)\s*:?\s*)+(?=\S*\d)/u, '');
  if (!/\d/u.test(number)) return null;
  const digits = number.replace(/[\s\-()]/gu, '');
  if (/^\+?\d+$/u.test(digits)) {
    const dated = parseYearNumber(number);
    return [...(dated === null ? [] : numbered(reader, dated)), ...bare(reader, number, digits, limit)];
  }
  const dated = parseYearNumber(number);
  return [
    ...(dated === null ? [] : numbered(reader, dated)),
    ...(/^[A-Za-z]{1,3}\d+$/u.test(digits)
      ? reader.all(byIdNumber, range(digits.toUpperCase(), limit)).map(direct)
      : []),
    ...reader
      .all(byLetter, { reference: number.replace(/\s/gu, '') })
      .map(({ id, text: reference }): FoundParty => ({ id, via: { kind: 'letter', text: reference } })),
    ...legacy(reader, number, limit),
    // An address that begins with letters and has digits further on.
    ...(/^[a-z][\w.+-]*$/iu.test(number) ? contacts(reader, number.toLowerCase(), limit) : []),
  ];
}

/** `1448-92`: a file, and a request. */
const numbered = (reader: Reader, dated: { year: number; number: number }): FoundParty[] => [
  ...reader.all(byFile, dated).map(direct),
  ...reader.all(byRequest, dated).map(({ id }): FoundParty => ({
    id,
    via: { kind: 'request', text: yearNumber(dated.year, dated.number) },
  })),
];

/** Digits alone. Rank: identity, then any way to reach somebody, then files, then the household. */
function bare(reader: Reader, number: string, digits: string, limit: number): FoundParty[] {
  const international = /^(?:\+|00)(\d+)$/u.exec(digits)?.[1];
  const plain = digits.replace('+', '');
  const values =
    international !== undefined
      ? [`+${international}`]
      : [
          ...(/^966\d*$/u.test(plain) ? [`+${plain}`] : []),
          ...(/^0[1-9]\d*$/u.test(plain) ? [`+966${plain.slice(1)}`] : []),
          ...(/^5\d*$/u.test(plain) ? [`+966${plain}`] : []),
        ];
  const found: FoundParty[] =
    international === undefined ? reader.all(byIdNumber, range(plain, limit)).map(direct) : [];
  for (const value of values) found.push(...contacts(reader, value, limit));
  if (/^\d{1,7}$/u.test(plain))
    found.push(...reader.all(byFileOfAnyYear, { number: Number(plain), cap: limit }).map(direct));
  found.push(...legacy(reader, number, limit));
  if (found.length < limit && international === undefined && plain.length > 2)
    for (const { id, text } of reader.all(byMemberId, range(plain, limit)))
      if (id !== null) found.push({ id, via: { kind: 'member', text } });
  return found;
}

const direct = ({ id }: { readonly id: number }): FoundParty => ({ id, via: null });

const contacts = (reader: Reader, value: string, limit: number): FoundParty[] =>
  reader
    .all(byContact, range(value, limit))
    .map(({ id, text }): FoundParty => ({ id, via: { kind: 'contact', text } }));

function legacy(reader: Reader, number: string, limit: number): FoundParty[] {
  const key = legacyKey(number);
  if (key === '') return [];
  return reader
    .all(byLegacy, range(key, limit))
    .map(({ id, text }): FoundParty => ({ id, via: { kind: 'legacy', text } }));
}
