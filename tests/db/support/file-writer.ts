import { writeSync } from 'node:fs';
import { randomBytes } from 'node:crypto';
import { openDataFolder } from '#electron/app/open-data-folder.ts';
import { createFileStore, MOST_BYTES_IN_DATABASE } from '#electron/files/file-store.ts';
import { readDatabaseKey } from '#electron/keys/key-file.ts';
import { listStaff } from '#db/staff/staff-queries.ts';
import { tinyPdf } from '../../support/tiny-pdf.ts';
import { keepCompiled } from './keep-compiled.ts';

/** Keeps files, small and large, until somebody kills it; each is told on standard output once it is said to be kept. */
const [, , dataFolder] = process.argv;
if (dataFolder === undefined) throw new Error('which folder?');
keepCompiled();
const { db } = openDataFolder(dataFolder);
const store = createFileStore({
  db,
  dataFolder,
  databaseKey: readDatabaseKey(dataFolder),
  clock: { nowMs: () => Date.now() },
});
const staff = listStaff(db)[0]!;
for (let n = 0; ; n += 1) {
  const size = n % 2 === 0 ? 60_000 : MOST_BYTES_IN_DATABASE + 400_000;
  const bytes = Buffer.concat([
    tinyPdf(`ملف ${n}`),
    Buffer.from('\n%'),
    Buffer.from(randomBytes(size).toString('hex')),
    Buffer.from('\n%%EOF\n'),
  ]);
  const { sha256 } = await store.put({ name: `scan-${n}.pdf`, bytes }, staff);
  writeSync(1, `file ${sha256}\n`);
}
