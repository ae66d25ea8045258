/** The command line runs from the sources; the desk hands in its bundles instead. */
export const backupWorker = new URL('../backup/backup-worker.ts', import.meta.url);
export const verifyWorker = new URL('../verify/verify-worker.ts', import.meta.url);
