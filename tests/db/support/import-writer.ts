// node import-writer.ts DATA_FOLDER LIST.xlsx [KILL_AT]: imports the list, telling how many rows are written; once KILL_AT
// of them are, the process is killed. By itself, since a quick import is over before a signal of another process arrives.
import { readFileSync } from 'node:fs';
import { openDataFolder } from '#electron/app/open-data-folder.ts';
import { createImportCalls } from '#electron/imports/import-thread-side.ts';
import { listStaff } from '#db/staff/staff-queries.ts';

const [dataFolder = '', list = '', killAt] = process.argv.slice(2);
const { db } = openDataFolder(dataFolder);
const [actor] = listStaff(db);
if (actor === undefined) throw new Error('an office without staff');
const say = (text: string): void => void process.stdout.write(`${text}\n`);

const calls = createImportCalls(db, ({ stage, done }) => {
  if (stage !== 'writing') return;
  say(`writing ${done}`);
  if (killAt !== undefined && done >= Number(killAt)) process.kill(process.pid, 'SIGKILL');
});
const { columns, options } = await calls.open({
  name: 'list.xlsx',
  bytes: new Uint8Array(readFileSync(list)),
});
const nowMs = Date.now();
calls.check({ columns: columns.map(({ choice }) => choice), options, nowMs });
const report = calls.run({ actor, nowMs });
say(`done ${report.added}`);
