import { describe, expect, it } from 'vitest';
import { renderJob } from '#electron/pdf/render-jobs.ts';
import { readPicture } from '#electron/pdf/picture.ts';
import { FIRST_RUN_PROFILE } from '#shared/organisation/profile.ts';
import type { LetterPictures } from '#shared/papers/letter-sheet.ts';
import { codeOf } from '../../support/office.ts';
import { darkness, pagePixels, type Part } from '../../support/pdf-pixels.ts';
import { tinyJpeg, tinyPng } from '../../support/sample-files.ts';
import { pageLines, SAMPLE, textOf } from './sample-letter.ts';

const mm = (length: number): number => (length * 72) / 25.4;
const none: LetterPictures = { logo: null, signature: null, stamp: null };

const set = (pictures: Partial<LetterPictures>) =>
  renderJob({
    kind: 'letter',
    paper: {
      letter: SAMPLE,
      profile: FIRST_RUN_PROFILE,
      mark: null,
      title: 'خطاب',
      pictures: { ...none, ...pictures },
    },
  });

/** Where the signatory's title and name stand, in points from the top. */
async function signatory(
  pdf: Uint8Array,
): Promise<{ title: number; name: number; left: number; right: number }> {
  const lines = await pageLines(pdf);
  const title = lines.find(({ text }) => text === SAMPLE.signatory.title);
  const name = lines.find(({ text }) => text === SAMPLE.signatory.name);
  return {
    title: mm(297) - (title?.baseline ?? 0),
    name: mm(297) - (name?.baseline ?? 0),
    left: name?.left ?? 0,
    right: name?.right ?? 0,
  };
}

const inkAt = async (pdf: Uint8Array, part: Part): Promise<number> =>
  darkness(await pagePixels(pdf, { part }));

describe('pictures on a letter', () => {
  it('put the signature over the room to sign, between title and name', async () => {
    const bare = (await set({})).pdf;
    const { title, name, left, right } = await signatory(bare);
    const room = {
      left: left + 10,
      width: right - left - 20,
      top: title + mm(3),
      height: name - title - mm(9),
    };
    expect(await inkAt(bare, room)).toBe(0);
    const signed = (await set({ signature: tinyPng(300, 100) })).pdf;
    expect(await inkAt(signed, room)).toBeGreaterThan(0.3);
    // Nothing of the text moves.
    expect(await textOf(signed)).toBe(await textOf(bare));
    expect(await signatory(signed)).toEqual(await signatory(bare));
  });

  it('put the stamp beside the signature, over its right side, no larger than a real one', async () => {
    const { pdf } = await set({ stamp: tinyPng(2000, 2000) });
    const { title, name } = await signatory(pdf);
    const middle = (title + name) / 2 - mm(1.5);
    const column = mm(22 + 68);
    const dot = (x: number, y: number): Promise<number> =>
      inkAt(pdf, { left: x - 2, top: y - 2, width: 4, height: 4 });
    expect(await dot(column - mm(10), middle)).toBeGreaterThan(0.3);
    expect(await dot(column + mm(15), middle)).toBeGreaterThan(0.3);
    expect(await dot(column + mm(38), middle)).toBe(0);
    expect(await dot(column + mm(5), middle - mm(22))).toBe(0);
    expect(await dot(column + mm(5), middle + mm(22))).toBe(0);
  });

  it('leave the copies clear of the stamp', async () => {
    const lines = await pageLines((await set({ stamp: tinyPng(450, 450) })).pdf);
    const name = lines.find(({ text }) => text === SAMPLE.signatory.name)?.baseline ?? 0;
    const copies = lines.find(({ text }) => text.includes('صورة مع التحية'))?.baseline ?? 0;
    expect(name - copies).toBeGreaterThan(mm(38) / 2 - mm(7));
  });

  it('set the logo in the place of the brand, at most 16 mm high', async () => {
    const { pdf } = await set({ logo: tinyPng(100, 400) });
    expect(await textOf(pdf)).not.toContain('WISAM');
    const strip = { left: mm(104), width: mm(2) };
    expect(await inkAt(pdf, { ...strip, top: mm(14), height: mm(14) })).toBeGreaterThan(0.3);
    expect(await inkAt(pdf, { left: mm(96), width: mm(3), top: mm(14), height: mm(14) })).toBe(0);
    expect(await textOf((await set({})).pdf)).toContain('WISAM');
  });

  it('give the same bytes each time', async () => {
    const all = { logo: tinyPng(300, 200), signature: tinyPng(300, 100), stamp: tinyJpeg() };
    expect(Buffer.compare((await set(all)).pdf, (await set(all)).pdf)).toBe(0);
  });

  const png = tinyPng(60, 60);
  const flipped = Buffer.from(png);
  flipped.writeUInt8(flipped.readUInt8(60) ^ 0xff, 60);
  const unsound: Readonly<Record<string, Uint8Array>> = {
    'no picture at all': Buffer.from('%PDF-1.7 and then words'),
    nothing: new Uint8Array(),
    'half a PNG': png.subarray(0, png.length / 2),
    'a PNG with one byte changed': flipped,
    'a PNG that claims more pixels than it has': tinyPng(10, 10, { claim: [400, 400] }),
    'a PNG of impossible size': tinyPng(1, 1, { claim: [60_000, 60_000] }),
    'half a JPEG': tinyJpeg().subarray(0, 100),
    'a JPEG without its end': tinyJpeg().subarray(0, tinyJpeg().length - 2),
  };
  it.each(Object.keys(unsound))('refuse %s, and name the picture', async (name) => {
    for (const picture of ['logo', 'signature', 'stamp'] as const) {
      const refusal = set({ [picture]: unsound[name] });
      await expect(refusal).rejects.toMatchObject({
        code: 'pictureUnreadable',
        details: { picture, context: picture },
      });
    }
  });

  it('take every sound one', async () => {
    expect(readPicture(tinyPng(60, 30), 'stamp')).toMatchObject({ widthPx: 60, heightPx: 30 });
    expect(readPicture(tinyJpeg(), 'logo')).toMatchObject({ widthPx: 8, heightPx: 8 });
    expect(await codeOf(() => set({ logo: tinyJpeg(), stamp: tinyPng() }))).toBe('none');
  });
});
