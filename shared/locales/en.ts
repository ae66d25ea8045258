import type { ar } from './ar.ts';
import { auditWords } from './en/audit-words.ts';
import { calendar } from './en/calendar.ts';
import { domain } from './en/domain.ts';
import { errors } from './en/errors.ts';
import { office } from './en/office.ts';
import { shell } from './en/shell.ts';
import { validation } from './en/validation.ts';
import type { Words } from './words.ts';

/** English; a section that is missing here falls back to Arabic. */
export const en = {
  ...shell,
  ...office,
  ...auditWords,
  calendar,
  domain,
  errors,
  validation,
} satisfies Partial<Words<typeof ar>>;
