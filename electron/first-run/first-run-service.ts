import { AppError } from '#shared/app-error.ts';
import { riyadhDay } from '#shared/calendar/dual-date.ts';
import type { FirstRunInput } from '#shared/first-run/first-run-contract.ts';
import { proveRecovery, sixPlaces } from '../keys/recovery-key-text.ts';
import { makeRecoveryIdentity, type RecoveryIdentity } from '../keys/recovery-identity.ts';
import type { SaveFile } from '../letters/letter-ports.ts';
import type { Clock } from '../ports/clock.ts';
import type { Printer } from '../ports/printer.ts';
import type { Passwords } from '../staff/passwords.ts';
import { createOfficeFolder, type OpenedOffice } from './create-office-folder.ts';

/** Sets the sheet with the printed recovery key; `key` is `AGE-SECRET-KEY-1…`, `day` ISO. */
export type RenderRecoverySheet = (sheet: {
  readonly organisation: string;
  readonly key: string;
  readonly day: string;
}) => Promise<{ readonly pdf: Uint8Array }>;

interface FirstRunPorts {
  readonly dataFolder: string;
  readonly clock: Clock;
  readonly passwords: Passwords;
  readonly renderRecoverySheet: RenderRecoverySheet;
  readonly printer: Printer;
  readonly saveFile: SaveFile;
}

interface Sheet {
  readonly identity: RecoveryIdentity;
  readonly places: readonly number[];
  readonly pdf: Uint8Array;
}

export type FirstRunService = ReturnType<typeof createFirstRunService>;

/** The first run of an office. The recovery key lives in memory until it is proved, and afterwards on paper only. */
export function createFirstRunService(ports: FirstRunPorts) {
  const { clock, printer, saveFile } = ports;
  let sheet: Sheet | null = null;

  return {
    /** A new key each time: a sheet that was spoilt is made again, and only the last one counts. */
    async makeRecoverySheet(organisation: string): Promise<{ pdf: Uint8Array; places: number[] }> {
      const identity = await makeRecoveryIdentity();
      const { pdf } = await ports.renderRecoverySheet({
        organisation,
        key: identity.identity,
        day: riyadhDay(clock.nowMs()),
      });
      sheet = { identity, places: sixPlaces(), pdf };
      return { pdf, places: [...sheet.places] };
    },

    /** Prints it; where no printer takes it, offers to save it, to be printed elsewhere. @throws AppError conflict */
    async printRecoverySheet(): Promise<{ printed: boolean; savedTo: string | null }> {
      if (sheet === null) throw new AppError('conflict', { reason: 'noRecoverySheet' });
      const { pdf } = sheet;
      try {
        await printer.printPdf({ bytes: pdf, jobName: 'wisam-recovery', copies: 1, printer: null });
        return { printed: true, savedTo: null };
      } catch (error) {
        if (!(error instanceof AppError)) throw error;
        return {
          printed: false,
          savedTo: await saveFile({ suggestedName: 'wisam-recovery.pdf', bytes: pdf }),
        };
      }
    },

    /**
     * Makes the office and hands it over open; the sheet is forgotten.
     * @throws AppError recoveryProofWrong, and as `createOfficeFolder`
     */
    async complete(input: FirstRunInput): Promise<OpenedOffice> {
      if (sheet === null) throw new AppError('recoveryProofWrong', { reason: 'noRecoverySheet' });
      const { identity, places } = sheet;
      if (!proveRecovery(identity.identity, places, input.recoveryProof))
        throw new AppError('recoveryProofWrong', { places: places.map(String) });
      const { name, jobTitle, password } = input.person;
      const passwordHash = await ports.passwords.hash(password);
      const office = await createOfficeFolder({
        dataFolder: ports.dataFolder,
        profile: input.profile,
        person: { name, jobTitle, passwordHash },
        lastPaperNumbers: input.lastPaperNumbers,
        recipient: identity.recipient,
        nowMs: clock.nowMs(),
      });
      sheet = null;
      return office;
    },
  };
}
