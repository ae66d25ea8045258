import { existsSync, mkdirSync, readdirSync, readFileSync, renameSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import {
  BACKUP_WORK_FOLDER,
  DATABASE_FILE,
  DATABASE_KEY_FILE,
  DEEDS_FILE,
  FIRST_RUN_FILE,
  NEXT_FOLDER,
  PREVIOUS_FOLDER,
  RECOVERY_FILE,
  RESTORE_MARK,
  SCANS_FOLDER,
} from '../data-folder/data-folder-files.ts';
import { fileError, syncFolder, writeFileDurably } from '../data-folder/durable-files.ts';

/**
 * The last act of a restore, and the first at start-up. Until `restore.ready` stands in the data folder, the old data are
 * in force and `next/` counts for nothing; from that moment the new data are, and every start carries the swap on from
 * wherever it was interrupted. `next/app.db` tells the two halves of it apart: while it is there only old files lie in
 * the folder and are moved away; it is the first to be moved in.
 */
const markSchema = z.object({
  format: z.literal(1),
  /** The name under which the replaced files stay, when they could not be saved as a backup; null drops them. */
  keepAs: z
    .string()
    .regex(/^kept-[0-9-]+$/)
    .nullable(),
});
type Mark = z.infer<typeof markSchema>;

/** All that belongs to the data in force: the database with its log and its copies from before migrations, the keys. */
const isLive = (name: string): boolean =>
  name.startsWith(DATABASE_FILE) ||
  name.startsWith(FIRST_RUN_FILE) ||
  [DATABASE_KEY_FILE, RECOVERY_FILE, SCANS_FOLDER, DEEDS_FILE].includes(name);

/** Decides for what lies in `next/` (whole, checked, flushed) and swaps it in. The caller holds the lock. */
export const swapIn = (dataFolder: string, keepAs: string | null): void => {
  const mark: Mark = { format: 1, keepAs };
  writeFileDurably(join(dataFolder, RESTORE_MARK), JSON.stringify(mark), 0o600);
  rollForward(dataFolder);
};

/**
 * At every opening of a data folder, before its database is touched; the caller holds the lock. Carries a decided restore
 * on to its end, or clears away an undecided one and what a killed backup left. Errors: dataFolderReadOnly, diskFull.
 */
export const recoverInterruptedRestore = (dataFolder: string): 'finished' | 'undone' | 'none' => {
  try {
    rmSync(join(dataFolder, BACKUP_WORK_FOLDER), { recursive: true, force: true });
    rmSync(join(dataFolder, `.${RESTORE_MARK}.new`), { force: true });
    if (existsSync(join(dataFolder, RESTORE_MARK))) {
      rollForward(dataFolder);
      return 'finished';
    }
    const next = join(dataFolder, NEXT_FOLDER);
    if (!existsSync(next)) return 'none';
    rmSync(next, { recursive: true, force: true });
    return 'undone';
  } catch (error) {
    throw fileError(error, dataFolder);
  }
};

/** Whether a restore waits to be carried on: for readers that may not touch anything. */
export const restoreIsPending = (dataFolder: string): boolean => existsSync(join(dataFolder, RESTORE_MARK));

const rollForward = (dataFolder: string): void => {
  const next = join(dataFolder, NEXT_FOLDER);
  const previous = join(dataFolder, PREVIOUS_FOLDER);
  if (existsSync(join(next, DATABASE_FILE))) {
    mkdirSync(previous, { recursive: true, mode: 0o700 });
    // The write-ahead log first: left beside another database it would be played into it.
    const live = readdirSync(dataFolder).filter(isLive).sort().reverse();
    for (const name of live) renameSync(join(dataFolder, name), join(previous, name));
    syncFolder(previous);
    syncFolder(dataFolder);
    renameSync(join(next, DATABASE_FILE), join(dataFolder, DATABASE_FILE));
  }
  for (const name of existsSync(next) ? readdirSync(next) : []) {
    renameSync(join(next, name), join(dataFolder, name));
  }
  syncFolder(dataFolder);
  putAway(dataFolder, previous, readMark(dataFolder));
  rmSync(next, { recursive: true, force: true });
  syncFolder(dataFolder);
  rmSync(join(dataFolder, RESTORE_MARK), { force: true });
  syncFolder(dataFolder);
};

const putAway = (dataFolder: string, previous: string, { keepAs }: Mark): void => {
  if (!existsSync(previous)) return;
  if (keepAs === null || readdirSync(previous).length === 0) {
    rmSync(previous, { recursive: true, force: true });
    return;
  }
  // Nothing but the database in force is called app.db.
  const database = join(previous, DATABASE_FILE);
  if (existsSync(database)) renameSync(database, `${database}.kept`);
  renameSync(previous, join(dataFolder, keepAs));
};

/** A mark that cannot be read still decides; then the old files are kept rather than dropped. */
const readMark = (dataFolder: string): Mark => {
  try {
    return markSchema.parse(JSON.parse(readFileSync(join(dataFolder, RESTORE_MARK), 'utf8')));
  } catch {
    return { format: 1, keepAs: `kept-${Date.now()}` };
  }
};
