import { once } from 'node:events';
import { crc32, createDeflateRaw } from 'node:zlib';

/** Where the bytes of the file go. */
export type Sink = (bytes: Uint8Array) => Promise<void>;

interface Entry {
  readonly name: string;
  readonly crc: number;
  readonly packed: number;
  readonly plain: number;
  readonly offset: number;
}

/** A part that is being written. */
export interface ZipPart {
  readonly write: (text: string) => Promise<void>;
  readonly end: () => Promise<void>;
  /** Nothing more comes: the thread and the file are let go. */
  readonly abandon: () => Promise<void>;
}

/** Sizes follow the data, since they are known only then; names are ASCII. */
const FLAGS = 0x0008;
const DEFLATE = 8;
/** 1980-01-01: a file tells nothing of when and where it was made beyond what it says. */
const DOS_DATE = 0x0021;

const numbers = (fields: readonly (readonly [value: number, bytes: 2 | 4])[]): Buffer =>
  Buffer.concat(
    fields.map(([value, bytes]) => {
      const part = Buffer.alloc(bytes);
      if (bytes === 2) part.writeUInt16LE(value);
      else part.writeUInt32LE(value);
      return part;
    }),
  );

/**
 * A zip whose parts are written while they are made, so that a workbook of a hundred thousand rows is never held whole.
 * Packing runs in the threads of zlib. One part at a time; under 4 GiB.
 */
export function createZipStream(sink: Sink) {
  const entries: Entry[] = [];
  let offset = 0;
  const put = async (bytes: Uint8Array): Promise<void> => {
    offset += bytes.length;
    await sink(bytes);
  };

  /** Opens a part: each piece waits until there is room for it. The next part opens after `end`. */
  const begin = async (name: string): Promise<ZipPart> => {
    const at = offset;
    await put(
      Buffer.concat([
        numbers([
          [0x04034b50, 4],
          [20, 2],
          [FLAGS, 2],
          [DEFLATE, 2],
          [0, 2],
          [DOS_DATE, 2],
          [0, 4],
          [0, 4],
          [0, 4],
          [name.length, 2],
          [0, 2],
        ]),
        Buffer.from(name, 'ascii'),
      ]),
    );
    const deflate = createDeflateRaw({ level: 6 });
    let packed = 0;
    let plain = 0;
    let crc = 0;
    const taken = (async () => {
      for await (const piece of deflate as AsyncIterable<Buffer>) {
        packed += piece.length;
        await put(piece);
      }
    })();
    // Told to whoever waits for it; until then a failure of the file must not end the program as nobody's.
    taken.catch(() => {});
    return {
      write: async (text) => {
        const bytes = Buffer.from(text, 'utf8');
        plain += bytes.length;
        crc = crc32(bytes, crc);
        if (!deflate.write(bytes)) await Promise.race([once(deflate, 'drain'), taken]);
      },
      end: async () => {
        deflate.end();
        await taken;
        await put(
          numbers([
            [0x08074b50, 4],
            [crc, 4],
            [packed, 4],
            [plain, 4],
          ]),
        );
        entries.push({ name, crc, packed, plain, offset: at });
      },
      abandon: async () => {
        deflate.destroy();
        await taken.catch(() => {});
      },
    };
  };

  /** A part that is small. */
  const add = async (name: string, text: string): Promise<void> => {
    const part = await begin(name);
    await part.write(text);
    await part.end();
  };

  /** The directory: after it the file is whole. */
  const end = async (): Promise<void> => {
    const from = offset;
    for (const { name, crc, packed, plain, offset: at } of entries)
      await put(
        Buffer.concat([
          numbers([
            [0x02014b50, 4],
            [20, 2],
            [20, 2],
            [FLAGS, 2],
            [DEFLATE, 2],
            [0, 2],
            [DOS_DATE, 2],
            [crc, 4],
            [packed, 4],
            [plain, 4],
            [name.length, 2],
            [0, 2],
            [0, 2],
            [0, 2],
            [0, 2],
            [0, 4],
            [at, 4],
          ]),
          Buffer.from(name, 'ascii'),
        ]),
      );
    const size = offset - from;
    await put(
      numbers([
        [0x06054b50, 4],
        [0, 2],
        [0, 2],
        [entries.length, 2],
        [entries.length, 2],
        [size, 4],
        [from, 4],
        [0, 2],
      ]),
    );
  };

  return { begin, add, end };
}
