import { crc32, inflateSync } from 'node:zlib';
import { AppError } from '#shared/app-error.ts';
import type { LetterPictures } from '#shared/papers/letter-sheet.ts';

export interface Picture {
  /** What pdfmake takes: nothing is read from a file or an address. */
  readonly dataUrl: string;
  readonly widthPx: number;
  readonly heightPx: number;
}

/** On paper, in points. */
export interface Across {
  readonly width: number;
  readonly height: number;
}

/** As large as fits into a box, in points, its proportions kept. */
export function fittedInto({ widthPx, heightPx }: Picture, width: number, height: number): Across {
  const scale = Math.min(width / widthPx, height / heightPx);
  return { width: widthPx * scale, height: heightPx * scale };
}

type Unsound = 'format' | 'truncated' | 'damaged' | 'size' | 'colours';
class UnsoundPicture extends Error {
  readonly reason: Unsound;
  constructor(reason: Unsound) {
    super(reason);
    this.reason = reason;
  }
}

/** More than this on either side is no picture for a letter, and a bomb for the memory once it is unpacked. */
const MOST_PIXELS_ACROSS = 8000;

/**
 * A PNG or JPEG whose whole structure was read, not only its first bytes: half a file would leave half a stamp on a
 * sealed letter.
 * @throws AppError pictureUnreadable { picture, context, reason }; `context` chooses the words that name the picture
 */
export function readPicture(bytes: Uint8Array, picture: keyof LetterPictures): Picture {
  try {
    const view = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
    const png = view.subarray(0, 8).equals(PNG_SIGNATURE);
    if (!png && !(view[0] === 0xff && view[1] === 0xd8)) throw new UnsoundPicture('format');
    const { width, height } = png ? pngSize(view) : jpegSize(view);
    if (width < 1 || height < 1 || Math.max(width, height) > MOST_PIXELS_ACROSS)
      throw new UnsoundPicture('size');
    const mediaType = png ? 'image/png' : 'image/jpeg';
    return {
      dataUrl: `data:${mediaType};base64,${view.toString('base64')}`,
      widthPx: width,
      heightPx: height,
    };
  } catch (cause) {
    const reason = cause instanceof UnsoundPicture ? cause.reason : 'damaged';
    throw new AppError('pictureUnreadable', { picture, context: picture, reason }, { cause });
  }
}

interface Size {
  readonly width: number;
  readonly height: number;
}

const PNG_SIGNATURE = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]);
/** Samples a pixel by colour type: grey, RGB, palette, grey with alpha, RGB with alpha. */
const PNG_SAMPLES: Readonly<Record<number, number>> = { 0: 1, 2: 3, 3: 1, 4: 2, 6: 4 };

function pngSize(file: Buffer): Size {
  let at = PNG_SIGNATURE.length;
  let header: Buffer | undefined;
  const data: Buffer[] = [];
  for (let ended = false; !ended;) {
    if (at + 12 > file.length) throw new UnsoundPicture('truncated');
    const length = file.readUInt32BE(at);
    if (at + 12 + length > file.length) throw new UnsoundPicture('truncated');
    const type = file.toString('latin1', at + 4, at + 8);
    const content = file.subarray(at + 8, at + 8 + length);
    if (crc32(file.subarray(at + 4, at + 8 + length)) !== file.readUInt32BE(at + 8 + length))
      throw new UnsoundPicture('damaged');
    if (type === 'IHDR') header = content;
    if (type === 'IDAT') data.push(content);
    ended = type === 'IEND';
    at += 12 + length;
  }
  if (header === undefined || header.length !== 13) throw new UnsoundPicture('damaged');
  const [width, height] = [header.readUInt32BE(0), header.readUInt32BE(4)];
  const [depth = 0, colour = 0, , , interlaced = 0] = header.subarray(8);
  const samples = PNG_SAMPLES[colour];
  if (samples === undefined || Math.max(width, height) > MOST_PIXELS_ACROSS)
    throw new UnsoundPicture(samples === undefined ? 'colours' : 'size');
  const row = 1 + Math.ceil((width * samples * depth) / 8);
  // Seven passes add a filter byte to each of their rows.
  const most = row * height + (interlaced === 0 ? 0 : 8 * (height + 8) + width * height);
  const pixels = inflateSync(Buffer.concat(data), { maxOutputLength: most + 1024 }).length;
  if (
    interlaced === 0 ? pixels !== row * height : pixels < Math.floor((width * height * samples * depth) / 8)
  )
    throw new UnsoundPicture('truncated');
  return { width, height };
}

const START_OF_SCAN = 0xda;
const END_OF_IMAGE = 0xd9;
/** Markers that start a frame; C4, C8 and CC among them are tables. */
const isFrame = (marker: number): boolean =>
  marker >= 0xc0 && marker <= 0xcf && marker !== 0xc4 && marker !== 0xc8 && marker !== 0xcc;

function jpegSize(file: Buffer): Size {
  let size: Size | undefined;
  let scanned = false;
  for (let at = 2; ;) {
    if (at + 2 > file.length) throw new UnsoundPicture('truncated');
    if (file[at] !== 0xff) throw new UnsoundPicture('damaged');
    const marker = file[at + 1] ?? 0;
    if (marker === 0xff) {
      at += 1;
      continue;
    }
    if (marker === END_OF_IMAGE) break;
    if (at + 4 > file.length) throw new UnsoundPicture('truncated');
    const length = file.readUInt16BE(at + 2);
    if (at + 2 + length > file.length || length < 2) throw new UnsoundPicture('truncated');
    if (isFrame(marker)) {
      size = { height: file.readUInt16BE(at + 5), width: file.readUInt16BE(at + 7) };
      // Inks of a printing press have no place in an archival file of screen colours.
      if (file[at + 9] === 4) throw new UnsoundPicture('colours');
    }
    at += 2 + length;
    if (marker === START_OF_SCAN) {
      scanned = true;
      at = afterScan(file, at);
    }
  }
  if (size === undefined || !scanned) throw new UnsoundPicture('damaged');
  return size;
}

/** From entropy-coded data to the next marker that is not a stuffed byte or a restart. */
function afterScan(file: Buffer, from: number): number {
  for (let at = file.indexOf(0xff, from); at !== -1; at = file.indexOf(0xff, at + 1)) {
    const next = file[at + 1] ?? 0;
    if (next !== 0 && next !== 0xff && !(next >= 0xd0 && next <= 0xd7)) return at;
  }
  throw new UnsoundPicture('truncated');
}
