import { createHash } from 'node:crypto';
import type { PaperLetter } from '#shared/letters/letter.ts';
import { canonicalJson } from '../audit/canonical-json.ts';
import type { Register } from '../registers/register-counter.ts';

/**
 * The seals of a register form a chain of their own. A letter's seal is known before its PDF is set, so that a code of
 * it can stand on the paper; the chain moves on by more than the seal, since what happens at the commit (the bytes of
 * the PDF, the log's head) belongs to it as well.
 *
 *   content = SHA-256(canonical letter as it stands on paper)
 *   seal    = SHA-256(register, year, number, content, chain head before)
 *   head    = SHA-256(seal, SHA-256 of the PDF, hash of the audit event of the issue)
 *
 * The head carries the audit log along: the code on the next letter's paper vouches for the log up to this one.
 */
export interface LetterSeal {
  readonly contentSha256: string;
  readonly seal: string;
  readonly chainBefore: string;
}

const sha256 = (text: string | Uint8Array): string => createHash('sha256').update(text).digest('hex');

/** SHA-256 of the sealed PDF, 64 lower-case hex digits. */
export const pdfSha256 = (pdf: Uint8Array): string => sha256(pdf);

/** The one text of a letter as it stands on paper: what is kept, and what is hashed. */
export const paperJson = (letter: PaperLetter): string =>
  // A letter is plain JSON by its schema: what zod gave is what is hashed.
  canonicalJson(letter);

/** Of the kept text itself: read through a schema of later days it might gain fields that were never sealed. */
export const contentSha256 = (json: string): string => sha256(json);

/** Of what else the page was set from, so that the log knows it: the head and the pictures. */
export const headSha256 = (profileJson: string, imagesJson: string): string =>
  sha256(`wisam letterhead\n${profileJson}\n${imagesJson}`);

export interface SealedPlace {
  readonly register: Register;
  readonly hijriYear: number;
  readonly number: number;
  readonly chainBefore: string;
}

/** From the kept text of the paper (`paperJson`). */
export function sealPaper(json: string, place: SealedPlace): LetterSeal {
  const content = contentSha256(json);
  return {
    contentSha256: content,
    chainBefore: place.chainBefore,
    seal: sha256(
      canonicalJson({
        register: place.register,
        hijriYear: place.hijriYear,
        number: place.number,
        content,
        before: place.chainBefore,
      }),
    ),
  };
}

/** The register's chain head after a letter. */
export const chainAfter = (seal: string, pdf: string, auditHash: string): string =>
  sha256(`wisam chain\n${seal}\n${pdf}\n${auditHash}`);
