import type { Envelopes } from './paper-sheets.ts';

/** ISO 269 sizes lying across, in millimetres: of the page, and of the sheet that the printer is told of. */
export const ENVELOPE_SHEETS: Readonly<
  Record<Envelopes['size'], { readonly widthMm: number; readonly heightMm: number }>
> = {
  dl: { widthMm: 220, heightMm: 110 },
  c5: { widthMm: 229, heightMm: 162 },
};
