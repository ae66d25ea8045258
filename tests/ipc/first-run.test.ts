import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, describe, expect, it } from 'vitest';
import { AppError } from '#shared/app-error.ts';
import { FIRST_RUN_PROFILE } from '#shared/organisation/profile.ts';
import { newDatabaseKey } from '#db/database-key.ts';
import { createDatabase, openDatabase } from '#db/open-database.ts';
import { FIRST_RUN_FILE } from '#electron/data-folder/data-folder-files.ts';
import { recoverDatabaseKey, readRecoveryFile } from '#electron/keys/recovery-file.ts';
import { RECOVERY_KEY_PREFIX } from '#electron/keys/recovery-key-text.ts';
import { verifyDatabase } from '#electron/verify/verify-database.ts';
import { createOfficeFolder } from '#electron/first-run/create-office-folder.ts';
import { codeOf, MORNING_MS, openDesk, openOffice, PASSWORD, type TestDesk } from '../support/office.ts';

let desk: TestDesk;
afterEach(() => desk.close());

const input = (recoveryProof: string) => ({
  profile: FIRST_RUN_PROFILE,
  person: { name: 'سارة محمد المطيري', jobTitle: 'رئيسة المجلس', password: PASSWORD },
  lastPaperNumbers: { outgoing: 126, incoming: 33 },
  recoveryProof,
});

/** Reads the printed key off the sheet, as a person does. */
function keyOn(pdf: Uint8Array): string {
  const hex = /<feff([0-9a-f]*)>/u.exec(Buffer.from(pdf).toString('latin1'))![1]!;
  const text = Buffer.from(hex, 'hex').swap16().toString('utf16le');
  return (JSON.parse(text) as { key: string }).key;
}
async function sheet(): Promise<{ key: string; proof: string }> {
  const { pdf, places } = await desk.call('firstRun.makeRecoverySheet', {
    organisation: FIRST_RUN_PROFILE.name,
  });
  const key = keyOn(pdf);
  return { key, proof: places.map((place) => key[place - 1]).join('') };
}

describe('the first run', () => {
  it('makes an office, proves the sheet, and signs its first person in with everything', async () => {
    desk = openDesk();
    expect(await desk.call('app.state')).toEqual({ kind: 'firstRun', dataFolder: desk.dataFolder });
    const { key, proof } = await sheet();
    expect(await desk.call('firstRun.printRecoverySheet')).toEqual({ printed: true, savedTo: null });
    const session = await desk.call('firstRun.complete', input(proof));
    expect(session).toMatchObject({
      locked: false,
      staff: {
        roles: ['administrator', 'manager'],
        rights: ['approveLetters', 'issueLetters', 'useSigningPictures'],
        active: true,
      },
    });
    expect(await desk.call('app.state')).toMatchObject({ kind: 'ready' });
    expect(await desk.call('organisation.get')).toEqual(FIRST_RUN_PROFILE);
    expect(verifyDatabase(desk.office().db).lines).toContainEqual({
      name: 'register outgoing 1448 last',
      value: 126,
    });
    expect(verifyDatabase(desk.office().db).lines).toContainEqual({
      name: 'register incoming 1448 last',
      value: 33,
    });

    // The printed key alone opens the database; nothing in the folder is the printed key.
    const recovery = readRecoveryFile(desk.dataFolder)!;
    const recovered = await recoverDatabaseKey(recovery, key);
    openDatabase({
      file: join(desk.dataFolder, 'app.db'),
      key: recovered,
      keyCheck: recovery.keyCheck,
    }).close();
    for (const name of readdirSync(desk.dataFolder)) {
      const bytes = readFileSync(join(desk.dataFolder, name));
      expect(bytes.includes(key.slice(RECOVERY_KEY_PREFIX.length))).toBe(false);
    }
    expect(statSync(join(desk.dataFolder, 'database.key')).mode & 0o777).toBe(0o600);
    expect(readdirSync(desk.dataFolder).filter((name) => /\.(?:db|sqlite)$/u.test(name))).toEqual(['app.db']);
  });

  it('takes no wrong proof, no proof without a sheet, and only the last sheet', async () => {
    desk = openDesk();
    expect(await codeOf(() => desk.call('firstRun.complete', input('ABCDEF')))).toBe('recoveryProofWrong');
    const first = await sheet();
    const second = await sheet();
    expect(await codeOf(() => desk.call('firstRun.complete', input(first.proof)))).toBe('recoveryProofWrong');
    expect(existsSync(desk.dataFolder)).toBe(false);
    expect(await codeOf(() => desk.call('firstRun.complete', input(second.proof)))).toBe('none');
  });

  it('offers to save the sheet where no printer takes it', async () => {
    desk = openDesk({
      ports: {
        printer: {
          listPrinters: () => Promise.resolve([]),
          printPdf: () => Promise.reject(new AppError('printerMissing')),
          openInViewer: () => Promise.resolve(),
        },
      },
    });
    const { pdf } = await desk.call('firstRun.makeRecoverySheet', { organisation: 'جمعية' });
    desk.saved.path = join(desk.folder, 'sheet.pdf');
    expect(await desk.call('firstRun.printRecoverySheet')).toEqual({
      printed: false,
      savedTo: desk.saved.path,
    });
    expect(readFileSync(desk.saved.path).equals(Buffer.from(pdf))).toBe(true);
  });

  it('happens once: an office is never made over an office', async () => {
    desk = await openOffice();
    expect(await codeOf(() => desk.call('firstRun.makeRecoverySheet', { organisation: 'x' }))).toBe(
      'firstRunAlreadyDone',
    );
    expect(await codeOf(() => desk.call('firstRun.complete', input('ABCDEF')))).toBe('firstRunAlreadyDone');
    expect(await codeOf(() => desk.call('firstRun.restore', { archive: 'x', recoveryKey: 'y' }))).toBe(
      'firstRunAlreadyDone',
    );
  });

  it('pressed twice makes one office', async () => {
    desk = openDesk();
    const { proof } = await sheet();
    const codes = await Promise.all(
      [0, 1].map(() => codeOf(() => desk.call('firstRun.complete', input(proof)))),
    );
    expect(codes).toContain('none');
    expect(codes.filter((code) => code === 'none')).toHaveLength(1);
    expect(await desk.call('session.listStaff')).toHaveLength(1);
    expect(verifyDatabase(desk.office().db).fault).toBeNull();
  });

  it('refuses a folder with somebody else’s files and leaves it as it was', async () => {
    desk = openDesk();
    mkdirSync(desk.dataFolder);
    writeFileSync(join(desk.dataFolder, 'photo.jpg'), 'x');
    const { proof } = await sheet();
    expect(await codeOf(() => desk.call('firstRun.complete', input(proof)))).toBe('dataFolderNotEmpty');
    expect(readdirSync(desk.dataFolder)).toEqual(['photo.jpg']);
  });

  it('leaves nothing behind when it fails, not even the folder', async () => {
    desk = openDesk();
    const { proof } = await sheet();
    writeFileSync(desk.dataFolder, 'a file where the folder should be');
    expect(await codeOf(() => desk.call('firstRun.complete', input(proof)))).not.toBe('none');
    expect(readFileSync(desk.dataFolder, 'utf8')).toBe('a file where the folder should be');
  });

  it.each([
    ['before the keys', []],
    ['between the keys', ['database.key']],
    ['before the last rename', ['database.key', 'recovery.json']],
  ])('cut %s begins again, and the cut remains do no harm', async (_, keys) => {
    desk = openDesk();
    mkdirSync(desk.dataFolder);
    createDatabase({ file: join(desk.dataFolder, FIRST_RUN_FILE), key: newDatabaseKey() }).close();
    writeFileSync(join(desk.dataFolder, `${FIRST_RUN_FILE}-wal`), 'x');
    for (const name of keys) writeFileSync(join(desk.dataFolder, name), 'of the cut first run');
    expect(desk.app.holder.open()).toMatchObject({ kind: 'firstRun' });
    const { proof } = await sheet();
    await desk.call('firstRun.complete', input(proof));
    expect(readdirSync(desk.dataFolder).filter((name) => name.startsWith(FIRST_RUN_FILE))).toEqual([]);
    desk.app.holder.open();
    expect(await desk.call('app.state')).toMatchObject({ kind: 'ready' });
  });

  it('in a year without letters begins at the declared number of each register only', async () => {
    desk = openDesk();
    const { proof } = await sheet();
    await desk.call('firstRun.complete', { ...input(proof), lastPaperNumbers: { outgoing: 0, incoming: 0 } });
    expect(await codeOf(() => desk.call('firstRun.complete', input(proof)))).toBe('firstRunAlreadyDone');
  });
});

describe('a folder that cannot be opened', () => {
  it.each([
    ['its key is gone', 'databaseKeyMissing', (folder: string) => writeOver(folder, 'database.key', null)],
    ['its database is gone', 'databaseMissing', (folder: string) => writeOver(folder, 'app.db', null)],
    ['its database is half', 'databaseCorrupt', (folder: string) => writeOver(folder, 'app.db', 5000)],
    [
      'its key is another one',
      'databaseKeyWrong',
      (folder: string) => writeFileSync(join(folder, 'database.key'), `${'0'.repeat(64)}\n`),
    ],
  ])('%s: the desk says so, keeps it, and starts no first run over it', async (_, code, damage) => {
    desk = await openOffice();
    desk.app.holder.close();
    damage(desk.dataFolder);
    const before = readdirSync(desk.dataFolder).sort();
    desk.app.holder.open();
    expect(await desk.call('app.state')).toMatchObject({ kind: 'recovery', code });
    expect(await codeOf(() => desk.call('firstRun.makeRecoverySheet', { organisation: 'x' }))).toBe(
      'firstRunAlreadyDone',
    );
    expect(await codeOf(() => desk.call('session.listStaff'))).toBe(code);
    expect(readdirSync(desk.dataFolder).sort()).toEqual(before);
  });

  it('opens again once it was put right, and an open office is not closed by that', async () => {
    desk = await openOffice();
    desk.app.holder.close();
    const file = join(desk.dataFolder, 'database.key');
    const key = readFileSync(file);
    rmSync(file);
    desk.app.holder.open();
    expect(await desk.call('app.openAgain')).toMatchObject({ kind: 'recovery', code: 'databaseKeyMissing' });
    writeFileSync(file, key);
    expect(await desk.call('app.openAgain')).toMatchObject({ kind: 'ready' });
    const office = desk.office();
    expect(await desk.call('app.openAgain')).toMatchObject({ kind: 'ready' });
    expect(desk.office()).toBe(office);
  });

  it('lets go of a folder whose damage shows only after it was opened', async () => {
    desk = await openOffice();
    desk.app.holder.close();
    const file = join(desk.dataFolder, 'app.db');
    const sound = readFileSync(file);
    let late = 0;
    for (let page = 1; page < sound.length / 4096; page += 1) {
      const bytes = Buffer.from(sound);
      bytes[page * 4096 + 200]! ^= 1;
      writeFileSync(file, bytes);
      const state = desk.app.holder.open();
      if (state.kind !== 'recovery') continue;
      expect(state.code).toBe('databaseCorrupt');
      // Were it still locked or open, this would say that it is in use.
      expect(desk.app.holder.open()).toMatchObject({ kind: 'recovery', code: 'databaseCorrupt' });
      late += 1;
    }
    expect(late).toBeGreaterThan(0);
    desk.app.holder.close();
    writeFileSync(file, sound);
    expect(desk.app.holder.open()).toMatchObject({ kind: 'ready' });
  });
});

function writeOver(folder: string, name: string, keep: number | null): void {
  const path = join(folder, name);
  if (keep === null) rmSync(path);
  else writeFileSync(path, readFileSync(path).subarray(0, keep));
}

it('a first run that fails half way leaves no key, no database and no folder', async () => {
  desk = openDesk();
  const office = {
    dataFolder: join(desk.folder, 'deep', 'data'),
    profile: FIRST_RUN_PROFILE,
    person: { name: 'سارة', jobTitle: '', passwordHash: '$argon2id$x' },
    lastPaperNumbers: { outgoing: 0, incoming: 0 },
    nowMs: MORNING_MS,
  };
  await expect(createOfficeFolder({ ...office, recipient: 'age1-nobody' })).rejects.toThrow();
  expect(existsSync(join(desk.folder, 'deep'))).toBe(false);
  // In a folder that was there already, the folder stays and nothing in it.
  mkdirSync(office.dataFolder, { recursive: true });
  await expect(createOfficeFolder({ ...office, recipient: 'age1-nobody' })).rejects.toThrow();
  expect(readdirSync(office.dataFolder)).toEqual([]);
});
