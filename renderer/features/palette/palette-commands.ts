import type { Icon } from '@tabler/icons-react';

/** A section of the navigation, as the shell hands it over. */
export interface PaletteSection {
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
  readonly icon: Icon;
  readonly mirror?: boolean;
}
