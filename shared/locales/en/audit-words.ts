import type { auditWords as source } from '../ar/audit-words.ts';
import type { Words } from '../words.ts';

/** The audit log in words: keyed by the action as it is logged, `subject.verbed`. */
export const auditWords: Words<typeof source> = {
  auditAction: {
    installation: { created: 'Wisam set up' },
    session: {
      signedIn: 'Signed in',
      signedOut: 'Signed out',
      locked: 'Screen locked',
      refused: 'Password refused',
    },
    staff: {
      added: 'Member of staff added',
      updated: 'Member of staff changed',
      passwordSet: 'Password set for a member of staff',
      passwordChanged: 'Own password changed',
    },
    organisation: { updated: 'Organisation changed' },
    party: { viewed: 'File viewed', added: 'File added', updated: 'File changed' },
    visit: {
      started: 'Visit registered',
      moved: 'State of a visit changed',
      noted: 'Note of a visit written',
      inquiryAdded: 'Inquiry recorded',
      inquiryUpdated: 'Inquiry changed',
    },
    contact: { logged: 'Contact logged', closed: 'Follow-up closed', reopened: 'Follow-up reopened' },
    request: {
      opened: 'Support request opened',
      edited: 'Support request changed',
      stepDone: 'Step completed',
      stepSkipped: 'Step skipped',
      stepReopened: 'Step reopened',
      requirementSet: 'Requirement updated',
    },
    letter: {
      created: 'Letter created',
      edited: 'Letter changed',
      submitted: 'Letter put forward',
      returned: 'Letter returned with remarks',
      approved: 'Letter approved',
      issued: 'Letter issued',
      voided: 'Letter voided with a reason',
      discarded: 'Draft of a letter discarded',
      discardUndone: 'Draft of a letter restored',
      printed: 'Letter printed',
      saved: 'Copy of a letter saved',
    },
    draft: { saved: 'Draft saved', discarded: 'Draft discarded' },
    backup: {
      exported: 'Backup taken',
      verified: 'Backup verified',
      restored: 'Restored from a backup',
    },
    search: { refolded: 'Search index updated' },
  },
  auditSubject: {
    installation: 'Wisam',
    session: 'Session',
    staff: 'Member of staff',
    organisation: 'Organisation',
    party: 'File',
    visit: 'Visit',
    contact: 'Contact',
    request: 'Support request',
    letter: 'Letter',
    draft: 'Draft',
    backup: 'Backup',
    search: 'Search index',
  },
};
