import { join } from 'node:path';

/**
 * Everything a data folder holds. Nothing in it but the database ends in .db or .sqlite, and everything it needs lies
 * inside it: moved whole, it opens elsewhere.
 */
export const DATABASE_FILE = 'app.db';
export const DATABASE_KEY_FILE = 'database.key';
export const RECOVERY_FILE = 'recovery.json';
/** The database while a first run makes it: it becomes app.db by one rename, the last act. */
export const FIRST_RUN_FILE = 'first-run.partial';
/** Scans, by content address. */
export const SCANS_FOLDER = 'files';
/** Zero bytes for ever; what counts is who holds the lock on it. */
export const LOCK_FILE = 'lock';
/** The encrypted snapshot that a running backup packs; swept when the folder is next used. */
export const BACKUP_WORK_FOLDER = 'backup-work';
/** Restore: what comes, what goes, and the mark that it is decided. */
export const NEXT_FOLDER = 'next';
export const PREVIOUS_FOLDER = 'prev';
export const RESTORE_MARK = 'restore.ready';
/** Backups of the present that a restore makes before it replaces it. */
export const SAFETY_FOLDER = 'before-restore';

/** What the command line did while the desk was closed, for the desk to put into the log when it opens. */
export const DEEDS_FILE = 'command-line.json';

export const databasePath = (dataFolder: string): string => join(dataFolder, DATABASE_FILE);
export const databaseKeyPath = (dataFolder: string): string => join(dataFolder, DATABASE_KEY_FILE);
export const recoveryPath = (dataFolder: string): string => join(dataFolder, RECOVERY_FILE);
export const scansPath = (dataFolder: string): string => join(dataFolder, SCANS_FOLDER);
export const lockPath = (dataFolder: string): string => join(dataFolder, LOCK_FILE);
