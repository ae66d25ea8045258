import { existsSync, readFileSync } from 'node:fs';
import { gunzipSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { embeddingLevels, visualOrder } from '#electron/pdf/arabic/bidi.ts';
import type { Direction } from '#electron/pdf/arabic/definition.ts';
import { TOOLS } from '../../../build/test/debian-tools.ts';
import { needTool } from '../../support/need-tool.ts';

interface Case {
  readonly line: number;
  readonly text: string;
  readonly direction: Direction;
  readonly base: number;
  /** Undefined where rule X9 removes the character. */
  readonly levels: readonly (number | undefined)[];
  readonly order: string;
}

const DIRECTIONS: Readonly<Record<string, Direction>> = { '0': 'ltr', '1': 'rtl', '2': 'auto' };

function readCases(): Case[] {
  const file = TOOLS.unicode.find;
  const text = existsSync(file)
    ? readFileSync(file, 'utf8')
    : gunzipSync(readFileSync(`${file}.gz`)).toString();
  return text.split('\n').flatMap((row, index): Case[] => {
    if (row === '' || row.startsWith('#')) return [];
    const [codes = '', direction = '', base = '', levels = '', order = ''] = row.split(';');
    return [
      {
        line: index + 1,
        text: String.fromCodePoint(...codes.split(' ').map((code) => Number.parseInt(code, 16))),
        direction: DIRECTIONS[direction] ?? 'auto',
        base: Number(base),
        levels: levels.split(' ').map((level) => (level === 'x' ? undefined : Number(level))),
        order: order.trim(),
      },
    ];
  });
}

/** What is wrong with one case, or undefined. */
function fault({ text, direction, base, levels, order }: Case): string | undefined {
  const found = embeddingLevels(text, direction);
  if (found.base !== base) return 'paragraph level';
  let unit = 0;
  const characters = Array.from(text);
  for (const [index, character] of characters.entries()) {
    const expected = levels[index];
    if (expected !== undefined && found.levels[unit] !== expected) return `level of character ${index}`;
    unit += character.length;
  }
  const kept = characters.map((_, index) => index).filter((index) => levels[index] !== undefined);
  return visualOrder(kept, (index) => levels[index] ?? 0).join(' ') === order ? undefined : 'visual order';
}

describe("Unicode's BidiCharacterTest", () => {
  it('passes, every case of it', (context) => {
    needTool(context, 'unicode');
    const cases = readCases();
    expect(cases.length).toBeGreaterThan(91_000);
    const faults = cases.flatMap((each) => {
      const wrong = fault(each);
      return wrong === undefined ? [] : [`line ${each.line}: ${wrong}`];
    });
    expect(faults).toEqual([]);
  });

  it('would see a wrong level and a wrong order', (context) => {
    needTool(context, 'unicode');
    const [first] = readCases().filter(({ levels }) => levels.filter((level) => level === 1).length > 2);
    if (first === undefined) throw new Error('The file has no right-to-left case.');
    expect(fault(first)).toBeUndefined();
    expect(fault({ ...first, levels: first.levels.map(() => 0) })).toBeDefined();
    expect(fault({ ...first, order: first.order.split(' ').reverse().join(' ') })).toBe('visual order');
  });

  it('agrees with the short way for plain Arabic', () => {
    const plain = 'تضع الجمعيةُ (السياسات) و«الإجراءات»، 5';
    const long = embeddingLevels(plain, 'rtl');
    const short = embeddingLevels(plain.slice(0, -1), 'rtl');
    expect([...short.levels]).toEqual([...long.levels].slice(0, -1));
    expect([...short.levels].every((level) => level === 1)).toBe(true);
    expect(long.levels.at(-1)).toBe(2);
  });
});
