import type { registers as source } from '../ar/registers.ts';
import type { Words } from '../words.ts';

/** The registers: the tabs of the letters' section, numbers kept for paper, the check, the year's book. */
export const registers: Words<typeof source> = {
  tabs: {
    label: 'Parts of letters',
    outgoing: 'Outgoing',
    incoming: 'Incoming',
    templates: 'Templates',
    registers: 'Registers',
    verify: 'Verify',
  },
};
