// npm run bench [-- --only start,letters,letters-find,incoming-find,people,duplicates,requests,database] [-- --json FILE]
import { writeFileSync } from 'node:fs';
import { availableParallelism, cpus, release, totalmem } from 'node:os';
import { resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { ensureBuilt } from '../fresh-build.ts';
import { databaseRows } from './database-rows.ts';
import { duplicateRows } from './duplicate-rows.ts';
import { importRows } from './import-rows.ts';
import { incomingFindRows } from './incoming-find-rows.ts';
import { letterFindRows } from './letter-find-rows.ts';
import { letterRows } from './letter-rows.ts';
import { peopleRows } from './people-rows.ts';
import { requestRows } from './request-rows.ts';
import { describe, met, rounded, spread, type Row } from './row.ts';
import { startRow } from './start-row.ts';

const GROUPS: Readonly<Record<string, () => Promise<Row[]>>> = {
  start: async () => {
    await ensureBuilt();
    return [await startRow()];
  },
  letters: letterRows,
  'letters-find': () => letterFindRows((text) => process.stderr.write(`${text}\n`)),
  'incoming-find': () => incomingFindRows((text) => process.stderr.write(`${text}\n`)),
  import: () => importRows((text) => process.stderr.write(`${text}\n`)),
  people: () => peopleRows((text) => process.stderr.write(`${text}\n`)),
  duplicates: () => duplicateRows((text) => process.stderr.write(`${text}\n`)),
  requests: () => requestRows((text) => process.stderr.write(`${text}\n`)),
  database: () => databaseRows((text) => process.stderr.write(`${text}\n`)),
};

const { values } = parseArgs({
  options: { json: { type: 'string' }, only: { type: 'string' }, help: { type: 'boolean' } },
});
if (values.help === true) {
  process.stdout.write(`npm run bench -- [--only ${Object.keys(GROUPS).join(',')}] [--json FILE]\n`);
  process.exit(0);
}
const wanted = values.only?.split(',') ?? Object.keys(GROUPS);
const unknown = wanted.filter((name) => !(name in GROUPS));
if (unknown.length > 0) {
  process.stderr.write(`--only takes ${Object.keys(GROUPS).join(', ')}, not "${unknown.join(', ')}"\n`);
  process.exit(2);
}

const machine = `${process.platform} ${release()}, ${availableParallelism()} × ${cpus()[0]?.model ?? 'unknown'}, ${Math.round(totalmem() / 2 ** 30)} GiB, Node ${process.versions.node}`;
process.stdout.write(`${machine}\n`);
const rows: Row[] = [];
for (const name of wanted) {
  const made = (await GROUPS[name]?.()) ?? [];
  rows.push(...made);
  for (const line of made.flatMap(describe)) process.stdout.write(`${line}\n`);
}
const missed = rows.filter((row) => !met(row));
process.stdout.write(`${rows.length - missed.length} goals met, ${missed.length} missed\n`);

if (values.json !== undefined) {
  const file = resolve(process.env['INIT_CWD'] ?? process.cwd(), values.json);
  const report = rows.map((row) => ({
    name: row.name,
    rival: row.rival,
    measure: row.measure,
    ...Object.fromEntries(Object.entries(spread(row.values)).map(([key, value]) => [key, rounded(value)])),
    judged: rounded(row.judged),
    goalAtMost: row.atMost,
    met: met(row),
    info: row.info,
    ...(met(row) ? {} : { cause: row.cause }),
  }));
  writeFileSync(file, `${JSON.stringify({ machine, rows: report }, null, 2)}\n`);
}
