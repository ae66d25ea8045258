import { auditWords } from './ar/audit-words.ts';
import { calendar } from './ar/calendar.ts';
import { contacts } from './ar/contacts.ts';
import { desk } from './ar/desk.ts';
import { domain } from './ar/domain.ts';
import { errors } from './ar/errors.ts';
import { files } from './ar/files.ts';
import { letters } from './ar/letters.ts';
import { office } from './ar/office.ts';
import { parties } from './ar/parties.ts';
import { registers } from './ar/registers.ts';
import { requests } from './ar/requests.ts';
import { shell } from './ar/shell.ts';
import { validation } from './ar/validation.ts';
import { visits } from './ar/visits.ts';
import type { Words } from './words.ts';

/**
 * The words of Wisam: Arabic is the source, every other language has the same shape. One section a feature; a section
 * of its own lies in `ar/<section>.ts`. `errors` and `validation` are keyed by code.
 */
export const ar = {
  ...shell,
  ...office,
  ...auditWords,
  calendar,
  desk,
  visits,
  parties,
  contacts,
  requests,
  letters,
  files,
  registers,
  domain,
  errors,
  validation,
};

/** The shape of every language. */
export type Locale = Words<typeof ar>;
