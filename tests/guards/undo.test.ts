import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { root } from './support/plant.ts';
import { sources } from './support/sources.ts';

const CALL = /\b(?:showToast|tell|acts\.run)\(/gu;
/** What would keep a refusal from the toast: it tells only what reaches it. */
const SWALLOWS = /\.catch\(|=> undefined|\b(?:attempt|act|quietly)\(/u;

/** The arguments of each call that offers an undo, up to its closing bracket. */
function* offers(text: string): Generator<string> {
  for (const { index } of text.matchAll(CALL)) {
    const from = text.indexOf('(', index);
    let depth = 0;
    let to = from;
    do {
      if (text[to] === '(') depth += 1;
      if (text[to] === ')') depth -= 1;
      to += 1;
    } while (depth > 0 && to < text.length);
    yield text.slice(from, to);
  }
}
const swallowed = (text: string): string[] => [...offers(text)].filter((given) => SWALLOWS.test(given));

describe('an undo that is refused', () => {
  it('is told by its toast: no caller keeps the refusal to itself', () => {
    const found = sources(['renderer']).flatMap((file) =>
      swallowed(readFileSync(join(root, file), 'utf8')).map((given) => `${file}: ${given.slice(0, 80)}`),
    );
    expect(found).toEqual([]);
  });

  it.each([
    "showToast(t('done'), () => back().then(() => undefined, () => undefined))",
    "showToast(t('done'), () => call('requests.reopen', { id }).catch(() => undefined))",
    "acts.tell(t('done'), () => attempt(() => call('letters.deliver', { id })))",
  ])('is found where it is swallowed: %s', (text) => {
    expect(swallowed(text)).toHaveLength(1);
  });

  it('is not found where it is handed on', () => {
    expect(swallowed("showToast(t('done'), () => call('requests.reopen', { id }))")).toEqual([]);
  });
});
