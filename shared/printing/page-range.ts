import { toAsciiDigits } from '../arabic/digits.ts';

export type PageRange =
  | {
      readonly ok: true;
      /** `1-3,5`: sorted, without overlaps, in ASCII digits; null is every page. */
      readonly range: string | null;
      readonly pages: readonly number[];
    }
  | { readonly ok: false; readonly problem: 'shape' | 'beyond'; readonly part: string };

const allPages = (count: number): number[] => Array.from({ length: count }, (_, index) => index + 1);

/** `[1, 2, 3, 5]` as `1-3,5`; the pages ascend. */
function written(pages: readonly number[]): string {
  const runs: [number, number][] = [];
  for (const page of pages) {
    const run = runs.at(-1);
    if (run !== undefined && run[1] === page - 1) run[1] = page;
    else runs.push([page, page]);
  }
  return runs.map(([first, last]) => (first === last ? String(first) : `${first}-${last}`)).join(',');
}

const rangeOf = (pages: readonly number[], count: number): string | null =>
  pages.length === count ? null : written(pages);

// In a right-to-left line «1-3» is easily typed, or read, from its other end: both are the same pages.
const PART = /^(\d{1,4})(?:\s*[-–—]\s*(\d{1,4})?)?$/u;

/**
 * What a person types for the pages to print: `1-3,5`, `٢-٤`, `3-` (to the end), parts divided by either comma; nothing
 * is every page.
 * @param count how many pages the paper has
 */
export function parsePageRange(text: string, count: number): PageRange {
  const typed = toAsciiDigits(text).trim();
  if (typed === '') return { ok: true, range: null, pages: allPages(count) };
  const chosen = new Set<number>();
  for (const raw of typed.split(/[,،;؛]/u)) {
    const part = raw.trim();
    const match = PART.exec(part);
    if (match === null) return { ok: false, problem: 'shape', part };
    const first = Number(match[1]);
    const last = match[2] === undefined ? (/\d$/u.test(part) ? first : count) : Number(match[2]);
    if (first < 1 || last < 1 || first > count || last > count) return { ok: false, problem: 'beyond', part };
    for (let page = Math.min(first, last); page <= Math.max(first, last); page++) chosen.add(page);
  }
  const pages = [...chosen].toSorted((a, b) => a - b);
  return { ok: true, range: rangeOf(pages, count), pages };
}

/**
 * What is still to be printed of a job when its pages came out only before `from`; null is every page.
 * @param range of the job that was cut short
 * @param from the first page that did not come out
 */
export function remainingRange(range: string | null, count: number, from: number): string | null {
  const job = parsePageRange(range ?? '', count);
  const pages = job.ok ? job.pages : allPages(count);
  const left = pages.filter((page) => page >= from);
  return rangeOf(left.length === 0 ? pages : left, count);
}

/** The runs of a range that is written as above: `1-3,5` is 1 to 3 and 5 to 5. */
export const pagesIn = (range: string): { first: number; last: number }[] =>
  range.split(',').map((part) => {
    const [first = 0, last = first] = part.split('-').map(Number);
    return { first, last };
  });

/** The pages of a range that is written as above, of a paper of `count` pages; null is every page. */
export const pagesOfRange = (range: string | null, count: number): readonly number[] =>
  range === null
    ? allPages(count)
    : pagesIn(range).flatMap(({ first, last }) => allPages(last).slice(first - 1));
