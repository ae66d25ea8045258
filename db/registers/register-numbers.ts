import { assertNever } from '#shared/assert.ts';
import { queries, statement } from '../statement.ts';
import type { Reader } from '../transaction.ts';
import type { Register } from './register-counter.ts';

/** Numbers that were kept for paper, and under which no letter stands. */
const kept = statement<{ register: string; year: number }>()((param) =>
  queries
    .selectFrom('reserved_number')
    .select('number as n')
    .where('register', '=', param('register'))
    .where('hijri_year', '=', param('year'))
    .where('state', '<>', 'entered'),
);
const keptYears = statement<{ register: string }>()((param) =>
  queries
    .selectFrom('reserved_number')
    .select('hijri_year as n')
    .distinct()
    .where('register', '=', param('register')),
);
const letters = statement<{ year: number }>()((param) =>
  queries
    .selectFrom('letter')
    .select('number as n')
    .where('register', '=', 'outgoing')
    .where('hijri_year', '=', param('year')),
);
const incoming = statement<{ year: number }>()((param) =>
  queries.selectFrom('incoming_letter').select('number as n').where('hijri_year', '=', param('year')),
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
const letterYears = statement()(() =>
  queries.selectFrom('letter').select('hijri_year as n').distinct().where('register', 'is not', null),
);
const incomingYears = statement()(() =>
  queries.selectFrom('incoming_letter').select('hijri_year as n').distinct(),
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

/** A number that stands twice stays twice: that is what is looked for. */
const ascending = (rows: readonly { n: number | null }[]): number[] =>
  numbersOf(rows).toSorted((one, other) => one - other);
const each = (rows: readonly { n: number | null }[]): number[] => [...new Set(ascending(rows))];

/** The numbers that records bear in a register and year, ascending; with `year` null, the years that bear any. */
export function listNumbers(reader: Reader, register: Register, year: number | null): number[] {
  switch (register) {
    case 'outgoing':
      return year === null
        ? each([...reader.all(letterYears, {}), ...reader.all(keptYears, { register })])
        : ascending([...reader.all(letters, { year }), ...reader.all(kept, { register, year })]);
    case 'incoming':
      return year === null
        ? each([...reader.all(incomingYears, {}), ...reader.all(keptYears, { register })])
        : ascending([...reader.all(incoming, { year }), ...reader.all(kept, { register, year })]);
    case 'requests':
      return numbersOf(year === null ? reader.all(requestYears, {}) : reader.all(requests, { year }));
    case 'files':
      return numbersOf(year === null ? reader.all(fileYears, {}) : reader.all(files, { year }));
    default:
      return assertNever(register);
  }
}
