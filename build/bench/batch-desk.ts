// node build/bench/batch-desk.ts COUNT: issues letters through the desk's own channels while the desk asks; prints JSON.
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { appContract } from '#shared/ipc/app-contract.ts';
import { createContainer } from '#electron/app/container.ts';
import { openDataFolder } from '#electron/app/open-data-folder.ts';
import { createAppServices } from '#electron/app-services.ts';
import { DEMO_UNTIL, runDemo } from '#electron/demo/demo-command.ts';
import { createDispatch } from '#electron/ipc/dispatch.ts';
import { createPdfRenderer } from '#electron/pdf/pdf-renderer.ts';
import { createFolderPrinter } from '#electron/platform/node/folder-printer.ts';
import { createPasswords } from '#electron/staff/passwords.ts';
import { benchContent } from './letters.ts';
import { quantile } from './row.ts';

const count = Number(process.argv[2] ?? 500);
const PEOPLE = 500;
/** The desk asks this often: faster than any person types. */
const EVERY_MS = 10;
const here = (file: string): URL => new URL(`../../electron/${file}`, import.meta.url);

const folder = mkdtempSync(join(tmpdir(), 'wisam-bench-'));
const dataFolder = join(folder, 'office');
const renderer = createPdfRenderer({ workerFile: here('pdf/render-worker.ts') });
try {
  await runDemo({
    people: PEOPLE,
    seed: 5,
    dataFolder,
    recoveryKeyFile: undefined,
    until: DEMO_UNTIL,
    signal: new AbortController().signal,
    onProgress: () => {},
  });
  const nowMs = Date.parse(`${DEMO_UNTIL}T20:30:00Z`);
  const { handlers, holder, session } = createAppServices(
    {
      version: 'bench',
      clock: { nowMs: () => nowMs },
      passwords: createPasswords(),
      renderer,
      printer: createFolderPrinter(join(folder, 'printer')),
      dialogs: {
        chooseFolder: () => Promise.resolve(null),
        chooseFile: () => Promise.resolve(null),
        chooseSaveFile: () => Promise.resolve(null),
      },
      backupWorkerFile: here('backup/backup-worker.ts'),
      verifyWorkerFile: here('verify/verify-worker.ts'),
      imports: { workerFile: here('imports/import-worker.ts'), onProgress: () => {} },
      onBackupProgress: () => {},
    },
    (openServices) => createContainer(dataFolder, 'bench', (data) => openServices(openDataFolder(data))),
  );
  holder.open();
  const chair = holder
    .office()
    .staff.listStaff()
    .find(({ rights }) => rights.includes('approveLetters') && rights.includes('issueLetters'));
  if (chair === undefined) throw new Error('nobody of the office may issue');
  session.open(chair);
  const faults: unknown[] = [];
  const dispatch = createDispatch(appContract, handlers, {
    session: session.current,
    changed: () => {},
    unexpected: (_, error) => faults.push(error),
  });
  const ask = async (channel: string, input?: unknown): Promise<unknown> => {
    const result = await dispatch(channel, input);
    if (!result.ok) throw new Error(`${channel}: ${JSON.stringify(result.error)}`, { cause: faults.pop() });
    return result.value;
  };

  const ids: unknown[] = [];
  for (let index = 0; index < count; index += 1) {
    const { id } = (await ask('letters.create', { content: benchContent(index) })) as { id: unknown };
    ids.push(id);
  }
  await renderer.warm();

  const questions: readonly (readonly [string, unknown?])[] = [
    ['letters.list', {}],
    ['desk.find', { text: 'محمد' }],
    ['desk.today'],
    ['letters.list', { text: 'الأسر' }],
    ['desk.find', { text: '05' }],
    ['desk.recent'],
  ];
  const waits: number[] = [];
  const work = { done: false };
  const desk = async (): Promise<void> => {
    for (let turn = 0; !work.done; turn += 1) {
      const due = performance.now() + EVERY_MS;
      await pause(EVERY_MS);
      const [channel, input] = questions[turn % questions.length] ?? ['desk.today'];
      await ask(channel, input);
      // From the moment at which the desk would have asked: what kept the thread busy then counts too.
      waits.push(performance.now() - due);
    }
  };
  const asking = desk();
  const from = performance.now();
  for (const id of ids) await ask('letters.issue', { id });
  const seconds = (performance.now() - from) / 1000;
  work.done = true;
  await asking;
  holder.close();
  const shares = { p50: quantile(waits, 0.5), p95: quantile(waits, 0.95), p99: quantile(waits, 0.99) };
  process.stdout.write(JSON.stringify({ seconds, asked: waits.length, ...shares, max: quantile(waits, 1) }));
} finally {
  await renderer.close();
  rmSync(folder, { recursive: true, force: true });
}
