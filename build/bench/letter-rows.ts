import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import { FIRST_RUN_PROFILE } from '#shared/organisation/profile.ts';
import { letterDocument } from '#electron/pdf/documents/letter-document.ts';
import { setPdf } from '#electron/pdf/arabic/engine.ts';
import { createPdfRenderer } from '#electron/pdf/pdf-renderer.ts';
import { benchCode, benchLetter } from './letters.ts';
import { openBrowser, openRival } from './rival-letter.ts';
import { paired, quantile, rounded, timed, type Row } from './row.ts';

const WARM_UP = 8;
const BATCH = 500;
const ROUNDS = 3;
/** Three times as fast as the rival. */
const THIRD = 0.333;
const MOST_MEMORY_MB = 400;
const MOST_WAIT_MS = 50;
const worker = new URL('../../electron/pdf/render-worker.ts', import.meta.url);

const paper = (index: number) => ({
  letter: benchLetter(index),
  profile: FIRST_RUN_PROFILE,
  mark: null,
  title: `${index}`,
  code: benchCode(index),
});

/** Letters against Chromium: one at a time, the first of a process, five hundred in a row; and what a batch takes of the machine. */
export async function letterRows(): Promise<Row[]> {
  const browser = await openBrowser();
  const rival = await openRival(browser);
  const renderer = createPdfRenderer({ workerFile: worker });
  try {
    let pages = 0;
    for (let index = 0; index < WARM_UP; index += 1) {
      ({ pages } = await renderer.renderLetter(paper(index)));
      await rival.print(benchLetter(index), index);
    }
    const warm = await paired({
      name: 'a two-page letter, warm',
      rival: 'a warm Chromium page whose body is replaced, printed tagged',
      atMost: 0.5,
      cause: 'shaping and line breaking of words not met before; see the profile of electron/pdf/arabic',
      pairs: 40,
      ours: (index) => renderer.renderLetter(paper(1000 + index)),
      theirs: (index) => rival.print(benchLetter(1000 + index), 1000 + index),
    });
    const perPage = (row: Row): Row => ({
      ...row,
      info: { ...row.info, pages, 'ours ms a page': rounded(Number(row.info['ours ms']) / pages) },
    });
    return [
      perPage(warm),
      await firstLetter(),
      await batch((job) => renderer.renderLetter(job), rival.print),
      // Each in a process of its own: this one holds the driver of a browser as well.
      await memory(),
      await deskMeanwhile(),
    ];
  } finally {
    await renderer.close();
    await browser.close();
  }
}

/** A fresh worker and a fresh browser: what the first letter of the day costs where nothing was warmed. */
const firstLetter = (): Promise<Row> =>
  paired({
    name: 'the first letter of a process',
    rival: 'a Chromium that is started for it',
    atMost: 1.5,
    cause:
      'loading pdfmake and parsing the fonts; the desk hides it by warming the worker after its first paint',
    pairs: 5,
    ours: async (index) => {
      const fresh = createPdfRenderer({ workerFile: worker });
      await fresh.renderLetter(paper(5000 + index));
      await fresh.close();
    },
    theirs: async (index) => {
      const browser = await openBrowser();
      const rival = await openRival(browser);
      await rival.print(benchLetter(5000 + index), 5000 + index);
      await browser.close();
    },
  });

async function batch(
  ours: (job: ReturnType<typeof paper>) => Promise<unknown>,
  theirs: (letter: ReturnType<typeof benchLetter>, index: number) => Promise<unknown>,
): Promise<Row> {
  const rows: Row[] = [];
  for (let round = 0; round < ROUNDS; round += 1) {
    const from = 10_000 + round * BATCH;
    const all = Array.from({ length: BATCH }, (_, index) => from + index);
    rows.push(
      await paired({
        name: `a batch of ${BATCH} two-page letters`,
        rival: 'the same batch in the warm Chromium page',
        atMost: THIRD,
        cause: 'as one letter; the batch is set by one worker',
        pairs: 1,
        ours: async () => {
          for (const index of all) await ours(paper(index));
        },
        theirs: async () => {
          for (const index of all) await theirs(benchLetter(index), index);
        },
      }),
    );
  }
  const [first] = rows;
  if (first === undefined) throw new Error('nothing was measured');
  const values = rows.flatMap((row) => row.values);
  const seconds =
    quantile(
      rows.map((row) => Number(row.info['ours ms'])),
      0.5,
    ) / 1000;
  return {
    ...first,
    values,
    judged: quantile(values, 0.5),
    info: {
      ...first.info,
      'letters a second': rounded(BATCH / seconds),
      'in this thread, ms a letter': rounded(await inThisThread()),
    },
  };
}

/** Without the worker: what setting alone costs. */
async function inThisThread(): Promise<number> {
  const times: number[] = [];
  for (let index = 0; index < 30; index += 1)
    times.push(await timed(() => setPdf(letterDocument(paper(20_000 + index)))));
  return quantile(times.slice(10), 0.5);
}

async function childFigures(file: string): Promise<Readonly<Record<string, number>>> {
  const script = new URL(file, import.meta.url).pathname;
  const { stdout } = await promisify(execFile)(process.execPath, [script, String(BATCH)]);
  return JSON.parse(stdout) as Record<string, number>;
}

async function memory(): Promise<Row> {
  const {
    peakMB = Number.NaN,
    seconds = Number.NaN,
    kilobytes = Number.NaN,
  } = await childFigures('batch-alone.ts');
  return {
    name: `the memory of a process that sets ${BATCH} letters`,
    rival: 'a limit',
    measure: 'MB',
    atMost: MOST_MEMORY_MB,
    values: [peakMB],
    judged: peakMB,
    info: { 'letters a second': rounded(BATCH / seconds), 'kilobytes a letter': rounded(kilobytes) },
    cause: 'the words and plans that the worker keeps, and how late its engine collects garbage',
  };
}

/** The desk's own questions, through the real channels, while the letters are set, sealed and written. */
async function deskMeanwhile(): Promise<Row> {
  const figures: number[] = [];
  let last: Readonly<Record<string, number>> = {};
  for (let round = 0; round < ROUNDS; round += 1) {
    last = await childFigures('batch-desk.ts');
    figures.push(last['p99'] ?? Number.NaN);
  }
  const { p50 = 0, p95 = 0, max = 0, asked = 0, seconds = Number.NaN } = last;
  return {
    name: `the desk's wait at p99 while ${BATCH} letters are issued`,
    rival: 'a limit',
    measure: 'ms',
    atMost: MOST_WAIT_MS,
    values: figures,
    judged: quantile(figures, 0.5),
    info: {
      asked,
      'p50 ms': rounded(p50),
      'p95 ms': rounded(p95),
      'max ms': rounded(max),
      'letters issued a second': rounded(BATCH / seconds),
    },
    cause: "a letter is committed on the desk's thread: its PDF is written and synced to the disk there",
  };
}
