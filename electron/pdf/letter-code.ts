import { crc32, deflateSync } from 'node:zlib';
import { groupedCode } from '#shared/letters/verification-code.ts';
import { ltrGroups } from './arabic/content.ts';
import type { ImageNode, TextNode } from './arabic/definition.ts';
import { textWidth } from './measure-text.ts';
import { FOOT_SIZE, INK, INK_SOFT, mm } from './paper.ts';
import { QR_MODULES, qrOfDigits } from './qr-code.ts';

/** As wide as a cheap printer sets cleanly, and a telephone reads from a hand's distance. */
const MODULE = mm(0.45);
/** The drawing itself; with its white on both sides, 13 mm. */
export const QR_SIZE = QR_MODULES * MODULE;
/** The white that a reader needs around it: four modules. */
export const QR_QUIET = 4 * MODULE;

/** Pixels of a module: a picture of 680 dots an inch, so that no printer and no screen blurs its edges. */
const PIXELS = 12;

/**
 * The code as a picture of two colours, without white around it: as rectangles it would cost more time than the rest of
 * the letter. Readers of the text pass over it: the digits stand beside it.
 */
export function qrDrawing(code: string, size = QR_SIZE): ImageNode {
  // Every page of a letter asks for the same one.
  if (latest?.code !== code)
    latest = { code, image: `data:image/png;base64,${twoColourPng(qrOfDigits(code)).toString('base64')}` };
  return { alignment: 'left', image: latest.image, width: size, height: size };
}

let latest: { readonly code: string; readonly image: string } | undefined;

function twoColourPng(rows: readonly (readonly boolean[])[]): Buffer {
  const side = rows.length * PIXELS;
  const lines = rows.map((row) => {
    const line = Buffer.alloc(1 + Math.ceil(side / 8));
    for (let x = 0; x < side; x += 1) {
      // White is 1; the first byte says that the line is not filtered.
      if (row[Math.floor(x / PIXELS)] !== true)
        line.writeUInt8(line.readUInt8(1 + (x >> 3)) | (0x80 >> (x & 7)), 1 + (x >> 3));
    }
    return line;
  });
  const header = Buffer.alloc(13);
  header.writeUInt32BE(side, 0);
  header.writeUInt32BE(side, 4);
  header.writeUInt8(1, 8);
  const pixels = lines.flatMap((line) => Array.from({ length: PIXELS }, () => line));
  return Buffer.concat([
    Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]),
    pngChunk('IHDR', header),
    pngChunk('IDAT', deflateSync(Buffer.concat(pixels))),
    pngChunk('IEND', Buffer.alloc(0)),
  ]);
}

function pngChunk(type: string, content: Buffer): Buffer {
  const length = Buffer.alloc(4);
  length.writeUInt32BE(content.length);
  const named = Buffer.concat([Buffer.from(type, 'latin1'), content]);
  const check = Buffer.alloc(4);
  check.writeUInt32BE(crc32(named));
  return Buffer.concat([length, named, check]);
}

export const CODE_LABEL = 'رمز التحقق';
const LABEL_GAP = '\u00A0\u00A0\u00A0';

/** A soft label and groups that stand left to right, as the foot sets the IBAN and the code. */
export const labelledGroups = (label: string, groups: string, size = FOOT_SIZE): TextNode => ({
  text: [
    { text: `${label}${LABEL_GAP}`, color: INK_SOFT },
    { text: ltrGroups(groups), font: 'Plex Medium', characterSpacing: 0.02 * size, color: INK },
  ],
});

/** Its length on one line, in points. */
export const labelledWidth = (label: string, groups: string, size = FOOT_SIZE): number =>
  textWidth(`${label}${LABEL_GAP}`, { font: 'Plex', size }) +
  textWidth(groups.replaceAll(' ', '\u00A0'), { font: 'Plex Medium', size }) +
  groups.length * 0.02 * size;

/** «رمز التحقق 1234 5678 9012 3456». */
export const codeGroups = groupedCode;
