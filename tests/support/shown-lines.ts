import { placedGlyphs } from './pdf-reading.ts';

/** The lines of a PDF as the eye meets them on the paper, from the left: Arabic runs against its reading. */
export async function shownLines(pdf: Uint8Array): Promise<string[]> {
  const lines = Map.groupBy(
    await placedGlyphs(pdf),
    ({ page, baseline }) => `${page} ${Math.round(baseline)}`,
  );
  return [...lines.values()].map((line) =>
    line
      .toSorted((a, b) => a.left - b.left)
      .map(({ text }) => text)
      .join(''),
  );
}
