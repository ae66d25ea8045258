import { spawn } from 'node:child_process';
import { existsSync, mkdirSync, readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { listStoredFiles } from '#db/files/stored-files.ts';
import { openDataFolder } from '#electron/app/open-data-folder.ts';
import { scansPath } from '#electron/data-folder/data-folder-files.ts';
import { createFileStore } from '#electron/files/file-store.ts';
import { readDatabaseKey } from '#electron/keys/key-file.ts';
import { verifyDatabase } from '#electron/verify/verify-database.ts';
import { openOffice } from '../support/office.ts';

const KILLS = 20;

/** Runs the writer and kills it a little after it has told of `files` files. Gives what it had said to be kept. */
function killedWriter(dataFolder: string, files: number, afterMs: number): Promise<string[]> {
  const child = spawn(process.execPath, [join(import.meta.dirname, 'support/file-writer.ts'), dataFolder], {
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let out = '';
  let problem = '';
  child.stderr.on('data', (part: Buffer) => (problem += part.toString()));
  child.stdout.on('data', (part: Buffer) => {
    const before = out.split('\n').length - 1;
    out += part.toString();
    if (before < files && out.split('\n').length - 1 >= files)
      setTimeout(() => child.kill('SIGKILL'), afterMs);
  });
  return new Promise((done, fail) => {
    child.once('error', fail);
    child.once('close', (_, signal) => {
      if (signal === 'SIGKILL')
        done(
          out
            .split('\n')
            .slice(0, -1)
            .map((line) => line.slice('file '.length)),
        );
      else fail(new Error(`the writer ended by itself: ${problem}`));
    });
  });
}

it(`${KILLS} kills while files are kept: what was said to be kept is there, whole; nothing half-written stays`, async () => {
  const desk = await openOffice();
  desk.app.holder.close();
  const { dataFolder } = desk;
  const told: string[] = [];
  let halves = 0;
  for (let kill = 0; kill < KILLS; kill += 1) {
    told.push(...(await killedWriter(dataFolder, 1 + (kill % 4), (kill * 5) % 17)));
    const folder = scansPath(dataFolder);
    // A kill between the file and its row is rare on a quick disk: what it leaves is laid there each time as well.
    mkdirSync(folder, { recursive: true });
    writeFileSync(join(folder, 'ab'.repeat(32)), 'a file whose row was never written');
    const lay = existsSync(folder) ? readdirSync(folder) : [];
    const { db, close } = openDataFolder(dataFolder);
    const databaseKey = readDatabaseKey(dataFolder);
    const store = createFileStore({ db, dataFolder, databaseKey, clock: { nowMs: () => Date.now() } });
    const rows = listStoredFiles(db);
    // A row never speaks of a file that is not there, and no file lies there that no row speaks of.
    for (const { sha256 } of rows) expect(store.read(sha256).length).toBeGreaterThan(0);
    const outside = rows.filter((row) => row.outside).map((row) => row.sha256);
    const kept = existsSync(folder) ? readdirSync(folder) : [];
    expect(kept.toSorted()).toEqual(outside.toSorted());
    halves += lay.length - kept.length;
    expect(told.filter((sha256) => !rows.some((row) => row.sha256 === sha256))).toEqual([]);
    expect(verifyDatabase(db).fault).toBeNull();
    close();
  }
  expect(told.length).toBeGreaterThan(KILLS);
  expect(halves).toBeGreaterThanOrEqual(KILLS);
  desk.close();
}, 180_000);
