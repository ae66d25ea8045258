import { assertNever } from '#shared/assert.ts';
import { type IncomingSummary, type Sender, senderSchema } from '#shared/incoming/incoming.ts';
import type { IncomingView } from '#shared/incoming/incoming-contract.ts';
import type { PartyId } from '#shared/ids.ts';
import { readLetterSearch } from '#shared/letters/letter-find.ts';
import { toArabicDigits, toAsciiDigits } from '#shared/arabic/digits.ts';
import { sql } from 'kysely';
import { findIncomingByWords } from '../letters/letter-search.ts';
import { queries, statement } from '../statement.ts';
import type { Reader } from '../transaction.ts';
import { summaryOf, summaryRows } from './incoming-queries.ts';

const latestSenders = statement<{ limit: number }>()((param) =>
  queries
    .selectFrom('incoming_letter')
    .select(['content_json', 'party_id'])
    .where('state', '<>', 'voided')
    .orderBy('id', 'desc')
    .limit(param('limit')),
);

export interface IncomingFilter {
  readonly text: string;
  readonly view: IncomingView;
  readonly from: string | null;
  readonly to: string | null;
  readonly offset: number;
  readonly limit: number;
}

/** Words that stand in more letters than this ask for another word; the latest are found. */
const MOST_HITS = 5000;

const ofNumber = statement<{ number: number }>()((param) =>
  queries
    .selectFrom('register_counter')
    .innerJoin('incoming_letter', (join) =>
      join
        .onRef('incoming_letter.register', '=', 'register_counter.register')
        .onRef('incoming_letter.hijri_year', '=', 'register_counter.hijri_year')
        .on('incoming_letter.number', '=', param('number')),
    )
    .select(['incoming_letter.id', 'incoming_letter.hijri_year as year'])
    .where('register_counter.register', '=', 'incoming'),
);
const ofTheirNumber = statement<{ exact: string; from: string; to: string }>()((param) =>
  queries
    .selectFrom('incoming_letter')
    .select('id')
    .where('their_number', '=', param('exact'))
    .union(
      queries
        .selectFrom('incoming_letter')
        .select('id')
        .where('their_number', '>=', param('from'))
        .where('their_number', '<', param('to')),
    ),
);
/** Received in these days, or written in them by whom it is from. */
const ofDays = statement<{ from: string; to: string }>()((param) =>
  queries
    .selectFrom('incoming_letter')
    .select('id')
    .where('day', '>=', param('from'))
    .where('day', '<=', param('to'))
    .union(
      queries
        .selectFrom('incoming_letter')
        .select('id')
        .where('their_day', '>=', param('from'))
        .where('their_day', '<=', param('to')),
    ),
);

/** What a text means: the letters that bear the number, ours or theirs; and those of its days, or else of its words. */
function search(reader: Reader, text: string): { bearing: number[]; others: number[] } {
  const { number, span, words } = readLetterSearch(text);
  const theirs = toAsciiDigits(text);
  // Of a bare number theirs begins with it as well: `55/1448`, between `55/` and `550`.
  const bare = number !== null && number.year === null ? `${number.number}` : theirs;
  const bearing = [
    // It is kept as it stands on their paper, in either digits.
    ...[toAsciiDigits, toArabicDigits].flatMap((digits) =>
      reader
        .all(ofTheirNumber, { exact: digits(bare), from: digits(`${bare}/`), to: digits(`${bare}0`) })
        .map((row) => row.id),
    ),
    ...(number === null ? [] : reader.all(ofNumber, { number: number.number }))
      .filter(({ year }) => number?.year === null || number?.year === year)
      .map((row) => row.id),
  ];
  if (span !== null) return { bearing, others: reader.all(ofDays, span).map((row) => row.id) };
  // A number with its year may stand within theirs: `ع/55/1448`.
  const asked = words === '' && number?.year !== null ? text : words;
  return { bearing, others: asked === '' ? [] : findIncomingByWords(reader, asked, MOST_HITS) };
}

const among = (ids: readonly number[]) =>
  sql<boolean>`incoming_letter.id in (select value from json_each(${JSON.stringify(ids)}))`;

/** What each tab of the list holds. */
function inView(view: IncomingView, staffId: number, today: string) {
  const base = queries.selectFrom('incoming_letter');
  switch (view) {
    case 'open':
      return base.where('incoming_letter.state', '=', 'open');
    case 'overdue':
      return base.where('incoming_letter.state', '=', 'open').where('incoming_letter.due_day', '<=', today);
    case 'mine':
      return base
        .where('incoming_letter.state', '=', 'open')
        .where('incoming_letter.assigned_to', '=', staffId);
    case 'unassigned':
      return base
        .where('incoming_letter.state', '=', 'open')
        .where('incoming_letter.assigned_to', 'is', null);
    case 'closed':
      return base.where('incoming_letter.state', '=', 'closed');
    case 'all':
      return base;
    default:
      return assertNever(view);
  }
}

const countOf = (reader: Reader, view: IncomingView, staffId: number, today: string): number =>
  reader.first(inView(view, staffId, today).select((eb) => eb.fn.countAll<number>().as('n')))?.n ?? 0;

/** One page of a tab, the latest number first (what is due: the most urgent first). */
export function listIncoming(
  reader: Reader,
  filter: IncomingFilter,
  staffId: number,
  today: string,
): { total: number; rows: IncomingSummary[]; counts: Record<IncomingView, number> } {
  const asked = filter.text.trim();
  const found = asked === '' ? null : search(reader, asked);
  const wanted = inView(filter.view, staffId, today)
    .$if(found !== null, (query) => query.where(among([...(found?.bearing ?? []), ...(found?.others ?? [])])))
    .$if(filter.from !== null, (query) => query.where('incoming_letter.day', '>=', filter.from ?? ''))
    .$if(filter.to !== null, (query) => query.where('incoming_letter.day', '<=', filter.to ?? ''));
  const total = reader.first(wanted.select((eb) => eb.fn.countAll<number>().as('n')))?.n ?? 0;
  const page = wanted
    .select('incoming_letter.id')
    // Who types a number wants the letter that bears it: it stands above what only mentions it.
    .$if((found?.bearing.length ?? 0) > 0, (query) => query.orderBy(among(found?.bearing ?? []), 'desc'))
    .$if(filter.view === 'overdue', (query) => query.orderBy('incoming_letter.due_day'))
    .orderBy('incoming_letter.id', 'desc')
    .limit(filter.limit)
    .offset(filter.offset);
  const pageIds = reader.list(page).map((row) => row.id);
  const summaries = new Map(
    (pageIds.length === 0 ? [] : reader.list(summaryRows().where('incoming_letter.id', 'in', pageIds))).map(
      (row) => [row.id, summaryOf(row)],
    ),
  );
  const count = (view: IncomingView): number => countOf(reader, view, staffId, today);
  return {
    total,
    rows: pageIds.flatMap((id) => summaries.get(id) ?? []),
    counts: {
      open: count('open'),
      overdue: count('overdue'),
      mine: count('mine'),
      unassigned: count('unassigned'),
      closed: count('closed'),
      all: count('all'),
    },
  };
}

/** Distinct senders of earlier letters that hold the words of `text`, latest first. */
export function listSenders(
  reader: Reader,
  text: string,
  most: number,
): { sender: Sender; partyId: PartyId | null }[] {
  const ids = text.trim() === '' ? null : findIncomingByWords(reader, text, 200);
  const rows =
    ids === null
      ? reader.all(latestSenders, { limit: 200 })
      : ids.length === 0
        ? []
        : reader.list(
            queries
              .selectFrom('incoming_letter')
              .select(['content_json', 'party_id'])
              .where('id', 'in', ids)
              .where('state', '<>', 'voided')
              .orderBy('id', 'desc'),
          );
  const senders = new Map<string, { sender: Sender; partyId: PartyId | null }>();
  for (const row of rows) {
    if (senders.size >= most) break;
    const sender = senderSchema.parse((JSON.parse(row.content_json) as { sender: unknown }).sender);
    const key = JSON.stringify([sender.organisation, sender.name, sender.title]);
    if (!senders.has(key)) senders.set(key, { sender, partyId: row.party_id as PartyId | null });
  }
  return [...senders.values()];
}
