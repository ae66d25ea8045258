import { createHash } from 'node:crypto';
import { cpSync, readdirSync, readFileSync, rmSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { toArabicDigits } from '#shared/arabic/digits.ts';
import { clause } from '#shared/policy/clauses.ts';
import { migrate, schemaVersion } from '#db/migrate.ts';
import { MIGRATIONS } from '#db/migrations/index.ts';
import { APPLICATION_ID, connect } from '#db/open-database.ts';
import { lockDataFolder } from '#electron/data-folder/lock-data-folder.ts';
import { readDatabaseKey } from '#electron/keys/key-file.ts';
import { makeTemp } from '../backup/support/office.ts';
import { letterContent } from '../support/letter-content.ts';
import { openOffice, person } from '../support/office.ts';
import { toClosed } from '../support/request-path.ts';
import { wisam } from './support/wisam.ts';

// Processes are started here, on machines that may be busy with other tests.
vi.setConfig({ testTimeout: 240_000, hookTimeout: 120_000 });

const temp = makeTemp('explain');
afterAll(temp.remove);
const at = (name: string): string => join(temp.folder, name);
const run = (...words: string[]) => wisam(words, temp.folder);
const explain = (typed: string, folder = 'office') => run('explain-request', typed, '--data', folder);
const draw = (seed: string, ...more: string[]) =>
  run('audit-sample', '--seed', seed, '--count', '2', '--data', 'office', ...more);
const oneLine = /^wisam[^\n]*\n$/;

/** One request that went the whole way, three that were opened, and three letters. */
beforeAll(async () => {
  const desk = await openOffice({ dataFolder: at('office') });
  const ids = ['1058529940', '1001244019', '1101798278', '1000000008'];
  for (const [index, id] of ids.entries()) {
    // oxlint-disable-next-line no-await-in-loop -- one after the other, as at a desk
    const party = await desk.call('parties.add', person(`نورة سعد علي اللحياني ${index}`, id));
    // oxlint-disable-next-line no-await-in-loop -- as above
    await desk.call('requests.open', { partyId: party.id, service: 'سلة غذائية شهرية' });
  }
  const [first] = await desk.call('requests.list', { limit: 10 }).then(({ rows }) => rows.toReversed());
  await toClosed(desk, first!.id);
  for (const subject of ['تأييد', 'شكر', 'دعوة']) {
    // oxlint-disable-next-line no-await-in-loop -- numbers in order
    const { id } = await desk.call('letters.create', { content: letterContent(subject) });
    // oxlint-disable-next-line no-await-in-loop -- as above
    await desk.call('letters.issue', { id });
  }
  desk.close();
});

/** Everything that could be seen to change: names, times to the nanosecond, bytes. */
const stateOf = (folder: string): unknown =>
  ['.', ...readdirSync(folder, { recursive: true, encoding: 'utf8' }).sort()].map((name) => {
    const { mtimeNs, ctimeNs, ino } = statSync(join(folder, name), { bigint: true });
    const bytes = statSync(join(folder, name)).isFile() ? readFileSync(join(folder, name)) : '';
    return [name, mtimeNs, ctimeNs, ino, createHash('sha256').update(bytes).digest('hex')];
  });

describe('explain-request', () => {
  it('prints who did what when under each clause, on what evidence, and what has no trace', () => {
    const { code, out, err } = explain('1448-0001');
    expect([code, err]).toEqual([0, '']);
    expect(out).toMatch(
      /^request: 1448-0001\nid: 1\napplicant: نورة سعد علي اللحياني 0\nfile: \d{4}-\d{4}\nservice: سلة غذائية شهرية\nlevel: ordinary\nphase: closed\ngaps: \d+\n/u,
    );
    const blocks = out.split('\n\n').slice(1);
    const heads = blocks.map((block) => block.split('\n')[0]!);
    for (const [step, id] of (['S.1', 'S.2', 'S.3', 'S.4', 'S.5', 'S.6', 'S.7'] as const).entries())
      expect(heads[step + 1]).toBe(`${id} [${id === 'S.3' ? 'skipped' : 'done'}] ${clause(id).text}`);
    for (const line of blocks.flatMap((block) => block.trimEnd().split('\n').slice(1)))
      expect(line).toMatch(
        /^ {2}(?:act: 2026-11-22 10:00 \| سارة محمد المطيري \| .|evidence: (?:2026-\d\d-\d\d \d\d:\d\d|-) \| .|gap: [a-zA-Z]+: .)/u,
      );
    const fourth = blocks.find((block) => block.startsWith('S.4'))!;
    expect(fourth).toMatch(/evidence: .*\d{16}/u);
    expect(blocks.find((block) => block.startsWith('S.7'))).toContain('gap: noReceipt: ');
    expect(out.match(/^ {2}gap: /gmu)).toHaveLength(Number(/^gaps: (\d+)$/m.exec(out)?.[1]));
  });

  it('finds it by its number in either digit system, and by its id', () => {
    const told = explain('1448-0001').out;
    for (const typed of [toArabicDigits('1448-0001'), '1448/1', '1']) expect(explain(typed).out).toBe(told);
  });

  it('says in one line that there is no such request, with 1; of what is no number, with 2', () => {
    for (const typed of ['1448-0317', '99']) {
      const { code, out, err } = explain(typed);
      expect([code, out]).toEqual([1, '']);
      expect(err).toMatch(oneLine);
      expect(err).toContain(typed);
    }
    for (const words of [
      ['explain-request', 'نورة', '--data', 'office'],
      ['explain-request', '--data', 'office'],
      ['explain-request', '1', '--data', 'office', '--as', 'سارة محمد المطيري'],
    ]) {
      const { code, out, err } = run(...words);
      expect([code, out]).toEqual([2, '']);
      expect(err).toMatch(oneLine);
    }
    expect(explain('1', 'nowhere')).toMatchObject({ code: 1, out: '' });
  });
});

describe('audit-sample', () => {
  it('draws the same by the same seed, each record with its path, and others by another', () => {
    const first = draw('1448-06');
    expect([first.code, first.err]).toEqual([0, '']);
    expect(first.out).toMatch(
      /^seed: 1448-06\nas of: \d{4}-\d\d-\d\d\nrequests: 4\nletters: 3\npicked: 4\ngaps: \d+\n/,
    );
    expect(draw('1448-06').out).toBe(first.out);
    const picks = (out: string): string[] => out.match(/^== .*$/gmu) ?? [];
    expect(picks(first.out)).toHaveLength(4);
    expect(picks(first.out).filter((line) => line.startsWith('== outgoing '))).toHaveLength(2);
    for (const line of picks(first.out))
      expect(line).toMatch(/^== (?:requests|outgoing) \S.* \| .+ \| .+ \| gaps: \d+$/u);
    expect(first.out.match(/^S\.4 \[/gmu)).toHaveLength(2);
    const others = ['a', 'b', 'c', 'd'].map((seed) => picks(draw(seed).out).join('\n'));
    expect(new Set([...others, picks(first.out).join('\n')]).size).toBeGreaterThan(1);
  });

  it('leaves out what was written after the day that is named', () => {
    const { code, out } = draw('1448-06', '--as-of', '2026-11-21');
    expect(code).toBe(0);
    expect(out).toContain('as of: 2026-11-21\nrequests: 0\nletters: 0\npicked: 0\n');
  });

  it.each([
    [['--count', '2'], '--seed S is missing'],
    [['--seed', 'x'], '--count N is missing'],
    [['--seed', 'x', '--count', '51'], '--count'],
    [['--seed', 'x'.repeat(61), '--count', '1'], 'up to 60 characters'],
    [['--seed', 'x', '--count', '1', '--as-of', '22/11/2026'], 'a day such as 2026-11-22'],
  ])('%j ends with 2 and one line', (words, told) => {
    const { code, out, err } = run('audit-sample', '--data', 'office', ...words);
    expect([code, out]).toEqual([2, '']);
    expect(err).toMatch(oneLine);
    expect(err).toContain(told);
  });
});

describe('both', () => {
  it('write nothing, and give way to a desk that has the folder open', () => {
    const before = stateOf(at('office'));
    expect([explain('1448-0001').code, draw('x').code]).toEqual([0, 0]);
    expect(stateOf(at('office'))).toEqual(before);
    const lock = lockDataFolder(at('office'));
    for (const { code, out, err } of [explain('1448-0001'), draw('x')]) {
      expect([code, out]).toEqual([1, '']);
      expect(err).toContain('dataFolderInUse');
    }
    lock.release();
  });

  it('leave a folder of an older program as it is', () => {
    cpSync(at('office'), at('older'), { recursive: true });
    for (const name of readdirSync(at('older')).filter((one) => one.startsWith('app.db')))
      rmSync(join(at('older'), name));
    const key = readDatabaseKey(at('older'), { touch: false });
    const version = (sqlite = connect(at('older/app.db'), key, { fileMustExist: true })): number => {
      const found = schemaVersion(sqlite);
      sqlite.close();
      return found;
    };
    const old = connect(at('older/app.db'), key, { fileMustExist: false });
    old.pragma('auto_vacuum = FULL');
    old.pragma(`application_id = ${APPLICATION_ID}`);
    migrate(old, { backUp: () => {}, migrations: MIGRATIONS.filter((one) => one.version <= 62) });
    old.close();
    const before = stateOf(at('older'));
    const sampled = run('audit-sample', '--seed', 'x', '--count', '1', '--data', 'older');
    expect([sampled.code, sampled.err]).toEqual([0, '']);
    expect(sampled.out).toContain('requests: 0\n');
    expect(explain('1448-0001', 'older')).toMatchObject({ code: 1, out: '' });
    expect(stateOf(at('older'))).toEqual(before);
    expect(version()).toBe(62);
  });
});
