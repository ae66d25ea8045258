import type { Contact, ContactInput } from '#shared/contacts/contact.ts';
import type { ContactId } from '#shared/ids.ts';
import { idsIn } from '../parties/family-param.ts';
import { queries, statement } from '../statement.ts';
import type { Reader, WriteTransaction } from '../transaction.ts';

const rows = () =>
  queries
    .selectFrom('contact')
    .innerJoin('party', 'party.id', 'contact.party_id')
    .innerJoin('staff', 'staff.id', 'contact.officer_id')
    .selectAll('contact')
    .select(['party.name as party_name', 'staff.name as officer_name'])
    // Logged by mistake and taken back (`outreach.withdrawNoAnswer`): on record, and shown no more.
    .where('contact.outcome', '<>', 'withdrawn');

const one = statement<{ id: number }>()((param) => rows().where('contact.id', '=', param('id')));
const ofParty = statement<{ family: string; limit: number }>()((param) =>
  rows()
    .where('contact.party_id', 'in', idsIn(param('family')))
    .orderBy('contact.happened_at_ms', 'desc')
    .orderBy('contact.id', 'desc')
    .limit(param('limit')),
);
const openOfParty = statement<{ family: string; limit: number }>()((param) =>
  rows()
    .where('contact.party_id', 'in', idsIn(param('family')))
    .where('contact.closed_at_ms', 'is', null)
    .where('contact.next_action', '<>', '')
    .orderBy((eb) => eb.fn.coalesce('contact.next_action_on', eb.val('9999')))
    .orderBy('contact.id')
    .limit(param('limit')),
);
const due = statement<{ day: string; limit: number }>()((param) =>
  rows()
    .where('contact.closed_at_ms', 'is', null)
    .where('contact.next_action_on', 'is not', null)
    .where('contact.next_action_on', '<=', param('day'))
    .orderBy('contact.next_action_on')
    .orderBy('contact.id')
    .limit(param('limit')),
);
const insert = statement<{
  party: number;
  channel: string;
  direction: string;
  platform: string;
  inquiry: string;
  answer: string;
  next: string;
  on: string | null;
  at: number;
  officer: number;
}>()((param) =>
  queries.insertInto('contact').values({
    party_id: param('party'),
    channel: param('channel'),
    direction: param('direction'),
    platform: param('platform'),
    inquiry: param('inquiry'),
    answer: param('answer'),
    next_action: param('next'),
    next_action_on: param('on'),
    happened_at_ms: param('at'),
    officer_id: param('officer'),
  }),
);
const close = statement<{ id: number; at: number | null }>()((param) =>
  queries
    .updateTable('contact')
    .set({ closed_at_ms: param('at') })
    .where('id', '=', param('id')),
);

type ContactRow = NonNullable<ReturnType<typeof rowOf>>;
const rowOf = (reader: Reader, id: number) => reader.get(one, { id });

const contactOf = (row: ContactRow): Contact => ({
  id: row.id as ContactId,
  partyId: row.party_id as Contact['partyId'],
  partyName: row.party_name,
  channel: row.channel as Contact['channel'],
  direction: row.direction as Contact['direction'],
  platform: row.platform,
  inquiry: row.inquiry,
  answer: row.answer,
  nextAction: row.next_action,
  nextActionOn: row.next_action_on,
  closedAtMs: row.closed_at_ms,
  happenedAtMs: row.happened_at_ms,
  officerName: row.officer_name,
});

export const findContact = (reader: Reader, id: number): Contact | undefined => {
  const row = rowOf(reader, id);
  return row && contactOf(row);
};

/** Of a person and of those who were merged into them, latest first. */
export const listContactsOfParty = (reader: Reader, family: readonly number[], limit: number): Contact[] =>
  reader.all(ofParty, { family: JSON.stringify(family), limit }).map(contactOf);

/** With a next action that nobody has closed, the earliest due first. */
export const listOpenContactsOfParty = (
  reader: Reader,
  family: readonly number[],
  limit: number,
): Contact[] => reader.all(openOfParty, { family: JSON.stringify(family), limit }).map(contactOf);

/** Next actions due on `day` (ISO) or before it, oldest first. */
export const listDueContacts = (reader: Reader, day: string, limit: number): Contact[] =>
  reader.all(due, { day, limit }).map(contactOf);

/** Latest first; `openOnly` keeps those with a next action that nobody has closed. */
export const listContacts = (
  reader: Reader,
  filter: { channel: string | null; openOnly: boolean; limit: number },
): Contact[] =>
  reader
    .list(
      rows()
        .$if(filter.channel !== null, (query) => query.where('contact.channel', '=', filter.channel ?? ''))
        .$if(filter.openOnly, (query) =>
          query.where('contact.closed_at_ms', 'is', null).where('contact.next_action', '<>', ''),
        )
        .orderBy('contact.happened_at_ms', 'desc')
        .orderBy('contact.id', 'desc')
        .limit(filter.limit),
    )
    .map(contactOf);

export const insertContact = (
  tx: WriteTransaction,
  contact: ContactInput,
  officerId: number,
  atMs: number,
): ContactId =>
  tx.run(insert, {
    party: contact.partyId,
    channel: contact.channel,
    direction: contact.direction,
    platform: contact.platform,
    inquiry: contact.inquiry,
    answer: contact.answer,
    next: contact.nextAction,
    on: contact.nextActionOn,
    at: atMs,
    officer: officerId,
  }).id as ContactId;

/** False when there is no such contact. */
export const setContactClosed = (tx: WriteTransaction, id: number, atMs: number | null): boolean =>
  tx.run(close, { id, at: atMs }).changes === 1;
