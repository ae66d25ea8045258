import { searchKey } from '../arabic/search-key.ts';
import { toAsciiDigits } from '../arabic/digits.ts';
import type { CalendarName } from '../calendar/dual-date.ts';
import { formatBirth, parseBirth } from '../parties/birth-date.ts';
import type { ContactPointInput, ContactPointKind } from '../parties/contact-point.ts';
import type { PartyRecordInput } from '../parties/party-record.ts';
import { type ImportField, NAME_PARTS } from './fields.ts';
import { daySerial } from './grid.ts';
import { nationOfWord, sexOfWord, socialStatusOfWord } from './import-words.ts';
import type { Collector, JudgedColumn, JudgeRules, RowExtras } from './judge-row.ts';

export interface RowReading {
  readonly input: PartyRecordInput;
  /** Which column each path of the record was read from: `contactPoints.0` → 5. */
  readonly places: ReadonlyMap<string, number>;
  /** The right date, where one was typed in the calendar that the column is not in. */
  readonly birthOffer: string | null;
  readonly iban: { readonly text: string; readonly column: number } | null;
  readonly extras: Omit<RowExtras, 'iban'>;
}

/** The cells of a row as a record to be judged: repaired where a column allows it, nothing dropped without a word. */
export function readRecord(rules: JudgeRules, row: Collector): RowReading {
  const places = new Map<string, number>();
  const first = (field: ImportField, read: (column: JudgedColumn) => string = row.textOf): string => {
    const [column] = row.of(field);
    if (column === undefined) return '';
    places.set(field, column.index);
    return read(column);
  };
  const notes: string[] = [];
  /** A word of a list that is not in it: told, and kept in the note. */
  const unknown = (column: JudgedColumn, code: string, text: string): void => {
    row.problem(column.index, code, 'warning', { text });
    notes.push(`${column.heading}: ${text}`);
  };
  const word = <T>(field: ImportField, find: (text: string) => T | null, code: string): T | null => {
    const [column] = row.of(field);
    const text = column === undefined ? '' : row.textOf(column);
    if (column === undefined || text === '') return null;
    const found = find(text);
    if (found === null) unknown(column, code, text);
    return found;
  };

  const name = readName(row, places);
  const identity = readIdentity(rules, row, places, first);
  const birth = readBirth(row, places);
  const sex = word('sex', sexOfWord, 'importCell.sex');
  const nationality = word('nationality', nationOfWord, 'importCell.nationality') ?? '';
  const categoryId = word(
    'category',
    (text) => rules.categories.get(searchKey(text)) ?? null,
    'importCell.category',
  );
  const socialStatus = word('socialStatus', socialStatusOfWord, 'importCell.socialStatus');
  const ibanText = first('iban', row.digitsOf);
  for (const column of row.of('note')) notes.push(row.textOf(column));
  for (const column of row.of('labelledNote')) {
    const text = row.textOf(column);
    if (text !== '') notes.push(`${column.heading}: ${text}`);
  }
  for (const column of row.of('note')) places.set('note', column.index);
  return {
    input: {
      kind: 'person',
      name,
      ...identity,
      latinName: first('latinName'),
      aliases: listed(row, 'alias', places, 'aliases', row.textOf),
      nationality,
      birth: birth.input,
      sex,
      contactPoints: readContacts(row, places),
      village: first('village'),
      district: first('district'),
      shortAddress: first('shortAddress').toUpperCase(),
      directions: first('directions'),
      legacyNumbers: listed(row, 'legacyNumber', places, 'legacyNumbers', row.digitsOf),
      roles: [...rules.roles],
      note: notes.filter((text) => text !== '').join('\n'),
    },
    places,
    birthOffer: birth.offer,
    iban: ibanText === '' ? null : { text: ibanText, column: places.get('iban') ?? 0 },
    extras: { socialStatus, categoryId },
  };
}

/** The whole name, or its four parts joined. A part that is missing is told: two people may then look like one. */
function readName(row: Collector, places: Map<string, number>): string {
  const [whole] = row.of('name');
  if (whole !== undefined) {
    places.set('name', whole.index);
    const text = row.textOf(whole);
    if (text !== '') return text;
  }
  const columns = NAME_PARTS.flatMap((field) => row.of(field).slice(0, 1));
  if (columns[0] !== undefined && whole === undefined) places.set('name', columns[0].index);
  const parts = columns.map(row.textOf);
  const gap = columns[parts.indexOf('')];
  if (gap !== undefined && parts.some((part) => part !== ''))
    row.problem(gap.index, 'importCell.namePart', 'warning');
  return parts.filter((part) => part !== '').join(' ');
}

function readIdentity(
  rules: JudgeRules,
  row: Collector,
  places: Map<string, number>,
  first: (field: ImportField, read?: (column: JudgedColumn) => string) => string,
): Pick<PartyRecordInput, 'idKind' | 'idNumber' | 'noIdReason'> {
  const [column] = row.of('idNumber');
  const typed = first('idNumber', row.digitsOf);
  const compact = toAsciiDigits(typed).replace(/[\s\p{Pd}_.]+/gu, '');
  if (column !== undefined && compact !== toAsciiDigits(typed)) {
    if (!row.fixed(column, 'spaces')) return { idKind: 'nationalId', idNumber: typed };
  }
  if (compact !== '') {
    const idKind = /[A-Za-z]/u.test(compact)
      ? 'passport'
      : /^[3-9]\d{9}$/u.test(compact)
        ? 'borderNumber'
        : 'nationalId';
    return { idKind, idNumber: compact };
  }
  const given = first('noIdReason');
  // A number that Excel has spoilt is an error already; an empty cell is a person without one.
  const spoilt = row.problems.some((one) => one.column === column?.index && one.severity === 'error');
  if (given === '' && !spoilt) row.problem(column?.index ?? null, 'importCell.noId', 'warning');
  places.delete('idNumber');
  return { idKind: 'none', noIdReason: given === '' ? rules.noIdReason : given };
}

const CALENDAR_OF: Readonly<Record<'birth' | 'birthHijri' | 'birthGregorian', CalendarName | null>> = {
  birth: null,
  birthHijri: 'hijri',
  birthGregorian: 'gregorian',
};

/** The date as printed. Two columns of it: the Hijri one is the document's, the other has to agree. */
function readBirth(
  row: Collector,
  places: Map<string, number>,
): { input: PartyRecordInput['birth']; offer: string | null } {
  const found = (['birthHijri', 'birth', 'birthGregorian'] as const).flatMap((field) =>
    row.of(field).flatMap((column) => {
      const text = birthText(row, column);
      // What Excel keeps as a date is Gregorian, however it is shown.
      const real = row.valueOf(column) instanceof Date || typeof row.valueOf(column) === 'number';
      const calendar = column.byYear || real ? null : CALENDAR_OF[field];
      return text === '' ? [] : [{ column, text, calendar }];
    }),
  );
  const [taken, other] = found;
  if (taken === undefined) return { input: null, offer: null };
  places.set('birth', taken.column.index);
  const parsed = parseBirth(taken.text, taken.calendar);
  if (other !== undefined && parsed.ok) {
    const beside = parseBirth(other.text, other.calendar);
    if (!beside.ok) row.problem(other.column.index, `birth.${beside.code}`, 'warning');
    else if (beside.value.day !== null && parsed.value.day !== null && beside.value.day !== parsed.value.day)
      row.problem(other.column.index, 'importCell.birthsDiffer', 'warning');
  }
  const right = parsed.ok ? null : parsed.offer;
  return {
    input: { printed: taken.text, calendar: taken.calendar },
    offer: right === null ? null : formatBirth({ ...right, day: null }),
  };
}

/** The text of a date's cell; a bare number of days, as Excel keeps a date without its format, becomes the day it is. */
function birthText(row: Collector, column: JudgedColumn): string {
  const value = row.valueOf(column);
  if (value instanceof Date) return value.toISOString().slice(0, 10);
  const text = row.textOf(column);
  const serial = /^\d{4,5}$/u.test(text) && Number(text) > 2100 ? daySerial(Number(text)) : null;
  return serial !== null && row.fixed(column, 'serialDate') ? serial : text;
}

const CONTACT_FIELDS: readonly (readonly [ImportField, ContactPointKind])[] = [
  ['mobile', 'mobile'],
  ['foreignMobile', 'foreignMobile'],
  ['whatsapp', 'whatsapp'],
  ['landline', 'landline'],
  ['email', 'email'],
];

function readContacts(row: Collector, places: Map<string, number>): ContactPointInput[] {
  const points: ContactPointInput[] = [];
  for (const [field, kind] of CONTACT_FIELDS)
    for (const column of row.of(field)) {
      const text = row.digitsOf(column);
      if (text === '') continue;
      for (const value of field === 'email' ? [text] : severalNumbers(row, column, text)) {
        const whole = field === 'mobile' || field === 'whatsapp' ? withZero(row, column, value) : value;
        if (points.some((point) => point.kind === kind && point.value === whole)) continue;
        places.set(`contactPoints.${points.length}`, column.index);
        points.push({ kind, value: whole });
      }
    }
  return points;
}

/** «0508072675 / 0551234567»: two numbers in one cell. */
function severalNumbers(row: Collector, column: JudgedColumn, text: string): string[] {
  const numbers = text.split(/\s*[/\\,،;؛|\n]\s*|\s+(?=(?:0|\+|00)5?\d{8,})/u).filter((part) => part !== '');
  return numbers.length > 1 && row.fixed(column, 'severalNumbers') ? numbers : [text];
}

/** A mobile that was kept as a number has lost its zero: 508072675. */
const withZero = (row: Collector, column: JudgedColumn, text: string): string =>
  /^5\d{8}$/u.test(toAsciiDigits(text)) && row.fixed(column, 'leadingZero') ? `0${text}` : text;

function listed(
  row: Collector,
  field: ImportField,
  places: Map<string, number>,
  path: string,
  read: (column: JudgedColumn) => string,
): string[] {
  return row.of(field).flatMap((column) => {
    places.set(path, column.index);
    const text = read(column);
    return text === '' ? [] : [text];
  });
}
