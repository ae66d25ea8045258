import type { PaperSheet } from '../pdf/documents/paper-sheets.ts';
import type { RenderedPdf } from '../pdf/render-jobs.ts';

/** Sets a paper. Errors: missingGlyph { character, place }, pictureUnreadable { picture, reason }, renderFailed. */
export type RenderPaper = (sheet: PaperSheet) => Promise<RenderedPdf>;
