/* oxlint-disable no-underscore-dangle -- pdfmake, pdfkit and fontkit name their private parts so */
import type { FontkitFont, GlyphSubset } from './pdfmake-inside.ts';
import type { Cluster, Part } from './shaping.ts';

/**
 * A glyph that the font file does not have: base and marks as one, with the advance that shaping gave it. Inside a
 * word there are then no gaps and no steps back, which is what breaks words apart in pdftotext, PDFium and pdf.js.
 */
interface CompositeGlyph {
  readonly parts: readonly Part[];
  readonly advance: number;
}

const ARGUMENTS_ARE_WORDS_AND_XY = 0x0003;
const MORE_COMPONENTS = 0x0020;
const HEADER_BYTES = 10;
const COMPONENT_BYTES = 8;

interface Box {
  readonly minX: number;
  readonly minY: number;
  readonly maxX: number;
  readonly maxY: number;
}

function boundsOf(font: FontkitFont, parts: readonly Part[]): Box {
  const boxes = parts
    .map(({ id, dx, dy }) => ({ box: font.getGlyph(id).cbox, dx, dy }))
    .filter(({ box }) => Number.isFinite(box.minX))
    .map(({ box, dx, dy }) => ({
      minX: Math.round(box.minX + dx),
      minY: Math.round(box.minY + dy),
      maxX: Math.round(box.maxX + dx),
      maxY: Math.round(box.maxY + dy),
    }));
  if (boxes.length === 0) return { minX: 0, minY: 0, maxX: 0, maxY: 0 };
  return {
    minX: Math.min(...boxes.map(({ minX }) => minX)),
    minY: Math.min(...boxes.map(({ minY }) => minY)),
    maxX: Math.max(...boxes.map(({ maxX }) => maxX)),
    maxY: Math.max(...boxes.map(({ maxY }) => maxY)),
  };
}

/** Writes the `glyf` entry of a composite glyph (OpenType, "Composite Glyph Description"). */
function writeComposite(subset: GlyphSubset, { parts, advance }: CompositeGlyph): number {
  const box = boundsOf(subset.font, parts);
  const bytes = new Uint8Array((HEADER_BYTES + COMPONENT_BYTES * parts.length + 3) & ~3);
  const view = new DataView(bytes.buffer);
  [-1, box.minX, box.minY, box.maxX, box.maxY].forEach((value, index) => view.setInt16(index * 2, value));
  parts.forEach(({ id, dx, dy }, index) => {
    const at = HEADER_BYTES + COMPONENT_BYTES * index;
    view.setUint16(at, ARGUMENTS_ARE_WORDS_AND_XY | (index < parts.length - 1 ? MORE_COMPONENTS : 0));
    view.setUint16(at + 2, subset.includeGlyph(id));
    view.setInt16(at + 4, dx);
    view.setInt16(at + 6, dy);
  });
  subset.glyf.push(bytes);
  subset.loca.offsets.push(subset.offset);
  subset.hmtx.metrics.push({ advance, bearing: box.minX });
  subset.offset += bytes.length;
  return subset.glyf.length - 1;
}

/** Teaches a document's subset of a font to hold composite glyphs beside those of the font file. */
export function allowComposites(subset: GlyphSubset): void {
  const { maxp } = subset.font;
  maxp.maxComponentDepth = Math.max(maxp.maxComponentDepth, 3);
  maxp.maxComponentElements = Math.max(maxp.maxComponentElements, 8);
  const writeFromFont = subset._addGlyph.bind(subset);
  subset._addGlyph = (entry) =>
    typeof entry === 'number' ? writeFromFont(entry) : writeComposite(subset, entry as CompositeGlyph);
}

/**
 * The CID of a cluster. Every pair of glyph and characters has its own, so that ToUnicode is never ambiguous
 * (mirrored brackets, and letters that share one skeleton).
 */
export function addCluster(subset: GlyphSubset, cluster: Cluster, plain: boolean): number {
  subset.glyphs.push(
    plain ? (cluster.parts[0]?.id ?? 0) : { parts: cluster.parts, advance: cluster.advance },
  );
  return subset.glyphs.length - 1;
}
