import { execFileSync } from 'node:child_process';
import { lstatSync, mkdirSync, readdirSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { makeTemp } from '../backup/support/office.ts';
import { wisam } from './support/wisam.ts';

// Processes and threads are started here, on machines that may be busy with other tests.
vi.setConfig({ testTimeout: 240_000, hookTimeout: 120_000 });

const temp = makeTemp('letter');
afterAll(temp.remove);
const at = (name: string): string => join(temp.folder, name);
const letter = (input: string, output: string) =>
  wisam(['letter', '--input', input, '--output', output], temp.folder);

const GOOD = {
  referenceNumber: '127/ص/1448',
  date: '2026-11-22',
  attachments: 'بدون',
  recipient: { name: 'محمد بن عبدالله العتيبي', honorific: 'سعادة', closingHonorific: 'حفظه الله' },
  subject: 'إفادة',
  body: 'نفيدكم بأن **الطلب** مكتمل.\n\n1. البند الأول\n2. البند الثاني',
  signatory: { title: 'رئيس مجلس الإدارة', name: 'عبدالرحمن القحطاني' },
  copies: [],
};

beforeAll(() => {
  mkdirSync(at('in'));
  writeFileSync(at('in/letter.json'), JSON.stringify(GOOD));
});

describe('letter', () => {
  it('sets the same bytes every time, from where the person stands', () => {
    const first = letter('in/letter.json', 'first.pdf');
    expect([first.code, first.out, first.err]).toEqual([0, 'pages: 1\n', '']);
    expect(letter(at('in/letter.json'), 'in/../second.pdf').code).toBe(0);
    const bytes = readFileSync(at('first.pdf'));
    expect(bytes.subarray(0, 5).toString()).toBe('%PDF-');
    expect(readFileSync(at('second.pdf')).equals(bytes)).toBe(true);
  });

  it('says in one line where the input is wrong, with the place, and writes nothing', () => {
    const cases: readonly (readonly [string, string, string])[] = [
      ['{"subject": ', 'jsonInvalid', 'JSON'],
      [JSON.stringify({ ...GOOD, date: '2026-02-31' }), 'jsonInvalid', '2026-02-31'],
      [JSON.stringify({ ...GOOD, recipient: { nam: 'x' } }), 'jsonInvalid', 'recipient'],
      [JSON.stringify({ ...GOOD, subject: 'رمز \u{1F600}' }), 'missingGlyph', 'subject'],
      // Quoted in a way that steers no terminal; and not swallowed because some font has an empty glyph for it.
      [JSON.stringify({ ...GOOD, body: 'نص \u001B[2J' }), 'missingGlyph', String.raw`\u001b[2J`],
      [JSON.stringify({ ...GOOD, body: 'نص\0آخر' }), 'missingGlyph', 'U+0000'],
    ];
    mkdirSync(at('out'));
    for (const [text, code, told] of cases) {
      writeFileSync(at('in/wrong.json'), text);
      const { code: exit, out, err } = letter('in/wrong.json', 'out/wrong.pdf');
      expect([exit, out]).toEqual([1, '']);
      expect(err).toMatch(new RegExp(`^wisam letter: ${code}: [^\\n]*\\n$`));
      expect(err).toContain(told);
    }
    const none = letter('in/none.json', 'out/none.pdf');
    expect(none.err).toMatch(/^wisam letter: fileMissing: [^\n]*none\.json[^\n]*\n$/);
    expect(readdirSync(at('out'))).toEqual([]);
  });

  it('never takes the place of its own input, nor of what is no file', () => {
    const before = readFileSync(at('in/letter.json'));
    symlinkSync(at('in/letter.json'), at('in/link.json'));
    for (const output of ['in/letter.json', 'in/../in/letter.json', 'in/link.json']) {
      const { code, out, err } = letter('in/letter.json', output);
      expect([code, out]).toEqual([2, '']);
      expect(err).toMatch(/^wisam letter: --output is the input itself[^\n]*\n$/);
    }
    expect(readFileSync(at('in/letter.json')).equals(before)).toBe(true);
    execFileSync('mkfifo', [at('in/pipe')]);
    expect(letter('in/letter.json', 'in/pipe').err).toMatch(
      /^wisam letter: fileUnwritable: [^\n]*in\/pipe\n$/,
    );
    expect(lstatSync(at('in/pipe')).isFIFO()).toBe(true);
  });
});
