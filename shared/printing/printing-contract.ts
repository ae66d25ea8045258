import { z } from 'zod';
import { command, defineContract, query } from '../ipc/contract.ts';
import { DESK_ROLES } from '../staff/staff.ts';
import { printedSchema } from './print-choice.ts';
import { printSettingSchema } from './print-setting.ts';

export const printerInfoSchema = z.object({
  name: z.string(),
  /** What the system shows for it. */
  label: z.string(),
  /** The system's own choice. */
  usual: z.boolean(),
  state: z.enum(['ready', 'stopped']),
});
export type PrinterInfo = z.infer<typeof printerInfoSchema>;

export const printingContract = defineContract({
  /** The system's printers, the remembered one first, then the usual one. Empty when there is none. */
  'printing.printers': query('signedIn', z.void(), z.array(printerInfoSchema)),
  'printing.getSetting': query('signedIn', z.void(), printSettingSchema),
  'printing.saveSetting': command(
    { roles: [...DESK_ROLES, 'administrator'] },
    printSettingSchema,
    printSettingSchema,
    ['printing'],
  ),
  /** F9 prints there from now on. */
  'printing.remember': command(
    'signedIn',
    z.object({ printer: z.string().min(1).max(300).nullable() }),
    z.void(),
    ['printing'],
  ),
  /** «هل خرجت كل الصفحات؟» `from` is the first page that did not. The last answer stands. Error: notFound. */
  'printing.cameOut': command(
    'signedIn',
    z.object({
      jobId: z.int(),
      complete: z.boolean(),
      from: z.int().min(1).nullable().default(null),
    }),
    z.void(),
    ['printing'],
  ),
  /** One page that shows whether the printer and the paper stand well. Errors: printerFailed, printerMissing. */
  'printing.testPage': command('signedIn', z.object({ printer: z.string().max(300) }), printedSchema, [
    'printing',
  ]),
});
