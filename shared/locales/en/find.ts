import type { find as arabic } from '../ar/find.ts';
import type { Words } from '../words.ts';

export const find: Words<typeof arabic> = {
  via: {
    alias: 'Also known as {{text}}',
    latin: 'In Latin letters: {{text}}',
    member: 'In the household: {{text}}',
    merged: 'Merged from {{text}}',
    legacy: 'Paper number {{text}}',
    contact: 'Reached at {{text}}',
    request: 'Request {{text}}',
    letter: 'Letter {{text}}',
  },
  tabs: {
    label: 'Parts of the beneficiaries’ section',
    register: 'Register',
    outreach: 'Whom to contact',
    duplicates: 'Duplicates',
    import: 'Import',
    parties: 'Other parties',
    agreements: 'Agreements',
  },
  searchHint: 'or a request or letter number, or a member of the household',
  category: 'Category',
  allCategories: 'All categories',
  allVillages: 'All villages',
  state: 'State',
  anyState: 'All',
  states: {
    openRequest: 'With an open request',
    noFile: 'Without a file number',
    expiredDocuments: 'With an expired document',
  },
  sort: 'Order',
  sorts: { name: 'By name', newest: 'Newest' },
  moreThan: 'More than {{n}} files',
  firstHits: 'The first {{n}} that match, and there may be more: add a letter or a digit',
  noneNarrowed: 'No file is like this: widen the filters or clear them',
  clear: 'Clear the filters',
  visitOf: 'Register a visit of the selected person',
  newParty: 'New beneficiary',
};
