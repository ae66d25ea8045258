import type { AuditEvent } from '#shared/audit/audit-contract.ts';
import { queries, statement } from '../statement.ts';
import type { Reader, WriteTransaction } from '../transaction.ts';
import type { AuditEntry } from './audit-chain.ts';

/** Newest first. */
export function listAuditEvents(reader: Reader, beforeSeq: number | null, limit: number): AuditEvent[] {
  const rows = reader.list(
    queries
      .selectFrom('audit_log')
      .selectAll()
      .$if(beforeSeq !== null, (query) => query.where('seq', '<', beforeSeq ?? 0))
      .orderBy('seq', 'desc')
      .limit(limit),
  );
  return rows.map((row) => ({
    seq: row.seq,
    atMs: row.at_ms,
    actorName: row.actor_name,
    action: row.action,
    subjectKind: row.subject_kind,
    subjectId: row.subject_id,
    details: JSON.parse(row.details_json) as Record<string, unknown>,
  }));
}

const latestOfSubject = statement<{ kind: string; id: number | null }>()((param) =>
  queries
    .selectFrom('audit_log')
    .select(['at_ms', 'actor_id', 'action'])
    .where('subject_kind', '=', param('kind'))
    .where('subject_id', 'is', param('id'))
    .orderBy('seq', 'desc')
    .limit(1),
);

/** The latest event of a subject that is one of these. */
export function findLatestOf(
  reader: Reader,
  subjectKind: string,
  subjectId: number,
  actions: readonly string[],
): { readonly action: string; readonly details: Record<string, unknown> } | undefined {
  const row = reader.first(
    queries
      .selectFrom('audit_log')
      .select(['action', 'details_json'])
      .where('subject_kind', '=', subjectKind)
      .where('subject_id', '=', subjectId)
      .where('action', 'in', actions)
      .orderBy('seq', 'desc')
      .limit(1),
  );
  return row && { action: row.action, details: JSON.parse(row.details_json) as Record<string, unknown> };
}

/** Typing that saves itself, a page that is refetched: a quarter of an hour of it is one act, logged once. */
export const REPEAT_SPAN_MS = 15 * 60_000;

/** Logs what repeats itself, unless the subject's latest event is this person's same act within the span. */
export function auditRepeated(tx: WriteTransaction, entry: AuditEntry): void {
  const latest = tx.get(latestOfSubject, { kind: entry.subjectKind, id: entry.subjectId });
  const same =
    latest !== undefined &&
    latest.action === entry.action &&
    latest.actor_id === entry.actorId &&
    Math.abs(entry.atMs - latest.at_ms) < REPEAT_SPAN_MS;
  if (same) tx.unaudited();
  else tx.audit(entry);
}

const eventsOf = statement<{ action: string; kind: string }>()((param) =>
  queries
    .selectFrom('audit_log')
    .select(['subject_id', 'actor_id', 'at_ms', 'details_json', 'hash'])
    .where('action', '=', param('action'))
    .where('subject_kind', '=', param('kind'))
    .orderBy('seq'),
);

/** Every event of one action, oldest first: what verification holds letters against. */
export const listEventsOf = (
  reader: Reader,
  subjectKind: string,
  action: string,
): {
  subjectId: number | null;
  actorId: number | null;
  atMs: number;
  details: Record<string, unknown>;
  hash: string;
}[] =>
  reader.all(eventsOf, { action, kind: subjectKind }).map((row) => ({
    subjectId: row.subject_id,
    actorId: row.actor_id,
    atMs: row.at_ms,
    details: JSON.parse(row.details_json) as Record<string, unknown>,
    hash: row.hash,
  }));

/** One event, with its action: where several actions tell one life. */
export interface LoggedEvent {
  readonly seq: number;
  readonly action: string;
  readonly subjectKind: string;
  readonly subjectId: number | null;
  readonly actorId: number | null;
  readonly atMs: number;
  readonly details: Readonly<Record<string, unknown>>;
}

/** Every event of some actions, oldest first; of one kind of subject, or (null) of any. */
export const listEventsOfActions = (
  reader: Reader,
  subjectKind: string | null,
  actions: readonly string[],
): LoggedEvent[] =>
  reader
    .list(
      queries
        .selectFrom('audit_log')
        .select(['seq', 'action', 'subject_kind', 'subject_id', 'actor_id', 'at_ms', 'details_json'])
        .where('action', 'in', [...actions])
        .$if(subjectKind !== null, (query) => query.where('subject_kind', '=', subjectKind ?? ''))
        .orderBy('seq'),
    )
    .map((row) => ({
      seq: row.seq,
      action: row.action,
      subjectKind: row.subject_kind,
      subjectId: row.subject_id,
      actorId: row.actor_id,
      atMs: row.at_ms,
      details: JSON.parse(row.details_json) as Record<string, unknown>,
    }));
