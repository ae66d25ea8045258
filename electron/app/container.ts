import { AppError, type AppErrorCode, type AppErrorDetails } from '#shared/app-error.ts';
import { assertNever } from '#shared/assert.ts';
import type { AppState } from '#shared/first-run/first-run-contract.ts';

/** What a data folder gives once it is open; `close` writes everything out and lets the next process in. */
export interface Office {
  readonly close: () => void;
}

export interface Container<O extends Office> {
  readonly dataFolder: string;
  readonly state: () => AppState;
  /** The open office. Errors: firstRunNeeded before there is one, or the code that kept it from opening. */
  readonly office: () => O;
  /** Looks at the data folder again and opens it if it can: at the start, after the first run, after a restore. */
  readonly open: () => AppState;
  /** Takes an office that was just made, as the first run does. */
  readonly take: (office: O) => void;
  readonly close: () => void;
}

type Standing<O> =
  | { readonly kind: 'firstRun' }
  | { readonly kind: 'ready'; readonly office: O }
  | { readonly kind: 'recovery'; readonly code: AppErrorCode; readonly details: AppErrorDetails };

/** No office there yet. Everything else that cannot be opened is kept for a recovery. */
const NO_OFFICE_YET: AppErrorCode = 'firstRunNeeded';

/**
 * Holds the one open office of this process. The desk opens in any case: without an office it shows the first run; with
 * one that cannot be opened, what is wrong, and nothing of the folder is touched.
 */
export function createContainer<O extends Office>(
  dataFolder: string,
  version: string,
  openOffice: (dataFolder: string) => O,
): Container<O> {
  let standing: Standing<O> = { kind: 'firstRun' };
  const close = (): void => {
    if (standing.kind === 'ready') standing.office.close();
    standing = { kind: 'firstRun' };
  };
  const look = (): Standing<O> => {
    try {
      return { kind: 'ready', office: openOffice(dataFolder) };
    } catch (error) {
      if (!(error instanceof AppError)) throw error;
      if (error.code === NO_OFFICE_YET) return { kind: 'firstRun' };
      return { kind: 'recovery', code: error.code, details: error.details };
    }
  };
  const state = (): AppState => {
    switch (standing.kind) {
      case 'firstRun':
        return { kind: 'firstRun', dataFolder };
      case 'ready':
        return { kind: 'ready', dataFolder, version };
      case 'recovery':
        return { kind: 'recovery', dataFolder, code: standing.code, details: { ...standing.details } };
      default:
        return assertNever(standing);
    }
  };
  return {
    dataFolder,
    state,
    office: () => {
      if (standing.kind === 'ready') return standing.office;
      if (standing.kind === 'recovery') throw new AppError(standing.code, standing.details);
      throw new AppError('firstRunNeeded', { folder: dataFolder });
    },
    open: () => {
      close();
      standing = look();
      return state();
    },
    take: (office) => {
      close();
      standing = { kind: 'ready', office };
    },
    close,
  };
}
