import { TOLD_REQUEST_EVENTS, type TimelineFilter, type TimelineSource } from '#shared/parties/profile.ts';

/**
 * One timeline out of many tables. Each source gives its rows in one shape, so that a page of the timeline costs one
 * bounded statement a source, whatever the person's history. JSON functions of SQLite are spoken in this file.
 */
export interface Source {
  readonly filter: Exclude<TimelineFilter, 'all'>;
  /** When it happened, in epoch ms. */
  readonly at: string;
  readonly id: string;
  readonly officer: string;
  readonly voided: string;
  readonly why: string;
  /** The fields of the item, as arguments of json_object. */
  readonly data: string;
  readonly from: string;
  /** Holds one `?`: the ids of the family as JSON. */
  readonly where: string;
}

/** Midnight in Riyadh at which an ISO day begins, in epoch ms. */
const startOf = (day: string): string => `((unixepoch(${day}) - 10800) * 1000)`;
const OURS = 'IN (SELECT value FROM json_each(?))';
const bool = (condition: string): string => `json(iif(${condition}, 'true', 'false'))`;
const NEVER = { voided: '0', why: "''" } as const;

const letter = {
  filter: 'letter',
  id: 'l.id',
  voided: "l.state = 'voided'",
  why: 'l.void_reason',
  from: 'letter l JOIN staff s ON s.id = coalesce(l.issued_by, l.author_id)',
} as const;
const letterData = (event: string): string =>
  `'of', 'letter', 'event', '${event}', 'letterId', l.id, 'referenceNumber', l.reference_number,
   'subject', l.subject, 'state', l.state, 'issuedOn', l.day`;
const document = {
  filter: 'document',
  id: 'd.id',
  voided: 'd.removed_at_ms IS NOT NULL',
  why: 'd.remove_reason',
} as const;
const documentData = (event: string): string =>
  `'of', 'document', 'event', '${event}', 'kind', d.kind, 'title', d.title`;
const circumstance = {
  filter: 'change',
  id: 'c.id',
  officer: 's.name',
  at: 'c.recorded_at_ms',
  voided: 'c.withdrawn_at_ms IS NOT NULL',
  why: 'c.withdraw_reason',
  where: `c.party_id ${OURS}`,
} as const;
const recorded = (table: string): string => `${table} c JOIN staff s ON s.id = c.recorded_by`;
const circumstanceData = (event: string, what: string): string =>
  `'of', 'circumstance', 'event', ${event}, 'what', ${what}`;

/** Every source, by its name. */
export const SOURCES: Readonly<Record<TimelineSource, Source>> = {
  letterDelivered: {
    ...letter,
    at: 'l.delivered_at_ms',
    officer: 'NULL',
    data: letterData('delivered'),
    where: `l.party_id ${OURS} AND l.delivered_at_ms IS NOT NULL`,
  },
  letter: {
    ...letter,
    at: 'coalesce(l.issued_at_ms, l.updated_at_ms)',
    officer: 's.name',
    data: letterData('written'),
    where: `l.party_id ${OURS} AND l.discarded_at_ms IS NULL`,
  },
  incoming: {
    filter: 'letter',
    at: 'i.registered_at_ms',
    id: 'i.id',
    officer: 's.name',
    voided: "i.state = 'voided'",
    why: 'i.void_reason',
    data: `'of', 'incoming', 'incomingId', i.id, 'referenceNumber', i.reference_number, 'subject', i.subject,
      'sender', i.sender_line`,
    from: 'incoming_letter i JOIN staff s ON s.id = i.registered_by',
    where: `i.party_id ${OURS}`,
  },
  requestEvent: {
    filter: 'request',
    at: 'e.at_ms',
    id: 'e.id',
    officer: 's.name',
    ...NEVER,
    data: `'of', 'request', 'requestId', r.id, 'number',
      iif(r.number IS NULL, NULL, r.number_year || '-' || printf('%04d', r.number)), 'service', r.service,
      'event', e.kind, 'step', e.step`,
    from: `support_request r JOIN request_event e ON e.request_id = r.id
      AND e.kind IN (${TOLD_REQUEST_EVENTS.map((kind) => `'${kind}'`).join(', ')})
      JOIN staff s ON s.id = e.officer_id`,
    where: `r.party_id ${OURS}`,
  },
  contact: {
    filter: 'contact',
    at: 'c.happened_at_ms',
    id: 'c.id',
    officer: 's.name',
    ...NEVER,
    data: `'of', 'contact', 'contactId', c.id, 'channel', c.channel, 'direction', c.direction, 'inquiry', c.inquiry,
      'answer', c.answer, 'nextAction', c.next_action, 'nextActionOn', c.next_action_on,
      'closed', ${bool('c.closed_at_ms IS NOT NULL')}`,
    from: 'contact c JOIN staff s ON s.id = c.officer_id',
    where: `c.party_id ${OURS}`,
  },
  visit: {
    filter: 'visit',
    at: 'v.arrived_at_ms',
    id: 'v.id',
    officer: 's.name',
    ...NEVER,
    data: `'of', 'visit', 'visitId', v.id, 'purpose', v.purpose, 'state', v.state, 'note', v.note`,
    from: 'visit v LEFT JOIN staff s ON s.id = v.officer_id',
    where: `v.party_id ${OURS}`,
  },
  documentExpired: {
    ...document,
    // Its last day is a whole one.
    at: startOf("d.expires_on, '+1 day'"),
    officer: 'NULL',
    data: documentData('expired'),
    from: 'party_document d',
    where: `d.party_id ${OURS} AND d.removed_at_ms IS NULL AND d.expires_on IS NOT NULL`,
  },
  documentMatched: {
    ...document,
    at: 'd.matched_at_ms',
    officer: 's.name',
    data: documentData('matched'),
    from: 'party_document d JOIN staff s ON s.id = d.matched_by',
    where: `d.party_id ${OURS}`,
  },
  documentAdded: {
    ...document,
    at: 'd.created_at_ms',
    officer: 's.name',
    data: documentData('added'),
    from: 'party_document d JOIN staff s ON s.id = d.created_by',
    // Matched as it was written down: that is one event.
    where: `d.party_id ${OURS} AND (d.matched_at_ms IS NULL OR d.matched_at_ms - d.created_at_ms > 60000)`,
  },
  agreementEvent: {
    filter: 'document',
    at: 'e.at_ms',
    id: 'e.id',
    officer: 's.name',
    voided: 'e.removed_at_ms IS NOT NULL',
    why: "''",
    data: `'of', 'agreement', 'event', e.kind, 'title', a.title, 'text', e.text`,
    from: 'agreement a JOIN agreement_event e ON e.agreement_id = a.id JOIN staff s ON s.id = e.staff_id',
    where: `a.party_id ${OURS}`,
  },
  agreementEnded: {
    filter: 'document',
    at: startOf('a.ended_on'),
    id: 'a.id',
    officer: 'NULL',
    ...NEVER,
    data: `'of', 'agreement', 'event', 'ended', 'title', a.title, 'text', a.end_reason`,
    from: 'agreement a',
    where: `a.party_id ${OURS} AND a.ended_on IS NOT NULL`,
  },
  agreement: {
    filter: 'document',
    at: 'a.created_at_ms',
    id: 'a.id',
    officer: 's.name',
    ...NEVER,
    data: `'of', 'agreement', 'event', 'made', 'title', a.title, 'text', ''`,
    from: 'agreement a JOIN staff s ON s.id = a.created_by',
    where: `a.party_id ${OURS}`,
  },
  fact: { ...circumstance, data: circumstanceData("'fact'", 'c.kind'), from: recorded('party_fact') },
  money: { ...circumstance, data: circumstanceData('c.kind', 'c.category'), from: recorded('money_line') },
  category: {
    ...circumstance,
    data: circumstanceData("'category'", 'k.name'),
    from: `${recorded('party_category')} JOIN category k ON k.id = c.category_id`,
  },
  need: { ...circumstance, data: circumstanceData("'need'", 'c.need'), from: recorded('party_need') },
  member: {
    filter: 'change',
    at: 'm.created_at_ms',
    id: 'm.id',
    officer: 's.name',
    voided: 'm.withdrawn_at_ms IS NOT NULL',
    why: "''",
    data: circumstanceData("'member'", 'coalesce(p.name, m.name)'),
    // Of the household they live in now; themselves is no news.
    from: `household_member own JOIN household_member m ON m.household_id = own.household_id AND m.id <> own.id
      LEFT JOIN party p ON p.id = m.party_id JOIN staff s ON s.id = m.created_by`,
    where: `own.party_id ${OURS} AND own.left_on IS NULL AND own.withdrawn_at_ms IS NULL`,
  },
  identity: {
    filter: 'change',
    at: 'v.at_ms',
    id: 'v.id',
    officer: 's.name',
    ...NEVER,
    data: `'of', 'identity', 'changed', json(v.changed_json)`,
    from: 'party_version v JOIN staff s ON s.id = v.staff_id',
    where: `v.party_id ${OURS}`,
  },
  merge: {
    filter: 'change',
    at: 'm.at_ms',
    id: 'm.id',
    officer: 's.name',
    voided: 'm.undone_at_ms IS NOT NULL',
    why: "''",
    data: `'of', 'merge', 'name', p.name`,
    from: 'party_merge m JOIN party p ON p.id = m.merged_id JOIN staff s ON s.id = m.staff_id',
    where: `m.kept_id ${OURS}`,
  },
  handover: {
    filter: 'request',
    at: 'd.done_at_ms',
    id: 'd.id',
    officer: 's.name',
    voided: "d.state = 'voided'",
    why: 'd.void_reason',
    data: `'of', 'handover', 'requestId', r.id, 'service', v.name, 'receiver', d.receiver_name,
      'self', ${bool("d.receiver_kind = 'self'")}`,
    from: `support_request r JOIN delivery d ON d.request_id = r.id AND d.done_at_ms IS NOT NULL
      JOIN delivery_plan p ON p.id = d.plan_id JOIN service v ON v.id = p.service_id
      JOIN staff s ON s.id = d.done_by`,
    where: `r.party_id ${OURS}`,
  },
  referral: {
    filter: 'request',
    at: 'f.asked_at_ms',
    id: 'f.id',
    officer: 's.name',
    voided: 'f.cancelled_at_ms IS NOT NULL',
    // Reasons stand beside the question, and may tell of it.
    why: "''",
    data: `'of', 'referral', 'referralId', f.id, 'state', CASE WHEN f.cancelled_at_ms IS NOT NULL THEN 'cancelled'
      WHEN f.returned_at_ms IS NOT NULL THEN 'returned' WHEN f.answered_at_ms IS NOT NULL THEN 'answered'
      ELSE 'open' END`,
    from: 'referral f JOIN staff s ON s.id = f.asked_by',
    where: `f.party_id ${OURS}`,
  },
};
