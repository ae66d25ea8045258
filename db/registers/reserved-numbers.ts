import type { LetterRegister, ReservedNumber } from '#shared/registers/register.ts';
import { queries, statement } from '../statement.ts';
import type { Reader, WriteTransaction } from '../transaction.ts';

const numbers = () =>
  queries
    .selectFrom('reserved_number')
    .innerJoin('reserved_range', 'reserved_range.id', 'reserved_number.range_id')
    .innerJoin('staff as keeper', 'keeper.id', 'reserved_range.reserved_by')
    .selectAll('reserved_number')
    .select([
      'reserved_range.day',
      'reserved_range.reason as range_reason',
      'reserved_range.reserved_by',
      'reserved_range.reserved_at_ms',
      'keeper.name as keeper_name',
    ]);
const open = statement()(() =>
  numbers()
    .where('reserved_number.state', '=', 'open')
    .orderBy('reserved_number.register', 'desc')
    .orderBy('reserved_number.hijri_year')
    .orderBy('reserved_number.number'),
);
const every = statement()(() =>
  numbers()
    .orderBy('reserved_number.register')
    .orderBy('reserved_number.hijri_year')
    .orderBy('reserved_number.number'),
);
const one = statement<{ register: string; year: number; number: number }>()((param) =>
  numbers()
    .where('reserved_number.register', '=', param('register'))
    .where('reserved_number.hijri_year', '=', param('year'))
    .where('reserved_number.number', '=', param('number')),
);
const settle = statement<{
  register: string;
  year: number;
  number: number;
  state: string;
  letter: number | null;
  incoming: number | null;
  by: number;
  at: number;
  reason: string;
}>()((param) =>
  queries
    .updateTable('reserved_number')
    .set({
      state: param('state'),
      letter_id: param('letter'),
      incoming_id: param('incoming'),
      settled_by: param('by'),
      settled_at_ms: param('at'),
      reason: param('reason'),
    })
    .where('register', '=', param('register'))
    .where('hijri_year', '=', param('year'))
    .where('number', '=', param('number'))
    .where('state', '=', 'open'),
);

export type ReservedRow = ReturnType<typeof listEveryReserved>[number];

/** Every number that was ever kept for paper, for verification. */
export const listEveryReserved = (reader: Reader) => reader.all(every, {});

/** «أرقام محجوزة لم تُدخل بعد». */
export const listOpenReserved = (reader: Reader): ReservedNumber[] =>
  reader.all(open, {}).map((row) => ({
    register: row.register as LetterRegister,
    hijriYear: row.hijri_year,
    number: row.number,
    referenceNumber: row.reference_number,
    rangeId: row.range_id,
    day: row.day,
    reason: row.range_reason,
    byName: row.keeper_name,
  }));

export interface ReservedAddress {
  readonly register: LetterRegister;
  readonly hijriYear: number;
  readonly number: number;
}

export const findReserved = (
  reader: Reader,
  { register, hijriYear, number }: ReservedAddress,
): ReservedRow | undefined => reader.get(one, { register, year: hijriYear, number });

export interface NewRange {
  readonly register: LetterRegister;
  readonly hijriYear: number;
  readonly first: number;
  readonly last: number;
  readonly reason: string;
  readonly day: string;
}

export const insertRange = (tx: WriteTransaction, range: NewRange, by: number, atMs: number): number =>
  tx.exec(
    queries.insertInto('reserved_range').values({
      register: range.register,
      hijri_year: range.hijriYear,
      first: range.first,
      last: range.last,
      reason: range.reason,
      day: range.day,
      reserved_by: by,
      reserved_at_ms: atMs,
    }),
  ).id;

export const insertReserved = (
  tx: WriteTransaction,
  number: ReservedAddress & {
    readonly rangeId: number;
    readonly referenceNumber: string;
    readonly seal: string;
    readonly chainBefore: string;
    readonly chainAfter: string;
    readonly auditHash: string;
  },
): void => {
  tx.exec(
    queries.insertInto('reserved_number').values({
      register: number.register,
      hijri_year: number.hijriYear,
      number: number.number,
      range_id: number.rangeId,
      reference_number: number.referenceNumber,
      seal: number.seal,
      chain_before: number.chainBefore,
      chain_after: number.chainAfter,
      audit_hash: number.auditHash,
      state: 'open',
      letter_id: null,
      incoming_id: null,
      settled_by: null,
      settled_at_ms: null,
      reason: '',
    }),
  );
};

/** What became of the number. False when it is settled already. */
export const settleReserved = (
  tx: WriteTransaction,
  { register, hijriYear, number }: ReservedAddress,
  to:
    | { readonly state: 'entered'; readonly letterId: number | null; readonly incomingId: number | null }
    | { readonly state: 'voided' },
  reason: string,
  by: number,
  atMs: number,
): boolean =>
  tx.run(settle, {
    register,
    year: hijriYear,
    number,
    state: to.state,
    letter: to.state === 'entered' ? to.letterId : null,
    incoming: to.state === 'entered' ? to.incomingId : null,
    by,
    at: atMs,
    reason,
  }).changes === 1;
