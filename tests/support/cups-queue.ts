import { spawn, spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { homedir, tmpdir } from 'node:os';
import { join } from 'node:path';
import type { TestContext } from 'vitest';
import { needTool } from './need-tool.ts';

/** Ends a test, by name and with its reason, where no queue of CUPS can be made. */
export function needCups(context: Pick<TestContext, 'task' | 'skip'>): void {
  needTool(context, 'cups');
  if (process.getuid?.() === 0) return;
  const reason = 'adding a printer needs root';
  context.task.meta.notRun = reason;
  context.skip(reason);
}

const inC = { encoding: 'utf8', env: { ...process.env, LC_ALL: 'C' } } as const;

/** A program of CUPS, as the administrator runs it. */
export function cups(program: string, ...args: string[]): string {
  const { status, stdout, stderr } = spawnSync(program, args, inC);
  if (status !== 0) throw new Error(`${program} ${args.join(' ')}: ${stderr}`);
  return stdout;
}

const schedulerRuns = (): boolean => spawnSync('lpstat', ['-r'], inC).stdout.includes('is running');

/** CUPS' own scheduler, started for these tests where nobody runs one. Gives back what stops it. */
export async function startScheduler(): Promise<() => void> {
  if (schedulerRuns()) return () => {};
  const child = spawn('cupsd', ['-f'], { stdio: 'ignore' });
  for (let tries = 0; tries < 100 && !schedulerRuns(); tries++)
    await new Promise((done) => setTimeout(done, 100));
  return () => child.kill();
}

export interface PdfQueue {
  /** The papers that came out under a job's name, once `count` of them are there. */
  readonly papers: (jobName: string, count: number) => Promise<Uint8Array[]>;
  readonly close: () => void;
}

/** A queue of Debian's cups-pdf: what it prints lies as PDF files in the home folder. */
export function openPdfQueue(name: string): PdfQueue {
  const model = '/usr/share/ppd/cups-pdf/CUPS-PDF_opt.ppd';
  cups('lpadmin', '-p', name, '-v', 'cups-pdf:/', '-P', model, '-E');
  const out = join(homedir(), 'PDF');
  const printed = (jobName: string): string[] =>
    existsSync(out)
      ? readdirSync(out)
          .filter((file) => file.includes(jobName))
          .toSorted()
      : [];
  return {
    papers: async (jobName, count) => {
      for (let tries = 0; tries < 200 && printed(jobName).length < count; tries++)
        await new Promise((done) => setTimeout(done, 100));
      return printed(jobName).map((file) => {
        const bytes = new Uint8Array(readFileSync(join(out, file)));
        rmSync(join(out, file));
        return bytes;
      });
    },
    close: () => void spawnSync('lpadmin', ['-x', name]),
  };
}

// A printer of today, that takes PDF; it makes no copies itself, so CUPS repeats the pages.
const NETWORK_MODEL = `*PPD-Adobe: "4.3"
*FormatVersion: "4.3"
*FileVersion: "1.0"
*LanguageVersion: English
*LanguageEncoding: ISOLatin1
*PCFileName: "TEST.PPD"
*Manufacturer: "Test"
*Product: "(Test)"
*ModelName: "Test"
*ShortNickName: "Test"
*NickName: "Test"
*PSVersion: "(3010.000) 0"
*LanguageLevel: "3"
*ColorDevice: False
*DefaultColorSpace: Gray
*cupsManualCopies: True
*cupsFilter2: "application/vnd.cups-pdf application/pdf 0 -"
*OpenUI *PageSize/Media Size: PickOne
*OrderDependency: 10 AnySetup *PageSize
*DefaultPageSize: A4
*PageSize A4/A4: "<</PageSize[595 842]>>setpagedevice"
*CloseUI: *PageSize
*OpenUI *PageRegion/Media Size: PickOne
*OrderDependency: 10 AnySetup *PageRegion
*DefaultPageRegion: A4
*PageRegion A4/A4: "<</PageSize[595 842]>>setpagedevice"
*CloseUI: *PageRegion
*DefaultImageableArea: A4
*ImageableArea A4/A4: "0 0 595 842"
*DefaultPaperDimension: A4
*PaperDimension A4/A4: "595 842"
`;

export interface NetworkPrinter {
  /** What the printer was sent so far, one a job. */
  readonly jobs: readonly Uint8Array[];
  /** From now on nobody answers at its address. */
  readonly unplug: () => Promise<void>;
  readonly close: () => Promise<void>;
}

/** A queue of CUPS for a printer in the network: CUPS' own filters, and a socket that keeps what it is sent. */
export async function openNetworkPrinter(name: string): Promise<NetworkPrinter> {
  const jobs: Uint8Array[] = [];
  const server = createServer((socket) => {
    const parts: Buffer[] = [];
    socket.on('data', (part: Buffer) => parts.push(part));
    // CUPS looks whether the printer is there before it sends anything.
    socket.on('end', () => (parts.length > 0 ? jobs.push(new Uint8Array(Buffer.concat(parts))) : 0));
    socket.on('error', () => {});
  });
  const port = await new Promise<number>((done) => {
    server.listen(0, '127.0.0.1', () => {
      const at = server.address();
      done(typeof at === 'object' && at !== null ? at.port : 0);
    });
  });
  const folder = mkdtempSync(join(tmpdir(), 'wisam-cups-'));
  const model = join(folder, 'test.ppd');
  writeFileSync(model, NETWORK_MODEL);
  cups('lpadmin', '-p', name, '-v', `socket://127.0.0.1:${port}`, '-P', model, '-E');
  const unplug = (): Promise<void> =>
    new Promise((done) => {
      server.close(() => done());
    });
  return {
    jobs,
    unplug,
    close: async () => {
      spawnSync('cancel', ['-a', name]);
      spawnSync('lpadmin', ['-x', name]);
      rmSync(folder, { recursive: true, force: true });
      if (server.listening) await unplug();
    },
  };
}
