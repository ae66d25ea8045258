import { createHash } from 'node:crypto';
import { join, resolve } from 'node:path';

/** Where everything is, told once at the start. */
export interface Paths {
  /** The office's data: the database, its key, its files. Whole in itself: moved, it opens elsewhere. */
  readonly dataFolder: string;
  /** Chromium's own files, outside the data folder; undefined leaves the platform's default. */
  readonly profile: string | undefined;
  /** Print jobs are written here instead of being sent to a printer. */
  readonly printFolder: string | undefined;
  readonly logs: string;
  readonly preload: string;
  readonly page: string;
}

export interface PathSources {
  readonly argv: readonly string[];
  readonly cwd: string;
  readonly userData: string;
  /** The folder of the built main bundle. */
  readonly bundle: string;
}

/** `--name VALUE` or `--name=VALUE`. */
function option(argv: readonly string[], name: string): string | undefined {
  for (const [index, word] of argv.entries()) {
    if (word.startsWith(`--${name}=`)) return word.slice(name.length + 3) || undefined;
    const next = argv[index + 1];
    if (word === `--${name}` && next !== undefined && !next.startsWith('--')) return next;
  }
  return undefined;
}

export function resolvePaths({ argv, cwd, userData, bundle }: PathSources): Paths {
  const chosen = option(argv, 'data');
  const dataFolder = chosen === undefined ? join(userData, 'data') : resolve(cwd, chosen);
  const printFolder = option(argv, 'print-folder');
  // Two data folders are two desks: each has a profile of its own, unless the starter named one.
  const ownProfile = chosen !== undefined && option(argv, 'user-data-dir') === undefined;
  const name = createHash('sha256').update(dataFolder).digest('hex').slice(0, 16);
  const profile = ownProfile ? join(userData, 'profiles', name) : undefined;
  return {
    dataFolder,
    profile,
    printFolder: printFolder === undefined ? undefined : resolve(cwd, printFolder),
    logs: join(profile ?? userData, 'logs'),
    preload: join(bundle, '../preload/index.cjs'),
    page: join(bundle, '../renderer'),
  };
}
