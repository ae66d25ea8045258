import { assertNever } from '#shared/assert.ts';
import { queries, statement } from '../statement.ts';
import type { Reader } from '../transaction.ts';
import type { Register } from './register-counter.ts';

const letters = statement<{ register: string; year: number }>()((param) =>
  queries
    .selectFrom('letter')
    .select('number as n')
    .where('register', '=', param('register'))
    .where('hijri_year', '=', param('year'))
    .orderBy('number'),
);
const requests = statement<{ year: number }>()((param) =>
  queries
    .selectFrom('support_request')
    .select('number as n')
    .where('number_year', '=', param('year'))
    .orderBy('number'),
);
const files = statement<{ year: number }>()((param) =>
  queries
    .selectFrom('party')
    .select('file_number as n')
    .where('file_year', '=', param('year'))
    .orderBy('file_number'),
);
const letterYears = statement<{ register: string }>()((param) =>
  queries
    .selectFrom('letter')
    .select('hijri_year as n')
    .distinct()
    .where('register', '=', param('register'))
    .orderBy('n'),
);
const requestYears = statement()(() =>
  queries
    .selectFrom('support_request')
    .select('number_year as n')
    .distinct()
    .where('number_year', 'is not', null)
    .orderBy('n'),
);
const fileYears = statement()(() =>
  queries
    .selectFrom('party')
    .select('file_year as n')
    .distinct()
    .where('file_year', 'is not', null)
    .orderBy('n'),
);

const numbersOf = (rows: readonly { n: number | null }[]): number[] => rows.map((row) => row.n ?? 0);

/** The numbers that records bear in a register and year, ascending; with `year` null, the years that bear any. */
export function listNumbers(reader: Reader, register: Register, year: number | null): number[] {
  switch (register) {
    case 'outgoing':
    case 'incoming':
      return numbersOf(
        year === null ? reader.all(letterYears, { register }) : reader.all(letters, { register, year }),
      );
    case 'requests':
      return numbersOf(year === null ? reader.all(requestYears, {}) : reader.all(requests, { year }));
    case 'files':
      return numbersOf(year === null ? reader.all(fileYears, {}) : reader.all(files, { year }));
    default:
      return assertNever(register);
  }
}
