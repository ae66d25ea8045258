import { existsSync, mkdirSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { openDatabase, type Database } from '#db/open-database.ts';
import { DEMO_UNTIL, runDemo } from '#electron/demo/demo-command.ts';
import { readDatabaseKey } from '#electron/keys/key-file.ts';

export const SEED = 41;
export const MANY = 1_000_000;
export const FEW = 10_000;

/**
 * A million people take minutes to make, so their office is made once and kept outside the sources: in the folder that
 * WISAM_BENCH_PEOPLE names, else beside the temporary files. After a change of the schema or of the demo it is to be
 * thrown away by hand.
 */
const kept = (): string => resolve(process.env['WISAM_BENCH_PEOPLE'] ?? join(tmpdir(), 'wisam-bench-people'));

/** The data folder of a demo office of so many people; made now when it is missing, whole or not at all. */
export async function peopleFolder(people: number, say: (text: string) => void): Promise<string> {
  const dataFolder = join(kept(), String(people));
  if (existsSync(join(dataFolder, 'app.db'))) return dataFolder;
  say(`making an office of ${people} people in ${dataFolder} …`);
  mkdirSync(kept(), { recursive: true });
  await runDemo({
    people,
    seed: SEED,
    dataFolder,
    recoveryKeyFile: undefined,
    until: DEMO_UNTIL,
    signal: new AbortController().signal,
    onProgress: () => {},
  });
  return dataFolder;
}

export const openPeople = (dataFolder: string): Database =>
  openDatabase({ file: join(dataFolder, 'app.db'), key: readDatabaseKey(dataFolder) });
