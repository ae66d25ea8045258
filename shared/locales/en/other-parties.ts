import type { otherParties as source } from '../ar/other-parties.ts';
import type { Words } from '../words.ts';

/** P.1: volunteers, donors, delegates, partner bodies, and those who act for somebody. */
export const otherParties: Words<typeof source> = {
  label: 'Other parties',
  role: 'Role',
  kind: 'Kind',
  search: 'Search by name or mobile',
  add: 'Add: {{role}}',
  searchFirst:
    'Search first: whoever is registered gets the role “{{role}}” on their file, not a second file.',
  nobody: 'Nobody of this name: add a new record with the key below',
  anew: 'New record: {{role}}',
  given: '{{name}} is now {{role}} as well',
  empty: 'Nobody in this role yet',
  noHits: 'Nobody with these words in this role: try a part of the name',
  count_zero: 'nobody',
  count_one: 'one party',
  count_two: '{{count}} parties',
  count_few: '{{count}} parties',
  count_many: '{{count}} parties',
  count_other: '{{count}} parties',
};
