import type {
  DayClosing,
  LetterRegister,
  RegisterBook,
  RegisterDay,
  RegisterSummary,
} from '#shared/registers/register.ts';
import { LETTER_REGISTERS } from '#shared/registers/register.ts';
import { hijriFromGregorian } from '#shared/calendar/hijri.ts';
import { sql } from 'kysely';
import { queries, statement } from '../statement.ts';
import type { Reader } from '../transaction.ts';
import { listPaperRanges } from './paper-ranges.ts';
import { chainGenesis, findCounter, listCounters, type RegisterCounter } from './register-counter.ts';
import { type ChainedLine, listRegisterLines } from './register-lines.ts';

/**
 * The book of a register and Hijri year, with its closing certificate; undefined for a year that no number was given in
 * and that was never opened.
 */
export function readRegisterBook(
  reader: Reader,
  register: LetterRegister,
  hijriYear: number,
): RegisterBook | undefined {
  const counter = findCounter(reader, register, hijriYear);
  if (counter === undefined) return undefined;
  const lines = listRegisterLines(reader, register, hijriYear).map(({ line }) => line);
  return {
    summary: summaryOf(counter, lines),
    lines,
    ranges: listPaperRanges(reader).filter(
      (range) => range.register === register && range.hijriYear === hijriYear,
    ),
  };
}

function summaryOf(counter: RegisterCounter, lines: RegisterBook['lines']): RegisterSummary {
  const count = (wanted: (line: RegisterBook['lines'][number]) => boolean): number =>
    lines.filter(wanted).length;
  const numbers = new Set(lines.map((line) => line.number));
  let missing = 0;
  for (let number = counter.opening + 1; number <= counter.last; number += 1)
    if (!numbers.has(number)) missing += 1;
  return {
    register: counter.register as LetterRegister,
    hijriYear: counter.hijriYear,
    opening: counter.opening,
    first: counter.last > counter.opening ? counter.opening + 1 : null,
    last: counter.last,
    valid: count((line) => line.state === 'valid'),
    voided: count((line) => line.state === 'voided'),
    fromPaper: count((line) => line.state === 'valid' && line.origin === 'paper'),
    reserved: count((line) => line.state === 'reserved'),
    missing,
    chainHead: counter.chainHead,
  };
}

/** Numbered letters are the outgoing register's; without that column the index `letter_register` answers alone. */
const tally = statement()(() =>
  queries
    .selectFrom('letter')
    .select((eb) => ['hijri_year', 'state', 'origin', eb.fn.countAll<number>().as('n')])
    .where('number', 'is not', null)
    .groupBy(['hijri_year', 'state', 'origin']),
);
const tallyIncoming = statement()(() =>
  queries
    .selectFrom('incoming_letter')
    .select((eb) => ['register', 'hijri_year', 'state', 'origin', eb.fn.countAll<number>().as('n')])
    .groupBy(['register', 'hijri_year', 'state', 'origin']),
);
const tallyReserved = statement()(() =>
  queries
    .selectFrom('reserved_number')
    .select((eb) => ['register', 'hijri_year', 'state', eb.fn.countAll<number>().as('n')])
    .where('state', '<>', 'entered')
    .groupBy(['register', 'hijri_year', 'state']),
);

/** Both letter registers in every year that was opened, latest year first. */
export function listRegisterSummaries(reader: Reader): RegisterSummary[] {
  const counts = new Map<string, { valid: number; voided: number; fromPaper: number; reserved: number }>();
  const at = (register: string | null, year: number | null) => {
    const key = `${register} ${year}`;
    const found = counts.get(key) ?? { valid: 0, voided: 0, fromPaper: 0, reserved: 0 };
    counts.set(key, found);
    return found;
  };
  const outgoing = reader.all(tally, {}).map((row) => ({ ...row, register: 'outgoing' }));
  for (const row of [...outgoing, ...reader.all(tallyIncoming, {})]) {
    const count = at(row.register, row.hijri_year);
    if (row.state === 'voided') count.voided += row.n;
    else {
      count.valid += row.n;
      if (row.origin === 'paper') count.fromPaper += row.n;
    }
  }
  for (const row of reader.all(tallyReserved, {})) {
    const count = at(row.register, row.hijri_year);
    if (row.state === 'voided') count.voided += row.n;
    else count.reserved += row.n;
  }
  return listCounters(reader)
    .filter((counter) => isLetterRegister(counter.register))
    .map((counter) => {
      const count = at(counter.register, counter.hijriYear);
      return {
        register: counter.register as LetterRegister,
        hijriYear: counter.hijriYear,
        opening: counter.opening,
        first: counter.last > counter.opening ? counter.opening + 1 : null,
        last: counter.last,
        ...count,
        missing: Math.max(0, counter.last - counter.opening - count.valid - count.voided - count.reserved),
        chainHead: counter.chainHead,
      };
    })
    .toSorted(
      (one, other) =>
        other.hijriYear - one.hijriYear ||
        LETTER_REGISTERS.indexOf(one.register) - LETTER_REGISTERS.indexOf(other.register),
    );
}

const isLetterRegister = (register: string): register is LetterRegister =>
  (LETTER_REGISTERS as readonly string[]).includes(register);

const voidedLetters = statement<{ from: number; to: number }>()((param) =>
  queries
    .selectFrom('letter')
    .select(['hijri_year', 'number'])
    .where('state', '=', 'voided')
    .where('voided_at_ms', '>=', param('from'))
    .where('voided_at_ms', '<', param('to')),
);
const voidedIncoming = statement<{ from: number; to: number }>()((param) =>
  queries
    .selectFrom('incoming_letter')
    .select(['hijri_year', 'number'])
    .where('state', '=', 'voided')
    .where('voided_at_ms', '>=', param('from'))
    .where('voided_at_ms', '<', param('to')),
);
const voidedReserved = statement<{ register: string; from: number; to: number }>()((param) =>
  queries
    .selectFrom('reserved_number')
    .select(['hijri_year', 'number'])
    .where('register', '=', param('register'))
    .where('state', '=', 'voided')
    .where('settled_at_ms', '>=', param('from'))
    .where('settled_at_ms', '<', param('to')),
);
/** `+state`: the index of states would look every issued letter up; `letter_register` holds all that is asked. */
const waitingFor = (column: 'signed_at_ms' | 'delivered_at_ms') =>
  statement()(() =>
    queries
      .selectFrom('letter')
      .select((eb) => eb.fn.countAll<number>().as('n'))
      .where('number', 'is not', null)
      .where(sql`+state`, '=', 'issued')
      .where(column, 'is', null),
  );
const unsigned = waitingFor('signed_at_ms');
const undelivered = waitingFor('delivered_at_ms');

/** «لم يُوقَّع» and «لم يُسلَّم»: issued letters that wait for a signature, for delivery. */
export const countWaiting = (reader: Reader): { unsigned: number; undelivered: number } => ({
  unsigned: reader.get(unsigned, {})?.n ?? 0,
  undelivered: reader.get(undelivered, {})?.n ?? 0,
});

const DAY_MS = 86_400_000;
/** 00:00 of an ISO day in Riyadh (UTC+3 all year), epoch ms. */
const startOfDay = (day: string): number => Date.parse(`${day}T00:00:00+03:00`);

/** What happened in both letter registers on a day (ISO, Asia/Riyadh), in each year that it touched. */
export function readDayClosing(reader: Reader, day: string): DayClosing {
  const registers: RegisterDay[] = [];
  for (const counter of listCounters(reader)) {
    if (!isLetterRegister(counter.register)) continue;
    const found = dayOf(reader, counter, counter.register, day);
    if (found !== undefined) registers.push(found);
  }
  registers.sort(
    (one, other) =>
      LETTER_REGISTERS.indexOf(one.register) - LETTER_REGISTERS.indexOf(other.register) ||
      one.hijriYear - other.hijriYear,
  );
  return { day, registers, ...countWaiting(reader) };
}

function dayOf(
  reader: Reader,
  counter: RegisterCounter,
  register: LetterRegister,
  day: string,
): RegisterDay | undefined {
  const { hijriYear, opening } = counter;
  const span = { from: startOfDay(day), to: startOfDay(day) + DAY_MS };
  const voidedNumbers = new Set(
    [
      ...reader.all(register === 'outgoing' ? voidedLetters : voidedIncoming, span),
      ...reader.all(voidedReserved, { register, ...span }),
    ].flatMap((row) => (row.hijri_year === hijriYear ? [row.number] : [])),
  );
  // The desk gives a number in the year of its day: another year's register is read only when one of its numbers was
  // voided on this day.
  if (hijriYear !== hijriFromGregorian(day).year && voidedNumbers.size === 0) return undefined;
  const all = listRegisterLines(reader, register, hijriYear);
  const givenOn = new Map<number, string>();
  const ranges = listPaperRanges(reader).filter(
    (range) => range.register === register && range.hijriYear === hijriYear,
  );
  // A letter written by hand bears its own day, but its number was given on the day of the reservation.
  for (const range of ranges)
    for (let number = range.first; number <= range.last; number += 1) givenOn.set(number, range.day);
  const dayGiven = ({ line }: ChainedLine): string => givenOn.get(line.number) ?? line.day;
  const lines = all.filter((one) => dayGiven(one) === day);
  const before = all.filter((one) => dayGiven(one) < day);
  const voided = all.filter((one) => voidedNumbers.has(one.line.number));
  const made = ranges.filter((range) => range.day === day);
  if (lines.length === 0 && voided.length === 0 && made.length === 0) return undefined;
  const last = lines.at(-1) ?? before.at(-1);
  return {
    register,
    hijriYear,
    before: before.at(-1)?.line.number ?? opening,
    lines: lines.map(({ line }) => line),
    voided: voided.map(({ line }) => line),
    ranges: made,
    chainHead: last?.chainAfter ?? chainGenesis(register, hijriYear, opening),
  };
}
