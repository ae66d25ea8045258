import { AppError } from '#shared/app-error.ts';
import type { PaperLetter } from '#shared/letters/letter.ts';
import type { OrganisationProfile } from '#shared/organisation/profile.ts';
import type { LetterPictures, LetterSheet } from '#shared/papers/letter-sheet.ts';

export interface PaperJob {
  readonly letter: PaperLetter;
  readonly profile: OrganisationProfile;
  /** What stands across the page; null for what is issued, and for nothing else. */
  readonly mark: 'draft' | 'proof' | null;
  /** The document's name in a viewer's title bar. */
  readonly title: string;
  /** The verification code of the foot, 16 ASCII digits; absent or null on what is not sealed. */
  readonly code?: string | null;
  /** Absent: none. */
  readonly pictures?: LetterPictures;
  /** Absent: the full sheet. */
  readonly sheet?: LetterSheet;
}

/** Sets a letter. Errors: missingGlyph { character, place }, pictureUnreadable { picture, reason }, renderFailed. */
export type RenderLetter = (job: PaperJob) => Promise<{ readonly pdf: Uint8Array; readonly pages: number }>;

/** The office's kept files: `createFileStore` fits. */
export interface LetterFiles {
  /** Errors: notFound (never kept), fileVanished { name } (gone or damaged). */
  readonly read: (sha256: string, name?: string) => Uint8Array;
}

/** Where nothing was ever kept: the demo and the bench write letters without pictures and attached files. */
export const NO_FILES: LetterFiles = {
  read: () => {
    throw new AppError('notFound', { kind: 'file' });
  },
};

/**
 * «حفظ نسخة»: asks where, and writes the bytes whole or not at all; null when the person closed the dialog.
 * Errors: diskFull, dataFolderReadOnly, fileMissing.
 */
export type SaveFile = (file: {
  readonly suggestedName: string;
  readonly bytes: Uint8Array;
}) => Promise<string | null>;
