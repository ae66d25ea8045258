import { assertNever } from '#shared/assert.ts';
import { AppError } from '#shared/app-error.ts';
import type { PaperLetter } from '#shared/letters/letter.ts';
import { plainText } from '#shared/letters/rich-text.ts';
import type { OrganisationProfile } from '#shared/organisation/profile.ts';
import type { DocumentDefinition } from './arabic/definition.ts';
import { setPdfWithPages } from './arabic/engine.ts';
import { headPreviewDocument } from './documents/head-preview-document.ts';
import { letterDocument, type LetterPaper } from './documents/letter-document.ts';
import { recoverySheetDocument, type RecoverySheet } from './documents/recovery-sheet-document.ts';
import type { PaperSheet } from './documents/paper-sheets.ts';
import { installPageFlow } from './page-flow.ts';
import { renderPaperSheet } from './render-paper.ts';
import { warmUpLetter } from './warm-up.ts';

/** One document to be set; it crosses to the worker as plain data. */
export type RenderJob =
  | { readonly kind: 'letter'; readonly paper: LetterPaper }
  | { readonly kind: 'recoverySheet'; readonly sheet: RecoverySheet }
  | {
      readonly kind: 'headPreview';
      readonly profile: OrganisationProfile;
      /** Absent or null: the brand's text stands in its place. */
      readonly logo?: Uint8Array | null;
    }
  | { readonly kind: 'paper'; readonly sheet: PaperSheet }
  | { readonly kind: 'warm' };

export interface RenderedPdf {
  readonly pdf: Uint8Array;
  readonly pages: number;
}

type PlainJob = Exclude<RenderJob, { readonly kind: 'paper' }>;

function definitionOf(job: PlainJob): DocumentDefinition {
  switch (job.kind) {
    case 'letter':
      return letterDocument(job.paper);
    case 'recoverySheet':
      return recoverySheetDocument(job.sheet);
    case 'headPreview':
      return headPreviewDocument(job.profile, job.logo);
    case 'warm':
      return letterDocument(warmUpLetter);
    default:
      return assertNever(job);
  }
}

/**
 * Sets one document in this thread: for the worker, and for the command line, which has no desk to keep alive.
 * @throws AppError missingGlyph { character, codePoint, field, place: the words around it }, pictureUnreadable
 * { picture, reason }, renderFailed { reason }, and the calendar's codes
 */
export async function renderJob(job: RenderJob): Promise<RenderedPdf> {
  installPageFlow();
  try {
    if (job.kind === 'paper') return await renderPaperSheet(job.sheet);
    const { bytes, pages } = await setPdfWithPages(definitionOf(job));
    return { pdf: bytes, pages };
  } catch (error) {
    if (!(error instanceof AppError) || error.code !== 'missingGlyph') throw error;
    const { context, ...details } = error.details;
    const place = String(context);
    const field = job.kind === 'letter' ? fieldOf(String(details['character']), job.paper.letter) : 'paper';
    throw new AppError('missingGlyph', { ...details, field, place }, { cause: error });
  }
}

/** In which part of the letter the character stands, by its name in the contract. */
function fieldOf(character: string, { body, ...others }: PaperLetter): string {
  if (plainText(body).includes(character)) return 'body';
  const found = Object.entries(others).find(([, value]) => JSON.stringify(value).includes(character));
  return found?.[0] ?? 'letterhead';
}
