import type { Cluster, Part } from './shaping.ts';
import { writeTrueType, type TrueTypeFile } from './truetype.ts';

/**
 * A glyph that the font does not have: base and marks as one, with the advance that shaping gave it. Inside a word there
 * are then no gaps and no steps back, which is what breaks words apart in pdftotext, PDFium and pdf.js.
 */
interface Composite {
  readonly parts: readonly Part[];
  readonly advance: number;
}
/** A glyph of the subset: one of the font's own, by number, or a composite. */
type Entry = number | Composite;
/** A glyph with its metrics, as it goes into the file. */
interface Written {
  readonly bytes: Uint8Array;
  readonly bearing: number;
  readonly advance: number;
}

const NOTHING = new Uint8Array();
const ARGUMENTS_ARE_WORDS_AND_XY = 0x0003;
const MORE_COMPONENTS = 0x0020;
const HEADER_BYTES = 10;
const COMPONENT_BYTES = 8;
const NOT_DEFINED = 0;

/** The part of a font that one document needs. */
export class FontSubset {
  readonly #file: TrueTypeFile;
  readonly #entries: Entry[] = [NOT_DEFINED];
  /** Where glyphs of the font stand. */
  readonly #numbers = new Map<number, number>();

  constructor(file: TrueTypeFile) {
    this.#file = file;
  }

  /**
   * The CID of a cluster. Every pair of glyph and characters gets its own from the caller, so that ToUnicode is never
   * ambiguous (mirrored brackets, and letters that share one skeleton).
   */
  add({ parts, plain, width }: Cluster): number {
    const glyph = parts[0]?.id ?? NOT_DEFINED;
    const cid = this.#entries.push(plain ? glyph : { parts, advance: width }) - 1;
    if (plain && !this.#numbers.has(glyph)) this.#numbers.set(glyph, cid);
    return cid;
  }

  /** A glyph under a number that others may refer to: one that text uses, or one of its own. */
  #refer(glyph: number): number {
    let number = this.#numbers.get(glyph);
    if (number === undefined) {
      number = this.#entries.push(glyph) - 1;
      this.#numbers.set(glyph, number);
    }
    return number;
  }

  /** The TrueType file for the PDF; pdfkit asks for it under this name. */
  encode(): Uint8Array {
    const outlines: Written[] = [];
    // Writing a glyph may add those that it refers to: the list grows while it is walked.
    for (let index = 0; index < this.#entries.length; index++) {
      const entry = this.#entries[index] ?? NOT_DEFINED;
      outlines.push(typeof entry === 'number' ? this.#copy(entry) : this.#compose(entry));
    }
    return this.#assemble(outlines);
  }

  #copy(glyph: number): Written {
    const { bytes, box, references } = this.#file.outlineOf(glyph);
    const advance = this.#file.advanceOf(glyph);
    if (references.length === 0) return { bytes, bearing: box.minX, advance };
    const copy = bytes.slice();
    for (const at of references) {
      const part = this.#refer(((copy[at] ?? 0) << 8) | (copy[at + 1] ?? 0));
      copy[at] = part >> 8;
      copy[at + 1] = part & 0xff;
    }
    return { bytes: copy, bearing: box.minX, advance };
  }

  /** Writes a composite glyph (OpenType, "Composite Glyph Description"). */
  #compose({ parts, advance }: Composite): Written {
    const drawn = parts.filter(({ id }) => this.#file.outlineOf(id).bytes.length > 0);
    if (drawn.length === 0) return { bytes: NOTHING, bearing: 0, advance };
    let [minX, minY, maxX, maxY] = [Infinity, Infinity, -Infinity, -Infinity];
    for (const { id, dx, dy } of drawn) {
      const { box } = this.#file.outlineOf(id);
      minX = Math.min(minX, box.minX + dx);
      minY = Math.min(minY, box.minY + dy);
      maxX = Math.max(maxX, box.maxX + dx);
      maxY = Math.max(maxY, box.maxY + dy);
    }
    const bytes = new Uint8Array(HEADER_BYTES + COMPONENT_BYTES * drawn.length);
    const view = new DataView(bytes.buffer);
    [-1, minX, minY, maxX, maxY].forEach((value, index) => {
      view.setInt16(index * 2, value);
    });
    drawn.forEach(({ id, dx, dy }, index) => {
      const at = HEADER_BYTES + COMPONENT_BYTES * index;
      view.setUint16(at, ARGUMENTS_ARE_WORDS_AND_XY | (index < drawn.length - 1 ? MORE_COMPONENTS : 0));
      view.setUint16(at + 2, this.#refer(id));
      view.setInt16(at + 4, dx);
      view.setInt16(at + 6, dy);
    });
    return { bytes, bearing: minX, advance };
  }

  #assemble(outlines: readonly Written[]): Uint8Array {
    const loca = new DataView(new ArrayBuffer((outlines.length + 1) * 4));
    const hmtx = new DataView(new ArrayBuffer(outlines.length * 4));
    const glyf = new Uint8Array(outlines.reduce((sum, { bytes }) => sum + ((bytes.length + 3) & ~3), 0));
    let offset = 0;
    outlines.forEach(({ bytes, advance, bearing }, index) => {
      glyf.set(bytes, offset);
      offset += (bytes.length + 3) & ~3;
      loca.setUint32((index + 1) * 4, offset);
      hmtx.setUint16(index * 4, advance);
      hmtx.setInt16(index * 4 + 2, bearing);
    });
    const table = (tag: string): Uint8Array => this.#file.table(tag);
    return writeTrueType(
      new Map([
        ['head', changed(table('head'), (view) => view.setInt16(50, 1))],
        ['hhea', changed(table('hhea'), (view) => view.setUint16(34, outlines.length))],
        ['maxp', changed(table('maxp'), (view) => widenLimits(view, outlines.length))],
        ['cvt ', table('cvt ')],
        ['fpgm', table('fpgm')],
        ['prep', table('prep')],
        ['loca', new Uint8Array(loca.buffer)],
        ['glyf', glyf],
        ['hmtx', new Uint8Array(hmtx.buffer)],
      ]),
    );
  }
}

function changed(bytes: Uint8Array, change: (view: DataView) => void): Uint8Array {
  const copy = bytes.slice();
  change(new DataView(copy.buffer));
  return copy;
}

/** `maxp` promises how large glyphs get; a letter may carry a few marks, each of which may be composite itself. */
const MOST_PARTS = 8;
const DEEPEST = 3;
function widenLimits(maxp: DataView, glyphs: number): void {
  const maxPoints = maxp.getUint16(6);
  const maxContours = maxp.getUint16(8);
  maxp.setUint16(4, glyphs);
  maxp.setUint16(10, Math.min(0xffff, Math.max(maxp.getUint16(10), maxPoints * MOST_PARTS)));
  maxp.setUint16(12, Math.min(0xffff, Math.max(maxp.getUint16(12), maxContours * MOST_PARTS)));
  maxp.setUint16(28, Math.max(maxp.getUint16(28), MOST_PARTS));
  maxp.setUint16(30, Math.max(maxp.getUint16(30), DEEPEST));
}
