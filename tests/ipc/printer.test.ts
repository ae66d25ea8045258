import { spawn, spawnSync } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { homedir, tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createCupsPrinter } from '#electron/platform/node/cups-printer.ts';
import { createFolderPrinter } from '#electron/platform/node/folder-printer.ts';
import { hasTool } from '../../build/test/debian-tools.ts';

const PDF = Buffer.from(`%PDF-1.4
1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj
2 0 obj<</Type/Pages/Kids[3 0 R]/Count 1>>endobj
3 0 obj<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]>>endobj
trailer<</Root 1 0 R>>
`);

describe('a folder as printer', () => {
  const folder = mkdtempSync(join(tmpdir(), 'wisam-print-'));
  afterAll(() => rmSync(folder, { recursive: true, force: true }));

  it('gets the very bytes of each job, and its ticket', async () => {
    const printer = createFolderPrinter(join(folder, 'new'));
    await printer.printPdf({ bytes: PDF, jobName: '127/1448', copies: 2 });
    expect(await printer.printPdf({ bytes: PDF, jobName: '128/1448', copies: 1 })).toEqual({
      printer: join(folder, 'new'),
    });
    expect(readdirSync(join(folder, 'new')).toSorted()).toEqual([
      '0001.json',
      '0001.pdf',
      '0002.json',
      '0002.pdf',
    ]);
    expect(readFileSync(join(folder, 'new/0001.pdf')).equals(PDF)).toBe(true);
    expect(JSON.parse(readFileSync(join(folder, 'new/0001.json'), 'utf8'))).toEqual({
      jobName: '127/1448',
      copies: 2,
    });
  });
});

const QUEUE = `WisamTest${process.pid}`;
const isRoot = process.getuid?.() === 0;

/** CUPS' own scheduler, started for this test where nobody runs one. */
function startScheduler(): () => void {
  if (spawnSync('lpstat', ['-r'], { encoding: 'utf8' }).stdout.includes('is running')) return () => {};
  const child = spawn('cupsd', ['-f'], { stdio: 'ignore' });
  for (let tries = 0; tries < 100; tries++) {
    if (spawnSync('lpstat', ['-r'], { encoding: 'utf8' }).stdout.includes('is running')) break;
    Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 100);
  }
  return () => child.kill();
}

describe('a real CUPS printer', () => {
  const reason = !hasTool('cups')
    ? "Debian's printer-driver-cups-pdf is not installed"
    : isRoot
      ? ''
      : 'adding a printer needs root';
  let stop = (): void => {};

  beforeAll(() => {
    if (reason !== '') return;
    stop = startScheduler();
    const added = spawnSync(
      'lpadmin',
      ['-p', QUEUE, '-v', 'cups-pdf:/', '-P', '/usr/share/ppd/cups-pdf/CUPS-PDF_opt.ppd', '-E'],
      { encoding: 'utf8' },
    );
    expect(added.status, added.stderr).toBe(0);
  });
  afterAll(() => {
    if (reason === '') spawnSync('lpadmin', ['-x', QUEUE]);
    stop();
  });

  it('lists the printer, and the job comes out of it', async (context) => {
    if (reason !== '') {
      Object.assign(context.task.meta, { notRun: reason });
      context.skip();
    }
    const printer = createCupsPrinter();
    expect(await printer.listPrinters()).toContain(QUEUE);
    const jobName = `wisam-${process.pid}`;
    expect(await printer.printPdf({ bytes: PDF, jobName, copies: 1, printer: QUEUE })).toEqual({
      printer: QUEUE,
    });
    const printed = (): string[] =>
      readdirSync(join(homedir(), 'PDF')).filter((name) => name.includes(jobName));
    await expect.poll(() => printed().length, { timeout: 20_000 }).toBe(1);
    rmSync(join(homedir(), 'PDF', printed()[0]!));
  });

  it('refuses a printer that is not there, and prints nothing elsewhere', async (context) => {
    if (reason !== '') {
      Object.assign(context.task.meta, { notRun: reason });
      context.skip();
    }
    const job = { bytes: PDF, jobName: 'x', copies: 1 };
    await expect(createCupsPrinter().printPdf({ ...job, printer: 'no-such' })).rejects.toMatchObject({
      code: 'printerMissing',
    });
    await expect(createCupsPrinter().printPdf({ ...job, printer: '-d' })).rejects.toMatchObject({
      code: 'printerMissing',
    });
  });
});
