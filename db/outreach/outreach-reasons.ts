import { riyadhDay } from '#shared/calendar/dual-date.ts';
import { type DocumentKind, documentKindSchema } from '#shared/documents/document.ts';
import { expectedKinds } from '#shared/documents/standing.ts';
import type { ContactId } from '#shared/ids.ts';
import { OUTREACH_REASONS, type OutreachDue, type OutreachReason } from '#shared/outreach/outreach.ts';
import { listExpectedDocuments } from '../documents/expected-documents.ts';
import { idsIn } from '../parties/family-param.ts';
import { queries, statement } from '../statement.ts';
import type { Reader } from '../transaction.ts';
import type { OutreachDays, Place } from './outreach-sources.ts';

/** A reason with its place in the order of its source: where the person stands under it. */
export interface PlacedDue extends OutreachDue {
  readonly at: Place;
}

type Ids = { ids: string };

const followUps = statement<Ids & { today: string }>()((param) =>
  queries
    .selectFrom('contact')
    .select(['id', 'party_id', 'next_action', 'next_action_on'])
    .where('party_id', 'in', idsIn(param('ids')))
    .where('closed_at_ms', 'is', null)
    .where('outcome', '<>', 'withdrawn')
    .where('next_action_on', '<=', param('today'))
    .orderBy('next_action_on')
    .orderBy('id'),
);
const documents = statement<Ids>()((param) =>
  queries
    .selectFrom('party_document')
    .select([
      'party_id',
      'kind',
      'title',
      'expires_on',
      'current',
      'destroy_by',
      'copy_destroyed_at_ms',
      'removed_at_ms',
    ])
    .where('party_id', 'in', idsIn(param('ids')))
    .orderBy('id'),
);
const deeds = statement<Ids & { soon: string }>()((param) =>
  queries
    .selectFrom('representative')
    .select(['party_id', 'deed_number', 'expires_on'])
    .where('party_id', 'in', idsIn(param('ids')))
    .where('ended_on', 'is', null)
    .where('withdrawn_at_ms', 'is', null)
    .where('expires_on', '<=', param('soon'))
    .orderBy('expires_on'),
);
const agreements = statement<Ids & { from: string; soon: string }>()((param) =>
  queries
    .selectFrom('agreement')
    .select(['party_id', 'title', 'ends_on'])
    .where('party_id', 'in', idsIn(param('ids')))
    .where('ended_on', 'is', null)
    .where('removed_at_ms', 'is', null)
    .where('ends_on', '>=', param('from'))
    .where('ends_on', '<=', param('soon'))
    .orderBy('ends_on'),
);
const reach = statement<Ids>()((param) =>
  queries
    .selectFrom('party_reach')
    .selectAll()
    .where('party_id', 'in', idsIn(param('ids'))),
);
const categories = statement<Ids>()((param) =>
  queries
    .selectFrom('party_category')
    .select(['party_id', 'category_id'])
    .where('party_id', 'in', idsIn(param('ids')))
    .where('until_on', 'is', null)
    .where('withdrawn_at_ms', 'is', null),
);

const earlier = (one: Place, other: Place): Place => (one <= other ? one : other);

/** Every reason for which each of these people is to be contacted, the most pressing first; of each reason one line. */
export function reasonsOf(
  reader: Reader,
  partyIds: readonly number[],
  days: OutreachDays,
): Map<number, PlacedDue[]> {
  const found = new Map<number, Map<OutreachReason, PlacedDue>>(partyIds.map((id) => [id, new Map()]));
  const add = (
    partyId: number,
    reason: OutreachReason,
    at: Place,
    more: {
      readonly document?: OutreachDue['documents'][number];
      readonly text?: string;
      readonly contactId?: number;
    },
  ): void => {
    const own = found.get(partyId);
    const before = own?.get(reason);
    own?.set(reason, {
      reason,
      at: before === undefined ? at : earlier(before.at, at),
      on: before?.on ?? (typeof at === 'number' ? riyadhDay(at) : at),
      documents: [...(before?.documents ?? []), ...(more.document === undefined ? [] : [more.document])],
      text: before?.text ?? more.text ?? '',
      contactId: before?.contactId ?? ((more.contactId ?? null) as ContactId | null),
    });
  };
  const params = { ids: JSON.stringify(partyIds) };
  for (const row of reader.all(followUps, { ...params, today: days.today }))
    if (row.next_action_on !== null)
      add(row.party_id, 'followUp', row.next_action_on, { text: row.next_action, contactId: row.id });

  const held = new Map<number, DocumentKind[]>();
  for (const row of byEnd(reader.all(documents, params))) {
    const document = { kind: documentKindSchema.parse(row.kind), title: row.title };
    if (row.removed_at_ms === null)
      held.set(row.party_id, [...(held.get(row.party_id) ?? []), document.kind]);
    if (row.current === 1 && row.expires_on !== null && row.expires_on <= days.soon) {
      const reason = row.expires_on < days.today ? 'documentExpired' : 'documentExpiring';
      add(row.party_id, reason, row.expires_on, { document });
    }
    if (row.destroy_by !== null && row.copy_destroyed_at_ms === null && row.destroy_by <= days.today)
      add(row.party_id, 'copyToDestroy', row.destroy_by, { document });
  }
  for (const row of reader.all(deeds, { ...params, soon: days.soon }))
    if (row.expires_on !== null) add(row.party_id, 'deedExpiring', row.expires_on, { text: row.deed_number });
  for (const row of reader.all(agreements, { ...params, from: days.agreementsFrom, soon: days.soon }))
    if (row.ends_on !== null) add(row.party_id, 'agreementEnding', row.ends_on, { text: row.title });

  const lines = reader.all(reach, params);
  if (lines.some(({ missing }) => missing > 0)) {
    const expected = listExpectedDocuments(reader);
    const inCategories = reader.all(categories, params);
    for (const { party_id: id, missing, reached_at_ms: at } of lines) {
      if (missing === 0) continue;
      const own = inCategories.filter((row) => row.party_id === id).map((row) => row.category_id);
      for (const kind of expectedKinds(expected, own))
        if (held.get(id)?.includes(kind) !== true)
          add(id, 'documentMissing', at, { document: { kind, title: '' } });
    }
  }
  for (const { party_id: id, reached_at_ms: at } of lines)
    if (at < days.silentBeforeMs) add(id, 'silent', at, {});

  return new Map(
    [...found].map(([id, own]) => [
      id,
      OUTREACH_REASONS.flatMap((reason) => {
        const due = own.get(reason);
        return due === undefined ? [] : [due];
      }),
    ]),
  );
}

const byEnd = <Row extends { readonly expires_on: string | null }>(rows: readonly Row[]): Row[] =>
  rows.toSorted((one, other) => ((one.expires_on ?? '9999') < (other.expires_on ?? '9999') ? -1 : 1));
