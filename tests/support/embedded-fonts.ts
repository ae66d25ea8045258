/** What the glyphs of our PDFs are in the font that they came from, read out of the PDF itself. */
import { inflateSync } from 'node:zlib';
import { TrueTypeFile } from '#electron/pdf/arabic/truetype.ts';

/** The TrueType files inside a PDF written by pdfkit, by the name that its pages use. */
export function embeddedFonts(bytes: Uint8Array): Map<string, Uint8Array> {
  const text = Buffer.from(bytes).toString('latin1');
  const fonts = new Map<string, Uint8Array>();
  for (const descriptor of text.matchAll(/\/FontName \/(\S+)[\s\S]*?\/FontFile2 (\d+) 0 R/g)) {
    const [, name = '', object = ''] = descriptor;
    const start = text.indexOf(`\n${object} 0 obj\n`);
    const stream = text.indexOf('stream\n', start) + 'stream\n'.length;
    const length = Number(/\/Length (\d+)/.exec(text.slice(start, stream))?.[1]);
    fonts.set(name, inflateSync(bytes.subarray(stream, stream + length)));
  }
  return fonts;
}

/** Bytes without the zeros that only pad an entry of `glyf` to its alignment. */
function unpadded(bytes: Uint8Array): string {
  let end = bytes.length;
  while (end > 0 && bytes[end - 1] === 0) end--;
  return Buffer.from(bytes.subarray(0, end)).toString('base64');
}

/** An outline by what it draws: its own bytes, or the outlines that it is made of and where they stand. */
function signature(file: TrueTypeFile, glyph: number): string {
  const { bytes, references } = file.outlineOf(glyph);
  if (references.length === 0) return unpadded(bytes);
  const plain = bytes.slice();
  const view = new DataView(plain.buffer);
  const parts = references.map((at) => {
    const part = signature(file, view.getUint16(at));
    view.setUint16(at, 0);
    return part;
  });
  return `${unpadded(plain)}[${parts.join('|')}]`;
}

/** Finds, for glyphs of a subset, the glyphs of the original font; those that draw the same share the first number. */
export class GlyphOrigins {
  readonly #bySignature = new Map<string, number>();
  readonly #original: TrueTypeFile;

  constructor(original: Uint8Array, glyphs: number) {
    this.#original = new TrueTypeFile(original);
    for (let glyph = 0; glyph < glyphs; glyph++) {
      const key = signature(this.#original, glyph);
      if (!this.#bySignature.has(key)) this.#bySignature.set(key, glyph);
    }
  }

  /** The same glyph under the number that all of its look have. */
  canonical(glyph: number): number {
    return this.#bySignature.get(signature(this.#original, glyph)) ?? glyph;
  }

  /** What a glyph of the subset draws: one glyph of the original, or a base with its marks. */
  of(
    subset: TrueTypeFile,
    glyph: number,
  ): { readonly glyph: number; readonly dx: number; readonly dy: number }[] {
    const whole = this.#bySignature.get(signature(subset, glyph));
    if (whole !== undefined) return [{ glyph: whole, dx: 0, dy: 0 }];
    const { bytes, references } = subset.outlineOf(glyph);
    const view = new DataView(bytes.buffer, bytes.byteOffset);
    return references.map((at) => {
      const part = this.#bySignature.get(signature(subset, view.getUint16(at)));
      if (part === undefined) throw new Error(`Glyph ${glyph} has a part that the font does not have.`);
      return { glyph: part, dx: view.getInt16(at + 2), dy: view.getInt16(at + 4) };
    });
  }
}
