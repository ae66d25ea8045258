/** HarfBuzz, the shaper of browsers, as the reference for ours. */
import { readFileSync } from 'node:fs';
import * as hb from 'harfbuzzjs';

export interface ShapedGlyph {
  readonly id: number;
  readonly advance: number;
  readonly dx: number;
  readonly dy: number;
}

/** A shaper for one font file; glyphs come in visual order. */
export function harfbuzz(
  file: string,
): (text: string, rightToLeft: boolean, script: string) => ShapedGlyph[] {
  const bytes = readFileSync(file);
  const font = new hb.Font(new hb.Face(new hb.Blob(new Uint8Array(bytes).buffer)));
  return (text, rightToLeft, script) => {
    const buffer = new hb.Buffer();
    buffer.addText(text);
    buffer.setDirection(rightToLeft ? hb.Direction.RTL : hb.Direction.LTR);
    buffer.setScript(script);
    hb.shape(font, buffer);
    const positions = buffer.getGlyphPositions();
    return buffer.getGlyphInfos().map(({ codepoint }, index) => {
      const { xAdvance = 0, xOffset = 0, yOffset = 0 } = positions[index] ?? {};
      return { id: codepoint, advance: xAdvance, dx: xOffset, dy: yOffset };
    });
  };
}
