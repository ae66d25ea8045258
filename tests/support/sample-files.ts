import { crc32, deflateSync } from 'node:zlib';

const chunk = (name: string, data: Buffer): Buffer<ArrayBuffer> => {
  const body = Buffer.concat([Buffer.from(name, 'latin1'), data]);
  const length = Buffer.alloc(4);
  length.writeUInt32BE(data.length);
  const sum = Buffer.alloc(4);
  sum.writeUInt32BE(crc32(body));
  return Buffer.concat([length, body, sum]);
};

/** A sound RGB PNG of one colour; `claim` writes another size into the header than the pixels have. */
export function tinyPng(
  width = 40,
  height = 20,
  options: {
    readonly colour?: readonly [number, number, number];
    readonly claim?: readonly [number, number];
  } = {},
): Buffer<ArrayBuffer> {
  const header = Buffer.alloc(13);
  const [claimedWidth, claimedHeight] = options.claim ?? [width, height];
  header.writeUInt32BE(claimedWidth, 0);
  header.writeUInt32BE(claimedHeight, 4);
  header.set([8, 2, 0, 0, 0], 8);
  const row = Buffer.concat([
    Buffer.of(0),
    Buffer.from(Array.from({ length: width }, () => options.colour ?? [11, 107, 79]).flat()),
  ]);
  const pixels = deflateSync(Buffer.concat(Array.from({ length: height }, () => row)));
  return Buffer.concat([
    Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]),
    chunk('IHDR', header),
    chunk('IDAT', pixels),
    chunk('IEND', Buffer.alloc(0)),
  ]);
}

/** A baseline JPEG of 8 × 8 grey, whole. */
export const tinyJpeg = (): Buffer<ArrayBuffer> =>
  Buffer.from(
    '/9j/4AAQSkZJRgABAQEASABIAAD/2wBDAP//////////////////////////////////////////////////////////////////////////////////////wAALCAAIAAgBAREA/8QAFAABAAAAAAAAAAAAAAAAAAAAA//EABQQAQAAAAAAAAAAAAAAAAAAAAD/2gAIAQEAAD8AN//Z',
    'base64',
  );

/** A zip container of the given names, each with the given words (stored, not packed). */
export function tinyZip(entries: Readonly<Record<string, string>>): Buffer<ArrayBuffer> {
  const locals: Buffer[] = [];
  const directory: Buffer[] = [];
  let at = 0;
  for (const [name, words] of Object.entries(entries)) {
    const data = Buffer.from(words, 'utf8');
    const title = Buffer.from(name, 'utf8');
    const local = Buffer.alloc(30);
    local.writeUInt32LE(0x04034b50, 0);
    local.writeUInt16LE(20, 4);
    local.writeUInt32LE(crc32(data), 14);
    local.writeUInt32LE(data.length, 18);
    local.writeUInt32LE(data.length, 22);
    local.writeUInt16LE(title.length, 26);
    const central = Buffer.alloc(46);
    central.writeUInt32LE(0x02014b50, 0);
    central.writeUInt16LE(20, 4);
    central.writeUInt16LE(20, 6);
    central.writeUInt32LE(crc32(data), 16);
    central.writeUInt32LE(data.length, 20);
    central.writeUInt32LE(data.length, 24);
    central.writeUInt16LE(title.length, 28);
    central.writeUInt32LE(at, 42);
    locals.push(local, title, data);
    directory.push(central, title);
    at += 30 + title.length + data.length;
  }
  const tail = Buffer.concat(directory);
  const end = Buffer.alloc(22);
  end.writeUInt32LE(0x06054b50, 0);
  end.writeUInt16LE(Object.keys(entries).length, 8);
  end.writeUInt16LE(Object.keys(entries).length, 10);
  end.writeUInt32LE(tail.length, 12);
  end.writeUInt32LE(at, 16);
  return Buffer.concat([...locals, tail, end]);
}

/** A PDF header and as many bytes as asked for: for what is kept and not read. */
export const bigPdf = (sizeBytes: number, seed = 0): Buffer<ArrayBuffer> => {
  const bytes = Buffer.alloc(sizeBytes, seed % 251);
  bytes.write('%PDF-1.7\n', 0, 'latin1');
  bytes.write('\n%%EOF\n', sizeBytes - 7, 'latin1');
  return bytes;
};

/**
 * A scan as office scanners make them: one page of fax-packed (CCITT group 4) black and white, 192 × `rows`, with a black
 * stripe from top to bottom through its middle third.
 */
export function faxPdf(rows = 272): Buffer<ArrayBuffer> {
  // Horizontal mode: 64 white, 64 black; then as the (white) line above to its end. Every later line is as the one above.
  const first = '0011101100110101000000111100001101111';
  const bits = `${first}${'111'.repeat(rows - 1)}000000000001000000000001`;
  const packed = Buffer.from(
    (bits.padEnd(Math.ceil(bits.length / 8) * 8, '0').match(/.{8}/gu) ?? []).map((byte) => parseInt(byte, 2)),
  );
  const draw = 'q 595 0 0 842 0 0 cm /Scan Do Q';
  const parts: (string | Buffer)[] = [
    '<< /Type /Catalog /Pages 2 0 R >>',
    '<< /Type /Pages /Kids [3 0 R] /Count 1 >>',
    '<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 4 0 R /Resources << /XObject << /Scan 5 0 R >> >> >>',
    `<< /Length ${draw.length} >>\nstream\n${draw}\nendstream`,
    Buffer.concat([
      Buffer.from(
        `<< /Type /XObject /Subtype /Image /Width 192 /Height ${rows} /ColorSpace /DeviceGray /BitsPerComponent 1 /Filter /CCITTFaxDecode /DecodeParms << /K -1 /Columns 192 /Rows ${rows} >> /Length ${packed.length} >>\nstream\n`,
        'latin1',
      ),
      packed,
      Buffer.from('\nendstream', 'latin1'),
    ]),
  ];
  const body: Buffer[] = [Buffer.from('%PDF-1.4\n', 'latin1')];
  const offsets: number[] = [];
  for (const [index, part] of parts.entries()) {
    offsets.push(body.reduce((sum, piece) => sum + piece.length, 0));
    body.push(
      Buffer.from(`${index + 1} 0 obj\n`, 'latin1'),
      Buffer.from(part as string, 'latin1'),
      Buffer.from('\nendobj\n', 'latin1'),
    );
  }
  const start = body.reduce((sum, piece) => sum + piece.length, 0);
  const table = offsets.map((at) => `${String(at).padStart(10, '0')} 00000 n \n`).join('');
  body.push(
    Buffer.from(
      `xref\n0 6\n0000000000 65535 f \n${table}trailer\n<< /Size 6 /Root 1 0 R >>\nstartxref\n${start}\n%%EOF\n`,
      'latin1',
    ),
  );
  return Buffer.concat(body);
}
