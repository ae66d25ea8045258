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
    path: '/beneficiaries/import',
    load: () => import('#renderer/features/imports/import-page.tsx'),
    name: 'ImportPage',
  },
  {
    path: '/beneficiaries/outreach',
    load: () => import('#renderer/features/outreach/outreach-page.tsx'),
    name: 'OutreachPage',
  },
  {
    path: '/beneficiaries/duplicates',
    load: () => import('#renderer/features/duplicates/duplicates-page.tsx'),
    name: 'DuplicatesPage',
  },
  {
    path: '/beneficiaries/duplicates/$low/$high',
    load: () => import('#renderer/features/duplicates/compare-page.tsx'),
    name: 'ComparePage',
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
  {
    path: '/parties',
    load: () => import('#renderer/features/parties/others/other-parties-page.tsx'),
    name: 'OtherPartiesPage',
  },
  {
    path: '/parties/agreements',
    load: () => import('#renderer/features/parties/agreements/agreements-page.tsx'),
    name: 'AgreementsPage',
  },
  {
    path: '/parties/agreements/new',
    load: () => import('#renderer/features/parties/agreements/new-agreement-page.tsx'),
    name: 'NewAgreementPage',
  },
  {
    path: '/parties/agreements/$id',
    load: () => import('#renderer/features/parties/agreements/agreement-page.tsx'),
    name: 'AgreementPage',
  },
  {
    path: '/parties/agreements/$id/edit',
    load: () => import('#renderer/features/parties/agreements/edit-agreement-page.tsx'),
    name: 'EditAgreementPage',
  },
];
