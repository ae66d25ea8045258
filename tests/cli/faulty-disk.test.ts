import { spawnSync } from 'node:child_process';
import { mkdirSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { afterAll, describe, expect, it, vi, type TestContext } from 'vitest';
import { makeTemp } from '../backup/support/office.ts';

vi.setConfig({ testTimeout: 120_000, hookTimeout: 120_000 });

const temp = makeTemp('faulty-disk');
afterAll(temp.remove);
const disk = join(temp.folder, 'disk');
mkdirSync(disk);
const input = join(temp.folder, 'letter.json');
writeFileSync(
  input,
  JSON.stringify({
    referenceNumber: '127/ص/1448',
    date: '2026-11-22',
    recipient: { name: 'محمد' },
    subject: 'إفادة',
    body: 'نفيدكم باكتمال الطلب.',
    signatory: { title: 'رئيس مجلس الإدارة', name: 'عبدالرحمن القحطاني' },
  }),
);

/** One command beside a real file system of its own, mounted where nobody else sees it; then the names on that disk. */
const onDisk = (options: string, command: string): { code: number | null; err: string; left: string } => {
  const shell = `mount -t tmpfs -o ${options} none "$DISK" && "$NODE" "$CLI" ${command}; code=$?; ls -A "$DISK"; exit $code`;
  const { status, stderr, stdout } = spawnSync('unshare', ['-rm', 'sh', '-c', shell], {
    env: {
      ...process.env,
      DISK: disk,
      INPUT: input,
      NODE: process.execPath,
      CLI: resolve(import.meta.dirname, '../../electron/cli.ts'),
    },
    encoding: 'utf8',
  });
  const err = stderr.replaceAll(/^\d+ %\n/gm, '');
  return { code: status, err, left: stdout };
};
const mayMount = spawnSync('unshare', ['-rm', 'mount', '-t', 'tmpfs', 'none', '/mnt']).status === 0;
const needMount = (context: TestContext): void => {
  if (mayMount) return;
  const notRun = 'this user may not mount a file system in a namespace';
  Object.assign(context.task.meta, { notRun });
  context.skip(notRun);
};

describe('on a full disk', () => {
  it('a demo says so in one line, and leaves nothing', (context) => {
    needMount(context);
    const { code, err, left } = onDisk('size=2m', 'demo --people 40 --seed 1 --data "$DISK/office"');
    expect(err).toMatch(/^wisam demo: diskFull: [^\n]*\n$/);
    expect([code, left]).toEqual([1, '']);
  });
});

describe('scans and incoming letters, on a disk that fills up', () => {
  it('are refused in one word, nothing half of them stays, no number is given in vain, and with room all goes on', (context) => {
    needMount(context);
    const script = resolve(import.meta.dirname, 'support/fill-disk.ts');
    const shell = `mount -t tmpfs -o size=12m none "$DISK" && "$NODE" "${script}" "$DISK"`;
    const { stdout, stderr } = spawnSync('unshare', ['-rm', 'sh', '-c', shell], {
      env: { ...process.env, DISK: disk, NODE: process.execPath },
      encoding: 'utf8',
    });
    expect(stderr).toBe('');
    const told = JSON.parse(stdout) as {
      puts: string[];
      afterPuts: { rows: number; files: string[] };
      registered: string;
      gapless: boolean;
      afterRoom: object;
    };
    const kept = told.puts.length - 1;
    expect(kept).toBeGreaterThan(0);
    expect(told.puts).toEqual([...Array.from({ length: kept }, () => 'none'), 'diskFull']);
    expect(told.afterPuts.rows).toBe(kept);
    expect(told.afterPuts.files).toHaveLength(kept);
    expect(told.afterPuts.files.filter((name) => !/^[0-9a-f]{64}$/u.test(name))).toEqual([]);
    expect([told.registered, told.gapless]).toEqual(['diskFull', true]);
    expect(told.afterRoom).toEqual({ put: 'none', register: 'none' });
  });
});

describe('on a disk that is locked', () => {
  it.for([
    ['demo --people 1 --seed 1 --data "$DISK/office"', 'dataFolderReadOnly'],
    ['demo --people 1 --seed 1 --data "$DISK/of/fice"', 'dataFolderReadOnly'],
    ['letter --input "$INPUT" --output "$DISK/letter.pdf"', 'fileUnwritable'],
  ] as const)('%s: %s', ([command, refusal], context) => {
    needMount(context);
    const { code, err, left } = onDisk('ro', command);
    expect(err).toMatch(new RegExp(`^wisam \\w+: ${refusal}: [^\\n]*\\n$`));
    expect([code, left]).toEqual([1, '']);
  });
});
