// node build/bench/batch-alone.ts COUNT: sets letters in the program's own worker and nothing else; prints JSON.
import { FIRST_RUN_PROFILE } from '#shared/organisation/profile.ts';
import { createPdfRenderer } from '#electron/pdf/pdf-renderer.ts';
import { benchCode, benchLetter } from './letters.ts';

const count = Number(process.argv[2] ?? 500);
const renderer = createPdfRenderer({
  workerFile: new URL('../../electron/pdf/render-worker.ts', import.meta.url),
});
await renderer.warm();
const from = performance.now();
let bytes = 0;
for (let index = 0; index < count; index += 1) {
  const { pdf } = await renderer.renderLetter({
    letter: benchLetter(index),
    profile: FIRST_RUN_PROFILE,
    mark: null,
    title: `${index}`,
    code: benchCode(index),
  });
  bytes += pdf.length;
}
const seconds = (performance.now() - from) / 1000;
await renderer.close();
const peakMB = process.resourceUsage().maxRSS / 1024;
process.stdout.write(JSON.stringify({ seconds, peakMB, kilobytes: bytes / count / 1000 }));
