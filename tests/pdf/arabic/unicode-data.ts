/** What Unicode says of characters, from Debian's unicode-data: for tests that ask `needTool(context, 'unicode')`. */
import { existsSync, readFileSync } from 'node:fs';
import { gunzipSync } from 'node:zlib';
import type { BidiClass, Character } from './uax9-reference.ts';

const folder = '/usr/share/unicode';
const read = (name: string): string => {
  const file = `${folder}/${name}`;
  return existsSync(file) ? readFileSync(file, 'utf8') : gunzipSync(readFileSync(`${file}.gz`)).toString();
};

/** Canonical equivalents of paired brackets: U+2329/232A are U+3008/3009. */
const CANONICAL: Readonly<Record<number, number>> = { 0x2329: 0x3008, 0x232a: 0x3009 };
const canonical = (code: number): number => CANONICAL[code] ?? code;

/** Classes and brackets of every assigned character. */
export function unicodeCharacters(): (code: number) => Character {
  const classes = new Map<number, BidiClass>();
  const ranges: { readonly from: number; readonly to: number; readonly bidi: BidiClass }[] = [];
  let open: number | undefined;
  for (const row of read('UnicodeData.txt').split('\n')) {
    const [hex = '', name = '', , , bidi = 'L'] = row.split(';');
    if (hex === '') continue;
    const code = Number.parseInt(hex, 16);
    if (name.endsWith('First>')) open = code;
    else if (name.endsWith('Last>') && open !== undefined) {
      ranges.push({ from: open, to: code, bidi: bidi as BidiClass });
      open = undefined;
    } else classes.set(code, bidi as BidiClass);
  }
  const pairs = new Map<number, NonNullable<Character['bracket']>>();
  for (const row of read('BidiBrackets.txt').split('\n')) {
    const match = /^([0-9A-F]+); ([0-9A-F]+); ([oc])/.exec(row);
    if (match === null) continue;
    const [self, pair] = [match[1], match[2]].map((hex) => Number.parseInt(hex ?? '', 16));
    if (self === undefined || pair === undefined) continue;
    const kind = match[3] === 'o' ? 'open' : 'close';
    // An opening bracket waits for its partner; a closing one is known by itself.
    pairs.set(self, { kind, pair: canonical(pair), self: canonical(self) });
  }
  return (code) => {
    const bidi = classes.get(code) ?? ranges.find(({ from, to }) => code >= from && code <= to)?.bidi ?? 'L';
    const bracket = pairs.get(code);
    return bracket === undefined ? { bidi } : { bidi, bracket };
  };
}
