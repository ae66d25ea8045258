/** Reading and writing of TrueType files, as far as a PDF's font subset needs it (OpenType 1.9, sfnt container). */

const DIRECTORY_HEADER = 12;
const DIRECTORY_RECORD = 16;
/** Offsets inside tables. */
const HEAD_CHECKSUM = 8;
const HEAD_LOCA_FORMAT = 50;
const HHEA_METRICS_COUNT = 34;
const CHECKSUM_MAGIC = 0xb1b0afba;
/** Flags of a composite glyph's component. */
const WORDS = 0x0001;
const SCALE = 0x0008;
const MORE_COMPONENTS = 0x0020;
const TWO_SCALES = 0x0040;
const MATRIX = 0x0080;

const viewOf = (bytes: Uint8Array): DataView =>
  new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
const padded = (length: number): number => (length + 3) & ~3;

export interface GlyphOutline {
  /** The entry of the `glyf` table; empty for a space. */
  readonly bytes: Uint8Array;
  readonly box: {
    readonly minX: number;
    readonly minY: number;
    readonly maxX: number;
    readonly maxY: number;
  };
  /** Where in `bytes` the ids of other glyphs stand, if this one is made of them. */
  readonly references: readonly number[];
}

/** A font file opened for copying glyphs out of it. */
export class TrueTypeFile {
  readonly #tables = new Map<string, Uint8Array>();
  readonly #offsets: Uint32Array;
  readonly #outlines = new Map<number, GlyphOutline>();
  readonly #metricsCount: number;

  constructor(source: Uint8Array) {
    // Never a Buffer, whose `slice` shares its memory: a changed copy of a table would change the font itself.
    const bytes = new Uint8Array(source.buffer, source.byteOffset, source.byteLength);
    const view = viewOf(bytes);
    const count = view.getUint16(4);
    for (let index = 0; index < count; index++) {
      const at = DIRECTORY_HEADER + index * DIRECTORY_RECORD;
      const tag = String.fromCharCode(...bytes.subarray(at, at + 4));
      const offset = view.getUint32(at + 8);
      this.#tables.set(tag, bytes.subarray(offset, offset + view.getUint32(at + 12)));
    }
    const longOffsets = viewOf(this.table('head')).getInt16(HEAD_LOCA_FORMAT) === 1;
    const loca = viewOf(this.table('loca'));
    this.#offsets = Uint32Array.from({ length: loca.byteLength / (longOffsets ? 4 : 2) }, (_, index) =>
      longOffsets ? loca.getUint32(index * 4) : loca.getUint16(index * 2) * 2,
    );
    this.#metricsCount = viewOf(this.table('hhea')).getUint16(HHEA_METRICS_COUNT);
  }

  /** The bytes of a table; empty when the font has none of that name. */
  table(tag: string): Uint8Array {
    return this.#tables.get(tag) ?? new Uint8Array();
  }

  advanceOf(glyph: number): number {
    return viewOf(this.table('hmtx')).getUint16(Math.min(glyph, this.#metricsCount - 1) * 4);
  }

  outlineOf(glyph: number): GlyphOutline {
    let outline = this.#outlines.get(glyph);
    if (outline === undefined) {
      const bytes = this.table('glyf').subarray(this.#offsets[glyph], this.#offsets[glyph + 1]);
      outline = readOutline(bytes);
      this.#outlines.set(glyph, outline);
    }
    return outline;
  }
}

function readOutline(bytes: Uint8Array): GlyphOutline {
  if (bytes.length === 0) return { bytes, box: { minX: 0, minY: 0, maxX: 0, maxY: 0 }, references: [] };
  const view = viewOf(bytes);
  const box = {
    minX: view.getInt16(2),
    minY: view.getInt16(4),
    maxX: view.getInt16(6),
    maxY: view.getInt16(8),
  };
  const references: number[] = [];
  if (view.getInt16(0) < 0) {
    let flags = MORE_COMPONENTS;
    for (let at = 10; (flags & MORE_COMPONENTS) !== 0;) {
      flags = view.getUint16(at);
      references.push(at + 2);
      at += 4 + ((flags & WORDS) === 0 ? 2 : 4);
      if ((flags & SCALE) !== 0) at += 2;
      else if ((flags & TWO_SCALES) !== 0) at += 4;
      else if ((flags & MATRIX) !== 0) at += 8;
    }
  }
  return { bytes, box, references };
}

/** Assembles a font file from its tables, with the checksums that the format asks for. */
export function writeTrueType(tables: ReadonlyMap<string, Uint8Array>): Uint8Array {
  const present = [...tables].filter(([, bytes]) => bytes.length > 0).sort(([a], [b]) => (a < b ? -1 : 1));
  const start = DIRECTORY_HEADER + DIRECTORY_RECORD * present.length;
  const file = new Uint8Array(present.reduce((sum, [, bytes]) => sum + padded(bytes.length), start));
  const view = viewOf(file);
  const power = Math.floor(Math.log2(present.length));
  view.setUint32(0, 0x00010000);
  view.setUint16(4, present.length);
  view.setUint16(6, 16 * 2 ** power);
  view.setUint16(8, power);
  view.setUint16(10, 16 * (present.length - 2 ** power));
  let offset = start;
  let headOffset = 0;
  let sum = 0;
  present.forEach(([tag, bytes], index) => {
    const at = DIRECTORY_HEADER + index * DIRECTORY_RECORD;
    for (let letter = 0; letter < 4; letter++) file[at + letter] = tag.charCodeAt(letter);
    file.set(bytes, offset);
    if (tag === 'head') {
      headOffset = offset;
      view.setUint32(offset + HEAD_CHECKSUM, 0);
    }
    const ofTable = checksum(view, offset, padded(bytes.length));
    sum = (sum + ofTable) >>> 0;
    view.setUint32(at + 4, ofTable);
    view.setUint32(at + 8, offset);
    view.setUint32(at + 12, bytes.length);
    offset += padded(bytes.length);
  });
  // The sum of the whole file is that of its tables and of the directory before them.
  view.setUint32(headOffset + HEAD_CHECKSUM, CHECKSUM_MAGIC - sum - checksum(view, 0, start));
  return file;
}

function checksum(view: DataView, start: number, length: number): number {
  let sum = 0;
  for (let at = start; at < start + length; at += 4) sum = (sum + view.getUint32(at)) | 0;
  return sum >>> 0;
}
