import { createHash } from 'node:crypto';
import { closeSync, mkdirSync, openSync, writeSync } from 'node:fs';
import { open, type FileHandle } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { createZstdDecompress } from 'node:zlib';
import { extract as createExtract, type Extract } from 'tar-stream';
import { AppError } from '#shared/app-error.ts';
import { systemCode } from '../data-folder/durable-files.ts';
import { beginsLikeAge, decryptWith, type Opener } from './age-stream.ts';
import {
  ARCHIVED_KEY,
  ARCHIVED_SCRIPT,
  isArchiveName,
  MANIFEST_MOST_BYTES,
  MANIFEST_NAME,
  manifestSchema,
  README_NAME,
  type Manifest,
} from './archive-manifest.ts';
import { webStream } from './pack-archive.ts';

export interface UnpackedArchive {
  readonly manifest: Manifest;
  /** The content of `database-key.txt`: it goes to no disk beside the database that it opens. */
  readonly databaseKeyText: string;
  /** Of the archive as it was read. */
  readonly sha256: string;
  readonly sizeBytes: number;
}

type Entry = Extract extends AsyncIterable<infer E> ? E : never;
type FileFacts = Manifest['files'][number];
type ReadEntries = Pick<UnpackedArchive, 'manifest' | 'databaseKeyText'>;

const PIECE = 1 << 20;

/**
 * Decrypts an archive's data (app.db, files/) into an empty folder, every byte checked: by age, by zstd, and against the
 * manifest's hashes.
 * `check` sees the manifest before anything large is written (room on the disk, a newer schema).
 * Errors: fileMissing, fileUnreadable, backupNotOurs, recoveryKeyWrong, backupDamaged { reason, file? }, diskFull.
 */
export const unpackArchive = async (options: {
  readonly archive: string;
  readonly opener: Opener;
  readonly into: string;
  readonly check: (manifest: Manifest) => void;
  readonly onBytes: (done: number, total: number) => void;
}): Promise<UnpackedArchive> => {
  const handle = await openArchive(options.archive);
  try {
    const { size, isFile } = await statusOf(handle);
    const head = Buffer.alloc(32);
    const { bytesRead } = isFile ? await handle.read(head, 0, head.length, 0) : { bytesRead: 0 };
    if (!beginsLikeAge(head.subarray(0, bytesRead))) {
      throw new AppError('backupNotOurs', { path: options.archive });
    }
    const hash = createHash('sha256');
    let read = 0;
    const cipher = pieces(handle, options.archive, (piece) => {
      hash.update(piece);
      options.onBytes((read += piece.length), size);
    });
    const plain = await decryptWith(options.opener, webStream(cipher));
    const { manifest, databaseKeyText } = await unpackTar(plain, options.into, options.check);
    return { manifest, databaseKeyText, sha256: hash.digest('hex'), sizeBytes: read };
  } finally {
    await handle.close();
  }
};

const openArchive = async (path: string): Promise<FileHandle> => {
  try {
    return await open(path, 'r');
  } catch (error) {
    const gone = ['ENOENT', 'ENOTDIR'].includes(systemCode(error));
    throw new AppError(gone ? 'fileMissing' : 'fileUnreadable', { path }, { cause: error });
  }
};

const statusOf = async (handle: FileHandle): Promise<{ size: number; isFile: boolean }> => {
  const status = await handle.stat();
  return { size: status.size, isFile: status.isFile() };
};

async function* pieces(
  handle: FileHandle,
  path: string,
  seen: (piece: Buffer) => void,
): AsyncGenerator<Uint8Array> {
  for (let at = 0; ;) {
    const { bytesRead, buffer } = await handle
      .read(Buffer.allocUnsafe(PIECE), 0, PIECE, at)
      .catch((error: unknown) => {
        throw new AppError('fileUnreadable', { path }, { cause: error });
      });
    if (bytesRead === 0) return;
    at += bytesRead;
    const piece = buffer.subarray(0, bytesRead);
    seen(piece);
    yield piece;
  }
}

const unpackTar = async (
  plain: AsyncIterable<Uint8Array>,
  into: string,
  check: (manifest: Manifest) => void,
): Promise<ReadEntries> => {
  const tar = createExtract();
  const feeding = feed(plain, tar);
  try {
    const read = await readEntries(tar, into, check);
    await feeding;
    return read;
  } catch (error) {
    tar.destroy();
    await feeding.catch(() => undefined); // its failure, if it has one, is what came out of the tar stream
    throw error;
  }
};

const feed = async (plain: AsyncIterable<Uint8Array>, tar: Extract): Promise<void> => {
  const closed = new Promise<void>((resolve) => {
    tar.once('close', resolve);
  });
  const drained = (): Promise<void> =>
    new Promise((resolve) => {
      tar.once('drain', resolve);
    });
  try {
    await pipeline(Readable.from(plain), createZstdDecompress(), async (source: AsyncIterable<Buffer>) => {
      for await (const chunk of source) {
        if (tar.destroyed) return;
        if (!tar.write(chunk)) await Promise.race([drained(), closed]);
      }
      tar.end(null);
    });
  } catch (error) {
    const known =
      error instanceof AppError || (error instanceof Error && 'syscall' in error)
        ? error
        : new AppError('backupDamaged', { reason: 'zstd' }, { cause: error });
    tar.destroy(known);
    throw known;
  }
};

const readEntries = async (
  tar: Extract,
  into: string,
  check: (manifest: Manifest) => void,
): Promise<ReadEntries> => {
  let databaseKeyText = '';
  let manifest: Manifest | null = null;
  let declared: ReadonlyMap<string, FileFacts> | null = null;
  const seen = new Map<string, FileFacts>();
  try {
    for await (const entry of tar) {
      const name = requireName(entry, seen);
      if (name === MANIFEST_NAME) {
        manifest = await readManifest(entry);
        declared = new Map(manifest.files.map((file) => [file.name, file]));
        check(manifest);
      } else {
        // The words for people come first, the manifest next: nothing large is written on an unknown archive's word.
        if (manifest === null && name !== README_NAME)
          throw new AppError('backupNotOurs', { reason: 'manifest' });
        const sizeBytes = requireSize(entry, name, declared);
        const inMemory = [README_NAME, ARCHIVED_KEY, ARCHIVED_SCRIPT].includes(name);
        const words = inMemory ? await readWords(entry, sizeBytes) : null;
        if (name === ARCHIVED_KEY) databaseKeyText = words?.toString('latin1') ?? '';
        const sha256 = words === null ? await writeEntry(entry, join(into, name)) : sha256Of(words);
        seen.set(name, { name, sizeBytes, sha256 });
      }
    }
  } catch (error) {
    if (error instanceof AppError || (error instanceof Error && 'syscall' in error)) throw error;
    throw new AppError('backupDamaged', { reason: 'tar' }, { cause: error });
  }
  if (manifest === null || declared === null) throw new AppError('backupNotOurs', { reason: 'manifest' });
  requireAsDeclared(declared, seen);
  return { manifest, databaseKeyText };
};

const requireName = (entry: Entry, seen: ReadonlyMap<string, FileFacts>): string => {
  const { name, type } = entry.header;
  if (type !== 'file' || !isArchiveName(name))
    throw new AppError('backupNotOurs', { reason: 'entry', file: name });
  if (seen.has(name)) throw new AppError('backupDamaged', { reason: 'twice', file: name });
  return name;
};

const WORDS_MOST_BYTES = 1 << 20;

/** The size that an entry may have; before the manifest, that of a page of words. */
const requireSize = (entry: Entry, name: string, declared: ReadonlyMap<string, FileFacts> | null): number => {
  const { size } = entry.header;
  const expected = declared === null ? Math.min(size, WORDS_MOST_BYTES) : declared.get(name)?.sizeBytes;
  if (expected !== size) throw new AppError('backupDamaged', { reason: 'size', file: name });
  return size;
};

const readManifest = async (entry: Entry): Promise<Manifest> => {
  if (entry.header.size > MANIFEST_MOST_BYTES) throw new AppError('backupNotOurs', { reason: 'manifest' });
  const text = (await readAll(entry)).toString('utf8');
  try {
    return manifestSchema.parse(JSON.parse(text));
  } catch (error) {
    throw new AppError('backupNotOurs', { reason: 'manifest' }, { cause: error });
  }
};

const readWords = async (entry: Entry, sizeBytes: number): Promise<Buffer> => {
  if (sizeBytes > WORDS_MOST_BYTES)
    throw new AppError('backupDamaged', { reason: 'size', file: entry.header.name });
  return readAll(entry);
};

const readAll = async (entry: Entry): Promise<Buffer> => {
  const chunks: Buffer[] = [];
  for await (const chunk of entry) chunks.push(chunk as Buffer);
  return Buffer.concat(chunks);
};

const sha256Of = (bytes: Buffer): string => createHash('sha256').update(bytes).digest('hex');

/** Gives the sha256 of what was written. */
const writeEntry = async (entry: Entry, path: string): Promise<string> => {
  mkdirSync(dirname(path), { recursive: true, mode: 0o700 });
  const fd = openSync(path, 'wx', 0o600);
  try {
    const hash = createHash('sha256');
    for await (const chunk of entry) {
      hash.update(chunk as Buffer);
      for (let at = 0; at < (chunk as Buffer).length;) at += writeSync(fd, chunk as Buffer, at);
    }
    return hash.digest('hex');
  } finally {
    closeSync(fd);
  }
};

const requireAsDeclared = (
  declared: ReadonlyMap<string, FileFacts>,
  seen: ReadonlyMap<string, FileFacts>,
): void => {
  for (const { name, sizeBytes, sha256 } of declared.values()) {
    const found = seen.get(name);
    if (found === undefined) throw new AppError('backupDamaged', { reason: 'missing', file: name });
    if (found.sha256 !== sha256 || found.sizeBytes !== sizeBytes) {
      throw new AppError('backupDamaged', { reason: 'hash', file: name });
    }
  }
  for (const name of seen.keys()) {
    if (!declared.has(name)) throw new AppError('backupDamaged', { reason: 'undeclared', file: name });
  }
};
