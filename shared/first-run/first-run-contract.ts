import { z } from 'zod';
import { command, defineContract, query } from '../ipc/contract.ts';
import { MOST_PATH_CHARACTERS } from '../backup/backup-contract.ts';
import { organisationProfileSchema } from '../organisation/profile.ts';
import { sessionSchema } from '../staff/staff-contract.ts';
import { PASSWORD_MIN } from '../staff/staff.ts';

/** How the data folder stands when the desk opens; anything but `ready` shows a screen of its own. */
export const appStateSchema = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('firstRun'), dataFolder: z.string() }),
  z.object({ kind: z.literal('ready'), dataFolder: z.string(), version: z.string() }),
  /** The first start after an update: `names` once it is known how many are to be folded. */
  z.object({
    kind: z.literal('preparing'),
    dataFolder: z.string(),
    names: z.object({ done: z.int(), total: z.int() }).nullable(),
  }),
  /** The folder is there and cannot be used: kept untouched; the code's message says what to do. */
  z.object({
    kind: z.literal('recovery'),
    dataFolder: z.string(),
    code: z.string(),
    details: z.record(z.string(), z.unknown()),
  }),
]);
export type AppState = z.infer<typeof appStateSchema>;

const lastPaperNumber = z
  .int({ message: 'wholeNumber' })
  .min(0, { message: 'wholeNumber' })
  .max(999_999, { message: 'wholeNumber' });

export const firstRunInputSchema = z.object({
  profile: organisationProfileSchema,
  person: z.object({
    name: z.string().trim().min(2, { message: 'name.required' }).max(80),
    jobTitle: z.string().trim().max(80),
    password: z.string().min(PASSWORD_MIN, { message: 'passwordTooShort' }).max(200),
  }),
  /** The last number used on paper this Hijri year, in each register; 0 when there was none. */
  lastPaperNumbers: z.object({ outgoing: lastPaperNumber, incoming: lastPaperNumber }),
  /** The six characters of the printed recovery sheet that `firstRun.makeRecoverySheet` asked for. */
  recoveryProof: z.string().trim().length(6, { message: 'recoveryProof' }),
});
export type FirstRunInput = z.infer<typeof firstRunInputSchema>;

export const firstRunContract = defineContract({
  'app.state': query('anyone', z.void(), appStateSchema),
  /** «فحص المجلد من جديد»: opens what could not be opened, once a person has put it right. Changes nothing else. */
  'app.openAgain': command('anyone', z.void(), appStateSchema, ['session', 'staff', 'profile']),
  /**
   * Makes the recovery identity (kept in memory until proved) and its sheet.
   * `places` are the 1-based positions of the six characters that the person types from the printed sheet.
   */
  'firstRun.makeRecoverySheet': command(
    'anyone',
    z.object({ organisation: z.string().max(200) }),
    z.object({ pdf: z.instanceof(Uint8Array), places: z.array(z.int()).length(6) }),
    [],
  ),
  'firstRun.printRecoverySheet': command(
    'anyone',
    z.void(),
    z.object({ printed: z.boolean(), savedTo: z.string().nullable() }),
    [],
  ),
  /** Creates the data folder's database, first person and registers in one act, and signs the person in. Errors: recoveryProofWrong, firstRunAlreadyDone, diskFull. */
  'firstRun.complete': command('anyone', firstRunInputSchema, sessionSchema, ['session', 'staff', 'profile']),
  /** «استعادة من نسخة احتياطية» on a new computer: asks for the archive and takes the printed key. Null: the person closed the dialog. */
  'firstRun.chooseArchive': query('anyone', z.void(), z.string().nullable()),
  'firstRun.restore': command(
    'anyone',
    z.object({
      archive: z.string().min(1).max(MOST_PATH_CHARACTERS),
      recoveryKey: z.string().min(1, { message: 'required' }).max(2000, { message: 'tooLong' }),
    }),
    appStateSchema,
    ['session', 'staff', 'profile'],
  ),
});
