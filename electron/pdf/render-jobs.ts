import type { OrganisationProfile } from '#shared/organisation/profile.ts';
import type { DocumentDefinition } from './arabic/definition.ts';
import { setPdfWithPages } from './arabic/engine.ts';
import { headPreviewDocument } from './documents/head-preview-document.ts';
import { letterDocument, type LetterPaper } from './documents/letter-document.ts';
import { recoverySheetDocument, type RecoverySheet } from './documents/recovery-sheet-document.ts';
import { installPageFlow } from './page-flow.ts';
import { warmUpLetter } from './warm-up.ts';

/** One document to be set; it crosses to the worker as plain data. */
export type RenderJob =
  | { readonly kind: 'letter'; readonly paper: LetterPaper }
  | { readonly kind: 'recoverySheet'; readonly sheet: RecoverySheet }
  | { readonly kind: 'headPreview'; readonly profile: OrganisationProfile }
  | { readonly kind: 'warm' };

export interface RenderedPdf {
  readonly pdf: Uint8Array;
  readonly pages: number;
}

function definitionOf(job: RenderJob): DocumentDefinition {
  switch (job.kind) {
    case 'letter':
      return letterDocument(job.paper);
    case 'recoverySheet':
      return recoverySheetDocument(job.sheet);
    case 'headPreview':
      return headPreviewDocument(job.profile);
    case 'warm':
      return letterDocument(warmUpLetter);
  }
}

/**
 * Sets one document in this thread: for the worker, and for the command line, which has no desk to keep alive.
 * @throws AppError missingGlyph { character, codePoint, context }, renderFailed { reason }, and the calendar's codes
 */
export async function renderJob(job: RenderJob): Promise<RenderedPdf> {
  installPageFlow();
  const { bytes, pages } = await setPdfWithPages(definitionOf(job));
  return { pdf: bytes, pages };
}
