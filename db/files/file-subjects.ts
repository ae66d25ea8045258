import { queries, statement } from '../statement.ts';
import type { Reader } from '../transaction.ts';

const attached = statement<{ sha: string }>()((param) =>
  queries
    .selectFrom('attachment')
    .select(['subject_kind', 'subject_id', 'name', 'removed_at_ms'])
    .where('sha256', '=', param('sha'))
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
  queries
    .selectFrom('document_signature as s')
    .innerJoin('sealed_document as d', 'd.id', 's.document_id')
    .select(['d.id', 'd.kind', 's.mode'])
    .where('s.file_sha256', '=', param('sha')),
);
const ofSession = statement<{ sha: string }>()((param) =>
  queries.selectFrom('committee_session').select('id').where('paper_sha256', '=', param('sha')),
);
const provingNotice = statement<{ sha: string }>()((param) =>
  queries
    .selectFrom('decision_notice as n')
    .innerJoin('decision as d', 'd.id', 'n.decision_id')
    .select('d.request_id')
    .where('n.proof_sha256', '=', param('sha')),
);
const appealed = statement<{ sha: string }>()((param) =>
  queries.selectFrom('appeal').select('request_id').where('paper_sha256', '=', param('sha')),
);
const appealAnswered = statement<{ sha: string }>()((param) =>
  queries.selectFrom('appeal').select('request_id').where('answer_sha256', '=', param('sha')),
);

/** A record that a file hangs on, as the log names it. */
export interface FileSubject {
  readonly kind: string;
  readonly id: number;
}

/** A record that a file hangs on or hung on: who may see the record may see the file. */
export interface FileHolder extends FileSubject {
  /** The scan of a sheet on which identity and IBAN stand whole. */
  readonly bearsIdentity: boolean;
  /** Taken off again. */
  readonly removed: boolean;
}

/** Every record that a file hangs on or hung on. */
export function listFileHolders(reader: Reader, sha256: string): FileHolder[] {
  const holders: FileHolder[] = [];
  const sha = { sha: sha256 };
  const add = (kind: string, id: number, more: Partial<FileHolder> = {}): void => {
    holders.push({ kind, id, bearsIdentity: false, removed: false, ...more });
  };
  for (const row of reader.all(attached, sha))
    add(row.subject_kind, row.subject_id, { removed: row.removed_at_ms !== null });
  for (const row of reader.all(signed, sha)) add('letter', row.letter_id);
  for (const row of reader.all(delivered, sha)) add('letter', row.letter_id);
  for (const row of reader.all(answered, sha)) add('referral', row.id);
  for (const row of reader.all(studied, sha)) add('socialResearch', row.id);
  for (const row of reader.all(onSealed, sha))
    add('sealedDocument', row.id, {
      // What is drawn on the screen is a name alone; a thumb comes back as the sheet it was given on.
      bearsIdentity: row.kind === 'attestation' && row.mode !== 'screen',
    });
  for (const row of reader.all(ofSession, sha)) add('committeeSession', row.id);
  for (const asked of [provingNotice, appealed, appealAnswered])
    for (const row of reader.all(asked, sha)) add('request', row.request_id);
  return holders;
}

/** Every record that a file hangs on, each once: who looks at the file has looked at them. */
export function listFileSubjects(reader: Reader, sha256: string): FileSubject[] {
  const subjects = new Map<string, FileSubject>();
  for (const { kind, id, removed } of listFileHolders(reader, sha256))
    if (!removed) subjects.set(`${kind}:${id}`, { kind, id });
  return [...subjects.values()];
}
