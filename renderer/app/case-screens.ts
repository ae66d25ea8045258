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
    path: '/requests/$id',
    load: () => import('#renderer/features/requests/request-page.tsx'),
    name: 'RequestPage',
  },
];
