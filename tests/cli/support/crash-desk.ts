import { findStaff } from '#db/staff/staff-queries.ts';
import { openDataFolder } from '#electron/app/open-data-folder.ts';

/**
 * A desk that writes and dies without a word, its write-ahead log left as it is: argv = folder, number of writes, `restart` to begin the log anew over its
 * own residue before the last ten of them. */
const [folder = '', writes = '0', restart] = process.argv.slice(2);
const { db } = openDataFolder(folder);
const staff = findStaff(db, 1);
for (let index = 0; index < Number(writes); index += 1) {
  if (restart === 'restart' && index === Number(writes) - 10) db.sqlite.pragma('wal_checkpoint(RESTART)');
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
