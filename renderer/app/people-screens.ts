import type { ScreenEntry } from './screen-entry.ts';

/** المستفيدون and all other parties. */
export const peopleScreens: readonly ScreenEntry[] = [
  {
    path: '/beneficiaries',
    load: () => import('#renderer/features/parties/parties-page.tsx'),
    name: 'PartiesPage',
  },
  {
    path: '/beneficiaries/new',
    load: () => import('#renderer/features/parties/record/new-party-page.tsx'),
    name: 'NewPartyPage',
  },
  {
    path: '/beneficiaries/$id/edit',
    load: () => import('#renderer/features/parties/record/edit-party-page.tsx'),
    name: 'EditPartyPage',
  },
  {
    path: '/beneficiaries/$id',
    load: () => import('#renderer/features/parties/party-page.tsx'),
    name: 'PartyPage',
  },
  {
    path: '/beneficiaries/$id/$part',
    load: () => import('#renderer/features/parties/party-page.tsx'),
    name: 'PartyPage',
  },
];
