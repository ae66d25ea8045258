import { describe, expect, it } from 'vitest';
import { afterKey, NOTHING_SCANNED } from '#renderer/ui/scanner-digits.ts';

/** What comes of keys that go down one after another, `gap` ms apart. */
function typed(codes: readonly string[], gap = 8): string | null {
  let scanned = NOTHING_SCANNED;
  let done: string | null = null;
  for (const [index, code] of codes.entries()) {
    const step = afterKey(scanned, { code, atMs: 1000 + index * gap });
    scanned = step.now;
    done = step.done;
  }
  return done;
}
const digits = (text: string, key = 'Digit'): string[] => Array.from(text, (digit) => `${key}${digit}`);
const CODE = '1234567890123456';

describe('a barcode scanner', () => {
  it('is heard by its physical keys, whatever layout is active', () => {
    expect(typed([...digits(CODE), 'Enter'])).toBe(CODE);
    expect(typed([...digits(CODE, 'Numpad'), 'NumpadEnter'])).toBe(CODE);
  });
  it('is told from a hand, which is slower', () => {
    expect(typed([...digits(CODE), 'Enter'], 200)).toBeNull();
  });
  it.each([
    ['no Enter ends it', digits(CODE)],
    ['another key comes between', [...digits('12345678'), 'KeyA', ...digits('90123456'), 'Enter']],
    ['it is too short for a code', [...digits('12345678901'), 'Enter']],
    ['it is Enter alone', ['Enter']],
  ])('says nothing when %s', (_, codes) => {
    expect(typed(codes)).toBeNull();
  });
});
