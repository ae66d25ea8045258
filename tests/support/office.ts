import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { AppError } from '#shared/app-error.ts';
import { appContract, type AppContract, type ChannelName } from '#shared/ipc/app-contract.ts';
import type { CallerInput, Output, Topic } from '#shared/ipc/contract.ts';
import { FIRST_RUN_PROFILE, type OrganisationProfile } from '#shared/organisation/profile.ts';
import type { Right, Role, Staff } from '#shared/staff/staff.ts';
import { insertStaff } from '#db/staff/staff-writes.ts';
import { createContainer } from '#electron/app/container.ts';
import { openDataFolder } from '#electron/app/open-data-folder.ts';
import { type AppPorts, createAppServices, type OfficeServices } from '#electron/app-services.ts';
import { createOfficeFolder } from '#electron/first-run/create-office-folder.ts';
import { createDispatch } from '#electron/ipc/dispatch.ts';
import { makeRecoveryIdentity } from '#electron/keys/recovery-identity.ts';
import { createFolderPrinter } from '#electron/platform/node/folder-printer.ts';
import { createPasswords } from '#electron/staff/passwords.ts';
import { renderTinyLetter, tinyPdf } from './tiny-pdf.ts';

/** 1448-06-12, a Sunday, 10:00 in Riyadh. */
export const MORNING_MS = Date.UTC(2026, 10, 22, 7, 0, 0);

export interface FakeClock {
  readonly nowMs: () => number;
  set: (ms: number) => void;
  advance: (ms: number) => void;
}

export function fakeClock(startMs = MORNING_MS): FakeClock {
  let now = startMs;
  return {
    nowMs: () => now,
    set: (ms) => {
      now = ms;
    },
    advance: (ms) => {
      now += ms;
    },
  };
}

/** argon2id all the same, at the least that it takes: the cost is tested once, not in every test. */
export const cheapPasswords = createPasswords({ memoryKiB: 8, passes: 1 });
export const PASSWORD = 'كلمة مرور 1448';

export const tempFolder = (): string => mkdtempSync(join(tmpdir(), 'wisam-test-'));

export interface TestDesk {
  readonly folder: string;
  readonly dataFolder: string;
  readonly printFolder: string;
  readonly clock: FakeClock;
  readonly saved: { path: string | null };
  readonly changes: Topic[][];
  readonly unexpected: unknown[];
  readonly app: ReturnType<typeof appOf>;
  /** Calls a channel as the desk does; throws the AppError that came back. */
  readonly call: <N extends ChannelName>(
    name: N,
    ...input: CallerInput<AppContract[N]> extends void ? [] : [CallerInput<AppContract[N]>]
  ) => Promise<Output<AppContract[N]>>;
  readonly office: () => OfficeServices;
  /** Adds a member of staff past the contract and signs them in. */
  readonly become: (name: string, roles: readonly Role[], rights?: readonly Right[]) => Staff;
  readonly close: () => void;
}

export interface DeskOptions {
  readonly clock?: FakeClock;
  readonly ports?: Partial<AppPorts>;
  readonly dataFolder?: string;
}

const appOf = (dataFolder: string, ports: AppPorts) =>
  createAppServices(ports, (openServices) =>
    createContainer(dataFolder, ports.version, (folder) => openServices(openDataFolder(folder))),
  );

/** A desk over a data folder that may not exist yet: everything of the main process but Electron. */
export function openDesk(options: DeskOptions = {}): TestDesk {
  const folder = tempFolder();
  const clock = options.clock ?? fakeClock();
  const dataFolder = options.dataFolder ?? join(folder, 'data');
  const printFolder = join(folder, 'printer');
  const saved: { path: string | null } = { path: null };
  const changes: Topic[][] = [];
  const unexpected: unknown[] = [];
  const ports: AppPorts = {
    version: '0.0.0-test',
    clock,
    passwords: cheapPasswords,
    renderer: {
      renderLetter: renderTinyLetter,
      renderRecoverySheet: (sheet) => Promise.resolve({ pdf: tinyPdf(JSON.stringify(sheet)) }),
      renderHeadPreview: (profile) => Promise.resolve({ pdf: tinyPdf(profile.name) }),
      renderPaper: (sheet) => Promise.resolve({ pdf: tinyPdf(JSON.stringify(sheet)), pages: 1 }),
    },
    printer: createFolderPrinter(printFolder),
    dialogs: {
      chooseFolder: () => Promise.resolve(saved.path),
      chooseFile: () => Promise.resolve(saved.path),
      chooseSaveFile: () => Promise.resolve(saved.path),
    },
    backupWorkerFile: new URL('../../electron/backup/backup-worker.ts', import.meta.url),
    verifyWorkerFile: new URL('../../electron/verify/verify-worker.ts', import.meta.url),
    imports: {
      workerFile: new URL('../../electron/imports/import-worker.ts', import.meta.url),
      onProgress: () => {},
    },
    onBackupProgress: () => {},
    ...options.ports,
  };
  const app = appOf(dataFolder, ports);
  app.holder.open();
  const dispatch = createDispatch(appContract, app.handlers, {
    session: app.session.current,
    changed: (topics) => changes.push([...topics]),
    unexpected: (_, error) => unexpected.push(error),
  });
  return {
    folder,
    dataFolder,
    printFolder,
    clock,
    saved,
    changes,
    unexpected,
    app,
    call: async (name, ...input) => {
      const result = await dispatch(name, input[0]);
      if (!result.ok) {
        const [cause] = unexpected.splice(0);
        throw new AppError(result.error.code, result.error.details, { cause });
      }
      return result.value as never;
    },
    office: () => app.holder.office(),
    become: (name, roles, rights = []) => {
      const { db, staff } = app.holder.office();
      const id = db.write((tx) => {
        tx.unaudited();
        return insertStaff(tx, { name, jobTitle: '', roles, rights }, '$argon2id$none', clock.nowMs());
      });
      const found = staff.listStaff().find((one) => one.id === id)!;
      app.session.open(found);
      return found;
    },
    close: () => {
      app.holder.close();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

/** A desk past its first run, with its first person (manager, administrator, both rights) signed in. */
export async function openOffice(
  options: DeskOptions & {
    readonly lastPaperNumbers?: { outgoing: number; incoming: number };
    readonly profile?: OrganisationProfile;
  } = {},
): Promise<TestDesk> {
  const desk = openDesk(options);
  const made = await createOfficeFolder({
    dataFolder: desk.dataFolder,
    profile: options.profile ?? FIRST_RUN_PROFILE,
    person: {
      name: 'سارة محمد المطيري',
      jobTitle: 'رئيسة مجلس الإدارة',
      passwordHash: await cheapPasswords.hash(PASSWORD),
    },
    lastPaperNumbers: options.lastPaperNumbers ?? { outgoing: 126, incoming: 33 },
    recipient: (await makeRecoveryIdentity()).recipient,
    nowMs: desk.clock.nowMs(),
  });
  made.close();
  desk.app.holder.open();
  desk.app.session.open(desk.office().staff.listStaff()[0]!);
  return desk;
}

/** A person as the form sends them, with a valid national id. */
export const person = (name = 'فاطمة أحمد علي الحربي', idNumber = '1058529940') => ({
  name,
  idKind: 'nationalId' as const,
  idNumber,
  mobile: '0508072675',
  village: 'الصمد',
});

/** The code of what a call throws. */
export async function codeOf(act: () => unknown): Promise<string> {
  try {
    await act();
  } catch (error) {
    if (error instanceof AppError) return error.code;
    throw error;
  }
  return 'none';
}
