import { deflateSync, crc32 } from 'node:zlib';

/** A picture in shades of grey: 0 is black, 255 white; rows from the top. */
export interface GreyPicture {
  readonly width: number;
  readonly height: number;
  readonly pixels: Uint8Array;
}

/** Reads binary PGM (P5) of 8 bits, as mutool writes it. */
export function readPgm(bytes: Uint8Array): GreyPicture {
  const header = /^P5\s+(?:#.*\s+)?(\d+)\s+(\d+)\s+255\s/.exec(
    Buffer.from(bytes.subarray(0, 200)).toString('latin1'),
  );
  if (header === null) throw new Error('not a grey picture of 8 bits');
  const [whole, width, height] = header;
  return { width: Number(width), height: Number(height), pixels: bytes.subarray(whole.length) };
}

/** Without the empty rows above and below, but for a margin. */
export function trimmed({ width, height, pixels }: GreyPicture, margin: number): GreyPicture {
  const inked = (row: number): boolean =>
    pixels.subarray(row * width, (row + 1) * width).some((pixel) => pixel < 250);
  let top = 0;
  let bottom = height;
  while (top < bottom && !inked(top)) top++;
  while (bottom > top && !inked(bottom - 1)) bottom--;
  top = Math.max(0, top - margin);
  bottom = Math.min(height, bottom + margin);
  return { width, height: bottom - top, pixels: pixels.subarray(top * width, bottom * width) };
}

const SIGNATURE = [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a];
function chunk(name: string, data: Uint8Array): Buffer {
  const body = Buffer.concat([Buffer.from(name, 'latin1'), data]);
  const framed = Buffer.alloc(body.length + 8);
  framed.writeUInt32BE(data.length, 0);
  body.copy(framed, 4);
  framed.writeUInt32BE(crc32(body), body.length + 4);
  return framed;
}

/** PNG in sixteen shades: letters look the same, the file is a third. */
export function writePng({ width, height, pixels }: GreyPicture): Buffer {
  const stride = Math.ceil(width / 2);
  const rows = Buffer.alloc((stride + 1) * height);
  for (let y = 0; y < height; y++) {
    for (let x = 0; x < width; x++) {
      const shade = Math.round((pixels[y * width + x] ?? 255) / 17);
      const at = y * (stride + 1) + 1 + (x >> 1);
      rows[at] = (rows[at] ?? 0) | (x % 2 === 0 ? shade << 4 : shade);
    }
  }
  const header = Buffer.alloc(13);
  header.writeUInt32BE(width, 0);
  header.writeUInt32BE(height, 4);
  header[8] = 4; // bits a pixel; the zeros after it: grey, deflate, no filter, not interlaced
  return Buffer.concat([
    Buffer.from(SIGNATURE),
    chunk('IHDR', header),
    chunk('IDAT', deflateSync(rows, { level: 9 })),
    chunk('IEND', Buffer.alloc(0)),
  ]);
}
