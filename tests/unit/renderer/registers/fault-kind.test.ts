import { readdirSync, readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { describe, expect, it } from 'vitest';
import { kindOf } from '#renderer/features/registers/fault-kind.ts';
import { ar } from '#shared/locales/ar.ts';
import { sealCheckSchema } from '#shared/letters/verified-letter.ts';
import { en } from '#shared/locales/en.ts';

const root = resolve(import.meta.dirname, '../../../..');
const source = (path: string): string => readFileSync(resolve(root, path), 'utf8');
const verification = readdirSync(resolve(root, 'electron/verify'))
  .map((name) => source(`electron/verify/${name}`))
  .join('\n');
const incoming = source('db/incoming/sealed-incoming.ts');

/** `letter.content:` as it stands in the code; a hole in front is the kind of a record, one behind is told by a type. */
const named = [...verification.matchAll(/`(\$\{[\w.]+\}|[a-z]+)\.(\$\{\w+\}|[a-zA-Z]+):/gu)].map(
  ([, front = '', word = '']) => ({ front: front.startsWith('$') ? 'incoming' : front, word }),
);
/** What a function says by its type is wrong with a record: `'content' | 'seal' | null`. */
const typed = [
  ...sealCheckSchema.options,
  ...[...`${verification}\n${incoming}`.matchAll(/\):((?:[\s|]*'[a-z]+')+) \| null \{/gu)].flatMap(
    ([, union = '']) => [...union.matchAll(/'([a-z]+)'/gu)].map(([, word = '']) => word),
  ),
];
const faults = [
  ...named
    .filter(({ front, word }) => front !== 'audit' && !word.startsWith('$'))
    .map(({ front, word }) => `${front}.${word}:outgoing-1448-127`),
  ...typed.flatMap((word) => [`letter.${word}:outgoing-1448-127`, `incoming.${word}:incoming-1448-34`]),
  'file.vanished:0123456789abcdef',
  'file.damaged:0123456789abcdef',
  'foreignKey:party_role',
  'foreignKey:letter_signing:outgoing-1448-127',
];

describe('the words for what a check of the registers found', () => {
  it('reads every fault that verification can give out of its code', () => {
    for (const one of ['letter.content', 'letter.register', 'letter.code', 'incoming.seal', 'paper.settled'])
      expect(faults.some((fault) => fault.startsWith(`${one}:`))).toBe(true);
    expect(new Set(faults).size).toBeGreaterThan(30);
    // What is written with a hole is one of these, whose words are told above.
    expect(new Set(named.map(({ word }) => word).filter((word) => word.startsWith('$')))).toEqual(
      new Set(['${fault}', '${what}']),
    );
  });

  it.each([...new Set(faults)])('has words for %s in both languages', (fault) => {
    const kind = kindOf(fault);
    expect(kind).not.toBe('other');
    for (const words of [ar, en]) expect(words.registers.check.kind[kind]).toMatch(/\S/u);
  });

  it.each([
    'pages:page 7',
    'freelist:2',
    'schema:x',
    'audit.altered:12',
    'audit.cut:3',
    'wal:1',
    'letter.x:1',
  ])('says of %s that it is of the database or the log, and repeats it', (fault) => {
    expect(kindOf(fault)).toBe('other');
    for (const words of [ar, en]) expect(words.registers.check.kind.other).toContain('{{fault}}');
  });
});
