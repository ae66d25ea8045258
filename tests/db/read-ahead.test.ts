import { spawnSync } from 'node:child_process';
import { rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { newDatabaseKey } from '#db/database-key.ts';
import { createDatabase, openDatabase } from '#db/open-database.ts';
import { readAhead, readAheadSoon } from '#db/search/read-ahead.ts';
import { tempFolder } from '../support/office.ts';

let folder: string;
let file: string;
beforeEach(() => {
  folder = tempFolder();
  file = join(folder, 'app.db');
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

const MB = 1 << 20;
/** Takes the whole database for itself, if nobody has it open. */
const TAKE_IT_ALL = `
  const { connect } = await import('${new URL('../../db/open-database.ts', import.meta.url).href}');
  const db = connect(process.env.FILE, Buffer.from(process.env.KEY, 'hex'), { fileMustExist: true });
  db.pragma('busy_timeout = 0');
  db.pragma('locking_mode = EXCLUSIVE');
  try {
    db.exec('CREATE TABLE probe (a)');
    console.log('taken');
  } catch (error) {
    console.log(error.code);
  }
`;

describe('reading a database ahead', () => {
  it('reads all of it, whatever its length', async () => {
    for (const size of [0, 1, MB, 2 * MB + 17]) {
      writeFileSync(file, Buffer.alloc(size));
      expect(await readAhead(file, { memory: 8 * MB })).toBe(size);
    }
  });

  it('leaves a file that would take more than half of the memory', async () => {
    writeFileSync(file, Buffer.alloc(MB));
    expect(await readAhead(file, { memory: 2 * MB })).toBe(MB);
    expect(await readAhead(file, { memory: 2 * MB - 2 })).toBe(0);
  });

  it('stops when it is told to', async () => {
    writeFileSync(file, Buffer.alloc(3 * MB));
    const stop = new AbortController();
    const reading = readAhead(file, { signal: stop.signal, memory: 8 * MB });
    stop.abort();
    expect(await reading).toBe(MB);
    expect(await readAhead(file, { signal: stop.signal, memory: 8 * MB })).toBe(0);
  });

  it('says nothing of a file that is not there', async () => {
    expect(await readAhead(file)).toBe(0);
  });

  it('leaves the open database its locks: another program cannot take it for itself', async () => {
    const key = newDatabaseKey();
    createDatabase({ file, key }).close();
    const takenByAnother = (): string =>
      spawnSync(process.execPath, ['--input-type=module', '-e', TAKE_IT_ALL], {
        env: { ...process.env, FILE: file, KEY: key.toString('hex') },
        encoding: 'utf8',
      }).stdout.trim();
    const db = openDatabase({ file, key });
    try {
      expect(await readAhead(file)).toBeGreaterThan(0);
      expect(takenByAnother()).toBe('SQLITE_BUSY');
    } finally {
      db.close();
    }
    expect(takenByAnother()).toBe('taken');
  });
});

describe('reading it soon', () => {
  beforeEach(() => {
    vi.useFakeTimers();
  });
  afterEach(() => {
    vi.useRealTimers();
  });

  const watched = () => vi.fn<typeof readAhead>(() => Promise.resolve(0));

  it('waits until the desk is drawn, and reads once', () => {
    const read = watched();
    readAheadSoon('app.db', read);
    expect(read).not.toHaveBeenCalled();
    vi.runAllTimers();
    expect(read).toHaveBeenCalledExactlyOnceWith('app.db', expect.anything());
  });

  it('does not begin, and does not go on, once the office is closed', () => {
    const never = watched();
    readAheadSoon('app.db', never)();
    vi.runAllTimers();
    expect(never).not.toHaveBeenCalled();

    const read = watched();
    const stop = readAheadSoon('app.db', read);
    vi.runAllTimers();
    const signal = read.mock.calls[0]?.[1]?.signal;
    expect(signal?.aborted).toBe(false);
    stop();
    expect(signal?.aborted).toBe(true);
  });
});
