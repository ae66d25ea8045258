import { existsSync, rmSync } from 'node:fs';
import { dirname } from 'node:path';
import { AppError } from '#shared/app-error.ts';
import { FIRST_RUN_PROFILE } from '#shared/organisation/profile.ts';
import type { Role, Staff } from '#shared/staff/staff.ts';
import { loadInBulk } from '#db/bulk-load.ts';
import { settleSearchIndex } from '#db/search-index.ts';
import { countTables } from '#db/integrity.ts';
import { listStaff } from '#db/staff/staff-queries.ts';
import { fileError, makePrivateFolder, writeFileDurably } from '../data-folder/durable-files.ts';
import { createOfficeFolder } from '../first-run/create-office-folder.ts';
import { createFileStore } from '../files/file-store.ts';
import { readDatabaseKey } from '../keys/key-file.ts';
import { makeRecoveryIdentity } from '../keys/recovery-identity.ts';
import { createPdfRenderer } from '../pdf/pdf-renderer.ts';
import { createDeskSession } from '../session/desk-session.ts';
import { createPasswords } from '../staff/passwords.ts';
import { createStaffService } from '../staff/staff-service.ts';
import { OPENS_AT_MINUTE, riyadhInstant, workingDays } from './demo-calendar.ts';
import { DEMO_YEARS, playDemoOffice } from './demo-office.ts';
import { demoScale, type DemoScale } from './demo-scale.ts';
import { DEMO_STAFF } from './demo-staff.ts';

/** Everybody's password in a demo office: it holds invented people only. */
export const DEMO_PASSWORD = 'wisam-demo';

const AT_THE_DESK: readonly Role[] = ['receptionist', 'beneficiaryRelationsOfficer'];

function withRole(team: readonly Staff[], role: Role): Staff {
  const found = team.find(({ roles }) => roles.includes(role));
  if (found === undefined) throw new Error(`nobody is ${role}`);
  return found;
}

/** The last day of a demo office unless `--until` moves it: fixed, so that a seed means one office for ever. */
export const DEMO_UNTIL = '2026-11-22';

export interface DemoOrder {
  readonly people: number;
  readonly seed: number;
  /** A missing or an empty folder. */
  readonly dataFolder: string;
  /** Where the recovery identity is written, 0600; without it nobody can ever open this office's backups. */
  readonly recoveryKeyFile: string | undefined;
  /** ISO day. */
  readonly until: string;
  readonly signal: AbortSignal;
  readonly onProgress: (done: number, total: number) => void;
}

/**
 * Makes a believable office in a folder of its own, whole or not at all. Returns what is in it.
 * @throws AppError dataFolderNotEmpty, dataFolderInUse, diskFull, conflict (the key file is there already)
 */
export async function runDemo(order: DemoOrder): Promise<DemoScale> {
  const { dataFolder, recoveryKeyFile, seed, signal, until } = order;
  if (recoveryKeyFile !== undefined) {
    // Looked at first: an office whose key could not be written would have been made in vain.
    if (existsSync(recoveryKeyFile)) throw new AppError('conflict', { file: recoveryKeyFile });
    if (!existsSync(dirname(recoveryKeyFile)))
      throw new AppError('fileMissing', { file: dirname(recoveryKeyFile) });
  }
  const scale = demoScale(order.people);
  const opensMs = riyadhInstant(workingDays(until, DEMO_YEARS)[0] ?? until, OPENS_AT_MINUTE);
  const passwords = createPasswords();
  const identity = await makeRecoveryIdentity();
  const [chair, ...others] = DEMO_STAFF;
  const existed = existsSync(dataFolder);
  const office = await createOfficeFolder({
    dataFolder,
    profile: FIRST_RUN_PROFILE,
    person: { name: chair.name, jobTitle: chair.jobTitle, passwordHash: await passwords.hash(DEMO_PASSWORD) },
    lastPaperNumbers: { outgoing: 84, incoming: 41 },
    recipient: identity.recipient,
    nowMs: opensMs,
  });
  const renderer = createPdfRenderer({ workerFile: new URL('../pdf/render-worker.ts', import.meta.url) });
  let done = false;
  try {
    const { db } = office;
    const clock = { nowMs: () => opensMs };
    const staff = createStaffService({ db, clock, passwords, session: createDeskSession() });
    const first = listStaff(db)[0];
    if (first === undefined) throw new Error('the first person is not there');
    const throwIfStopped = (): void => signal.throwIfAborted();
    await loadInBulk(db, async () => {
      for (const one of others) await staff.addStaff({ ...one, password: DEMO_PASSWORD }, first);
      const team = listStaff(db);
      await playDemoOffice({
        db,
        renderLetter: (paper) => renderer.renderLetter(paper),
        renderPaper: (sheet) => renderer.renderPaper(sheet),
        openFiles: (time) =>
          createFileStore({ db, dataFolder, databaseKey: readDatabaseKey(dataFolder), clock: time }),
        team: {
          manager: first,
          desk: team.filter((one) => one.roles.some((role) => AT_THE_DESK.includes(role))),
          researcher: withRole(team, 'socialResearchOfficer'),
          member: withRole(team, 'committeeMember'),
        },
        seed,
        scale,
        until,
        onProgress: order.onProgress,
        throwIfStopped,
      });
      db.write((tx) => {
        tx.unaudited();
        settleSearchIndex(tx);
      });
    });
    if (recoveryKeyFile !== undefined) writeFileDurably(recoveryKeyFile, `${identity.identity}\n`, 0o600);
    done = true;
    // Corrections, letters to many and what was written by hand came on top of what was planned.
    const rows = new Map(countTables(db.sqlite).map((one) => [one.table, one.rows]));
    return { ...scale, letters: rows.get('letter') ?? 0, incoming: rows.get('incoming_letter') ?? 0 };
  } catch (error) {
    throw fileError(error, dataFolder);
  } finally {
    await renderer.close();
    office.close();
    if (!done) {
      rmSync(dataFolder, { recursive: true, force: true });
      if (existed) makePrivateFolder(dataFolder);
    }
  }
}
