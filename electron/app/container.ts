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

/** An office that must be brought up to date first: for minutes, so in the background. */
export interface Preparing<O extends Office> {
  readonly prepare: (onNames: (names: NamesDone) => void, signal: AbortSignal) => Promise<O>;
}
type NamesDone = NonNullable<Extract<AppState, { kind: 'preparing' }>['names']>;

/** Who hears of an office that is brought up to date in the background. */
export interface ContainerListener {
  /** Each step, and the end of it. */
  readonly onState: (state: AppState) => void;
  /** What went wrong there and was nobody's fault but ours. */
  readonly onFault: (error: unknown) => void;
}

type Standing<O> =
  | { readonly kind: 'firstRun' }
  | { readonly kind: 'preparing'; names: NamesDone | null; readonly end: AbortController }
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
  openOffice: (dataFolder: string) => O | Preparing<O>,
  listener: ContainerListener = { onState: () => {}, onFault: () => {} },
): Container<O> {
  let standing: Standing<O> = { kind: 'firstRun' };
  const close = (): void => {
    if (standing.kind === 'ready') standing.office.close();
    if (standing.kind === 'preparing') standing.end.abort();
    standing = { kind: 'firstRun' };
  };
  const look = (): Standing<O> => {
    try {
      const office = openOffice(dataFolder);
      return 'prepare' in office ? prepared(office) : { kind: 'ready', office };
    } catch (error) {
      if (error instanceof AppError) return refused(error);
      throw error;
    }
  };
  const refused = ({ code, details }: AppError): Standing<O> =>
    code === NO_OFFICE_YET ? { kind: 'firstRun' } : { kind: 'recovery', code, details };
  const prepared = ({ prepare }: Preparing<O>): Standing<O> => {
    const own: Standing<O> = { kind: 'preparing', names: null, end: new AbortController() };
    const settle = (now: Standing<O>): void => {
      standing = now;
      listener.onState(state());
    };
    const onNames = (names: NamesDone): void => {
      own.names = names;
      if (standing === own) listener.onState(state());
    };
    void prepare(onNames, own.end.signal).then(
      (office) => (standing === own ? settle({ kind: 'ready', office }) : office.close()),
      (error: unknown) => {
        // Closed meanwhile: the thread was asked to end, and that is what it says.
        if (standing !== own) return;
        if (!(error instanceof AppError)) listener.onFault(error);
        settle(refused(error instanceof AppError ? error : new AppError('internal')));
      },
    );
    return own;
  };
  const state = (): AppState => {
    switch (standing.kind) {
      case 'firstRun':
        return { kind: 'firstRun', dataFolder };
      case 'preparing':
        return { kind: 'preparing', dataFolder, names: standing.names };
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
      // What is under way goes on; it says itself when it is done.
      if (standing.kind === 'preparing') return state();
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
