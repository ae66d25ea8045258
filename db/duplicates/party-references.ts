/**
 * Every place of the schema that names a party, and what a merge does with it. A test walks the foreign keys to
 * `party (id)` and fails for one that is missing here: a new table must say what becomes of its rows.
 */
export interface MovingReference {
  readonly table: string;
  readonly column: string;
  /** The primary key without `column`. */
  readonly key: readonly string[];
  /** Which rows may move, in SQL; the others stay. */
  readonly where?: string;
  /** What the row is called in a list, and when it was written (ms or ISO day), in SQL. */
  readonly label: string;
  readonly at: string;
}

const id = ['id'] as const;

/** Rows that go to the record that stays. */
export const MOVING: readonly MovingReference[] = [
  { table: 'visit', column: 'party_id', key: id, label: 'purpose', at: 'arrived_at_ms' },
  { table: 'contact', column: 'party_id', key: id, label: 'inquiry', at: 'happened_at_ms' },
  { table: 'support_request', column: 'party_id', key: id, label: 'service', at: 'opened_at_ms' },
  // What bears a number is sealed with its person.
  {
    table: 'letter',
    column: 'party_id',
    key: id,
    where: 'number IS NULL',
    label: 'subject',
    at: 'created_at_ms',
  },
  { table: 'referral', column: 'party_id', key: id, label: 'question', at: 'asked_at_ms' },
  { table: 'household_member', column: 'party_id', key: id, label: 'relation', at: 'created_at_ms' },
  {
    table: 'representative',
    column: 'party_id',
    key: id,
    where: 'representative_id <> :kept',
    label: 'relation',
    at: 'created_at_ms',
  },
  {
    table: 'representative',
    column: 'representative_id',
    key: id,
    where: 'party_id <> :kept',
    label: 'relation',
    at: 'created_at_ms',
  },
  { table: 'party_fact', column: 'party_id', key: id, label: 'kind', at: 'recorded_at_ms' },
  { table: 'money_line', column: 'party_id', key: id, label: 'category', at: 'recorded_at_ms' },
  {
    table: 'party_category',
    column: 'party_id',
    key: id,
    label: '(SELECT name FROM category WHERE category.id = category_id)',
    at: 'recorded_at_ms',
  },
  { table: 'party_need', column: 'party_id', key: id, label: 'need', at: 'recorded_at_ms' },
  {
    table: 'party_document',
    column: 'party_id',
    key: id,
    label: `iif(title = '', kind, title)`,
    at: 'created_at_ms',
  },
  { table: 'datum_match', column: 'party_id', key: id, label: 'datum', at: 'matched_at_ms' },
  { table: 'agreement', column: 'party_id', key: id, label: 'title', at: 'created_at_ms' },
  // Put off for one reason at both: what was said of the record that stays holds.
  {
    table: 'outreach_snooze',
    column: 'party_id',
    key: ['reason'],
    where: 'reason NOT IN (SELECT reason FROM outreach_snooze WHERE party_id = :kept)',
    label: 'reason',
    at: 'at_ms',
  },
];

/** Rows that a merge treats in a way of their own. */
export const TREATED: Readonly<Record<string, string>> = {
  'party.merged_into':
    'the forwarding reference itself; what was merged earlier still points at its own record',
  'party_role.party_id': 'the record that stays gets the roles of both',
  'party_alias.party_id': 'the record that stays gets those of both',
  'party_legacy_number.party_id': 'the record that stays gets those of both',
  'contact_point.party_id': 'the record that stays gets those of both',
  'duplicate_pair.low_id': 'told anew; what was dismissed stays dismissed',
  'duplicate_pair.high_id': 'told anew; what was dismissed stays dismissed',
};

/** Rows that stay with the record they were written for, and are read through `familyOf`. */
export const STAYING: Readonly<Record<string, string>> = {
  'incoming_letter.party_id': 'sealed: `verify` compares it with the log',
  'letter_batch_person.party_id': 'who was chosen stays on record',
  'party_version.party_id': 'the history of that record',
  'party_merge.kept_id': 'what was done',
  'party_merge.merged_id': 'what was done',
  'import_row.party_id': 'undoing an import asks after the record that it wrote',
  'party_reach.party_id': 'kept by triggers',
};
