import type { PaperLetter } from '#shared/letters/letter.ts';
import type { OrganisationProfile } from '#shared/organisation/profile.ts';

export interface PaperJob {
  readonly letter: PaperLetter;
  readonly profile: OrganisationProfile;
  /** What stands across the page; null for what is issued, and for nothing else. */
  readonly mark: 'draft' | 'proof' | null;
  /** The document's name in a viewer's title bar. */
  readonly title: string;
}

/** Sets a letter. Errors: missingGlyph { character, place }, renderFailed. */
export type RenderLetter = (job: PaperJob) => Promise<{ readonly pdf: Uint8Array; readonly pages: number }>;

/**
 * «حفظ نسخة»: asks where, and writes the bytes whole or not at all; null when the person closed the dialog.
 * Errors: diskFull, dataFolderReadOnly, fileMissing.
 */
export type SaveFile = (file: {
  readonly suggestedName: string;
  readonly bytes: Uint8Array;
}) => Promise<string | null>;
