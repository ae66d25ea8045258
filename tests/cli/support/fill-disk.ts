import { existsSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { AppError } from '#shared/app-error.ts';
import type { StaffId } from '#shared/ids.ts';
import { FIRST_RUN_PROFILE } from '#shared/organisation/profile.ts';
import { listStoredFiles } from '#db/files/stored-files.ts';
import { findCounter } from '#db/registers/register-counter.ts';
import { createFileStore } from '#electron/files/file-store.ts';
import { createOfficeFolder } from '#electron/first-run/create-office-folder.ts';
import { createIncomingService } from '#electron/incoming/incoming-service.ts';
import { readDatabaseKey } from '#electron/keys/key-file.ts';
import { makeRecoveryIdentity } from '#electron/keys/recovery-identity.ts';
import { bigPdf } from '../../support/sample-files.ts';

/**
 * On a disk of a few megabytes: keeps scans until it is full, then registers a letter, makes room, and goes on. Prints
 * what happened as one line of JSON.
 */
const disk = process.argv[2] ?? '';
const dataFolder = join(disk, 'office');
const clock = { nowMs: () => Date.UTC(2026, 10, 22, 7) };
const actor = { id: 1 as StaffId, name: 'سارة محمد المطيري' };

const office = await createOfficeFolder({
  dataFolder,
  profile: FIRST_RUN_PROFILE,
  person: { name: actor.name, jobTitle: '', passwordHash: '$argon2id$none' },
  lastPaperNumbers: { outgoing: 126, incoming: 33 },
  recipient: (await makeRecoveryIdentity()).recipient,
  nowMs: clock.nowMs(),
});
const { db } = office;
const store = createFileStore({ db, dataFolder, databaseKey: readDatabaseKey(dataFolder), clock });
const incoming = createIncomingService({ db, clock });
const lying = (): string[] =>
  existsSync(join(dataFolder, 'files')) ? readdirSync(join(dataFolder, 'files')) : [];

const codeOf = async (act: () => unknown): Promise<string> => {
  try {
    await act();
    return 'none';
  } catch (error) {
    return error instanceof AppError ? error.code : String(error);
  }
};
const put = (seed: number, size = 2_000_000): Promise<string> =>
  codeOf(() => store.put({ name: `مسح ${seed}.pdf`, bytes: bigPdf(size, seed) }, actor));
const register = (): Promise<string> =>
  codeOf(() =>
    incoming.register(
      {
        content: {
          sender: { organisation: 'بلدية الجموم', name: '', title: '' },
          theirNumber: '',
          theirDay: null,
          subject: 'دعوة '.repeat(20).trim(),
          attachments: { kind: 'list', items: [] },
          scans: [],
          receivedBy: 'byHand',
          note: '',
        },
        partyId: null,
        assignedTo: null,
        dueDay: null,
        confirmClock: false,
      },
      actor,
    ),
  );

const puts: string[] = [];
// oxlint-disable-next-line no-await-in-loop -- until the disk is full
for (let seed = 1; seed <= 20 && puts.at(-1) !== 'diskFull'; seed += 1) puts.push(await put(seed));
const afterPuts = { rows: listStoredFiles(db).length, files: lying() };

const filler = join(disk, 'filler');
for (let size = 4 << 20; size >= 512;) {
  try {
    writeFileSync(filler, Buffer.alloc(size), { flag: 'a' });
  } catch {
    size = Math.floor(size / 2);
  }
}
let registered = 'none';
// The log of writes may have room for a few pages yet.
// oxlint-disable-next-line no-await-in-loop -- until the disk is full
for (let count = 0; count < 200 && registered === 'none'; count += 1) registered = await register();
const last = findCounter(db, 'incoming', 1448)?.last ?? 0;
const letters = incoming.list(
  { text: '', view: 'all', from: null, to: null, offset: 0, limit: 1 },
  actor.id,
).total;

rmSync(filler);
const afterRoom = { put: await put(99, 50_000), register: await register() };
office.close();
process.stdout.write(
  `${JSON.stringify({ puts, afterPuts, registered, gapless: last - 33 === letters, afterRoom })}\n`,
);
