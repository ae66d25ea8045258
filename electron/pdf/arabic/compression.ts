import { constants, deflateSync } from 'node:zlib';
import { PdfReferenceClass } from './pdfmake-inside.ts';

/**
 * pdfkit deflates with zlib's defaults, which was a fifth of a letter's time: outlines hardly shrink however long one
 * looks. Level 4 with more memory takes half of that for one or two hundredths more bytes.
 */
const OPTIONS = { level: 4, memLevel: constants.Z_MAX_MEMLEVEL } as const;

/** The colour profile, and the fonts of heads and feet with their tables, are the same in letter after letter. */
const LONGEST_KEPT = 16 * 1024;
const KEPT = 64;
const packed = new Map<string, Buffer>();

function pack(plain: Buffer): Buffer {
  if (plain.length > LONGEST_KEPT) return deflateSync(plain, OPTIONS);
  const key = plain.toString('latin1');
  const known = packed.get(key);
  const bytes = known ?? deflateSync(plain, OPTIONS);
  // What was met last stands last; the first goes when there are too many.
  if (known !== undefined) packed.delete(key);
  else if (packed.size >= KEPT) packed.delete(packed.keys().next().value ?? '');
  packed.set(key, bytes);
  return bytes;
}

/** Puts our way of packing streams into pdfkit, once a process. */
export function hookCompression(): void {
  const { prototype: reference } = PdfReferenceClass;
  const { finalize } = reference;
  reference.finalize = function () {
    if (this.compress && this.buffer.length > 0) {
      this.buffer = [pack(Buffer.concat(this.buffer))];
      this.compress = false;
    }
    finalize.call(this);
  };
}
