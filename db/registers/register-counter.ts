import { createHash } from 'node:crypto';
import { queries, statement } from '../statement.ts';
import type { Reader, WriteTransaction } from '../transaction.ts';

/** The registers that give numbers: letters out and in, support requests (S.5), beneficiaries' files (S.6). */
export const REGISTERS = ['outgoing', 'incoming', 'requests', 'files'] as const;
export type Register = (typeof REGISTERS)[number];

export interface RegisterCounter {
  readonly register: Register;
  readonly hijriYear: number;
  /** The last number used before the first of ours. */
  readonly opening: number;
  readonly last: number;
  readonly chainHead: string;
}

/** The chain's head before the first number of a register and year: covers the opening that a person declared. */
export const chainGenesis = (register: Register, hijriYear: number, opening: number): string =>
  createHash('sha256').update(`wisam register ${register} ${hijriYear} from ${opening}`).digest('hex');

const toCounter = (row: {
  register: string;
  hijri_year: number;
  opening: number;
  last: number;
  chain_head: string;
}): RegisterCounter => ({
  register: row.register as Register,
  hijriYear: row.hijri_year,
  opening: row.opening,
  last: row.last,
  chainHead: row.chain_head,
});

const one = statement<{ register: string; year: number }>()((param) =>
  queries
    .selectFrom('register_counter')
    .selectAll()
    .where('register', '=', param('register'))
    .where('hijri_year', '=', param('year')),
);
const latestBefore = statement<{ register: string; year: number }>()((param) =>
  queries
    .selectFrom('register_counter')
    .selectAll()
    .where('register', '=', param('register'))
    .where('hijri_year', '<', param('year'))
    .orderBy('hijri_year', 'desc')
    .limit(1),
);
const all = statement()(() =>
  queries.selectFrom('register_counter').selectAll().orderBy('register').orderBy('hijri_year'),
);
const insert = statement<{ register: string; year: number; opening: number; head: string }>()((param) =>
  queries.insertInto('register_counter').values({
    register: param('register'),
    hijri_year: param('year'),
    opening: param('opening'),
    last: param('opening'),
    chain_head: param('head'),
  }),
);
/** Compare and swap: no row changes when another writer was faster. */
const take = statement<{ register: string; year: number; next: number; last: number; before: string }>()(
  (param) =>
    queries
      .updateTable('register_counter')
      .set({ last: param('next') })
      .where('register', '=', param('register'))
      .where('hijri_year', '=', param('year'))
      .where('last', '=', param('last'))
      .where('chain_head', '=', param('before')),
);
const link = statement<{ register: string; year: number; last: number; head: string }>()((param) =>
  queries
    .updateTable('register_counter')
    .set({ chain_head: param('head') })
    .where('register', '=', param('register'))
    .where('hijri_year', '=', param('year'))
    .where('last', '=', param('last')),
);

export const findCounter = (
  reader: Reader,
  register: Register,
  hijriYear: number,
): RegisterCounter | undefined => {
  const row = reader.get(one, { register, year: hijriYear });
  return row && toCounter(row);
};

/** Every register and year, in a fixed order. */
export const listCounters = (reader: Reader): RegisterCounter[] => reader.all(all, {}).map(toCounter);

/** Opens a register for a year after the last number used on paper. */
export function openRegister(
  tx: WriteTransaction,
  register: Register,
  hijriYear: number,
  opening: number,
): void {
  tx.run(insert, { register, year: hijriYear, opening, head: chainGenesis(register, hijriYear, opening) });
}

/**
 * How a register stands in a year, opened or not: where it restarts each year an unopened year begins at 0, otherwise
 * after the last number of the latest year before it. Reads only.
 */
export function counterOrNext(
  reader: Reader,
  register: Register,
  hijriYear: number,
  restartYearly: boolean,
): RegisterCounter {
  const found = findCounter(reader, register, hijriYear);
  if (found !== undefined) return found;
  const before = restartYearly ? undefined : reader.get(latestBefore, { register, year: hijriYear });
  const opening = before?.last ?? 0;
  return {
    register,
    hijriYear,
    opening,
    last: opening,
    chainHead: chainGenesis(register, hijriYear, opening),
  };
}

/**
 * Takes the number after `seen.last`, if the register still stands exactly as it was seen. False: somebody was faster,
 * roll back and begin again. Nothing but this hands out a number, and only inside the transaction that uses it.
 */
export function takeNumber(tx: WriteTransaction, seen: RegisterCounter, restartYearly: boolean): boolean {
  const { register, hijriYear, last, chainHead } = seen;
  if (findCounter(tx, register, hijriYear) === undefined) {
    // A year's first number. Where numbers go on over the year, the year before may have moved since it was looked at.
    const now = counterOrNext(tx, register, hijriYear, restartYearly);
    if (now.last !== last) return false;
    openRegister(tx, register, hijriYear, now.opening);
  }
  return tx.run(take, { register, year: hijriYear, next: last + 1, last, before: chainHead }).changes === 1;
}

/** Moves the register's own chain on to the record that bears `number`. */
export function linkChain(
  tx: WriteTransaction,
  register: Register,
  hijriYear: number,
  number: number,
  head: string,
): void {
  if (tx.run(link, { register, year: hijriYear, last: number, head }).changes !== 1)
    throw new Error('the register moved inside its own transaction');
}

/** The next number of a register whose records carry no seal (requests, files), within the caller's transaction. */
export function takeNextNumber(
  tx: WriteTransaction,
  register: Register,
  hijriYear: number,
  restartYearly: boolean,
): number {
  const seen = counterOrNext(tx, register, hijriYear, restartYearly);
  // Under BEGIN IMMEDIATE nobody else writes between the read and the swap.
  if (!takeNumber(tx, seen, restartYearly)) throw new Error('the register moved inside its own transaction');
  return seen.last + 1;
}

/** `1448-0092`: how a file's or a request's number is written, in ASCII digits. */
export const yearNumber = (hijriYear: number, number: number): string =>
  `${hijriYear}-${String(number).padStart(4, '0')}`;

/** Year and number of `1448-0092` or `1448-92`; null for anything else. */
export function parseYearNumber(text: string): { year: number; number: number } | null {
  const match = /^(1[345]\d\d)\s*[-/]\s*(\d{1,7})$/u.exec(text.trim());
  return match === null ? null : { year: Number(match[1]), number: Number(match[2]) };
}
