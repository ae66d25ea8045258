/**
 * UAX#9 (revision 48) written out rule by rule, with no thought of speed and nothing shared with bidi-js: the second
 * opinion of the property tests. It is itself held against every case of Unicode's BidiCharacterTest.
 */
export type BidiClass =
  | 'L'
  | 'R'
  | 'AL'
  | 'EN'
  | 'ES'
  | 'ET'
  | 'AN'
  | 'CS'
  | 'NSM'
  | 'BN'
  | 'B'
  | 'S'
  | 'WS'
  | 'ON'
  | 'LRE'
  | 'LRO'
  | 'RLE'
  | 'RLO'
  | 'PDF'
  | 'LRI'
  | 'RLI'
  | 'FSI'
  | 'PDI';

/** Of one character: its class, and its partner if it is a paired bracket (canonical equivalents already made one). */
export interface Character {
  readonly bidi: BidiClass;
  readonly bracket?: { readonly kind: 'open' | 'close'; readonly pair: number; readonly self: number };
}

const MAX_DEPTH = 125;
const ISOLATES: ReadonlySet<BidiClass> = new Set(['LRI', 'RLI', 'FSI']);
const REMOVED: ReadonlySet<BidiClass> = new Set(['LRE', 'LRO', 'RLE', 'RLO', 'PDF', 'BN']);
const NEUTRAL: ReadonlySet<BidiClass> = new Set(['B', 'S', 'WS', 'ON', 'LRI', 'RLI', 'FSI', 'PDI']);

const isOdd = (level: number): boolean => level % 2 === 1;
const strongOf = (level: number): 'L' | 'R' => (isOdd(level) ? 'R' : 'L');

/** BD9: where the isolate that begins at `start` is closed; the end of the text when nowhere. */
function matchingPdi(classes: readonly BidiClass[], start: number): number {
  let depth = 1;
  for (let at = start + 1; at < classes.length; at++) {
    if (ISOLATES.has(classes[at] ?? 'ON')) depth++;
    else if (classes[at] === 'PDI' && --depth === 0) return at;
  }
  return classes.length;
}

/** P2, P3: the level by the first strong character between two places, isolates left out. */
function firstStrong(classes: readonly BidiClass[], from: number, to: number): 0 | 1 | undefined {
  for (let at = from; at < to; at++) {
    const bidi = classes[at] ?? 'ON';
    if (ISOLATES.has(bidi)) at = matchingPdi(classes, at);
    else if (bidi === 'L') return 0;
    else if (bidi === 'R' || bidi === 'AL') return 1;
  }
  return undefined;
}

interface Status {
  readonly level: number;
  readonly override: 'L' | 'R' | undefined;
  readonly isolate: boolean;
}

/** X1–X8: explicit levels, with overrides written into the classes. */
function explicitLevels(classes: BidiClass[], base: number): number[] {
  const original = [...classes];
  const levels: number[] = [];
  const stack: Status[] = [{ level: base, override: undefined, isolate: false }];
  let overflowIsolates = 0;
  let overflowEmbeddings = 0;
  let validIsolates = 0;
  const top = (): Status => stack.at(-1) ?? { level: base, override: undefined, isolate: false };
  const nextLevel = (rightToLeft: boolean): number =>
    isOdd(top().level) === rightToLeft ? top().level + 2 : top().level + 1;
  const overridden = (at: number): void => {
    const { override } = top();
    if (override !== undefined) classes[at] = override;
  };
  original.forEach((bidi, at) => {
    levels[at] = top().level;
    if (bidi === 'RLE' || bidi === 'LRE' || bidi === 'RLO' || bidi === 'LRO') {
      const rightToLeft = bidi.startsWith('R');
      const level = nextLevel(rightToLeft);
      if (level <= MAX_DEPTH && overflowIsolates === 0 && overflowEmbeddings === 0) {
        stack.push({ level, override: bidi.endsWith('O') ? strongOf(level) : undefined, isolate: false });
      } else if (overflowIsolates === 0) overflowEmbeddings++;
    } else if (ISOLATES.has(bidi)) {
      overridden(at);
      const rightToLeft =
        bidi === 'RLI' || (bidi === 'FSI' && firstStrong(original, at + 1, matchingPdi(original, at)) === 1);
      const level = nextLevel(rightToLeft);
      if (level <= MAX_DEPTH && overflowIsolates === 0 && overflowEmbeddings === 0) {
        validIsolates++;
        stack.push({ level, override: undefined, isolate: true });
      } else overflowIsolates++;
    } else if (bidi === 'PDI') {
      if (overflowIsolates > 0) overflowIsolates--;
      else if (validIsolates > 0) {
        overflowEmbeddings = 0;
        while (!top().isolate) stack.pop();
        stack.pop();
        validIsolates--;
      }
      levels[at] = top().level;
      overridden(at);
    } else if (bidi === 'PDF') {
      if (overflowIsolates > 0) return;
      if (overflowEmbeddings > 0) overflowEmbeddings--;
      else if (!top().isolate && stack.length >= 2) stack.pop();
    } else if (bidi === 'B') levels[at] = base;
    else if (bidi !== 'BN') overridden(at);
  });
  return levels;
}

/** X10, BD13: runs of one level, those that an isolate parts joined again. X9 has left out what is removed. */
function runSequences(
  kept: readonly number[],
  original: readonly BidiClass[],
  levels: readonly number[],
): number[][] {
  const runs: number[][] = [];
  for (const at of kept) {
    const run = runs.at(-1);
    if (run !== undefined && levels[run.at(-1) ?? -1] === levels[at]) run.push(at);
    else runs.push([at]);
  }
  const startsAt = new Map(runs.map((run) => [run[0], run]));
  const opened = new Set<number>();
  original.forEach((bidi, at) => {
    if (ISOLATES.has(bidi)) opened.add(matchingPdi(original, at));
  });
  return runs
    .filter(([first]) => !(first !== undefined && original[first] === 'PDI' && opened.has(first)))
    .map((run) => {
      const sequence = [...run];
      for (;;) {
        const last = sequence.at(-1) ?? -1;
        if (!ISOLATES.has(original[last] ?? 'ON')) return sequence;
        const next = startsAt.get(matchingPdi(original, last));
        if (next === undefined) return sequence;
        sequence.push(...next);
      }
    });
}

/** W1–W7 on one sequence. */
function weak(types: BidiClass[], sos: 'L' | 'R'): void {
  const { length } = types;
  for (let i = 0; i < length; i++) {
    if (types[i] !== 'NSM') continue;
    const before = types[i - 1];
    types[i] = before === undefined ? sos : ISOLATES.has(before) || before === 'PDI' ? 'ON' : before;
  }
  const strongBefore = (i: number): BidiClass => {
    for (let j = i - 1; j >= 0; j--) {
      const type = types[j];
      if (type === 'L' || type === 'R' || type === 'AL') return type;
    }
    return sos;
  };
  for (let i = 0; i < length; i++) if (types[i] === 'EN' && strongBefore(i) === 'AL') types[i] = 'AN';
  for (let i = 0; i < length; i++) if (types[i] === 'AL') types[i] = 'R';
  for (let i = 1; i < length - 1; i++) {
    const [before, after] = [types[i - 1], types[i + 1]];
    if (types[i] === 'ES' && before === 'EN' && after === 'EN') types[i] = 'EN';
    if (types[i] === 'CS' && before === after && (before === 'EN' || before === 'AN')) types[i] = before;
  }
  for (let i = 0; i < length; i++) {
    if (types[i] !== 'ET') continue;
    let end = i;
    while (types[end] === 'ET') end++;
    if (types[i - 1] === 'EN' || types[end] === 'EN') types.fill('EN', i, end);
    i = end - 1;
  }
  for (let i = 0; i < length; i++) {
    if (types[i] === 'ES' || types[i] === 'ET' || types[i] === 'CS') types[i] = 'ON';
  }
  for (let i = 0; i < length; i++) if (types[i] === 'EN' && strongBefore(i) === 'L') types[i] = 'L';
}

const asStrong = (type: BidiClass | undefined): 'L' | 'R' | undefined =>
  type === 'L' ? 'L' : type === 'R' || type === 'EN' || type === 'AN' ? 'R' : undefined;

/** BD16, N0. */
function brackets(
  types: BidiClass[],
  sequence: readonly number[],
  text: readonly Character[],
  level: number,
  sos: 'L' | 'R',
): void {
  const open: { readonly pair: number; readonly index: number }[] = [];
  const pairs: (readonly [number, number])[] = [];
  for (const [index, at] of sequence.entries()) {
    const bracket = types[index] === 'ON' ? text[at]?.bracket : undefined;
    if (bracket === undefined) continue;
    if (bracket.kind === 'open') {
      if (open.length === 63) break;
      open.push({ pair: bracket.pair, index });
    } else {
      const match = open.findLastIndex(({ pair }) => pair === bracket.self);
      if (match >= 0) {
        pairs.push([open[match]?.index ?? 0, index]);
        open.length = match;
      }
    }
  }
  const embedding = strongOf(level);
  for (const [from, to] of pairs.toSorted(([a], [b]) => a - b)) {
    const inside = types.slice(from + 1, to).flatMap((type) => asStrong(type) ?? []);
    let direction: 'L' | 'R' | undefined;
    if (inside.includes(embedding)) direction = embedding;
    else if (inside.length > 0) {
      const before = types.slice(0, from).findLast((type) => asStrong(type) !== undefined);
      direction = (asStrong(before) ?? sos) === embedding ? embedding : embedding === 'L' ? 'R' : 'L';
    }
    if (direction === undefined) continue;
    for (const place of [from, to]) {
      types[place] = direction;
      for (let after = place + 1; text[sequence[after] ?? -1]?.bidi === 'NSM'; after++)
        types[after] = direction;
    }
  }
}

/** N1, N2. */
function neutrals(types: BidiClass[], level: number, sos: 'L' | 'R', eos: 'L' | 'R'): void {
  for (let i = 0; i < types.length; i++) {
    if (!NEUTRAL.has(types[i] ?? 'L')) continue;
    let end = i;
    while (end < types.length && NEUTRAL.has(types[end] ?? 'L')) end++;
    const before = i === 0 ? sos : asStrong(types[i - 1]);
    const after = end === types.length ? eos : asStrong(types[end]);
    types.fill(before !== undefined && before === after ? before : strongOf(level), i, end);
    i = end - 1;
  }
}

/** The embedding level of each character of one paragraph; undefined where X9 removes it. */
export function referenceLevels(
  text: readonly Character[],
  direction: 'ltr' | 'rtl' | 'auto',
): { readonly base: number; readonly levels: readonly (number | undefined)[] } {
  const original = text.map(({ bidi }) => bidi);
  const base =
    direction === 'auto' ? (firstStrong(original, 0, text.length) ?? 0) : direction === 'rtl' ? 1 : 0;
  const classes = [...original];
  const levels = explicitLevels(classes, base);
  const kept = original.flatMap((bidi, at) => (REMOVED.has(bidi) ? [] : [at]));
  const resolved = [...levels];
  for (const sequence of runSequences(kept, original, levels)) {
    const [first = 0] = sequence;
    const last = sequence.at(-1) ?? 0;
    const level = levels[first] ?? base;
    const before = kept[kept.indexOf(first) - 1];
    const after = kept[kept.indexOf(last) + 1];
    const openEnded = ISOLATES.has(original[last] ?? 'ON') && matchingPdi(original, last) >= text.length;
    const sos = strongOf(Math.max(level, before === undefined ? base : (levels[before] ?? base)));
    const eos = strongOf(Math.max(level, after === undefined || openEnded ? base : (levels[after] ?? base)));
    const types = sequence.map((at) => classes[at] ?? 'ON');
    weak(types, sos);
    brackets(types, sequence, text, level, sos);
    neutrals(types, level, sos, eos);
    for (const [index, at] of sequence.entries()) {
      const type = types[index];
      const up = isOdd(level) ? (type === 'R' ? 0 : 1) : type === 'R' ? 1 : type === 'L' ? 0 : 2;
      resolved[at] = level + up;
    }
  }
  // L1: separators, and the white space before them or at the end, stand at the paragraph's level.
  let trailing = true;
  for (let at = text.length - 1; at >= 0; at--) {
    const bidi = original[at] ?? 'ON';
    if (REMOVED.has(bidi)) continue;
    if (bidi === 'B' || bidi === 'S') trailing = true;
    else if (!(bidi === 'WS' || ISOLATES.has(bidi) || bidi === 'PDI')) trailing = false;
    if (trailing) resolved[at] = base;
  }
  return { base, levels: original.map((bidi, at) => (REMOVED.has(bidi) ? undefined : resolved[at])) };
}
