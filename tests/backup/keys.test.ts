import { spawnSync } from 'node:child_process';
import { chmodSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { AppError } from '#shared/app-error.ts';
import { toArabicDigits } from '#shared/arabic/digits.ts';
import { createKeyFile, readDatabaseKey } from '#electron/keys/key-file.ts';
import { readRecoveryFile, recoverDatabaseKey, writeRecoveryFile } from '#electron/keys/recovery-file.ts';
import { makeRecoveryIdentity, recipientOf } from '#electron/keys/recovery-identity.ts';
import { parseRecoveryKey, proveRecovery, sixPlaces } from '#electron/keys/recovery-key-text.ts';
import { codeOf, codeOfAsync } from './support/code-of.ts';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'wisam-keys-'));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

const reasonOf = (act: () => unknown): unknown => {
  try {
    act();
  } catch (error) {
    if (error instanceof AppError) return error.details['reason'];
  }
  return 'none';
};

describe('database.key', () => {
  it('is 64 hex digits that only its owner may read, and is never replaced', () => {
    const key = createKeyFile(folder);
    const path = join(folder, 'database.key');
    expect(readFileSync(path, 'utf8')).toMatch(/^[0-9a-f]{64}\n$/);
    expect(statSync(path).mode & 0o777).toBe(0o600);
    expect(readDatabaseKey(folder)).toEqual(key);
    expect(codeOf(() => createKeyFile(folder))).toBe('conflict');
    expect(readDatabaseKey(folder)).toEqual(key);
    expect(readdirSync(folder)).toEqual(['database.key']);
  });

  it('is closed to others when it was opened to them, unless nothing may be touched', () => {
    createKeyFile(folder);
    const path = join(folder, 'database.key');
    chmodSync(path, 0o644);
    readDatabaseKey(folder, { touch: false });
    expect(statSync(path).mode & 0o777).toBe(0o644);
    readDatabaseKey(folder);
    expect(statSync(path).mode & 0o777).toBe(0o600);
  });

  it('names a missing and a spoilt key, and a folder that is gone', () => {
    expect(codeOf(() => readDatabaseKey(folder))).toBe('databaseKeyMissing');
    writeFileSync(join(folder, 'database.key'), 'not a key');
    expect(codeOf(() => readDatabaseKey(folder))).toBe('databaseKeyWrong');
    expect(codeOf(() => createKeyFile(join(folder, 'gone')))).toBe('dataFolderMissing');
  });

  it('is told from another folder’s key, and its recipient from another folder’s', async () => {
    const key = createKeyFile(folder);
    const mine = await makeRecoveryIdentity();
    const recovery = await writeRecoveryFile(folder, key, mine.recipient);
    expect(readDatabaseKey(folder)).toEqual(key);
    writeFileSync(join(folder, 'database.key'), 'ab'.repeat(32));
    expect(reasonOf(() => readDatabaseKey(folder))).toBe('otherKey');
    writeFileSync(join(folder, 'database.key'), key.toString('hex'));
    const other = await makeRecoveryIdentity();
    writeFileSync(join(folder, 'recovery.json'), JSON.stringify({ ...recovery, recipient: other.recipient }));
    expect(reasonOf(() => readDatabaseKey(folder))).toBe('otherRecipient');
    writeFileSync(join(folder, 'recovery.json'), '{"app":"wisam"');
    expect(reasonOf(() => readDatabaseKey(folder))).toBe('recoveryFile');
  });
});

describe('the recovery identity', () => {
  it('gives the database key back to the holder of the sheet, and to nobody else', async () => {
    const key = createKeyFile(folder);
    const { identity, recipient } = await makeRecoveryIdentity();
    expect(await recipientOf(identity)).toBe(recipient);
    await writeRecoveryFile(folder, key, recipient);
    const recovery = readRecoveryFile(folder);
    if (recovery === null) throw new Error('no recovery file');
    expect(JSON.stringify(recovery)).not.toContain(key.toString('hex'));
    expect(await recoverDatabaseKey(recovery, identity)).toEqual(key);
    const other = await makeRecoveryIdentity();
    expect(await codeOfAsync(recoverDatabaseKey(recovery, other.identity))).toBe('recoveryKeyWrong');
  });

  it('wraps in a form that age itself opens', async ({ skip }) => {
    if (spawnSync('age', ['--version']).error !== undefined) skip('Debian’s age is not installed');
    const key = createKeyFile(folder);
    const { identity, recipient } = await makeRecoveryIdentity();
    const { wrappedKey } = await writeRecoveryFile(folder, key, recipient);
    writeFileSync(join(folder, 'identity.txt'), identity);
    const opened = spawnSync('age', ['-d', '-i', join(folder, 'identity.txt')], {
      input: Buffer.from(wrappedKey, 'base64'),
    });
    expect(opened.stdout.toString()).toBe(key.toString('hex'));
  });
});

describe('the printed recovery key', () => {
  it('is read however it is typed or pasted', async () => {
    const { identity } = await makeRecoveryIdentity();
    const groups = identity.slice(16).match(/.{1,4}/g) ?? [];
    const asOnTheSheet = identity.match(/.{1,4}/g) ?? [];
    const typed = [
      identity,
      identity.toLowerCase(),
      `  ${identity}\n`,
      groups.join(' '),
      asOnTheSheet.join(' '),
      asOnTheSheet.join('\n'),
      groups.join('-').toLowerCase(),
      groups.map((group, index) => (index % 5 === 4 ? `${group}\r\n` : `${group} – `)).join(''),
      `AGE-SECRET-KEY-1 ${groups.join('\u00A0')}`,
      toArabicDigits(groups.join(' ')),
      `\u200F${identity}\u200E`,
      `# created: 2026-01-01\n# public key: age1…\n${identity}\n`,
      identity.slice(16).replaceAll('0', 'O').replaceAll('8', 'B'),
      identity.slice(16).replaceAll('L', '1').toLowerCase(),
      identity.slice(16).replaceAll('L', 'i'),
    ];
    for (const text of typed) expect(parseRecoveryKey(text)).toBe(identity);
  });

  it('refuses what cannot be one, and finds every single mistyped character by its checksum', async () => {
    const { identity } = await makeRecoveryIdentity();
    for (const text of ['', 'AGE-SECRET-KEY-1', identity.slice(0, -1), `${identity}Q`, 'مفتاح', 'age1qqqq']) {
      expect(codeOf(() => parseRecoveryKey(text))).toBe('recoveryKeyWrong');
    }
    for (let place = 16; place < identity.length; place += 1) {
      const wrong = identity[place] === 'Q' ? 'P' : 'Q';
      const text = parseRecoveryKey(identity.slice(0, place) + wrong + identity.slice(place + 1));
      // oxlint-disable-next-line no-await-in-loop -- a refusal at each place, one after the other
      expect(await codeOfAsync(recipientOf(text))).toBe('recoveryKeyWrong');
    }
  });

  it('is proved by six characters of the sheet, and by nothing less', async () => {
    const { identity } = await makeRecoveryIdentity();
    for (let round = 0; round < 50; round += 1) {
      const places = sixPlaces();
      expect(new Set(places).size).toBe(6);
      expect(places.every((place) => place >= 17 && place <= 74)).toBe(true);
      const typed = places.map((place) => identity[place - 1]).join('');
      expect(proveRecovery(identity, places, typed)).toBe(true);
      expect(proveRecovery(identity, places, toArabicDigits(` ${typed.toLowerCase()} `))).toBe(true);
      expect(proveRecovery(identity, places, typed.slice(1))).toBe(false);
      expect(proveRecovery(identity, places, (typed.startsWith('Q') ? 'P' : 'Q') + typed.slice(1))).toBe(
        false,
      );
      expect(proveRecovery(identity, places, '')).toBe(false);
    }
    expect(proveRecovery(identity, [], '')).toBe(false);
  });
});
