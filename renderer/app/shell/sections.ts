import {
  IconBooks,
  IconClipboardList,
  IconGavel,
  IconHistory,
  IconHome,
  IconHomeSearch,
  IconId,
  IconMail,
  IconMessage2,
  IconSettings,
  IconUsers,
  type Icon,
} from '@tabler/icons-react';
import { CASE_ROLES, type Role } from '#shared/staff/staff.ts';
import type { KeyCombo } from '#renderer/ui/key-cap.tsx';
import { paths } from '#renderer/ui/paths.ts';

/** One line of the navigation, in the order of Alt+1…9. */
export interface Section {
  readonly key:
    | 'desk'
    | 'visits'
    | 'beneficiaries'
    | 'requests'
    | 'committee'
    | 'research'
    | 'contacts'
    | 'letters'
    | 'guides'
    | 'audit'
    | 'settings';
  readonly path: string;
  /** Screens elsewhere that belong to it. */
  readonly also?: string;
  readonly icon: Icon;
  readonly mirror?: boolean;
  readonly group: 1 | 2 | 3;
  readonly roles?: readonly Role[];
}

export const SECTIONS: readonly Section[] = [
  { key: 'desk', path: paths.desk, icon: IconHome, group: 1 },
  { key: 'visits', path: paths.visits, icon: IconUsers, group: 1 },
  { key: 'beneficiaries', path: paths.beneficiaries, also: paths.otherParties, icon: IconId, group: 1 },
  { key: 'requests', path: paths.requests, icon: IconClipboardList, mirror: true, group: 1 },
  { key: 'committee', path: paths.committee, icon: IconGavel, group: 1, roles: CASE_ROLES },
  { key: 'research', path: paths.researchDesk, icon: IconHomeSearch, group: 1, roles: CASE_ROLES },
  { key: 'contacts', path: paths.contacts, icon: IconMessage2, group: 1 },
  { key: 'letters', path: paths.letters, icon: IconMail, group: 1 },
  { key: 'guides', path: paths.guides, icon: IconBooks, group: 2 },
  {
    key: 'audit',
    path: paths.audit,
    icon: IconHistory,
    group: 3,
    roles: ['manager', 'auditor', 'administrator'],
  },
  { key: 'settings', path: paths.settings, icon: IconSettings, group: 3 },
];

/** The first nine have a key; there is no Alt+10 to press. */
export const sectionKey = (index: number): KeyCombo | undefined =>
  index < 9 ? `Alt+${index + 1}` : undefined;
