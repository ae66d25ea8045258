import type { FontkitFont } from './fontkit-types.ts';
import {
  clustersOf,
  finished,
  layoutRun,
  prepare,
  type Cluster,
  type RunFeatures,
  type ShapedRun,
} from './shaping.ts';

/**
 * Shaping costs more than all the rest, and letters repeat their words: every word is shaped once a process. A word's
 * shape follows from its font, its features and its text alone, so what was set before never changes what is set now.
 */
const WORDS_KEPT = 8_000;
type Words = Map<string, ShapedRun>;
const shapedWords = new WeakMap<FontkitFont, Map<RunFeatures, Words>>();

function wordsOf(font: FontkitFont, features: RunFeatures): Words {
  let byFeatures = shapedWords.get(font);
  if (byFeatures === undefined) shapedWords.set(font, (byFeatures = new Map<RunFeatures, Words>()));
  let words = byFeatures.get(features);
  if (words === undefined) byFeatures.set(features, (words = new Map<string, ShapedRun>()));
  return words;
}

/** One line of text of one level, script and font, shaped. */
export function shape(font: FontkitFont, text: string, features: RunFeatures): ShapedRun {
  const words = wordsOf(font, features);
  let run = words.get(text);
  if (run === undefined) {
    run = shapeAnew(font, text, features);
    // A number hardly ever comes twice.
    if (!NUMBER_AND_SPACE.test(text)) {
      if (words.size >= WORDS_KEPT) words.clear();
      words.set(text, run);
    }
  }
  return run;
}

const NO_BREAK_SPACE = '\u00A0';
const NUMBER = /^(?:[0-9]{2,}|[\u0660-\u0669]{2,}|[\u06F0-\u06F9]{2,})$/;
/** Longer than a pair: pairs are what numbers are made of. */
const NUMBER_AND_SPACE = /^(?:[0-9\u00A0]{3,}|[\u0660-\u0669\u00A0]{3,}|[\u06F0-\u06F9\u00A0]{3,}) *$/;

function shapeAnew(font: FontkitFont, text: string, features: RunFeatures): ShapedRun {
  if (features.tracking !== 0) return tracked(shape(font, text, features.untracked), features);
  // A word is the same with and without the space after it: in our fonts no rule reaches across a space …
  const word = text.replace(/ +$/, '');
  if (word !== '' && word !== text) {
    return joined([shape(font, word, features), shape(font, text.slice(word.length), features)], features);
  }
  // … of either kind: groups of figures are held together by the other one.
  if (text.length > 1 && text.includes(NO_BREAK_SPACE)) {
    return joined(
      text.split(/(\u00A0)/).flatMap((part) => (part === '' ? [] : [shape(font, part, features)])),
      features,
    );
  }
  if (features.alone && !features.rightToLeft && text.length > 2 && NUMBER.test(text)) {
    return shapeNumber(font, text, features);
  }
  const prepared = prepare(text, features.rightToLeft);
  const clusters =
    prepared === '' ? [] : clustersOf(layoutRun(font, prepared, features), features.rightToLeft);
  return { clusters, advance: clusters.reduce((sum, { advance }) => sum + advance, 0) };
}

/**
 * A number is made of its pairs of digits: in our fonts a digit is moved by the digit after it and by nothing else (the
 * tests hold numbers of any length, and every pair, in every font, against HarfBuzz).
 */
function shapeNumber(font: FontkitFont, text: string, features: RunFeatures): ShapedRun {
  const clusters: Cluster[] = [];
  let advance = 0;
  for (let at = 0; at < text.length; at++) {
    const [cluster] = shape(font, text.slice(at, at + 2), features).clusters;
    if (cluster === undefined) continue;
    clusters.push(cluster);
    advance += cluster.advance;
  }
  return { clusters, advance };
}

/** Runs that follow each other in the text, as one. */
function joined(runs: readonly ShapedRun[], { rightToLeft }: RunFeatures): ShapedRun {
  const visual = rightToLeft ? runs.toReversed() : runs;
  return {
    clusters: visual.flatMap(({ clusters }) => clusters),
    advance: runs.reduce((sum, { advance }) => sum + advance, 0),
  };
}

/** The same run with space after each character but the last. */
function tracked(run: ShapedRun, { tracking, rightToLeft }: RunFeatures): ShapedRun {
  const clusters = run.clusters.map((cluster, index) => {
    if (index === run.clusters.length - 1) return cluster;
    const { plain, width, ...rest } = cluster;
    const wider = { ...rest, advance: cluster.advance + tracking };
    return finished(wider, plain ? width : undefined, rightToLeft);
  });
  return { clusters, advance: clusters.reduce((sum, { advance }) => sum + advance, 0) };
}
