import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { letterContentSchema, type LetterContent } from '#shared/letters/letter.ts';
import { FIRST_RUN_PROFILE } from '#shared/organisation/profile.ts';
import { findStaff } from '#db/staff/staff-queries.ts';
import { openDatabase, type Database } from '#db/open-database.ts';
import { exportBackup, type ExportedBackup } from '#electron/backup/export-backup.ts';
import type { JobPorts } from '#electron/backup/run-backup-job.ts';
import { createOfficeFolder } from '#electron/first-run/create-office-folder.ts';
import { readDatabaseKey } from '#electron/keys/key-file.ts';
import { makeRecoveryIdentity, type RecoveryIdentity } from '#electron/keys/recovery-identity.ts';
import { createLetterService } from '#electron/letters/letter-service.ts';
import { renderJob } from '#electron/pdf/render-jobs.ts';

/** 2026-11-22 10:30 in Riyadh. */
export const NOW_MS = Date.UTC(2026, 10, 22, 7, 30);

export const backupWorker = new URL('../../../electron/backup/backup-worker.ts', import.meta.url);
export const verifyWorker = new URL('../../../electron/verify/verify-worker.ts', import.meta.url);

/** A folder of its own in the system's temporary place, and how to be rid of it. */
export const makeTemp = (name: string): { folder: string; remove: () => void } => {
  const folder = mkdtempSync(join(tmpdir(), `wisam-${name}-`));
  return { folder, remove: () => rmSync(folder, { recursive: true, force: true }) };
};

export const letterContent = (subject: string, paragraphs = 2): LetterContent =>
  letterContentSchema.parse({
    recipient: { honorific: 'سعادة', name: 'محمد بن عبدالله العتيبي', closingHonorific: 'حفظه الله' },
    subject,
    body: {
      type: 'doc',
      content: Array.from({ length: paragraphs }, (_, index) => ({
        type: 'paragraph',
        content: [{ type: 'text', text: `نفيدكم بأن طلبكم قد استوفى شروطه، الفقرة ${index + 1}.` }],
      })),
    },
    attachments: { kind: 'text', text: '' },
    signatory: { title: 'رئيس مجلس الإدارة', name: 'عبدالرحمن بن سعد القحطاني' },
    copies: [],
  });

/** Issues letters through the real service, set by the real engine. */
export const issueLetters = async (db: Database, subjects: readonly string[]): Promise<void> => {
  const letters = createLetterService({
    db,
    clock: { nowMs: () => NOW_MS },
    renderLetter: (paper) => renderJob({ kind: 'letter', paper }),
  });
  const staff = findStaff(db, 1);
  if (staff === undefined) throw new Error('the first person is missing');
  for (const subject of subjects) {
    const { id } = letters.createLetter(
      { partyId: null, requestId: null, content: letterContent(subject) },
      staff,
    );
    // oxlint-disable-next-line no-await-in-loop -- one number after the other
    await letters.issueLetter({ id, confirmClock: false }, staff);
  }
};

export interface TestOffice {
  readonly dataFolder: string;
  readonly recovery: RecoveryIdentity;
}

/** A whole data folder, closed, with letters issued in it. */
export const makeOffice = async (dataFolder: string, subjects: readonly string[]): Promise<TestOffice> => {
  const recovery = await makeRecoveryIdentity();
  const office = await createOfficeFolder({
    dataFolder,
    profile: FIRST_RUN_PROFILE,
    // A hash that nobody signs in with: argon2 costs, and passwords are no matter here.
    person: { name: 'سارة محمد المطيري', jobTitle: 'مديرة المكتب', passwordHash: '$argon2id$none' },
    lastPaperNumbers: { outgoing: 126, incoming: 40 },
    recipient: recovery.recipient,
    nowMs: NOW_MS,
  });
  try {
    await issueLetters(office.db, subjects);
  } finally {
    office.close();
  }
  return { dataFolder, recovery };
};

/** The database of a closed folder, for reading. */
export const readOffice = <T>(dataFolder: string, act: (db: Database) => T): T => {
  const db = openDatabase({
    file: join(dataFolder, 'app.db'),
    key: readDatabaseKey(dataFolder, { touch: false }),
    readonly: true,
  });
  try {
    return act(db);
  } finally {
    db.close();
  }
};

/** As the desk and the command line do it. */
export const backUpTo = (
  office: TestOffice,
  folder: string,
  ports: Partial<JobPorts> = {},
): Promise<ExportedBackup> =>
  exportBackup(
    {
      dataFolder: office.dataFolder,
      databaseKey: readDatabaseKey(office.dataFolder),
      recipient: office.recovery.recipient,
      folder,
      appVersion: '0.1.0',
      nowMs: () => NOW_MS,
    },
    { workerFile: backupWorker, ...ports },
  );
