import { AppError } from '#shared/app-error.ts';
import type { AppState, firstRunContract } from '#shared/first-run/first-run-contract.ts';
import type { Handlers } from '../ipc/dispatch.ts';
import { ownBytes } from '../ports/own-bytes.ts';
import type { OpenedOffice } from './create-office-folder.ts';
import type { FirstRunService } from './first-run-service.ts';

interface FirstRunIpcPorts {
  readonly state: () => AppState;
  /** Looks at the data folder again and opens it if it can. */
  readonly open: () => AppState;
  readonly service: FirstRunService;
  /** Takes the new office over and signs its first person in. */
  readonly enter: (
    office: OpenedOffice,
  ) => ReturnType<Handlers<typeof firstRunContract>['firstRun.complete']>;
  /** Asks for an archive; null when the person closed the dialog. */
  readonly chooseArchive: () => Promise<string | null>;
  /** Fills the data folder from an archive and opens it. */
  readonly restore: (archive: string, recoveryKey: string) => Promise<AppState>;
}

/**
 * Before there is an office anybody may call these, so each of `firstRun` first looks that there is none. A restore is
 * also open to an office that cannot be opened (recovery): it is the way out, and the present is kept.
 */
export function firstRunHandlers(ports: FirstRunIpcPorts): Handlers<typeof firstRunContract> {
  const refuseWhen = (...kinds: readonly AppState['kind'][]): void => {
    if (kinds.includes(ports.state().kind)) throw new AppError('firstRunAlreadyDone');
  };
  return {
    'app.state': () => ports.state(),
    // An open office is not closed under the person who works in it.
    'app.openAgain': () => (ports.state().kind === 'ready' ? ports.state() : ports.open()),
    'firstRun.makeRecoverySheet': async ({ organisation }) => {
      refuseWhen('ready', 'recovery');
      const { pdf, places } = await ports.service.makeRecoverySheet(organisation);
      return { pdf: ownBytes(pdf), places };
    },
    'firstRun.printRecoverySheet': () => {
      refuseWhen('ready', 'recovery');
      return ports.service.printRecoverySheet();
    },
    'firstRun.complete': async (input) => {
      refuseWhen('ready', 'recovery');
      return ports.enter(await ports.service.complete(input));
    },
    'firstRun.chooseArchive': () => {
      refuseWhen('ready');
      return ports.chooseArchive();
    },
    'firstRun.restore': ({ archive, recoveryKey }) => {
      refuseWhen('ready');
      return ports.restore(archive, recoveryKey);
    },
  };
}
