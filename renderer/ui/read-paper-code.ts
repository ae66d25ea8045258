import type jsQR from 'jsqr';
import { parseCode } from '#shared/letters/verification-code.ts';
import { openScan, drawScanPage } from './scan-document.ts';

/** Wide enough that a module of the drawing has four pixels or more; a scan that is wider is read smaller. */
const READ_WIDTH = 2000;
/** The foot of a page, where the drawing stands, and the same of a sheet that was laid in upside down or across. */
const CORNERS = [
  [0, 0.75],
  [0.6, 0],
  [0.6, 0.75],
  [0, 0],
] as const;
const CORNER = { width: 0.4, height: 0.25 } as const;
/** A signed sheet may lie behind others of one scan. */
const MOST_PAGES = 4;

type ReadQr = typeof jsQR;

/** The code within a part of the picture, as its QR code has it; null when none is read there. */
function codeIn(
  pen: CanvasRenderingContext2D,
  [x, y, width, height]: readonly [number, number, number, number],
  read: ReadQr,
): string | null {
  const part = pen.getImageData(x, y, width, height);
  const found = read(part.data, part.width, part.height, { inversionAttempts: 'dontInvert' });
  const code = found === null ? null : parseCode(found.data);
  return code?.ok === true ? code.value : null;
}

function codeOn(canvas: HTMLCanvasElement, read: ReadQr): string | null {
  const pen = canvas.getContext('2d', { willReadFrequently: true });
  if (pen === null) return null;
  const { width, height } = canvas;
  for (const [left, top] of CORNERS) {
    const corner = [left * width, top * height, CORNER.width * width, CORNER.height * height] as const;
    const [x, y, w, h] = corner.map(Math.round);
    const code = codeIn(pen, [x ?? 0, y ?? 0, w ?? 0, h ?? 0], read);
    if (code !== null) return code;
  }
  return codeIn(pen, [0, 0, width, height], read);
}

async function pictureCanvas(bytes: Uint8Array<ArrayBuffer>, type: string): Promise<HTMLCanvasElement> {
  const bitmap = await createImageBitmap(new Blob([bytes], { type }));
  const scale = Math.min(1, READ_WIDTH / Math.min(bitmap.width, bitmap.height));
  const canvas = document.createElement('canvas');
  canvas.width = Math.max(1, Math.round(bitmap.width * scale));
  canvas.height = Math.max(1, Math.round(bitmap.height * scale));
  canvas.getContext('2d', { willReadFrequently: true })?.drawImage(bitmap, 0, 0, canvas.width, canvas.height);
  bitmap.close();
  return canvas;
}

/**
 * The verification code of a scanned sheet of ours, 16 ASCII digits with right check digits, however the sheet was laid
 * in; null when none can be read (no code, too coarse, damaged): then its digits are typed.
 */
export async function readPaperCode(
  bytes: Uint8Array<ArrayBuffer>,
  mediaType: string,
): Promise<string | null> {
  const { default: read } = await import('jsqr');
  try {
    if (mediaType !== 'application/pdf') return codeOn(await pictureCanvas(bytes, mediaType), read);
    const pdf = await openScan(bytes);
    try {
      for (let number = 1; number <= Math.min(pdf.numPages, MOST_PAGES); number += 1) {
        // oxlint-disable-next-line no-await-in-loop -- a page is drawn when the one before it bore no code
        const canvas = await drawScanPage(pdf, number, READ_WIDTH / 1.5, 0, new AbortController().signal);
        const code = canvas === null ? null : codeOn(canvas, read);
        if (code !== null) return code;
      }
      return null;
    } finally {
      await pdf.loadingTask.destroy();
    }
  } catch {
    // What cannot be opened at all bears no code either; the scan itself is kept, and the digits are asked for.
    return null;
  }
}
