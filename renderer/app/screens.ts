import { caseScreens } from './case-screens.ts';
import { peopleScreens } from './people-screens.ts';
import type { ScreenEntry } from './screen-entry.ts';

export const screens: readonly ScreenEntry[] = [
  // desk, visits, parties, requests, contacts
  { path: '/desk', load: () => import('#renderer/features/desk/desk-page.tsx'), name: 'DeskPage' },
  { path: '/visits', load: () => import('#renderer/features/visits/visits-page.tsx'), name: 'VisitsPage' },
  {
    path: '/visits/new',
    load: () => import('#renderer/features/visits/new-visit-page.tsx'),
    name: 'NewVisitPage',
  },
  { path: '/visits/$id', load: () => import('#renderer/features/desk/visit-page.tsx'), name: 'VisitPage' },
  ...peopleScreens,
  ...caseScreens,
  {
    path: '/contacts',
    load: () => import('#renderer/features/contacts/contacts-page.tsx'),
    name: 'ContactsPage',
  },
  {
    path: '/contacts/new',
    load: () => import('#renderer/features/contacts/new-contact-page.tsx'),
    name: 'NewContactPage',
  },

  // letters
  {
    path: '/letters',
    load: () => import('#renderer/features/letters/letters-page.tsx'),
    name: 'LettersPage',
  },
  {
    path: '/letters/incoming',
    load: () => import('#renderer/features/incoming/incoming-page.tsx'),
    name: 'IncomingPage',
  },
  {
    path: '/letters/incoming/new',
    load: () => import('#renderer/features/incoming/new-incoming-page.tsx'),
    name: 'NewIncomingPage',
  },
  {
    path: '/letters/incoming/$id',
    load: () => import('#renderer/features/incoming/incoming-letter-page.tsx'),
    name: 'IncomingLetterPage',
  },
  {
    path: '/letters/verify',
    load: () => import('#renderer/features/letters/verify-page.tsx'),
    name: 'VerifyPage',
  },
  {
    path: '/letters/templates',
    load: () => import('#renderer/features/letters/templates/templates-page.tsx'),
    name: 'TemplatesPage',
  },
  {
    path: '/letters/templates/$templateRef',
    load: () => import('#renderer/features/letters/templates/template-page.tsx'),
    name: 'TemplatePage',
  },
  {
    path: '/letters/$letterId',
    load: () => import('#renderer/features/letters/letter-page.tsx'),
    name: 'LetterPage',
  },
  {
    path: '/letters/batches/new',
    load: () => import('#renderer/features/batches/new-batch-page.tsx'),
    name: 'NewBatchPage',
  },
  {
    path: '/letters/batches/$id',
    load: () => import('#renderer/features/batches/batch-page.tsx'),
    name: 'BatchPage',
  },

  // papers
  { path: '/papers', load: () => import('#renderer/features/papers/papers-page.tsx'), name: 'PapersPage' },

  // registers
  {
    path: '/letters/registers',
    load: () => import('#renderer/features/registers/registers-page.tsx'),
    name: 'RegistersPage',
  },
  {
    path: '/letters/registers/$register/$year/$number',
    load: () => import('#renderer/features/registers/enter-paper-page.tsx'),
    name: 'EnterPaperPage',
  },

  // office
  { path: '/guides', load: () => import('#renderer/features/help/guides-page.tsx'), name: 'GuidesPage' },
  { path: '/audit', load: () => import('#renderer/features/audit/audit-page.tsx'), name: 'AuditPage' },
];

export const hasScreen = (path: string): boolean =>
  path === '/settings' || screens.some((screen) => screen.path === path);

/** Parts of الإعدادات, within its frame; the first is what opens. */
export const settingsScreens: readonly ScreenEntry[] = [
  {
    path: 'profile',
    load: () => import('#renderer/features/settings/profile-page.tsx'),
    name: 'ProfilePage',
  },
  {
    path: 'numbering',
    load: () => import('#renderer/features/settings/numbering-page.tsx'),
    name: 'NumberingPage',
  },
  {
    path: 'categories',
    load: () => import('#renderer/features/settings/categories-page.tsx'),
    name: 'CategoriesPage',
  },
  {
    path: 'services',
    load: () => import('#renderer/features/settings/services-page.tsx'),
    name: 'ServicesPage',
  },
  {
    path: 'documents',
    load: () => import('#renderer/features/settings/documents-page.tsx'),
    name: 'DocumentsPage',
  },
  {
    path: 'reply',
    load: () => import('#renderer/features/settings/reply-window-page.tsx'),
    name: 'ReplyWindowPage',
  },
  {
    path: 'committee',
    load: () => import('#renderer/features/committee/committee-settings-page.tsx'),
    name: 'CommitteeSettingsPage',
  },
  {
    path: 'need',
    load: () => import('#renderer/features/committee/need-settings-page.tsx'),
    name: 'NeedSettingsPage',
  },
  {
    path: 'pictures',
    load: () => import('#renderer/features/settings/pictures-page.tsx'),
    name: 'PicturesPage',
  },
  { path: 'staff', load: () => import('#renderer/features/staff/staff-page.tsx'), name: 'StaffPage' },
  {
    path: 'printing',
    load: () => import('#renderer/features/settings/printing-page.tsx'),
    name: 'PrintingPage',
  },
  { path: 'backup', load: () => import('#renderer/features/backup/backup-page.tsx'), name: 'BackupPage' },
  {
    path: 'appearance',
    load: () => import('#renderer/features/settings/appearance-page.tsx'),
    name: 'AppearancePage',
  },
  {
    path: 'password',
    load: () => import('#renderer/features/settings/password-page.tsx'),
    name: 'PasswordPage',
  },
];
