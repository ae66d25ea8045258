import { sql } from 'kysely';
import { assertNever } from '#shared/assert.ts';
import type { Agreement, AgreementEvent, AgreementSummary } from '#shared/agreements/agreement.ts';
import { agreementState, endingUntil } from '#shared/agreements/agreement-rules.ts';
import type { AgreementView } from '#shared/agreements/agreements-contract.ts';
import { listAttachments } from '../files/attachments.ts';
import { queries, statement } from '../statement.ts';
import type { Reader } from '../transaction.ts';

/** Breaches and disputes of an agreement: those that wait, and those that were settled. */
const cases = (settled: boolean) =>
  sql<number>`(SELECT count(*) FROM agreement_event AS e WHERE e.agreement_id = agreement.id
    AND e.removed_at_ms IS NULL AND e.kind <> 'note' AND e.settled_on ${settled ? sql`IS NOT` : sql`IS`} NULL)`;

const base = () => queries.selectFrom('agreement').innerJoin('party', 'party.id', 'agreement.party_id');
const rows = () =>
  base()
    .selectAll('agreement')
    .select(['party.name as party_name', cases(false).as('open_cases'), cases(true).as('settled_cases')]);

const one = statement<{ id: number }>()((param) =>
  rows()
    .innerJoin('staff', 'staff.id', 'agreement.created_by')
    .leftJoin('agreement as later', (join) =>
      join.onRef('later.renews_id', '=', 'agreement.id').on('later.removed_at_ms', 'is', null),
    )
    .select(['staff.name as by_name', 'later.id as renewed_by'])
    .where('agreement.id', '=', param('id')),
);
const eventsOf = statement<{ id: number }>()((param) =>
  queries
    .selectFrom('agreement_event')
    .innerJoin('staff', 'staff.id', 'agreement_event.staff_id')
    .selectAll('agreement_event')
    .select('staff.name as by_name')
    .where('agreement_id', '=', param('id'))
    .where('agreement_event.removed_at_ms', 'is', null)
    .orderBy('on_day', 'desc')
    .orderBy('agreement_event.id', 'desc'),
);

type Row = Omit<NonNullable<ReturnType<typeof readOne>>, 'by_name' | 'renewed_by'>;
const readOne = (reader: Reader, id: number) => reader.get(one, { id });

function summaryOf(row: Row, today: string): AgreementSummary {
  const facts = {
    signedOn: row.signed_on,
    startsOn: row.starts_on,
    endsOn: row.ends_on,
    endedOn: row.ended_on,
    openCases: row.open_cases,
  };
  return {
    id: row.id as AgreementSummary['id'],
    partyId: row.party_id as AgreementSummary['partyId'],
    partyName: row.party_name,
    kind: row.kind as AgreementSummary['kind'],
    title: row.title,
    number: row.number,
    ...facts,
    settledCases: row.settled_cases,
    state: agreementState(facts, today),
    version: row.version,
  };
}

const eventOf = (row: ReturnType<typeof listEvents>[number]): AgreementEvent => ({
  id: row.id as AgreementEvent['id'],
  kind: row.kind as AgreementEvent['kind'],
  onDay: row.on_day,
  byWhom: row.by_whom as AgreementEvent['byWhom'],
  text: row.text,
  settledOn: row.settled_on,
  settlement: row.settlement,
  atMs: row.at_ms,
  byName: row.by_name,
});
const listEvents = (reader: Reader, id: number) => reader.all(eventsOf, { id });

/** What hangs on an agreement, as `attachment` names it. */
export const attachedTo = (id: number) => ({ kind: 'agreement', id });

/** With one that was taken back: `removed` tells. `today`: ISO, Asia/Riyadh. */
export function findAgreementRow(
  reader: Reader,
  id: number,
  today: string,
): { readonly agreement: Agreement; readonly removed: boolean } | undefined {
  const row = readOne(reader, id);
  if (row === undefined) return undefined;
  return {
    removed: row.removed_at_ms !== null,
    agreement: {
      ...summaryOf(row, today),
      ourDuties: row.our_duties,
      theirDuties: row.their_duties,
      liability: row.liability,
      endReason: row.end_reason,
      renewsId: row.renews_id as Agreement['renewsId'],
      renewedById: row.renewed_by as Agreement['renewedById'],
      createdAtMs: row.created_at_ms,
      createdByName: row.by_name,
      events: listEvents(reader, id).map(eventOf),
      attachments: listAttachments(reader, attachedTo(id)).map(({ id: attachment, file, atMs, byName }) => ({
        id: attachment,
        file,
        atMs,
        byName,
      })),
    },
  };
}

export const findAgreement = (reader: Reader, id: number, today: string): Agreement | undefined => {
  const found = findAgreementRow(reader, id, today);
  return found === undefined || found.removed ? undefined : found.agreement;
};

const latestFirst = (query: ReturnType<typeof rows>) =>
  query
    .orderBy(sql`coalesce(agreement.starts_on, agreement.signed_on, '9999')`, 'desc')
    .orderBy('agreement.id', 'desc');

/** Of any of these records (a party and what was merged into it), latest term first. */
export const listAgreementsOf = (
  reader: Reader,
  partyIds: readonly number[],
  today: string,
): AgreementSummary[] =>
  reader
    .list(
      latestFirst(
        rows()
          .where('agreement.party_id', 'in', [...partyIds])
          .where('agreement.removed_at_ms', 'is', null),
      ),
    )
    .map((row) => summaryOf(row, today));

export interface AgreementFilter {
  readonly text: string;
  readonly view: AgreementView;
}

/** What each tab holds: the same lines that `agreementState` draws. */
function inView(view: AgreementView, today: string) {
  const all = sql<boolean>`agreement.removed_at_ms IS NULL`;
  const waits = sql<boolean>`EXISTS (SELECT 1 FROM agreement_event AS e WHERE e.agreement_id = agreement.id
    AND e.removed_at_ms IS NULL AND e.kind <> 'note' AND e.settled_on IS NULL)`;
  const over = sql<boolean>`(coalesce(agreement.ended_on <= ${today}, 0)
    OR coalesce(agreement.signed_on <= ${today} AND agreement.ends_on < ${today}, 0))`;
  const ending = sql<boolean>`(NOT ${over} AND coalesce(agreement.signed_on <= ${today}, 0)
    AND coalesce(agreement.starts_on, '') <= ${today} AND coalesce(agreement.ends_on <= ${endingUntil(today)}, 0))`;
  switch (view) {
    case 'current':
      return sql<boolean>`(${all} AND (${waits} OR NOT ${over}))`;
    case 'ending':
      return sql<boolean>`(${all} AND NOT ${waits} AND ${ending})`;
    case 'breached':
      return sql<boolean>`(${all} AND ${waits})`;
    case 'over':
      return sql<boolean>`(${all} AND NOT ${waits} AND ${over})`;
    case 'all':
      return all;
    default:
      return assertNever(view);
  }
}

/** Nothing that was typed is a pattern. */
const escaped = (text: string): string => text.replaceAll(/[\\%_]/gu, (mark) => `\\${mark}`);

const matching = (text: string) => {
  const like = `%${escaped(text)}%`;
  return sql<boolean>`(agreement.title LIKE ${like} ESCAPE '\\' OR agreement.number LIKE ${like} ESCAPE '\\'
    OR party.name LIKE ${like} ESCAPE '\\')`;
};

const wanted = ({ text, view }: AgreementFilter, today: string) =>
  base()
    .where(inView(view, today))
    .$if(text.trim() !== '', (query) => query.where(matching(text.trim())));

export const countAgreements = (reader: Reader, filter: AgreementFilter, today: string): number =>
  reader.first(wanted(filter, today).select((eb) => eb.fn.countAll<number>().as('n')))?.n ?? 0;

/** A page of a tab: what ends first stands first where it is about to end, else the latest term. */
export const pageAgreements = (
  reader: Reader,
  filter: AgreementFilter,
  today: string,
  { offset, limit }: { readonly offset: number; readonly limit: number },
): AgreementSummary[] => {
  const found = rows()
    .where(inView(filter.view, today))
    .$if(filter.text.trim() !== '', (query) => query.where(matching(filter.text.trim())));
  const ordered =
    filter.view === 'ending'
      ? found.orderBy('agreement.ends_on').orderBy('agreement.id')
      : latestFirst(found);
  return reader.list(ordered.limit(limit).offset(offset)).map((row) => summaryOf(row, today));
};
