/**
 * QR codes of digits, as ISO/IEC 18004 makes them: numeric mode, error correction M, version 1 (21 modules), which holds
 * up to 34 digits. pdfmake's own code is drawn in whole points only, and so comes out too small or too large for a foot.
 */
export const QR_MODULES = 21;
export const QR_DIGITS_MOST = 34;

type Grid = (boolean | null)[][];

const DATA_CODEWORDS = 16;
const CHECK_CODEWORDS = 10;
const NUMERIC = 0b0001;
/** Level M in the format bits, and their generator and mask. */
const LEVEL_M = 0b00;
const FORMAT_GENERATOR = 0b10100110111;
const FORMAT_MASK = 0b101010000010010;

/** Rows of modules, top to bottom, true is dark. Throws on anything but 1 to 34 ASCII digits: a mistake of the caller. */
export function qrOfDigits(digits: string): readonly (readonly boolean[])[] {
  if (!/^[0-9]+$/.test(digits) || digits.length > QR_DIGITS_MOST)
    throw new Error(`a QR code here holds 1 to ${QR_DIGITS_MOST} digits`);
  const data = dataCodewords(digits);
  const bits = [...data, ...checkCodewords(data)].flatMap((word) => bitsOf(word, 8));
  const masked = MASKS.map((mask, number) => drawn(bits, mask, number));
  const points = masked.map(penalty);
  return masked[points.indexOf(Math.min(...points))] ?? [];
}

const bitsOf = (value: number, length: number): boolean[] =>
  Array.from({ length }, (_, index) => ((value >> (length - 1 - index)) & 1) === 1);

// ---- what is written --------------------------------------------------------------------------------------------

function dataCodewords(digits: string): number[] {
  const groups = digits.match(/.{1,3}/g) ?? [];
  const bits = [
    ...bitsOf(NUMERIC, 4),
    ...bitsOf(digits.length, 10),
    ...groups.flatMap((group) => bitsOf(Number(group), 1 + group.length * 3)),
  ];
  const room = DATA_CODEWORDS * 8;
  bits.push(...bitsOf(0, Math.min(4, room - bits.length)));
  bits.push(...bitsOf(0, (8 - (bits.length % 8)) % 8));
  const words: number[] = [];
  for (let at = 0; at < bits.length; at += 8)
    words.push(bits.slice(at, at + 8).reduce((word, bit) => word * 2 + Number(bit), 0));
  for (let pad = 0; words.length < DATA_CODEWORDS; pad += 1) words.push(pad % 2 === 0 ? 0xec : 0x11);
  return words;
}

/** Product in the field of 256 elements, modulo x^8 + x^4 + x^3 + x^2 + 1. */
function times(a: number, b: number): number {
  let product = 0;
  for (let bit = 7; bit >= 0; bit -= 1) {
    product = (product << 1) ^ ((product >> 7) * 0x11d);
    if (((b >> bit) & 1) === 1) product ^= a;
  }
  return product & 0xff;
}

/** The remainder of the data by Reed and Solomon's polynomial. */
function checkCodewords(data: readonly number[]): number[] {
  let generator = [1];
  for (let power = 0, root = 1; power < CHECK_CODEWORDS; power += 1, root = times(root, 2)) {
    const longer = [...generator, 0];
    generator.forEach((coefficient, index) => {
      longer[index + 1] = (longer[index + 1] ?? 0) ^ times(coefficient, root);
    });
    generator = longer;
  }
  const rest = [...data, ...Array.from({ length: CHECK_CODEWORDS }, () => 0)];
  for (let at = 0; at < data.length; at += 1) {
    const factor = rest[at] ?? 0;
    generator.forEach((coefficient, index) => {
      rest[at + index] = (rest[at + index] ?? 0) ^ times(coefficient, factor);
    });
  }
  return rest.slice(data.length);
}

// ---- where it stands --------------------------------------------------------------------------------------------

type Mask = (row: number, column: number) => boolean;
const MASKS: readonly Mask[] = [
  (row, column) => (row + column) % 2 === 0,
  (row) => row % 2 === 0,
  (_, column) => column % 3 === 0,
  (row, column) => (row + column) % 3 === 0,
  (row, column) => (Math.floor(row / 2) + Math.floor(column / 3)) % 2 === 0,
  (row, column) => ((row * column) % 2) + ((row * column) % 3) === 0,
  (row, column) => (((row * column) % 2) + ((row * column) % 3)) % 2 === 0,
  (row, column) => (((row + column) % 2) + ((row * column) % 3)) % 2 === 0,
];

function drawn(bits: readonly boolean[], mask: Mask, number: number): boolean[][] {
  const grid: Grid = Array.from({ length: QR_MODULES }, () => Array.from({ length: QR_MODULES }, () => null));
  const put = (row: number, column: number, dark: boolean): void => {
    const line = grid[row];
    if (line !== undefined && column >= 0 && column < QR_MODULES) line[column] = dark;
  };
  const last = QR_MODULES - 1;
  // Finders in three corners, each in its white margin; the timing pattern runs between them.
  for (const [top, left] of [
    [0, 0],
    [0, last - 6],
    [last - 6, 0],
  ] as const) {
    for (let down = -1; down <= 7; down += 1)
      for (let across = -1; across <= 7; across += 1) {
        const ring = Math.max(Math.abs(down - 3), Math.abs(across - 3));
        put(top + down, left + across, ring !== 2 && ring !== 4);
      }
  }
  for (let at = 8; at <= last - 8; at += 1) {
    put(6, at, at % 2 === 0);
    put(at, 6, at % 2 === 0);
  }
  formatBits(number).forEach((bit, index) => {
    // Once round the first finder, once beside the two others.
    if (index < 8) put(8, index < 6 ? index : index + 1, bit);
    else put(index === 8 ? 7 : 14 - index, 8, bit);
    if (index < 7) put(last - index, 8, bit);
    else put(8, last - 14 + index, bit);
  });
  put(last - 7, 8, true);
  // In pairs of columns from the right, up and down; the column of the timing pattern is stepped over.
  let next = 0;
  for (let pair = last, up = true; pair > 0; pair -= pair === 8 ? 3 : 2, up = !up) {
    for (let step = 0; step < QR_MODULES; step += 1) {
      const row = up ? last - step : step;
      for (const column of [pair, pair - 1]) {
        if (grid[row]?.[column] !== null) continue;
        put(row, column, (bits[next] ?? false) !== mask(row, column));
        next += 1;
      }
    }
  }
  return grid.map((row) => row.map((module) => module === true));
}

/** Level and mask with their own error correction, the first bit first. */
function formatBits(mask: number): boolean[] {
  const data = (LEVEL_M << 3) | mask;
  let rest = data << 10;
  for (let bit = 14; bit >= 10; bit -= 1)
    if (((rest >> bit) & 1) === 1) rest ^= FORMAT_GENERATOR << (bit - 10);
  return bitsOf(((data << 10) | rest) ^ FORMAT_MASK, 15);
}

// ---- which mask is read best ------------------------------------------------------------------------------------

/** 1011101 with four white modules before or after it, as eleven bits. */
const LIKE_A_FINDER: readonly number[] = [0b10111010000, 0b00001011101];

/** Points against a pattern: long runs, blocks, what looks like a finder, too much of one colour. */
function penalty(rows: readonly (readonly boolean[])[]): number {
  let points = 0;
  let dark = 0;
  for (let line = 0; line < QR_MODULES; line += 1) {
    points += linePenalty((at) => rows[line]?.[at] === true) + linePenalty((at) => rows[at]?.[line] === true);
    for (let at = 0; at < QR_MODULES; at += 1) {
      const module = rows[line]?.[at] === true;
      if (module) dark += 1;
      const below = rows[line + 1];
      if (below === undefined || at === QR_MODULES - 1) continue;
      if (rows[line]?.[at + 1] === module && below[at] === module && below[at + 1] === module) points += 3;
    }
  }
  return points + 10 * Math.floor(Math.abs((dark * 100) / QR_MODULES ** 2 - 50) / 5);
}

function linePenalty(isDark: (at: number) => boolean): number {
  let points = 0;
  let run = 0;
  let window = 0;
  for (let at = 0; at < QR_MODULES; at += 1) {
    const dark = isDark(at);
    run = at > 0 && dark === ((window & 1) === 1) ? run + 1 : 1;
    if (run === 5) points += 3;
    else if (run > 5) points += 1;
    window = ((window << 1) | Number(dark)) & 0b11111111111;
    if (at >= 10 && LIKE_A_FINDER.includes(window)) points += 40;
  }
  return points;
}
