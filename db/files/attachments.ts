import type { FileRef } from '#shared/files/stored-file.ts';
import { queries, statement } from '../statement.ts';
import type { Reader, WriteTransaction } from '../transaction.ts';

/** A kept file that hangs on a record: what is looked at is then logged on that record. */
export interface AttachmentRow {
  readonly id: number;
  readonly role: string;
  readonly file: FileRef;
  readonly atMs: number;
  readonly byName: string;
}

const insert = statement<{
  kind: string;
  subject: number;
  role: string;
  name: string;
  sha: string;
  at: number;
  by: number;
}>()((param) =>
  queries.insertInto('attachment').values({
    subject_kind: param('kind'),
    subject_id: param('subject'),
    role: param('role'),
    name: param('name'),
    sha256: param('sha'),
    created_at_ms: param('at'),
    created_by: param('by'),
    removed_at_ms: null,
    removed_by: null,
  }),
);
const ofSubject = statement<{ kind: string; subject: number }>()((param) =>
  queries
    .selectFrom('attachment')
    .innerJoin('staff', 'staff.id', 'attachment.created_by')
    .select([
      'attachment.id',
      'attachment.role',
      'attachment.name as file_name',
      'attachment.sha256',
      'attachment.created_at_ms',
      'staff.name as by_name',
    ])
    .where('attachment.subject_kind', '=', param('kind'))
    .where('attachment.subject_id', '=', param('subject'))
    .where('attachment.removed_at_ms', 'is', null)
    .orderBy('attachment.id'),
);
const remove = statement<{
  id: number;
  kind: string;
  subject: number;
  role: string;
  at: number;
  by: number;
}>()((param) =>
  queries
    .updateTable('attachment')
    .set({ removed_at_ms: param('at'), removed_by: param('by') })
    .where('id', '=', param('id'))
    .where('subject_kind', '=', param('kind'))
    .where('subject_id', '=', param('subject'))
    .where('role', '=', param('role'))
    .where('removed_at_ms', 'is', null),
);

const shaOf = statement<{ kind: string; subject: number; role: string }>()((param) =>
  queries
    .selectFrom('attachment')
    .select('sha256')
    .distinct()
    .where('subject_kind', '=', param('kind'))
    .where('subject_id', '=', param('subject'))
    .where('role', '=', param('role')),
);
const erase = statement<{ kind: string; subject: number; role: string }>()((param) =>
  queries
    .deleteFrom('attachment')
    .where('subject_kind', '=', param('kind'))
    .where('subject_id', '=', param('subject'))
    .where('role', '=', param('role')),
);

/** Hangs a kept file on a record; gives the attachment's id. */
export const insertAttachment = (
  tx: WriteTransaction,
  subject: { readonly kind: string; readonly id: number },
  role: string,
  file: FileRef,
  by: number,
  atMs: number,
): number =>
  tx.run(insert, {
    kind: subject.kind,
    subject: subject.id,
    role,
    name: file.name,
    sha: file.sha256,
    at: atMs,
    by,
  }).id;

/** What hangs on a record and was not withdrawn, oldest first. */
export const listAttachments = (
  reader: Reader,
  subject: { readonly kind: string; readonly id: number },
): AttachmentRow[] =>
  reader.all(ofSubject, { kind: subject.kind, subject: subject.id }).map((row) => ({
    id: row.id,
    role: row.role,
    file: { sha256: row.sha256, name: row.file_name },
    atMs: row.created_at_ms,
    byName: row.by_name,
  }));

/** Withdraws an attachment of this record and role; false when there is none. It stays on record. */
export const removeAttachment = (
  tx: WriteTransaction,
  subject: { readonly kind: string; readonly id: number },
  role: string,
  id: number,
  by: number,
  atMs: number,
): boolean =>
  tx.run(remove, { id, kind: subject.kind, subject: subject.id, role, at: atMs, by }).changes === 1;

/**
 * Takes all of one role off a record without a trace in this table, those that were withdrawn before as well, for what
 * must not be kept; gives the addresses of the files.
 */
export function eraseAttachments(
  tx: WriteTransaction,
  subject: { readonly kind: string; readonly id: number },
  role: string,
): string[] {
  const which = { kind: subject.kind, subject: subject.id, role };
  const addresses = tx.all(shaOf, which).map(({ sha256 }) => sha256);
  tx.run(erase, which);
  return addresses;
}
