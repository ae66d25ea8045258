import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { afterEach, describe, expect, it } from 'vitest';
import { createPdfRenderer, type PdfRenderer } from '#electron/pdf/pdf-renderer.ts';
import { FIRST_RUN_PROFILE } from '#shared/organisation/profile.ts';
import { changed, setLetter, textOf, type LetterChange } from './sample-letter.ts';

const workerFile = resolve('electron/pdf/render-worker.ts');
const paper = (change: LetterChange = {}) => ({
  letter: changed(change),
  profile: FIRST_RUN_PROFILE,
  mark: null,
  title: 'خطاب',
});

const open: PdfRenderer[] = [];
const start = (file = workerFile): PdfRenderer => {
  const renderer = createPdfRenderer({ workerFile: file });
  open.push(renderer);
  return renderer;
};
afterEach(async () => {
  for (const renderer of open.splice(0)) await renderer.close();
});

describe('the renderer', () => {
  it('sets in its worker the very bytes that are set here', async () => {
    const renderer = start();
    await renderer.warm();
    const there = await renderer.renderLetter(paper());
    expect(there.pages).toBe(1);
    expect(Buffer.compare(there.pdf, (await setLetter()).pdf)).toBe(0);
  });

  it('answers each of many at once with its own letter', async () => {
    const renderer = start();
    const subjects = ['الأول', 'الثاني', 'الثالث', 'الرابع', 'الخامس', 'السادس'];
    const pdfs = await Promise.all(subjects.map((subject) => renderer.renderLetter(paper({ subject }))));
    for (const [index, { pdf }] of pdfs.entries())
      expect(await textOf(pdf)).toContain(`الموضوع: ${subjects[index]}`);
  });

  it('brings errors back with code and details, and goes on', async () => {
    const renderer = start();
    const [broken, whole] = await Promise.allSettled([
      renderer.renderLetter(paper({ body: 'وجه 😀 هنا' })),
      renderer.renderLetter(paper()),
    ]);
    expect(broken).toMatchObject({
      status: 'rejected',
      reason: { name: 'AppError', code: 'missingGlyph', details: { character: '😀', field: 'body' } },
    });
    expect(whole.status).toBe('fulfilled');
    await expect(renderer.renderLetter(paper({ day: '1900-01-01' }))).rejects.toMatchObject({
      code: 'dateOutOfRange',
    });
  });

  it('loses only the document in hand when its worker dies, and starts a fresh one', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'render-worker-'));
    try {
      const file = join(folder, 'worker.mjs');
      // The real worker, but one title kills it as a fault in native code would.
      writeFileSync(
        file,
        `import { parentPort } from 'node:worker_threads';
         parentPort.on('message', ({ job }) => { if (job.paper?.title === 'kill') process.exit(9); });
         await import(${JSON.stringify(workerFile)});`,
      );
      const renderer = start(file);
      await renderer.renderLetter(paper());
      const [killed, next] = await Promise.allSettled([
        renderer.renderLetter({ ...paper(), title: 'kill' }),
        renderer.renderLetter(paper()),
      ]);
      expect(killed).toMatchObject({ status: 'rejected', reason: { code: 'renderFailed' } });
      expect(next.status).toBe('fulfilled');
    } finally {
      rmSync(folder, { recursive: true });
    }
  });

  it('refuses with renderFailed when its worker cannot start, and after it was closed', async () => {
    const renderer = start(join(tmpdir(), 'no-such-worker.ts'));
    await renderer.warm();
    await expect(renderer.renderLetter(paper())).rejects.toMatchObject({ code: 'renderFailed' });
    const closed = start();
    const waiting = closed.renderLetter(paper());
    const refused = expect(waiting).rejects.toMatchObject({ code: 'renderFailed' });
    await closed.close();
    await refused;
    await expect(closed.renderLetter(paper())).rejects.toMatchObject({ details: { reason: 'closed' } });
  });

  it('shows a head before it is saved: the blanks empty, the foot in place', async () => {
    const profile = {
      ...FIRST_RUN_PROFILE,
      letterhead: { ...FIRST_RUN_PROFILE.letterhead, name: 'جمعية البر الخيرية' },
    };
    const { pdf, pages } = await start().renderHeadPreview(profile);
    const text = await textOf(pdf);
    expect(pages).toBe(1);
    expect(text).toContain('جمعية البر');
    expect(text).toContain('المرفقات');
    expect(text).toContain('SA49 8000 0324 6080 1016 0967');
    expect(text).not.toContain('الموضوع');
  });
});
