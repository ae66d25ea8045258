import { queries, statement } from '../statement.ts';
import type { Reader } from '../transaction.ts';

const latest = statement<{ limit: number }>()((param) =>
  queries
    .selectFrom('audit_log')
    .select(['actor_id', 'subject_kind', 'subject_id'])
    .orderBy('seq', 'desc')
    .limit(param('limit')),
);

/** How far back the log is looked through: recents are of today and yesterday, not a history. */
const LOOK_BACK = 500;

export interface Recent {
  readonly kind: 'party' | 'request';
  readonly id: number;
}

/** Parties and requests that a member of staff looked at or worked on last, latest first, each once. */
export function listRecentSubjects(reader: Reader, staffId: number, most: number): Recent[] {
  const recents = new Map<string, Recent>();
  for (const row of reader.all(latest, { limit: LOOK_BACK })) {
    if (recents.size >= most) break;
    if (row.actor_id !== staffId || row.subject_id === null) continue;
    if (row.subject_kind !== 'party' && row.subject_kind !== 'request') continue;
    const key = `${row.subject_kind}:${row.subject_id}`;
    if (!recents.has(key)) recents.set(key, { kind: row.subject_kind, id: row.subject_id });
  }
  return [...recents.values()];
}
