import { chmodSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { delimiter, join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { jobStateIn, printersIn } from '#electron/platform/node/cups-answers.ts';
import { createCupsPrinter, hasCups } from '#electron/platform/node/cups-printer.ts';
import { createFolderPrinter } from '#electron/platform/node/folder-printer.ts';
import { windowPrintOptions } from '#electron/printing/window-print-options.ts';
import { withinTime } from '#electron/printing/within-time.ts';
import { tinyPdf } from '../support/tiny-pdf.ts';

const PDF = Buffer.from(tinyPdf('ورقة'));

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'wisam-print-'));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

describe('a folder as printer', () => {
  it('gets the very bytes of each job, and its ticket', async () => {
    const into = join(folder, 'new');
    const printer = createFolderPrinter(into);
    await printer.printPdf({ bytes: PDF, jobName: '127/1448', copies: 2, pageRange: '2-3' });
    expect(await printer.printPdf({ bytes: PDF, jobName: '128/1448', copies: 1 })).toEqual({
      printer: into,
      finished: true,
    });
    expect(readdirSync(into).toSorted()).toEqual(['0001.json', '0001.pdf', '0002.json', '0002.pdf']);
    expect(readFileSync(join(into, '0001.pdf')).equals(PDF)).toBe(true);
    const ticket = (name: string): unknown => JSON.parse(readFileSync(join(into, name), 'utf8'));
    expect(ticket('0001.json')).toEqual({ jobName: '127/1448', copies: 2, pageRange: '2-3' });
    expect(ticket('0002.json')).toEqual({ jobName: '128/1448', copies: 1, pageRange: null });
  });

  it('with folders in it is several printers', async () => {
    mkdirSync(join(folder, 'desk'));
    mkdirSync(join(folder, 'hall'));
    const printer = createFolderPrinter(folder);
    expect(await printer.listPrinters()).toEqual([
      { name: 'desk', label: 'desk', usual: true, state: 'ready' },
      { name: 'hall', label: 'hall', usual: false, state: 'ready' },
    ]);
    await printer.printPdf({ bytes: PDF, jobName: 'x', copies: 1, printer: 'hall' });
    expect(readdirSync(join(folder, 'hall'))).toHaveLength(2);
    await expect(
      printer.printPdf({ bytes: PDF, jobName: 'x', copies: 1, printer: '../hall' }),
    ).rejects.toMatchObject({ code: 'printerMissing' });
  });

  it('that cannot be written fails as a printer does', async () => {
    const file = join(folder, 'file');
    writeFileSync(file, '');
    await expect(
      createFolderPrinter(file).printPdf({ bytes: PDF, jobName: 'x', copies: 1 }),
    ).rejects.toMatchObject({ code: 'printerFailed', details: { reason: 'refused' } });
  });

  it('keeps what would be opened in the viewer beside it', async () => {
    await createFolderPrinter(join(folder, 'paper')).openInViewer(PDF);
    expect(readFileSync(join(folder, 'paper.viewer/0001.pdf')).equals(PDF)).toBe(true);
  });
});

describe("CUPS' programs, when they misbehave", () => {
  const path = process.env['PATH'];
  afterEach(() => {
    process.env['PATH'] = path;
  });
  /** Programs of that name, ahead of the real ones; each writes its arguments down. */
  const fake = (programs: Readonly<Record<string, string>>): void => {
    for (const [name, script] of Object.entries(programs)) {
      const file = join(folder, name);
      writeFileSync(file, `#!/bin/sh\necho "$@" >> ${join(folder, `${name}.log`)}\n${script}\n`);
      chmodSync(file, 0o755);
    }
    process.env['PATH'] = `${folder}${delimiter}${path ?? ''}`;
  };
  const ONE = `case "$1" in -e) echo One;; -d) echo "printer One is idle.  enabled since today";; esac`;
  const calls = (name: string): string[] =>
    readFileSync(join(folder, `${name}.log`), 'utf8')
      .trim()
      .split('\n');
  const job = { bytes: PDF, jobName: '127', copies: 3, pageRange: '2-3', printer: 'One' };

  it('a hanging lp, and what it started, is left behind after the time-out', async () => {
    fake({ lpstat: ONE, lp: 'sleep 60 & wait' });
    const before = performance.now();
    await expect(createCupsPrinter({ patienceMs: 400 }).printPdf(job)).rejects.toMatchObject({
      code: 'printerFailed',
      details: { printer: 'One', reason: 'timeout' },
    });
    expect(performance.now() - before).toBeLessThan(5000);
    expect(calls('lp')).toEqual([
      '-d One -n 3 -t 127 -P 2-3 -o media=A4 -o print-scaling=none -o document-format=application/pdf -- -',
    ]);
  });

  it('lp is told the sheet of envelopes, which is not A4', async () => {
    fake({ lpstat: ONE, lp: 'cat > /dev/null' });
    const printer = createCupsPrinter();
    const envelopes = { bytes: PDF, jobName: 'wisam-envelopes', copies: 1 };
    await printer.printPdf({ ...envelopes, media: { widthMm: 220, heightMm: 110 } });
    await printer.printPdf({ ...envelopes, media: null });
    expect(calls('lp').map((told) => /-o media=(\S+)/.exec(told)?.[1])).toEqual(['Custom.220x110mm', 'A4']);
  });

  it('an lp that refuses says what it said', async () => {
    fake({ lpstat: ONE, lp: 'echo "lp: Unsupported document-format" >&2; exit 1' });
    await expect(createCupsPrinter().printPdf(job)).rejects.toMatchObject({
      code: 'printerFailed',
      details: { reason: 'refused', said: 'lp: Unsupported document-format' },
    });
  });

  it('a job that stays in the queue of a printer that does nothing is taken back', async () => {
    const waiting = `case "$*" in
      -e) echo One;;
      "-l -o One") echo "One-7  root 1024 today"; printf '\\tAlerts: none\\n';;
      *) echo "printer One is idle.  enabled since today";; esac`;
    fake({ lpstat: waiting, lp: 'cat > /dev/null; echo "request id is One-7 (0 file(s))"', cancel: '' });
    await expect(createCupsPrinter({ patienceMs: 700 }).printPdf(job)).rejects.toMatchObject({
      details: { reason: 'timeout' },
    });
    expect(calls('cancel')).toEqual(['One-7']);
  });

  it('a long job that is being printed has been taken', async () => {
    const printing = `case "$*" in
      -e) echo One;;
      "-l -o One") echo "One-7  root 1024 today"; printf '\\tAlerts: job-printing\\n';;
      *) echo "printer One now printing One-7.  enabled since today";; esac`;
    fake({ lpstat: printing, lp: 'cat > /dev/null; echo "request id is One-7 (0 file(s))"', cancel: '' });
    expect(await createCupsPrinter({ patienceMs: 700 }).printPdf(job)).toEqual({
      printer: 'One',
      finished: false,
    });
    expect(readdirSync(folder)).not.toContain('cancel.log');
  });

  it('where there are none, there is no CUPS', async () => {
    process.env['PATH'] = folder;
    expect(await hasCups()).toBe(false);
  });
});

describe('what lpstat says', () => {
  it('lists names, states and descriptions, the default first', () => {
    const states = `system default destination: hall
printer desk is idle.  enabled since Sun Nov 22 23:28:08 2026
\tDescription: HP LaserJet عند الاستقبال
printer hall disabled since Sun Nov 22 23:28:08 2026 -
\tPaused
\tDescription: hall
printer store is idle.  enabled since Sun Nov 22 23:28:08 2026
\tDescription:
desk accepting requests since Sun Nov 22 23:28:08 2026
store not accepting requests since Sun Nov 22 23:28:08 2026 -
`;
    expect(printersIn('desk\nhall\nstore\n', states)).toEqual([
      { name: 'hall', label: 'hall', usual: true, state: 'stopped' },
      { name: 'desk', label: 'HP LaserJet عند الاستقبال', usual: false, state: 'ready' },
      { name: 'store', label: 'store', usual: false, state: 'stopped' },
    ]);
    expect(printersIn('', 'no system default destination\n')).toEqual([]);
  });

  const open = (alerts: string, status = ''): string =>
    `P-1  root  1 today\n\tAlerts: job-printing\n\tqueued for P\nP-12  root  1024  today\n\tStatus: ${status}\n\tAlerts: ${alerts}\n\tqueued for P\n`;
  const ended = (alerts: string): string => `P-12  root  1024  today\n\tStatus:\n\tAlerts: ${alerts}\n`;
  const idle = 'printer P is idle.  enabled since today\n';
  const busy = (job: string, said = ''): string =>
    `printer P now printing ${job}.  enabled since today\n\t${said}\n`;
  it.each([
    ['done', '', ended('processing-to-stop-point'), idle],
    ['done', '', '', idle],
    ['ended', '', ended('job-canceled-by-user'), idle],
    ['ended', '', ended('aborted-by-system'), idle],
    ['printing', open('job-printing'), '', busy('P-12')],
    ['unreachable', open('job-printing', 'The printer may not exist or is unavailable.'), '', busy('P-12')],
    ['unreachable', open('none'), '', busy('P-12', 'The printer is not responding.')],
    ['queued', open('none'), '', busy('P-1')],
    ['waiting', open('none'), '', busy('P-1', 'The printer is not responding.')],
    ['waiting', open('none'), '', idle],
    ['waiting', open('job-hold-until-specified'), '', idle],
    ['stopped', open('none'), '', 'printer P disabled since today -\n\tPaused\n'],
  ])('%s', (state, list, completed, printer) => {
    expect(jobStateIn('P-12', list, completed, printer)).toBe(state);
  });
});

describe("Electron's own printing", () => {
  it('counts pages from 0, and leaves the printer to the system when nobody chose', () => {
    expect(windowPrintOptions({ copies: 2, pageRange: '1-3,5' }, 'HP')).toMatchObject({
      silent: true,
      deviceName: 'HP',
      copies: 2,
      pageRanges: [
        { from: 0, to: 2 },
        { from: 4, to: 4 },
      ],
    });
    const usual = windowPrintOptions({ copies: 1 }, null);
    expect(usual.pageSize).toBe('A4');
    expect(Object.keys(usual)).not.toContain('deviceName');
    expect(Object.keys(usual)).not.toContain('pageRanges');
  });
});

describe("an envelope in Electron's own printing", () => {
  it('is measured in microns', () => {
    const { pageSize } = windowPrintOptions({ copies: 1, media: { widthMm: 229, heightMm: 162 } }, null);
    expect(pageSize).toEqual({ width: 229_000, height: 162_000 });
  });
});

describe('a time-out', () => {
  it('ends what does not come, and lets through what does', async () => {
    const late = (): Error => new Error('late');
    await expect(withinTime(20, new Promise(() => {}), late)).rejects.toThrow('late');
    expect(await withinTime(1000, Promise.resolve('there'), late)).toBe('there');
    await expect(withinTime(1000, Promise.reject(new Error('own')), late)).rejects.toThrow('own');
  });
});
