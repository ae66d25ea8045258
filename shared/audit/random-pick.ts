/**
 * A pick that anybody can repeat: the same seed over the same register gives the same rows, on any machine and for ever.
 * No clock, no system randomness; the generator is written out here, so that no library's next version changes a sample.
 */

/** Four 32-bit words from a text (cyrb128): one letter more or less, and nothing stays as it was. */
function seedWords(text: string): [number, number, number, number] {
  let [h1, h2, h3, h4] = [1779033703, 3144134277, 1013904242, 2773480762];
  for (let index = 0; index < text.length; index += 1) {
    const unit = text.charCodeAt(index);
    h1 = h2 ^ Math.imul(h1 ^ unit, 597399067);
    h2 = h3 ^ Math.imul(h2 ^ unit, 2869860233);
    h3 = h4 ^ Math.imul(h3 ^ unit, 951274213);
    h4 = h1 ^ Math.imul(h4 ^ unit, 2716044179);
  }
  h1 = Math.imul(h3 ^ (h1 >>> 18), 597399067);
  h2 = Math.imul(h4 ^ (h2 >>> 22), 2869860233);
  h3 = Math.imul(h1 ^ (h3 >>> 17), 951274213);
  h4 = Math.imul(h2 ^ (h4 >>> 19), 2716044179);
  return [(h1 ^ h2 ^ h3 ^ h4) >>> 0, (h2 ^ h1) >>> 0, (h3 ^ h1) >>> 0, (h4 ^ h1) >>> 0];
}

const WORD = 2 ** 32;

/** Whole numbers below `limit`, each as likely as the other (sfc32; what would favour the small ones is drawn again). */
function createDraw(seed: string): (limit: number) => number {
  let [a, b, c, counter] = seedWords(seed);
  const word = (): number => {
    const sum = (((a + b) | 0) + counter) | 0;
    counter = (counter + 1) | 0;
    a = b ^ (b >>> 9);
    b = (c + (c << 3)) | 0;
    c = ((c << 21) | (c >>> 11)) + sum;
    c |= 0;
    return sum >>> 0;
  };
  for (let warm = 0; warm < 12; warm += 1) word();
  return (limit) => {
    const even = WORD - (WORD % limit);
    let drawn = word();
    while (drawn >= even) drawn = word();
    return drawn % limit;
  };
}

/**
 * `count` different places of a register of `total` rows (0 … total − 1), in the order in which they were drawn; all of them
 * when it has no more. A greater count goes on where a smaller one ended: an auditor who wants more keeps what they have.
 */
export function pickPlaces(seed: string, total: number, count: number): number[] {
  const draw = createDraw(seed);
  // Fisher–Yates over a deck that is written down only where it was touched.
  const moved = new Map<number, number>();
  const picked: number[] = [];
  for (let index = 0; index < Math.min(total, count); index += 1) {
    const at = index + draw(total - index);
    picked.push(moved.get(at) ?? at);
    moved.set(at, moved.get(index) ?? index);
  }
  return picked;
}
