import { describe, expect, it } from 'vitest';
import { ar } from '#shared/locales/ar.ts';

/** Sections that speak of a case, and of the people around it. */
const SECTIONS = [
  'requests',
  'requestForm',
  'requestPath',
  'committee',
  'sealed',
  'deliveries',
  'research',
  'referrals',
  'reply',
] as const;
/** «طالب الدعم» is the name of a column or a field; in a sentence about somebody it makes a man of her. */
const LABELS: ReadonlySet<string> = new Set(['طالب الدعم', 'تغيير طالب الدعم']);
const MASCULINE =
  /طالب الدعم|صاحب (?:الطلب|المعاملة)|مقدّم الطلب|المتظلّم|بنفسه|حضر عنه|كما قاله|أمين اللجنة|نائب الرئيس/u;

/** Each word with its key; what is chosen by a sex that is known stands under `male`. */
function* words(node: unknown, path: string): Generator<readonly [path: string, text: string]> {
  if (typeof node === 'string') yield [path, node];
  else if (typeof node === 'object' && node !== null)
    for (const [key, value] of Object.entries(node))
      if (key !== 'male') yield* words(value, `${path}.${key}`);
}
const wrong = (node: unknown, path = ''): string[] =>
  [...words(node, path)]
    .filter(([, text]) => !LABELS.has(text) && MASCULINE.test(text))
    .map(([at, text]) => `${at}: ${text}`);

describe('the words around a case', () => {
  it('name nobody as a man whose sex is not known', () => {
    expect(SECTIONS.flatMap((section) => wrong(ar[section], section))).toEqual([]);
  });

  it('are found where they do', () => {
    const planted = { stopped: 'موقوف: طالب الدعم', label: 'طالب الدعم', of: { male: 'طالب الدعم نفسه' } };
    expect(wrong(planted)).toEqual(['.stopped: موقوف: طالب الدعم']);
  });
});
