import type { LetterRegister, PaperRange } from '#shared/registers/register.ts';
import { queries, statement } from '../statement.ts';
import type { Reader } from '../transaction.ts';

const ranges = () =>
  queries
    .selectFrom('reserved_range')
    .innerJoin('staff', 'staff.id', 'reserved_range.reserved_by')
    .innerJoin('reserved_number', 'reserved_number.range_id', 'reserved_range.id')
    .select((eb) => [
      'reserved_range.id',
      'reserved_range.register',
      'reserved_range.hijri_year',
      'reserved_range.first',
      'reserved_range.last',
      'reserved_range.reason',
      'reserved_range.day',
      'staff.name as by_name',
      eb.fn
        .count<number>('reserved_number.number')
        .filterWhere('reserved_number.state', '=', 'entered')
        .as('entered'),
      eb.fn
        .count<number>('reserved_number.number')
        .filterWhere('reserved_number.state', '=', 'voided')
        .as('voided'),
      eb.fn
        .count<number>('reserved_number.number')
        .filterWhere('reserved_number.state', '=', 'open')
        .as('open'),
    ])
    .groupBy('reserved_range.id')
    .orderBy('reserved_range.id');
const all = statement()(() => ranges());
const one = statement<{ id: number }>()((param) => ranges().where('reserved_range.id', '=', param('id')));

type Row = {
  id: number;
  register: string;
  hijri_year: number;
  first: number;
  last: number;
  reason: string;
  day: string;
  by_name: string;
  entered: number;
  voided: number;
  open: number;
};
const rangeOf = ({ hijri_year, by_name, ...row }: Row): PaperRange => ({
  ...row,
  register: row.register as LetterRegister,
  hijriYear: hijri_year,
  byName: by_name,
});

/** Every reservation for paper, oldest first. */
export const listPaperRanges = (reader: Reader): PaperRange[] => reader.all(all, {}).map(rangeOf);

export const findPaperRange = (reader: Reader, id: number): PaperRange | undefined => {
  const row = reader.get(one, { id });
  return row && rangeOf(row);
};
