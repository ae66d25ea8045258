import type { Offsets } from './papers-contract.ts';

/** The bytes of the pictures (PNG or JPEG) that stand on a letter; null where there is none. */
export interface LetterPictures {
  readonly logo: Uint8Array | null;
  readonly signature: Uint8Array | null;
  readonly stamp: Uint8Array | null;
}

/** With its whole head and foot, or only what is filled in on the office's pre-printed paper. */
export type LetterSheet = 'full' | { readonly preprinted: Offsets };
