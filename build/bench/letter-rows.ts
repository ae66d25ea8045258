import { FIRST_RUN_PROFILE } from '#shared/organisation/profile.ts';
import { letterDocument } from '#electron/pdf/documents/letter-document.ts';
import { setPdf } from '#electron/pdf/arabic/engine.ts';
import { createPdfRenderer } from '#electron/pdf/pdf-renderer.ts';
import { benchLetter } from './letters.ts';
import { openBrowser, openRival } from './rival-letter.ts';
import { paired, quantile, rounded, timed, type Row } from './row.ts';

const WARM_UP = 8;
const BATCH = 200;
const worker = new URL('../../electron/pdf/render-worker.ts', import.meta.url);

const paper = (index: number) => ({
  letter: benchLetter(index),
  profile: FIRST_RUN_PROFILE,
  mark: null,
  title: `${index}`,
});

/** Letters against Chromium: one at a time, the first of a process, and two hundred in a row. */
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
  for (let round = 0; round < 3; round += 1) {
    const from = 10_000 + round * BATCH;
    const all = Array.from({ length: BATCH }, (_, index) => from + index);
    rows.push(
      await paired({
        name: `a batch of ${BATCH} two-page letters`,
        rival: 'the same batch in the warm Chromium page',
        atMost: 0.5,
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
      'peak memory MB': Math.round(process.resourceUsage().maxRSS / 1024),
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
