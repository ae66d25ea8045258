import { crc32, inflateRawSync } from 'node:zlib';

/** The parts of a zip by name, read by its directory; throws where a length or a checksum is wrong. */
export function readZip(bytes: Buffer): ReadonlyMap<string, Buffer> {
  const end = bytes.lastIndexOf(Buffer.from([0x50, 0x4b, 0x05, 0x06]));
  if (end < 0) throw new Error('no directory');
  const parts = new Map<string, Buffer>();
  let at = bytes.readUInt32LE(end + 16);
  for (let left = bytes.readUInt16LE(end + 10); left > 0; left -= 1) {
    const packed = bytes.readUInt32LE(at + 20);
    const names = bytes.readUInt16LE(at + 28);
    const local = bytes.readUInt32LE(at + 42);
    const name = bytes.subarray(at + 46, at + 46 + names).toString('utf8');
    const data = local + 30 + bytes.readUInt16LE(local + 26) + bytes.readUInt16LE(local + 28);
    const plain = inflateRawSync(bytes.subarray(data, data + packed));
    if (plain.length !== bytes.readUInt32LE(at + 24)) throw new Error(`length of ${name}`);
    if (crc32(plain) !== bytes.readUInt32LE(at + 16)) throw new Error(`checksum of ${name}`);
    parts.set(name, plain);
    at += 46 + names + bytes.readUInt16LE(at + 30) + bytes.readUInt16LE(at + 32);
  }
  return parts;
}
