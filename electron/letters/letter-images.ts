import { AppError } from '#shared/app-error.ts';
import type { SigningPictures } from '#shared/letters/letter-life.ts';
import type { Letter, LetterContent } from '#shared/letters/letter.ts';
import type { LetterPictures } from '#shared/papers/letter-sheet.ts';
import type { Staff } from '#shared/staff/staff.ts';
import { findOfficeImage } from '#db/files/office-images.ts';
import { findApproval } from '#db/letters/letter-queries.ts';
import type { Reader } from '#db/transaction.ts';
import type { LetterFiles } from './letter-ports.ts';

/** SHA-256 of the pictures that stand on a page; null where there is none. */
export interface LetterImages {
  readonly logo: string | null;
  readonly signature: string | null;
  readonly stamp: string | null;
}

export const NO_SIGNING_PICTURES: SigningPictures = { signature: false, stamp: false };

/** Before issue a page bears the office's logo and nobody's signature. */
export const unsignedImages = (reader: Reader): LetterImages => ({
  logo: findOfficeImage(reader, 'logo')?.sha256 ?? null,
  signature: null,
  stamp: null,
});

/**
 * The pictures that a letter is issued with. The signature is the signatory's own, who has approved this very letter: one
 * who is not of the staff has none, and nobody's stands under what they have not seen. Who approves and issues in one act
 * is the approver.
 * @throws AppError notAllowed { right }, signingPictureMissing { picture }, signatureNotApproved { name }
 */
export function issueImages(
  reader: Reader,
  { id, state, content }: Pick<Letter, 'id' | 'state' | 'content'>,
  wanted: SigningPictures,
  issuer: Staff,
): LetterImages {
  if ((wanted.signature || wanted.stamp) && !issuer.rights.includes('useSigningPictures'))
    throw new AppError('notAllowed', { right: 'useSigningPictures' });
  const signatory = content.signatory.staffId;
  const signature =
    !wanted.signature || signatory === undefined
      ? undefined
      : findOfficeImage(reader, 'signature', signatory);
  const stamp = wanted.stamp ? findOfficeImage(reader, 'stamp') : undefined;
  if (wanted.signature && signature === undefined)
    throw new AppError('signingPictureMissing', { picture: 'signature' });
  if (wanted.stamp && stamp === undefined) throw new AppError('signingPictureMissing', { picture: 'stamp' });
  const approver = state === 'approved' ? findApproval(reader, id)?.approvedBy : issuer.id;
  if (wanted.signature && approver !== signatory)
    throw new AppError('signatureNotApproved', { name: content.signatory.name });
  return {
    ...unsignedImages(reader),
    signature: signature?.sha256 ?? null,
    stamp: stamp?.sha256 ?? null,
  };
}

/** @throws AppError fileVanished */
export const readPictures = (images: LetterImages, files: LetterFiles): LetterPictures => ({
  logo: images.logo === null ? null : files.read(images.logo),
  signature: images.signature === null ? null : files.read(images.signature),
  stamp: images.stamp === null ? null : files.read(images.stamp),
});

/**
 * What a letter says is attached is there, whole, before the letter gets its number.
 * @throws AppError fileVanished { name }
 */
export function requireAttachedFiles({ attachments }: LetterContent, files: LetterFiles): void {
  if (attachments.kind !== 'list') return;
  for (const { file } of attachments.items)
    if (file !== undefined)
      try {
        files.read(file.sha256, file.name);
      } catch (cause) {
        if (cause instanceof AppError && cause.code === 'notFound')
          throw new AppError('fileVanished', { name: file.name }, { cause });
        throw cause;
      }
}
