import { describe, expect, it } from 'vitest';
import { renderJob } from '#electron/pdf/render-jobs.ts';
import { placedTexts } from '../../support/pdf-reading.ts';
import { textOf } from './sample-letter.ts';

const KEY = 'AGE-SECRET-KEY-1QQPZRY9X8GF2TVDW0S3JN54KHCE6MUA7LQQPZRY9X8GF2TVDW0S3JN54KH';
const sheet = () =>
  renderJob({
    kind: 'recoverySheet',
    sheet: { organisation: 'جمعية التنمية الأهلية بالحميمة', key: KEY, day: '2026-11-22' },
  });

describe('the recovery sheet', () => {
  it('has every character of the key over its number', async () => {
    const { pdf, pages } = await sheet();
    expect(pages).toBe(1);
    const texts = (await placedTexts(pdf)).filter(({ text }) => /^[A-Z0-9-]+$/.test(text));
    for (const [index, character] of KEY.split('').entries()) {
      const number = texts.filter(({ text }) => text === String(index + 1));
      const over = number.flatMap((below) =>
        texts.filter(
          (one) =>
            one.baseline > below.baseline + 5 &&
            one.baseline < below.baseline + 25 &&
            Math.abs((one.left + one.right) / 2 - (below.left + below.right) / 2) < 2,
        ),
      );
      expect(
        over.map(({ text }) => text),
        `place ${index + 1}`,
      ).toContain(character);
    }
  });

  it('reads as the key from left to right, row by row', async () => {
    const texts = (await placedTexts((await sheet()).pdf)).filter(
      ({ text, right, left }) => /^[A-Z0-9-]$/.test(text) && right - left > 5,
    );
    const read = texts
      .toSorted((a, b) => (Math.abs(a.baseline - b.baseline) > 2 ? b.baseline - a.baseline : a.left - b.left))
      .map(({ text }) => text)
      .join('');
    expect(read).toBe(KEY);
  });

  it('says what the key opens, where it is kept and its day, and is the same file each time', async () => {
    const { pdf } = await sheet();
    const text = await textOf(pdf);
    for (const part of ['مفتاح الاسترداد', 'خارج مبنى الجمعية', 'استعادة من نسخة احتياطية', 'حرفًا'])
      expect(text).toContain(part);
    expect(text).toContain('١٢ / ٠٦ / ١٤٤٨ هـ');
    expect(Buffer.compare(pdf, (await sheet()).pdf)).toBe(0);
  });
});
