import { createHash } from 'node:crypto';
import type { Reader, WriteTransaction } from '../transaction.ts';
import { queries, statement } from '../statement.ts';
import { canonicalJson, type CanonicalValue } from './canonical-json.ts';

/** What happened, who did it, to what. Details hold facts and hashes, never a password, a key or a whole record. */
export interface AuditEntry {
  /** Epoch ms of the desk's clock. */
  readonly atMs: number;
  /** Null before anybody has signed in. */
  readonly actorId: number | null;
  readonly actorName: string;
  /** `letter.issued`: what was done, in the past. */
  readonly action: string;
  readonly subjectKind: string;
  readonly subjectId: number | null;
  readonly details?: Readonly<Record<string, CanonicalValue>>;
}

/** How far the log reaches: anchored in every backup's manifest and in every letter's chain. */
export interface AuditHead {
  readonly count: number;
  /** SHA-256 of the last event, 64 lower-case hex digits. */
  readonly hash: string;
}

/** The hash before the first event. */
export const AUDIT_GENESIS = createHash('sha256').update('wisam audit log').digest('hex');

export interface AuditRow {
  seq: number;
  at_ms: number;
  actor_id: number | null;
  actor_name: string;
  action: string;
  subject_kind: string;
  subject_id: number | null;
  details_json: string;
  hash: string;
}

/** SHA-256 over the previous hash and the canonical JSON of the event, one line each. */
export const auditHash = (previous: string, row: Omit<AuditRow, 'hash'>): string =>
  createHash('sha256')
    .update(
      `${previous}\n${canonicalJson({
        seq: row.seq,
        atMs: row.at_ms,
        actorId: row.actor_id,
        actorName: row.actor_name,
        action: row.action,
        subjectKind: row.subject_kind,
        subjectId: row.subject_id,
        details: row.details_json,
      })}`,
    )
    .digest('hex');

const readHead = statement()(() =>
  queries.selectFrom('audit_head').select(['count', 'hash', 'high_water_ms']),
);

const insertEvent = statement<Record<keyof AuditRow, string | number | null>>()((param) =>
  queries.insertInto('audit_log').values({
    seq: param('seq') as number,
    at_ms: param('at_ms') as number,
    actor_id: param('actor_id') as number | null,
    actor_name: param('actor_name') as string,
    action: param('action') as string,
    subject_kind: param('subject_kind') as string,
    subject_id: param('subject_id') as number | null,
    details_json: param('details_json') as string,
    hash: param('hash') as string,
  }),
);

const moveHead = statement<{ count: number; hash: string; high_water_ms: number }>()((param) =>
  queries
    .updateTable('audit_head')
    .set({ count: param('count'), hash: param('hash'), high_water_ms: param('high_water_ms') }),
);

/** Action of the event by which a person confirms the clock: it alone lowers the high-water mark, or lets it leap. */
export const CLOCK_CONFIRMED = 'clock.confirmed';

/** How far the clock may run ahead of the mark before a person is asked: an office closes for a feast, not for longer. */
export const CLOCK_JUMP_MS = 14 * 86_400_000;

/** Appends one event to the chain. Reached through `WriteTransaction.audit`. */
export function appendAudit(tx: WriteTransaction, entry: AuditEntry): AuditHead {
  const head = tx.get(readHead, {});
  if (head === undefined) throw new Error('the audit log has no head');
  const row = {
    seq: head.count + 1,
    at_ms: entry.atMs,
    actor_id: entry.actorId,
    actor_name: entry.actorName,
    action: entry.action,
    subject_kind: entry.subjectKind,
    subject_id: entry.subjectId,
    details_json: canonicalJson(entry.details ?? {}),
  };
  const hash = auditHash(head.hash, row);
  tx.run(insertEvent, { ...row, hash });
  // The mark stands at the latest time ever logged, not at the last event's: a view logged by a clock that fell back
  // would otherwise hide the fall from the guard of the next number.
  // Nor does what a clock logs that leapt years ahead: the leap would then look like the last event's hour.
  const leaps = head.count > 0 && entry.atMs - head.high_water_ms > CLOCK_JUMP_MS;
  const highWater =
    entry.action === CLOCK_CONFIRMED
      ? entry.atMs
      : leaps
        ? head.high_water_ms
        : Math.max(head.high_water_ms, entry.atMs);
  tx.run(moveHead, { count: row.seq, hash, high_water_ms: highWater });
  return { count: row.seq, hash };
}

/** The head and the latest time ever logged (epoch ms). */
export function auditHead(reader: Reader): AuditHead & { readonly highWaterMs: number } {
  const head = reader.get(readHead, {});
  if (head === undefined) throw new Error('the audit log has no head');
  return { count: head.count, hash: head.hash, highWaterMs: head.high_water_ms };
}

const page = statement<{ after: number }>()((param) =>
  queries.selectFrom('audit_log').selectAll().where('seq', '>', param('after')).orderBy('seq').limit(5000),
);

export interface AuditCheck extends AuditHead {
  /** `audit.<what>:<seq>`, or null when the chain holds from the first event to the head. */
  readonly fault: string | null;
}

/** Walks the whole chain, in pages so that a million events need little memory. */
export function checkAuditChain(reader: Reader): AuditCheck {
  let previous = AUDIT_GENESIS;
  let count = 0;
  for (;;) {
    const rows = reader.all(page, { after: count });
    for (const row of rows) {
      if (row.seq !== count + 1) return { count, hash: previous, fault: `audit.missing:${count + 1}` };
      if (auditHash(previous, row) !== row.hash)
        return { count, hash: previous, fault: `audit.altered:${row.seq}` };
      previous = row.hash;
      count = row.seq;
    }
    if (rows.length === 0) break;
  }
  const head = auditHead(reader);
  if (head.count !== count) return { count, hash: previous, fault: `audit.cut:${count + 1}` };
  if (head.hash !== previous) return { count, hash: previous, fault: `audit.head:${count}` };
  return { count, hash: previous, fault: null };
}
