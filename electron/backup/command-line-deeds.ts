import { readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import { listEventsOf } from '#db/audit/audit-queries.ts';
import { insertBackupRun } from '#db/backup/backup-runs.ts';
import type { Database } from '#db/open-database.ts';
import { DEEDS_FILE } from '../data-folder/data-folder-files.ts';
import { syncFolder, systemCode, writeFileDurably } from '../data-folder/durable-files.ts';

/**
 * A backup made from the command line leaves the database as it found it, so that the archive and the data stay equal to
 * the last byte of their logs; and a restore gives back exactly what was saved. Both are still deeds that the log must
 * know: they wait here, and the desk writes them down when it opens.
 */
const deedSchema = z.discriminatedUnion('kind', [
  z.object({
    kind: z.literal('backup'),
    atMs: z.int(),
    file: z.string(),
    sizeBytes: z.int(),
    sha256: z.string(),
    verifiedAtMs: z.int(),
    auditCount: z.int(),
    auditHash: z.string(),
  }),
  z.object({ kind: z.literal('restore'), atMs: z.int(), sha256: z.string(), createdAt: z.string() }),
]);
export type Deed = z.infer<typeof deedSchema>;

const deedsSchema = z.array(deedSchema);

export const readDeeds = (dataFolder: string): readonly Deed[] => {
  let text: string;
  try {
    text = readFileSync(join(dataFolder, DEEDS_FILE), 'utf8');
  } catch (error) {
    if (systemCode(error) === 'ENOENT') return [];
    throw error;
  }
  // It holds nothing that could not be lost: a spoilt one must not keep the desk from opening.
  const parsed = deedsSchema.safeParse(parseJson(text));
  return parsed.success ? parsed.data : [];
};

const parseJson = (text: string): unknown => {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
};

/** The caller holds the data folder's lock. Errors: diskFull, dataFolderReadOnly. */
export const appendDeed = (dataFolder: string, deed: Deed): void => {
  const deeds = [...readDeeds(dataFolder), deed];
  writeFileDurably(join(dataFolder, DEEDS_FILE), `${JSON.stringify(deeds, null, 2)}\n`, 0o600);
};

/** Writes waiting deeds into the database and its log, in one transaction. Called when the desk opens. */
export const recordDeeds = (dataFolder: string, database: Database): void => {
  const deeds = readDeeds(dataFolder);
  if (deeds.length === 0) return;
  database.write((tx) => {
    tx.unaudited(); // nothing may be left to write, when the file outlived its last recording
    for (const deed of deeds) {
      const { kind, atMs, ...details } = deed;
      const action = kind === 'backup' ? 'backup.exported' : 'backup.restored';
      const known = listEventsOf(tx, 'backup', action);
      if (known.some((event) => event.details['sha256'] === deed.sha256 && event.details['atMs'] === atMs))
        continue;
      if (kind === 'backup') insertBackupRun(tx, { ...deed, staffId: null });
      tx.audit({
        atMs,
        actorId: null,
        actorName: 'wisam',
        action,
        subjectKind: 'backup',
        subjectId: null,
        details: { ...details, atMs },
      });
    }
  });
  rmSync(join(dataFolder, DEEDS_FILE), { force: true });
  syncFolder(dataFolder);
};
