import { randomUUID } from 'node:crypto';
import { readdirSync, renameSync, rmdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { NORM_VERSION } from '#shared/arabic/search-key.ts';
import { riyadhDay } from '#shared/calendar/dual-date.ts';
import { hijriFromGregorian } from '#shared/calendar/hijri.ts';
import type { FirstRunInput } from '#shared/first-run/first-run-contract.ts';
import type { StaffId } from '#shared/ids.ts';
import { RIGHTS } from '#shared/staff/staff.ts';
import { newDatabaseKey } from '#db/database-key.ts';
import { createDatabase, type Database, openDatabase } from '#db/open-database.ts';
import { insertInstallation, insertProfile } from '#db/organisation/organisation-rows.ts';
import { openRegister } from '#db/registers/register-counter.ts';
import { insertStaff } from '#db/staff/staff-writes.ts';
import { auditEntry } from '../audit/audit-entry.ts';
import { DATABASE_FILE, databasePath, FIRST_RUN_FILE } from '../data-folder/data-folder-files.ts';
import { fileError, makePrivateFolder, syncFolder } from '../data-folder/durable-files.ts';
import { type DataFolderLock, lockDataFolder } from '../data-folder/lock-data-folder.ts';
import { isOfCutFirstRun, requireFreeDataFolder } from '../data-folder/recognise-data-folder.ts';
import { createKeyFile } from '../keys/key-file.ts';
import { writeRecoveryFile } from '../keys/recovery-file.ts';

export interface NewOffice {
  readonly dataFolder: string;
  readonly profile: FirstRunInput['profile'];
  readonly person: {
    readonly name: string;
    readonly jobTitle: string;
    /** PHC string of their password. */
    readonly passwordHash: string;
  };
  readonly lastPaperNumbers: FirstRunInput['lastPaperNumbers'];
  /** `age1…`: whom backups are encrypted to. */
  readonly recipient: string;
  /** The instant of the first run: it decides the Hijri year of the opening numbers. */
  readonly nowMs: number;
}

export interface OpenedOffice {
  readonly dataFolder: string;
  readonly db: Database;
  readonly staffId: StaffId;
  /** Closes the database, then lets the next process in. */
  readonly close: () => void;
}

/**
 * Makes a data folder whole or not at all, and leaves it open. Under another name the database gets its profile, its
 * first person and its registers; the keys are laid beside it; the rename to `app.db` is the last act, so that a cut
 * at any moment leaves a folder in which the first run simply begins again.
 * @throws AppError dataFolderNotEmpty, dataFolderInUse, dataFolderReadOnly, diskFull; nothing is left behind
 */
export async function createOfficeFolder(office: NewOffice): Promise<OpenedOffice> {
  const { dataFolder } = office;
  requireFreeDataFolder(dataFolder);
  const made = makePrivateFolder(dataFolder);
  let lock: DataFolderLock | undefined;
  try {
    lock = lockDataFolder(dataFolder);
    // Somebody may have been faster between the look and the lock.
    requireFreeDataFolder(dataFolder);
    sweep(dataFolder);
    const { db, staffId } = await build(office);
    const held = lock;
    return {
      dataFolder,
      db,
      staffId,
      close: () => {
        try {
          db.close();
        } finally {
          held.release();
        }
      },
    };
  } catch (error) {
    if (lock !== undefined) {
      sweep(dataFolder);
      lock.release({ forget: true });
    }
    if (made !== null) removeEmpty(dataFolder, made);
    throw fileError(error, dataFolder);
  }
}

async function build(office: NewOffice): Promise<{ db: Database; staffId: StaffId }> {
  const { dataFolder } = office;
  const key = newDatabaseKey();
  const partial = join(dataFolder, FIRST_RUN_FILE);
  const db = createDatabase({ file: partial, key });
  let staffId: StaffId;
  try {
    staffId = fill(db, office);
  } finally {
    db.close();
  }
  createKeyFile(dataFolder, key);
  await writeRecoveryFile(dataFolder, key, office.recipient);
  renameSync(partial, databasePath(dataFolder));
  syncFolder(dataFolder);
  return { db: openDatabase({ file: databasePath(dataFolder), key }), staffId };
}

/** The first person is manager and administrator and holds every right: nobody else is there to give them. */
function fill(db: Database, office: NewOffice): StaffId {
  const { profile, person, lastPaperNumbers, nowMs } = office;
  const { year } = hijriFromGregorian(riyadhDay(nowMs));
  const roles = ['manager', 'administrator'] as const;
  return db.write((tx) => {
    insertInstallation(tx, { uuid: randomUUID(), atMs: nowMs, normVersion: NORM_VERSION });
    insertProfile(tx, profile, nowMs);
    const { name, jobTitle } = person;
    const id = insertStaff(tx, { name, jobTitle, roles, rights: RIGHTS }, person.passwordHash, nowMs);
    openRegister(tx, 'outgoing', year, lastPaperNumbers.outgoing);
    openRegister(tx, 'incoming', year, lastPaperNumbers.incoming);
    tx.audit(
      auditEntry(
        { id, name },
        nowMs,
        'installation.created',
        { kind: 'installation', id: 1 },
        {
          organisation: profile.name,
          hijriYear: year,
          lastPaperNumbers: { ...lastPaperNumbers },
        },
      ),
    );
    return id;
  });
}

/** Takes away what a cut or failed first run left; an office is never touched by it. */
function sweep(dataFolder: string): void {
  const names = readdirSync(dataFolder);
  // After the rename the office is there: whatever failed then, nothing of it is taken away.
  if (names.includes(DATABASE_FILE)) return;
  for (const name of names) if (isOfCutFirstRun(name)) rmSync(join(dataFolder, name), { force: true });
}

/** The folders that were made for nothing, from the inner one outwards to `topmost`. */
function removeEmpty(dataFolder: string, topmost: string): void {
  for (let folder = dataFolder; folder.startsWith(topmost); folder = join(folder, '..')) {
    try {
      rmdirSync(folder);
    } catch {
      return;
    }
  }
}
