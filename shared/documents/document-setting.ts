import { z } from 'zod';
import { documentKindSchema } from './document.ts';
import { EXPIRING_DAYS } from './standing.ts';

const days = z
  .int({ message: 'wholeDays' })
  .min(1, { message: 'wholeDays' })
  .max(365, { message: 'wholeDays' });
const months = z
  .int({ message: 'wholeMonths' })
  .min(1, { message: 'wholeMonths' })
  .max(60, { message: 'wholeMonths' });

/** Which documents are asked of whom, and when the desk reaches out by itself (G.1). */
export const documentSettingSchema = z.object({
  /** `categoryId` null: of everybody. */
  expected: z
    .array(z.object({ kind: documentKindSchema, categoryId: z.int().positive().nullable() }))
    .max(500),
  /** Days before the end of a document, a deed or an agreement at which it is listed. */
  expiringDays: days.default(EXPIRING_DAYS),
  /** Months without a contact after which somebody is listed. */
  silentMonths: months.default(6),
  /** Days until somebody who did not answer is listed again. */
  noAnswerDays: days.default(3),
});
export type DocumentSetting = z.infer<typeof documentSettingSchema>;
