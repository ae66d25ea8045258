import type { ComponentType } from 'react';

type Page = ComponentType;

/**
 * Every screen of the desk: its path, and the module that is fetched when it is first opened. A section appears in
 * the navigation once its path stands here: nothing is listed that does not work.
 */
export interface ScreenEntry {
  readonly path: string;
  readonly load: () => Promise<Record<string, Page>>;
  /** The named export of the page. */
  readonly name: string;
}

export const screens: readonly ScreenEntry[] = [
  // desk, visits, parties, requests, contacts

  // letters

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
  { path: 'staff', load: () => import('#renderer/features/staff/staff-page.tsx'), name: 'StaffPage' },
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
