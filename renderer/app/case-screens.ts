import type { ScreenEntry } from './screen-entry.ts';

/** طلبات الدعم: the seven steps, and what belongs to them. */
export const caseScreens: readonly ScreenEntry[] = [
  {
    path: '/requests',
    load: () => import('#renderer/features/requests/requests-page.tsx'),
    name: 'RequestsPage',
  },
  {
    path: '/requests/new',
    load: () => import('#renderer/features/requests/new-request-page.tsx'),
    name: 'NewRequestPage',
  },
  {
    path: '/deliveries',
    load: () => import('#renderer/features/deliveries/deliveries-page.tsx'),
    name: 'DeliveriesPage',
  },
  {
    path: '/requests/$id',
    load: () => import('#renderer/features/requests/request-page.tsx'),
    name: 'RequestPage',
  },
  {
    path: '/requests/$id/check',
    load: () => import('#renderer/features/requests/check-page.tsx'),
    name: 'CheckPage',
  },
  {
    path: '/committee',
    load: () => import('#renderer/features/committee/committee-page.tsx'),
    name: 'CommitteePage',
  },
  {
    path: '/committee/paper',
    load: () => import('#renderer/features/committee/paper-session-page.tsx'),
    name: 'PaperSessionPage',
  },
  {
    path: '/committee/$id',
    load: () => import('#renderer/features/committee/session-page.tsx'),
    name: 'SessionPage',
  },
  {
    path: '/research',
    load: () => import('#renderer/features/research/referrals-page.tsx'),
    name: 'ReferralsPage',
  },
  {
    path: '/research/studies',
    load: () => import('#renderer/features/research/studies-page.tsx'),
    name: 'StudiesPage',
  },
  {
    path: '/research/studies/$id',
    load: () => import('#renderer/features/research/study-page.tsx'),
    name: 'StudyPage',
  },
  {
    path: '/requests/$id/path',
    load: () => import('#renderer/features/requests/path/request-path-page.tsx'),
    name: 'RequestPathPage',
  },
  {
    path: '/audit/sample',
    load: () => import('#renderer/features/audit/sample-page.tsx'),
    name: 'SamplePage',
  },
];
