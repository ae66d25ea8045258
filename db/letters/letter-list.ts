import { fixLayout } from '#shared/arabic/keyboard-layout.ts';
import { toAsciiDigits } from '#shared/arabic/digits.ts';
import { readLetterSearch, type LetterSearch } from '#shared/letters/letter-find.ts';
import type { LetterState, LetterSummary } from '#shared/letters/letter.ts';
import { type RawBuilder, sql } from 'kysely';
import { queries, statement } from '../statement.ts';
import type { Reader } from '../transaction.ts';
import { summaries } from './letter-queries.ts';
import { letterSummaryOf } from './letter-rows.ts';
import { lettersHolding, lettersWithWords, wordsMatch } from './letter-search.ts';

/** Matches of words are counted so far and no further: «أكثر من 1000» is said at once. */
export const COUNTED = 1000;

export interface LetterFilter {
  readonly text: string;
  /** Empty: any. */
  readonly states: readonly LetterState[];
  /** «لم يُوقَّع» and «لم يُسلَّم»: of issued letters only. */
  readonly unsigned: boolean;
  readonly undelivered: boolean;
  /** ISO days of the number, both in; null is open. */
  readonly from: string | null;
  readonly to: string | null;
  readonly partyId: number | null;
  readonly origin: 'desk' | 'paper' | null;
  /** Hijri year of the register. */
  readonly year: number | null;
  readonly offset: number;
  readonly limit: number;
}

/** Every letter that was not discarded: spread it, and name what is wanted. */
export const EVERY_LETTER: Omit<LetterFilter, 'offset' | 'limit'> = {
  text: '',
  states: [],
  unsigned: false,
  undelivered: false,
  from: null,
  to: null,
  partyId: null,
  origin: null,
  year: null,
};

export interface LetterList {
  readonly total: number;
  /** There are more than `total`, which were not counted. */
  readonly more: boolean;
  readonly rows: LetterSummary[];
  /** The text that was searched, when what was typed found nothing and was meant for the other keyboard layout. */
  readonly meant: string | null;
}

/**
 * The letters that a filter means: those on their way first, latest change first; then the register, newest number
 * first. A number that is typed stands above all that only mentions it.
 */
export function listLetters(reader: Reader, filter: LetterFilter): LetterList {
  const found = search(reader, filter, filter.text);
  const meant = fixLayout(filter.text);
  if (found.total > 0 || meant === filter.text) return { ...found, meant: null };
  const other = search(reader, filter, meant);
  return other.total > 0 ? { ...other, meant } : { ...found, meant: null };
}

type Found = Omit<LetterList, 'meant'>;

function search(reader: Reader, filter: LetterFilter, text: string): Found {
  if (text.trim() === '') return listed(reader, filter);
  const asked = readLetterSearch(text);
  const most = Math.max(COUNTED, filter.offset + filter.limit) + 1;
  const ids = new Set(exactly(reader, filter, asked, text));
  for (const id of whatMatches(reader, filter, asked, most)) ids.add(id);
  const all = [...ids];
  const more = all.length >= most;
  return {
    total: more ? most - 1 : all.length,
    more,
    rows: rowsOf(reader, all.slice(filter.offset, filter.offset + filter.limit)),
  };
}

/** Without a text: an exact count, and a page from anywhere in it. */
function listed(reader: Reader, filter: LetterFilter): Found {
  const { offset, limit } = filter;
  const none = sql<boolean>`true`;
  const drafts = numberedOnly(filter)
    ? 0
    : (reader.first(unfinished(filter).select((eb) => eb.fn.countAll<number>().as('n')))?.n ?? 0);
  const numbered =
    reader.first(register(filter, none).select((eb) => eb.fn.countAll<number>().as('n')))?.n ?? 0;
  const ids = offset < drafts ? unfinishedIds(reader, filter, limit, offset) : [];
  if (ids.length < limit && numbered > 0)
    ids.push(...registerIds(reader, filter, none, limit - ids.length, Math.max(0, offset - drafts)));
  return { total: drafts + numbered, more: false, rows: rowsOf(reader, ids) };
}

/** Nothing that is on its way has a day, a number, a signature. */
const numberedOnly = ({ from, to, unsigned, undelivered, origin, year, states }: LetterFilter): boolean =>
  from !== null ||
  to !== null ||
  unsigned ||
  undelivered ||
  origin === 'paper' ||
  year !== null ||
  (states.length > 0 && states.every((state) => state === 'issued' || state === 'voided'));

/** Ids of what a text means besides a number, at most `most`, in the order of the list. */
function whatMatches(
  reader: Reader,
  filter: LetterFilter,
  { span, words }: LetterSearch,
  most: number,
): number[] {
  // Nothing on its way has a day.
  if (span !== null) {
    const within = sql<boolean>`+letter.day >= ${span.from} and +letter.day <= ${span.to}`;
    return registerIds(reader, filter, within, most, 0);
  }
  const match = wordsMatch(words);
  if (match === null) return [];
  // Of words that most letters bear only the newest letters are looked at: what is shown are the newest.
  // Who has scrolled far has passed them.
  const look = most > 2 * COUNTED ? 0 : 3 * most;
  const onTheirWay = unfinishedIds(reader, filter, -1, 0);
  const newest = registerIds(reader, filter, sql`true`, look, 0);
  const found = lettersHolding(reader, match, [...onTheirWay, ...newest]);
  if (newest.length < look || found.length >= most) return found.slice(0, most);
  const drafts = new Set(onTheirWay);
  const first = found.filter((id) => drafts.has(id));
  return [...first, ...registerIds(reader, filter, lettersWithWords(match), most - first.length, 0)];
}

/**
 * What bears a number, through the index that holds all that is asked of it (`letter_register`). The plus keeps SQLite
 * from the other indexes: they lead to each letter itself, whose pages are a hundred times as many.
 */
const register = (filter: LetterFilter, of: RawBuilder<boolean>) =>
  queries
    .selectFrom('letter')
    .where('letter.number', 'is not', null)
    .where(of)
    .$if(filter.states.length > 0, (query) => query.where(sql`+letter.state`, 'in', [...filter.states]))
    .$if(filter.unsigned, (query) =>
      query.where(sql`+letter.state`, '=', 'issued').where('letter.signed_at_ms', 'is', null),
    )
    .$if(filter.undelivered, (query) =>
      query.where(sql`+letter.state`, '=', 'issued').where('letter.delivered_at_ms', 'is', null),
    )
    .$if(filter.from !== null, (query) => query.where(sql`+letter.day`, '>=', filter.from))
    .$if(filter.to !== null, (query) => query.where(sql`+letter.day`, '<=', filter.to))
    .$if(filter.partyId !== null, (query) => query.where('letter.party_id', '=', filter.partyId))
    .$if(filter.origin !== null, (query) => query.where('letter.origin', '=', filter.origin ?? ''))
    .$if(filter.year !== null, (query) => query.where('letter.hijri_year', '=', filter.year));

const registerIds = (
  reader: Reader,
  filter: LetterFilter,
  of: RawBuilder<boolean>,
  limit: number,
  offset: number,
): number[] =>
  reader
    .list(
      register(filter, of)
        .select('letter.id')
        .orderBy('letter.hijri_year', 'desc')
        .orderBy('letter.number', 'desc')
        .limit(limit)
        .offset(offset),
    )
    .map((row) => row.id);

const unfinished = (filter: LetterFilter) =>
  queries
    .selectFrom('letter')
    .where('letter.number', 'is', null)
    .where('letter.discarded_at_ms', 'is', null)
    .$if(filter.states.length > 0, (query) => query.where('letter.state', 'in', [...filter.states]))
    .$if(filter.partyId !== null, (query) => query.where('letter.party_id', '=', filter.partyId));

const unfinishedIds = (reader: Reader, filter: LetterFilter, limit: number, offset: number): number[] =>
  numberedOnly(filter)
    ? []
    : reader
        .list(
          unfinished(filter)
            .select('letter.id')
            .orderBy('letter.updated_at_ms', 'desc')
            .orderBy('letter.id', 'desc')
            .limit(limit)
            .offset(offset),
        )
        .map((row) => row.id);

const byReference = statement<{ reference: string }>()((param) =>
  queries
    .selectFrom('letter')
    .select(['id', 'hijri_year as year'])
    .where('register', '=', 'outgoing')
    .where('reference_number', '=', param('reference'))
    .where('number', 'is not', null),
);
const byNumber = statement<{ number: number }>()((param) =>
  queries
    .selectFrom('register_counter')
    .innerJoin('letter', (join) =>
      join
        .onRef('letter.register', '=', 'register_counter.register')
        .onRef('letter.hijri_year', '=', 'register_counter.hijri_year')
        .on('letter.number', '=', param('number')),
    )
    .select(['letter.id', 'letter.hijri_year as year'])
    .where('register_counter.register', '=', 'outgoing')
    .orderBy('register_counter.hijri_year', 'desc'),
);

/** The letters that bear the number that was typed, whatever the pattern it was printed in; newest first. */
function exactly(reader: Reader, filter: LetterFilter, { number }: LetterSearch, text: string): number[] {
  const reference = toAsciiDigits(text).replace(/\s/gu, '');
  const found = [
    ...reader.all(byReference, { reference }),
    ...(number === null ? [] : reader.all(byNumber, { number: number.number })).filter(
      ({ year }) => number?.year === null || number?.year === year,
    ),
  ].map((row) => row.id);
  if (found.length === 0) return [];
  const passes = new Set(
    reader
      .list(
        register(filter, sql`true`)
          .select('letter.id')
          .where('letter.id', 'in', found),
      )
      .map((row) => row.id),
  );
  return found.filter((id) => passes.has(id));
}

/** The rows of some ids, in the order of the ids. */
function rowsOf(reader: Reader, ids: readonly number[]): LetterSummary[] {
  if (ids.length === 0) return [];
  const rows = reader.list(summaries().where('letter.id', 'in', [...ids]));
  const found = new Map(rows.map((row) => [row.id, row]));
  return ids.flatMap((id) => {
    const row = found.get(id);
    return row === undefined ? [] : [letterSummaryOf(row)];
  });
}
