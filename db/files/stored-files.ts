import type { MediaType } from '#shared/files/stored-file.ts';
import { queries, statement } from '../statement.ts';
import type { Reader, WriteTransaction } from '../transaction.ts';

const one = statement<{ sha: string }>()((param) =>
  queries
    .selectFrom('stored_file')
    .select(['sha256', 'media_type', 'size_bytes', 'content'])
    .where('sha256', '=', param('sha')),
);
const described = statement<{ sha: string }>()((param) =>
  queries
    .selectFrom('stored_file')
    .select(({ eb }) => [
      'sha256',
      'media_type',
      'size_bytes',
      eb.case().when('content', 'is', null).then(1).else(0).end().as('outside'),
    ])
    .where('sha256', '=', param('sha')),
);
const every = statement()(() =>
  queries
    .selectFrom('stored_file')
    .select(({ eb }) => [
      'sha256',
      'media_type',
      'size_bytes',
      eb.case().when('content', 'is', null).then(1).else(0).end().as('outside'),
    ])
    .orderBy('sha256'),
);
const insert = statement<{
  sha: string;
  type: string;
  size: number;
  content: Uint8Array | null;
  at: number;
  by: number;
}>()((param) =>
  queries.insertInto('stored_file').values({
    sha256: param('sha'),
    media_type: param('type'),
    size_bytes: param('size'),
    content: param('content'),
    created_at_ms: param('at'),
    created_by: param('by'),
  }),
);

export interface StoredFileRow {
  readonly sha256: string;
  readonly mediaType: MediaType;
  readonly sizeBytes: number;
  /** Whether it lies, encrypted, in the folder of files instead of the database. */
  readonly outside: boolean;
}

const toRow = (row: {
  sha256: string;
  media_type: string;
  size_bytes: number;
  outside: number;
}): StoredFileRow => ({
  sha256: row.sha256,
  mediaType: row.media_type as MediaType,
  sizeBytes: row.size_bytes,
  outside: row.outside === 1,
});

/** What a kept file is, without its bytes. */
export const findStoredFile = (reader: Reader, sha256: string): StoredFileRow | undefined => {
  const row = reader.get(described, { sha: sha256 });
  return row && toRow(row);
};

/** Bytes that lie in the database; null for those in the folder. Undefined: never kept here. */
export const findStoredContent = (reader: Reader, sha256: string): Uint8Array | null | undefined =>
  reader.get(one, { sha: sha256 })?.content;

/** Every kept file, by its address, without its bytes. */
export const listStoredFiles = (reader: Reader): StoredFileRow[] => reader.all(every, {}).map(toRow);

export function insertStoredFile(
  tx: WriteTransaction,
  file: {
    readonly sha256: string;
    readonly mediaType: MediaType;
    readonly sizeBytes: number;
    readonly content: Uint8Array | null;
  },
  by: number,
  atMs: number,
): void {
  tx.run(insert, {
    sha: file.sha256,
    type: file.mediaType,
    size: file.sizeBytes,
    content: file.content,
    at: atMs,
    by,
  });
}
