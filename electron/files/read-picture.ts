import { crc32 } from 'node:zlib';

/** What the header of a picture says. */
export interface PictureFacts {
  readonly mediaType: 'image/png' | 'image/jpeg';
  readonly widthPx: number;
  readonly heightPx: number;
}

const PNG_SIGNATURE = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]);

export const looksLikePng = (bytes: Buffer): boolean => bytes.subarray(0, 8).equals(PNG_SIGNATURE);
export const looksLikeJpeg = (bytes: Buffer): boolean =>
  bytes.length > 3 && bytes[0] === 0xff && bytes[1] === 0xd8 && bytes[2] === 0xff;

/** Size and soundness of a picture without unpacking a pixel; null: cut short, damaged, or no picture at all. */
export function readPicture(bytes: Buffer): PictureFacts | null {
  if (looksLikePng(bytes)) return readPng(bytes);
  if (looksLikeJpeg(bytes)) return readJpeg(bytes);
  return null;
}

/** Every chunk is walked and its checksum held, so that half a file is told at once. */
function readPng(bytes: Buffer): PictureFacts | null {
  let size: { widthPx: number; heightPx: number } | null = null;
  let data = false;
  for (let at = 8; at + 12 <= bytes.length;) {
    const length = bytes.readUInt32BE(at);
    const end = at + 12 + length;
    if (end > bytes.length) return null;
    const name = bytes.toString('latin1', at + 4, at + 8);
    if (crc32(bytes.subarray(at + 4, end - 4)) !== bytes.readUInt32BE(end - 4)) return null;
    if (size === null) {
      if (name !== 'IHDR' || length !== 13) return null;
      size = { widthPx: bytes.readUInt32BE(at + 8), heightPx: bytes.readUInt32BE(at + 12) };
    }
    data ||= name === 'IDAT';
    if (name === 'IEND') return data ? facts('image/png', size) : null;
    at = end;
  }
  return null;
}

/** The start-of-frame marker tells the size; without the end-of-image marker the file was cut short. */
function readJpeg(bytes: Buffer): PictureFacts | null {
  // Cameras may append a little after the end mark.
  const tail = bytes.subarray(-65_536);
  if (tail.lastIndexOf(Buffer.from([0xff, 0xd9])) < 0) return null;
  for (let at = 2; at + 4 <= bytes.length;) {
    if (bytes[at] !== 0xff) return null;
    const marker = bytes[at + 1] ?? 0;
    if (marker === 0xff) {
      at += 1;
      continue;
    }
    const isFrame = marker >= 0xc0 && marker <= 0xcf && ![0xc4, 0xc8, 0xcc].includes(marker);
    if (isFrame && at + 9 <= bytes.length)
      return facts('image/jpeg', {
        heightPx: bytes.readUInt16BE(at + 5),
        widthPx: bytes.readUInt16BE(at + 7),
      });
    const alone = marker === 0x01 || (marker >= 0xd0 && marker <= 0xd7);
    if (marker === 0xd9 || marker === 0xda) return null;
    at += alone ? 2 : 2 + bytes.readUInt16BE(at + 2);
  }
  return null;
}

const facts = (
  mediaType: PictureFacts['mediaType'],
  { widthPx, heightPx }: { readonly widthPx: number; readonly heightPx: number },
): PictureFacts | null => (widthPx > 0 && heightPx > 0 ? { mediaType, widthPx, heightPx } : null);
