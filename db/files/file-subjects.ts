import { queries, statement } from '../statement.ts';
import type { Reader } from '../transaction.ts';

const attached = statement<{ sha: string }>()((param) =>
  queries
    .selectFrom('attachment')
    .select(['subject_kind', 'subject_id', 'name'])
    .where('sha256', '=', param('sha'))
    .where('removed_at_ms', 'is', null)
    .orderBy('id', 'desc'),
);
const signed = statement<{ sha: string }>()((param) =>
  queries.selectFrom('letter_signing').select('letter_id').where('scan_sha256', '=', param('sha')),
);
const delivered = statement<{ sha: string }>()((param) =>
  queries.selectFrom('letter_delivery').select('letter_id').where('signature_sha256', '=', param('sha')),
);
const answered = statement<{ sha: string }>()((param) =>
  queries.selectFrom('referral').select('id').where('paper_sha256', '=', param('sha')),
);
const studied = statement<{ sha: string }>()((param) =>
  queries.selectFrom('social_research').select('id').where('paper_sha256', '=', param('sha')),
);
const onSealed = statement<{ sha: string }>()((param) =>
  queries.selectFrom('document_signature').select('document_id').where('file_sha256', '=', param('sha')),
);

/** A record that a file hangs on, as the log names it. */
export interface FileSubject {
  readonly kind: string;
  readonly id: number;
}

/** Every record that a file hangs on, each once: who looks at the file has looked at them. */
export function listFileSubjects(reader: Reader, sha256: string): FileSubject[] {
  const subjects = new Map<string, FileSubject>();
  const add = (kind: string, id: number): void => {
    subjects.set(`${kind}:${id}`, { kind, id });
  };
  for (const row of reader.all(attached, { sha: sha256 })) add(row.subject_kind, row.subject_id);
  for (const row of reader.all(signed, { sha: sha256 })) add('letter', row.letter_id);
  for (const row of reader.all(delivered, { sha: sha256 })) add('letter', row.letter_id);
  for (const row of reader.all(answered, { sha: sha256 })) add('referral', row.id);
  for (const row of reader.all(studied, { sha: sha256 })) add('socialResearch', row.id);
  for (const row of reader.all(onSealed, { sha: sha256 })) add('sealedDocument', row.document_id);
  return [...subjects.values()];
}
