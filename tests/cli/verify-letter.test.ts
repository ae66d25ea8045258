import { createHash } from 'node:crypto';
import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { toArabicDigits } from '#shared/arabic/digits.ts';
import { codeFromSeal, groupedCode } from '#shared/letters/verification-code.ts';
import { openDatabase } from '#db/open-database.ts';
import { lockDataFolder } from '#electron/data-folder/lock-data-folder.ts';
import { readDatabaseKey } from '#electron/keys/key-file.ts';
import { makeOffice, makeTemp } from '../backup/support/office.ts';
import { wisam } from './support/wisam.ts';

// Processes are started here, on machines that may be busy with other tests.
vi.setConfig({ testTimeout: 240_000, hookTimeout: 120_000 });

const temp = makeTemp('verify-letter');
afterAll(temp.remove);
const office = join(temp.folder, 'office');
const ask = (code: string) => wisam(['verify-letter', code, '--data', office], temp.folder);

const inOffice = <T>(act: (sqlite: ReturnType<typeof openDatabase>['sqlite']) => T): T => {
  const db = openDatabase({ file: join(office, 'app.db'), key: readDatabaseKey(office) });
  try {
    return act(db.sqlite);
  } finally {
    db.close();
  }
};

let codes: string[];
beforeAll(async () => {
  await makeOffice(office, ['خطاب أول', 'خطاب ثان']);
  codes = inOffice((sqlite) => {
    sqlite.exec(
      `UPDATE letter SET state = 'voided', voided_by = 1, voided_at_ms = 1, void_reason = 'صدر مكررًا' WHERE id = 2`,
    );
    return sqlite.prepare('SELECT code FROM letter ORDER BY id').pluck().all() as string[];
  });
});

const stateOf = (folder: string): unknown =>
  readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .sort()
    .map((name) => {
      const { mtimeNs, ino } = statSync(join(folder, name), { bigint: true });
      const bytes = statSync(join(folder, name)).isFile() ? readFileSync(join(folder, name)) : '';
      return [name, mtimeNs, ino, createHash('sha256').update(bytes).digest('hex')];
    });

describe('verify-letter', () => {
  it('says that a code is genuine, of what letter, and writes nothing', () => {
    const before = stateOf(office);
    const told = ask(codes[0]!);
    expect(told).toEqual({
      code: 0,
      err: '',
      out: [
        `code: ${codes[0]}`,
        'outcome: genuine',
        'number: 127/ص/1448',
        'day: 2026-11-22',
        'hijri day: 12 جمادى الآخرة 1448 هـ',
        'addressee: سعادة محمد بن عبدالله العتيبي',
        'subject: خطاب أول',
        'state: issued',
        'issued by: سارة محمد المطيري',
        'pages: 1',
        'checked: content, seal, code, pdf, log, chain\n',
      ].join('\n'),
    });
    for (const typed of [groupedCode(codes[0]!), toArabicDigits(groupedCode(codes[0]!))])
      expect(ask(typed).out).toBe(told.out);
    expect(stateOf(office)).toEqual(before);
  });

  it('says that a genuine letter is void, and why', () => {
    const { code, out } = ask(codes[1]!);
    expect(code).toBe(0);
    expect(out).toContain('state: voided\nvoid because: صدر مكررًا\n');
  });

  it('tells a code of nobody and a misread one apart', () => {
    const stranger = ask(codeFromSeal('cd'.repeat(32)));
    expect([stranger.code, stranger.out]).toEqual([1, expect.stringContaining('outcome: unknown')]);
    expect(stranger.err).toContain('no letter of this office bears this code');
    const slip = `${codes[0]!.slice(0, 15)}${(Number(codes[0]![15]) + 1) % 10}`;
    expect(ask(slip)).toMatchObject({ code: 2, out: '' });
    expect(ask('127').err).toContain('16 digits');
    expect(wisam(['verify-letter', '--data', office], temp.folder).code).toBe(2);
  });

  it('waits for no desk that has the folder open, and finds an alteration', () => {
    const lock = lockDataFolder(office);
    expect(ask(codes[0]!)).toMatchObject({ code: 1, out: '' });
    lock.release();
    inOffice((sqlite) => {
      sqlite.exec('DROP TRIGGER letter_pdf_is_never_updated');
      sqlite.exec(`UPDATE letter_pdf SET pdf = x'255044462d' WHERE letter_id = 1`);
    });
    const altered = ask(codes[0]!);
    expect([altered.code, altered.err]).toEqual([1, 'wisam verify-letter: altered: pdf\n']);
    expect(altered.out).toContain('outcome: altered');
  });
});
