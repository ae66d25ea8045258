import { findStaff } from '#db/staff/staff-queries.ts';
import { openDataFolder } from '#electron/app/open-data-folder.ts';

/** A desk that writes and dies without a word, its write-ahead log left as it is: argv = folder, number of writes. */
const [folder = '', writes = '0'] = process.argv.slice(2);
const { db } = openDataFolder(folder);
const staff = findStaff(db, 1 as never);
for (let index = 0; index < Number(writes); index += 1) {
  db.write((tx) => {
    tx.audit({
      atMs: Date.UTC(2026, 10, 22, 8) + index,
      actorId: staff?.id ?? null,
      actorName: staff?.name ?? '',
      action: 'test.written',
      subjectKind: 'test',
      subjectId: index,
      details: { text: 'كلمات '.repeat(20) },
    });
  });
}
process.kill(process.pid, 'SIGKILL');
