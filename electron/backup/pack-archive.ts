import { createHash, type Hash } from 'node:crypto';
import { createReadStream, openSync, closeSync, fsyncSync, writeSync } from 'node:fs';
import { once } from 'node:events';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { constants as zlib, createZstdCompress } from 'node:zlib';
import { pack as createTar, type Pack } from 'tar-stream';
import { encryptTo, type FileKey } from './age-stream.ts';

export interface ArchiveEntry {
  readonly name: string;
  readonly sizeBytes: number;
  /** A small text, or a file that is read while packing. */
  readonly content: Uint8Array | { readonly path: string };
}

export interface PackedArchive {
  readonly sizeBytes: number;
  readonly sha256: string;
  readonly fileKey: FileKey;
}

/**
 * tar → zstd → age → a new file, flushed to the disk. The database inside is encrypted already and does not compress, so
 * zstd runs at its fastest; it carries the format's own checksum beside age's.
 */
export const packArchive = async (options: {
  readonly entries: readonly ArchiveEntry[];
  readonly target: string;
  readonly recipient: string;
  readonly modifiedAtMs: number;
  readonly onBytes: (done: number) => void;
}): Promise<PackedArchive> => {
  const zstd = createZstdCompress({
    params: { [zlib.ZSTD_c_compressionLevel]: 1, [zlib.ZSTD_c_checksumFlag]: 1 },
  });
  const fd = openSync(options.target, 'wx', 0o600);
  try {
    const hash = createHash('sha256');
    let sizeBytes = 0;
    let fileKey: FileKey | undefined;
    const tar = Readable.from(tarBytes(options.entries, options.modifiedAtMs, options.onBytes));
    await pipeline(tar, zstd, async (compressed) => {
      const encrypted = await encryptTo(options.recipient, webStream(compressed));
      fileKey = encrypted.fileKey;
      for await (const bytes of encrypted.bytes) sizeBytes += writeAll(fd, bytes, hash);
    });
    if (fileKey === undefined) throw new Error('nothing was packed');
    fsyncSync(fd);
    return { sizeBytes, sha256: hash.digest('hex'), fileKey };
  } finally {
    closeSync(fd);
  }
};

const writeAll = (fd: number, bytes: Uint8Array, hash: Hash): number => {
  hash.update(bytes);
  for (let at = 0; at < bytes.length;) at += writeSync(fd, bytes, at);
  return bytes.length;
};

/** A web stream over what a pipeline hands on, read only as fast as it is consumed. */
export const webStream = (source: AsyncIterable<Uint8Array>): ReadableStream<Uint8Array> => {
  const iterator = source[Symbol.asyncIterator]();
  return new ReadableStream<Uint8Array>({
    pull: async (controller) => {
      const { done, value } = await iterator.next();
      if (done === true) controller.close();
      else controller.enqueue(value);
    },
    cancel: async () => {
      await iterator.return?.();
    },
  });
};

async function* tarBytes(
  entries: readonly ArchiveEntry[],
  modifiedAtMs: number,
  onBytes: (done: number) => void,
): AsyncGenerator<Uint8Array> {
  const tar = createTar();
  const feeding = feed(tar, entries, new Date(modifiedAtMs), onBytes).catch((error: unknown) => {
    tar.destroy(error instanceof Error ? error : new Error(String(error)));
  });
  for await (const chunk of tar) yield chunk as Uint8Array;
  await feeding;
}

const feed = async (
  tar: Pack,
  entries: readonly ArchiveEntry[],
  mtime: Date,
  onBytes: (done: number) => void,
): Promise<void> => {
  let done = 0;
  for (const { name, sizeBytes, content } of entries) {
    const entry = tar.entry({ name, size: sizeBytes, mtime, mode: 0o600, type: 'file' as const });
    const source = 'path' in content ? createReadStream(content.path, { highWaterMark: 1 << 20 }) : [content];
    for await (const chunk of source as AsyncIterable<Uint8Array>) {
      if (!entry.write(chunk)) await once(entry, 'drain');
      onBytes((done += chunk.length));
    }
    const finished = once(entry, 'close');
    entry.end(null);
    await finished;
  }
  tar.finalize();
};
