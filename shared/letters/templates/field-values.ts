import { assertNever } from '../../assert.ts';
import { AppError } from '../../app-error.ts';
import { counted } from '../../arabic/counted.ts';
import { COUNTED_NOUNS } from '../../arabic/counted-nouns.ts';
import { digitsIn, stripInvisible, toAsciiDigits, type DigitSystem } from '../../arabic/digits.ts';
import { amountInWords, formatAmount, parseAmount } from '../../arabic/number-words.ts';
import { dualDate, weekdayName } from '../../calendar/dual-date.ts';
import { formatIban, parseIban } from '../../identifiers/iban.ts';
import { clause, CLAUSE_IDS, type ClauseId } from '../../policy/clauses.ts';
import { dualDateText, gregorianDateText, hijriDateText } from '../dual-date-text.ts';
import { honorificFor } from '../honorifics.ts';
import { MERGE_FIELDS, type AskedFieldId, type FieldId } from './merge-fields.ts';

/** What a template is filled from. Stored forms all: ASCII digits, ISO days, E.164; the fields dress them. */
export interface MergeData {
  /** ISO day in Riyadh. */
  readonly today: string;
  /** The digits of the paper; a telephone and an IBAN stay Latin (domain-facts). */
  readonly digits: DigitSystem;
  readonly organisation: {
    readonly name: string;
    readonly licence: string;
    readonly iban: string;
    readonly phone: string;
    readonly email: string;
  };
  readonly person: MergePerson | null;
  readonly request: MergeRequest | null;
  /** Values as typed: an amount, an ISO day, a clause's id, things one a line. Absent or empty: not given. */
  readonly asked: Readonly<Partial<Record<AskedFieldId, string>>>;
}
export interface MergePerson {
  readonly name: string;
  readonly sex: 'male' | 'female' | null;
  readonly kind: 'person' | 'organisation';
  readonly idNumber: string;
  readonly mobile: string;
  readonly village: string;
  readonly fileNumber: string | null;
}
export interface MergeRequest {
  readonly number: string | null;
  readonly service: string;
  readonly need: string;
  /** ISO day on which it was opened. */
  readonly openedOn: string;
}

const NBSP = '\u00A0';
const RLM = '\u200F';
const LRM = '\u200E';
/** What runs left to right whatever stands around it: a telephone, an IBAN, a file number. */
const ltr = (text: string): string => `\u2066${text}\u2069`;

/** `127/ص/1448` with marks around its slashes: the first group next to the label in either digit system. */
const referenceText = (reference: string, digits: DigitSystem): string =>
  digitsIn(
    digits,
    reference
      .split('/')
      .map((group) => group.trim())
      .join(`${RLM}/${RLM}`),
  );

/** Both calendars without the weekday: «… وتاريخ ١٢ / ٠٦ / ١٤٤٨ هـ الموافق ٢٢ / ١١ / ٢٠٢٦ م». */
const dayText = (iso: string, digits: DigitSystem): string =>
  `${hijriDateText(iso, digits)} الموافق ${gregorianDateText(iso, digits)}`;

const orNull = (text: string | null | undefined): string | null =>
  text === undefined || text === null || text.trim() === '' ? null : text.trim();

type Merge = (data: MergeData) => string | null;
const numbered = (text: string | null | undefined, digits: DigitSystem): string | null => {
  const found = orNull(text);
  return found === null ? null : digitsIn(digits, found);
};
/**
 * Digits in groups that must not turn round in Arabic: `1448-0317`. Being isolated is not enough for Arabic-Indic digits:
 * a hyphen between two of their groups is read as Arabic itself (N1), so each hyphen stands between marks.
 */
const apart = (text: string | null | undefined, digits: DigitSystem): string | null => {
  const found = numbered(text, digits);
  return found === null ? null : ltr(found.replaceAll('-', `${LRM}-${LRM}`));
};

/** Fields that the desk fills from what it knows. */
const ON_RECORD: Readonly<Record<Exclude<FieldId, AskedFieldId>, Merge>> = {
  personName: ({ person }) => orNull(person?.name),
  personHonorific: ({ person }) => (person === null ? null : honorificFor(person).honorific),
  personId: ({ person, digits }) => numbered(person?.idNumber, digits),
  personMobile: ({ person }) => phoneText(person?.mobile),
  personVillage: ({ person }) => orNull(person?.village),
  personFile: ({ person, digits }) => apart(person?.fileNumber, digits),
  requestNumber: ({ request, digits }) => apart(request?.number, digits),
  requestService: ({ request }) => orNull(request?.service),
  requestNeed: ({ request }) => orNull(request?.need),
  requestDate: ({ request, digits }) => (request === null ? null : dayText(request.openedOn, digits)),
  today: ({ today, digits }) => dualDateText(today, digits),
  todayHijri: ({ today, digits }) => hijriDateText(today, digits),
  todayGregorian: ({ today, digits }) => gregorianDateText(today, digits),
  todayWeekday: ({ today }) => weekdayName(dualDate(today).weekday),
  hijriYear: ({ today, digits }) => `${digitsIn(digits, dualDate(today).hijri.year)}${NBSP}هـ`,
  officeName: ({ organisation }) => orNull(organisation.name),
  officeLicence: ({ organisation, digits }) => numbered(organisation.licence, digits),
  officeIban: ({ organisation }) => ibanText(organisation.iban),
  officePhone: ({ organisation }) => phoneText(organisation.phone),
  officeEmail: ({ organisation }) => {
    const email = orNull(organisation.email);
    return email === null ? null : ltr(email);
  },
  amountWords: ({ asked }) => amountWordsOf(asked.amount),
};
const isAsked = (id: FieldId): id is AskedFieldId => !(id in ON_RECORD);

/**
 * The value of a field as it stands in a letter: a text, things of a list, or null when there is none (not given, or not
 * what its type asks for: see `askedProblem`).
 */
export const fieldValue = (id: FieldId, data: MergeData): string | readonly string[] | null =>
  isAsked(id) ? askedValue(id, data.asked[id] ?? '', data.digits) : ON_RECORD[id](data);

function phoneText(phone: string | undefined): string | null {
  const found = orNull(phone);
  return found === null ? null : ltr(toAsciiDigits(found).replace(/^\+966(?=5)/, '0'));
}

function ibanText(iban: string): string | null {
  const parsed = parseIban(iban);
  return parsed.ok ? ltr(formatIban(parsed.value).replaceAll(' ', NBSP)) : null;
}

function amountWordsOf(typed: string | undefined): string | null {
  const halalas = parseAmount(typed ?? '');
  return halalas === undefined || halalas === 0 ? null : amountInWords(halalas);
}

const isClauseId = (id: string): id is ClauseId => (CLAUSE_IDS as readonly string[]).includes(id);

/** A typed value as the letter words it; null when it is empty or not what the field's type asks for. */
export function askedValue(
  id: AskedFieldId,
  typed: string,
  digits: DigitSystem,
): string | readonly string[] | null {
  const text = typed.trim();
  if (text === '') return null;
  const { type } = MERGE_FIELDS[id];
  switch (type) {
    case 'text':
    case 'long':
      return text;
    case 'amount': {
      const halalas = parseAmount(text);
      return halalas === undefined || halalas === 0 ? null : formatAmount(halalas, digits);
    }
    case 'date':
      return isDay(text) ? dualDateText(text, digits) : null;
    case 'day':
      return isDay(text) ? dayText(text, digits) : null;
    case 'iban':
      return ibanText(text);
    case 'clause':
      return isClauseId(text) ? clause(text).text : null;
    case 'lines': {
      const lines = linesOf(text);
      return lines.length === 0 ? null : lines;
    }
    case 'reference':
      return referenceText(toAsciiDigits(stripInvisible(text)), digits);
    case 'hours': {
      const hours = wholeNumber(text);
      // «بمجموع ساعتين»: it stands behind a preposition.
      return hours === null
        ? null
        : counted(hours, COUNTED_NOUNS.hour, { digits, grammaticalCase: 'oblique' });
    }
    default:
      return assertNever(type);
  }
}

/** Things typed one a line; a dash or a number that a person puts before them is not theirs. */
const linesOf = (text: string): string[] =>
  text
    .split('\n')
    .map((line) => line.replace(/^\s*(?:[-–•*]|[0-9٠-٩]{1,2}[-.)])\s+/u, '').trim())
    .filter((line) => line !== '');

function wholeNumber(text: string): number | null {
  const plain = toAsciiDigits(stripInvisible(text));
  return /^[1-9]\d{0,5}$/.test(plain) ? Number(plain) : null;
}

function isDay(iso: string): boolean {
  try {
    dualDate(iso);
    return true;
  } catch (error) {
    if (error instanceof AppError) return false;
    throw error;
  }
}

/** Why a typed value cannot be taken; null when it can, or when nothing was typed. */
export type AskedProblem = 'amount' | 'date' | 'iban' | 'clause' | 'hours';
export function askedProblem(id: AskedFieldId, typed: string): AskedProblem | null {
  if (typed.trim() === '' || askedValue(id, typed, 'latin') !== null) return null;
  const { type } = MERGE_FIELDS[id];
  if (type === 'day') return 'date';
  return type === 'amount' || type === 'date' || type === 'iban' || type === 'clause' || type === 'hours'
    ? type
    : null;
}
