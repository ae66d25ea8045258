import { describe, expect, it } from 'vitest';
import { typedText } from '#electron/pdf/typed-text.ts';
import { richTextSchema, type Block } from '#shared/letters/rich-text.ts';
import { placedTexts } from '../../support/pdf-reading.ts';
import { pageLines, SENTENCE, setLetter, textOf } from './sample-letter.ts';

const paragraph = (text: string): Block => ({ type: 'paragraph', content: [{ type: 'text', text }] });
const nested = (wrap: (inner: Block) => Block, depth: number, inner: Block): Block =>
  depth === 0 ? inner : nested(wrap, depth - 1, wrap(inner));

describe('hostile bodies', () => {
  it('cannot turn digits round with an override: eye and search read the same', async () => {
    const text = await textOf((await setLetter({ body: 'المبلغ \u202E1234\u202C ريال' })).pdf);
    expect(text).toContain('المبلغ 1234 ريال');
    expect(typedText('\u202D\u202Eأ')).toBe('أ');
  });

  it('may hold isolates and marks, open or closed', async () => {
    const body = 'نص \u2066LTR\u2069 ثم \u2067مفتوح \u200Fعلامة\u200E و(أقواس) [مربعة] {معقوفة}.';
    const text = await textOf((await setLetter({ body })).pdf);
    for (const word of ['LTR', 'مفتوح', 'علامة', '(أقواس)', '[مربعة]', '{معقوفة}'])
      expect(text).toContain(word);
  });

  it('may hold a word of ten thousand letters: it is broken over pages, within the paper, whole and soon', async () => {
    const started = performance.now();
    const { pdf } = await setLetter({ body: `${'سعيد'.repeat(2500)} ${'x'.repeat(3000)}` });
    expect(performance.now() - started).toBeLessThan(10_000);
    const lines = await pageLines(pdf);
    for (const line of lines) {
      expect(line.left).toBeGreaterThan(22 * (72 / 25.4) - 0.5);
      expect(line.right).toBeLessThan(188 * (72 / 25.4) + 0.5);
    }
    const text = lines.map((line) => line.text).join('');
    expect(text.split('س').length - 1).toBeGreaterThanOrEqual(2500);
    expect((text.match(/x{3,}/g) ?? []).join('')).toHaveLength(3000);
  });

  it('may nest lists and quotations to the depth that the schema allows', async () => {
    const list = (inner: Block): Block => ({
      type: 'bulletList',
      content: [{ type: 'listItem', content: [paragraph('مستوى'), inner] }],
    });
    const quote = (inner: Block): Block => ({ type: 'blockquote', content: [inner] });
    for (const block of [nested(list, 8, paragraph('القاع')), nested(quote, 17, paragraph('القاع'))]) {
      const body = richTextSchema.parse({ type: 'doc', content: [block] });
      expect(await textOf((await setLetter({ body })).pdf)).toContain('القاع');
    }
    const deep = '- ١\n  - ٢\n    - ٣\n      - ٤\n        - ٥\n          - قاع';
    expect(await textOf((await setLetter({ body: deep })).pdf)).toContain('قاع');
  });

  it('may be tables with empty cells, empty rows, too wide or inside each other', async () => {
    const columns = Array.from({ length: 14 }, (_, index) => `ع${index}`);
    const wide = `| ${columns.join(' | ')} |\n|${'---|'.repeat(14)}\n| ${columns.map(() => 'كلمةطويلةجدًا').join(' | ')} |\n|${' |'.repeat(14)}`;
    const { pdf } = await setLetter({ body: wide });
    for (const line of await pageLines(pdf)) {
      expect(line.left).toBeGreaterThan(22 * (72 / 25.4) - 0.5);
      expect(line.right).toBeLessThan(188 * (72 / 25.4) + 0.5);
    }
    expect((await setLetter({ body: '| | |\n|---|---|\n| | |' })).pages).toBe(1);
  });

  it('may be one sign, or nothing but spaces', async () => {
    for (const body of ['.', '\u00A0 \u00A0', '', '-', '#'])
      expect((await setLetter({ body })).pages).toBe(1);
  });

  it('may put text after text without end', async () => {
    const { pages } = await setLetter({ body: Array.from({ length: 380 }, () => SENTENCE).join(' ') });
    expect(pages).toBeGreaterThan(20);
  });

  it.each([
    [8, 4],
    [98, 4],
    [1446, 3],
    [100_000, 1],
  ])('may start a list at %i: no marker runs into its text', async (start, count) => {
    const items = Array.from({ length: count }, (_, index) => `${start + index}. بند واحد من القائمة`);
    const placed = await placedTexts((await setLetter({ body: items.join('\n') })).pdf);
    const baselines = new Set(
      placed.filter((one) => one.text.includes('القائمة')).map((one) => one.baseline),
    );
    expect(baselines.size).toBe(count);
    for (const baseline of baselines) {
      const onLine = placed.filter((one) => Math.abs(one.baseline - baseline) < 1);
      const marker = onLine.filter((one) => /[٠-٩.]/.test(one.text));
      const words = onLine.filter((one) => /\p{Script=Arabic}/u.test(one.text) && !/[٠-٩.]/.test(one.text));
      expect(marker).not.toEqual([]);
      const gap = Math.min(...marker.map((one) => one.left)) - Math.max(...words.map((one) => one.right));
      expect(gap).toBeGreaterThan(3);
      expect(Math.max(...marker.map((one) => one.right))).toBeLessThan(188 * (72 / 25.4) + 0.5);
    }
  });
});
