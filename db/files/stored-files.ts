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
      'created_by',
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
      'created_by',
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

/** Attachments that were withdrawn count too: what was once on a record stays, unless that record gave it up. */
const forget = statement<{ sha: string; like: string }>()((param) =>
  queries
    .deleteFrom('stored_file')
    .where('sha256', '=', param('sha'))
    .where((eb) =>
      eb.not(
        eb.or([
          eb.exists(eb.selectFrom('attachment').select('id').where('sha256', '=', param('sha'))),
          eb.exists(eb.selectFrom('office_image').select('id').where('sha256', '=', param('sha'))),
          eb.exists(
            eb.selectFrom('letter_signing').select('letter_id').where('scan_sha256', '=', param('sha')),
          ),
          eb.exists(
            eb.selectFrom('letter_delivery').select('letter_id').where('signature_sha256', '=', param('sha')),
          ),
          eb.exists(eb.selectFrom('referral').select('id').where('paper_sha256', '=', param('sha'))),
          eb.exists(eb.selectFrom('social_research').select('id').where('paper_sha256', '=', param('sha'))),
          eb.exists(eb.selectFrom('document_signature').select('id').where('file_sha256', '=', param('sha'))),
          eb.exists(eb.selectFrom('committee_session').select('id').where('paper_sha256', '=', param('sha'))),
          eb.exists(eb.selectFrom('decision_notice').select('id').where('proof_sha256', '=', param('sha'))),
          eb.exists(eb.selectFrom('appeal').select('id').where('paper_sha256', '=', param('sha'))),
          eb.exists(eb.selectFrom('appeal').select('id').where('answer_sha256', '=', param('sha'))),
          eb.exists(eb.selectFrom('draft').select('id').where('data_json', 'like', param('like'))),
          eb.exists(eb.selectFrom('letter').select('id').where('content_json', 'like', param('like'))),
          eb.exists(
            eb.selectFrom('incoming_letter').select('id').where('content_json', 'like', param('like')),
          ),
        ]),
      ),
    ),
);

export interface StoredFileRow {
  readonly sha256: string;
  readonly mediaType: MediaType;
  readonly sizeBytes: number;
  /** Whether it lies, encrypted, in the folder of files instead of the database. */
  readonly outside: boolean;
  /** Who put it first. */
  readonly createdBy: number;
}

const toRow = (row: {
  sha256: string;
  media_type: string;
  size_bytes: number;
  outside: number;
  created_by: number;
}): StoredFileRow => ({
  sha256: row.sha256,
  mediaType: row.media_type as MediaType,
  sizeBytes: row.size_bytes,
  outside: row.outside === 1,
  createdBy: row.created_by,
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

/**
 * Takes a kept file's bytes out for good, when no other record, letter or draft speaks of it; false when one does. What
 * lies in the folder goes by `FileStore.discard`, after the commit.
 */
export const forgetStoredFile = (tx: WriteTransaction, sha256: string): boolean =>
  tx.run(forget, { sha: sha256, like: `%${sha256}%` }).changes === 1;
