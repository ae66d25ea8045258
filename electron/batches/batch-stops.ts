import type { BatchId } from '#shared/ids.ts';
import { type BatchProgress, batchProgressSchema } from '#shared/batches/batch.ts';
import { findLatestOf } from '#db/audit/audit-queries.ts';
import type { Database } from '#db/open-database.ts';
import type { Reader } from '#db/transaction.ts';
import { auditEntry } from '../audit/audit-entry.ts';
import type { Clock } from '../ports/clock.ts';
import type { StopRecord } from './batch-runner.ts';

/** The log keeps them: a stop is an act that somebody will ask about, and needs no column beside it. */
const STOPPED = 'batch.stopped';
const RESUMED = 'batch.resumed';

const latest = (reader: Reader, id: BatchId) => findLatestOf(reader, 'batch', id, [STOPPED, RESUMED]);

/** What stopped the latest act on a batch, whenever that was; null when none was, or another has begun since. */
export function stoppedOf(reader: Reader, batchId: BatchId): BatchProgress | null {
  const event = latest(reader, batchId);
  if (event?.action !== STOPPED) return null;
  const { act, done, total, leftOut, why, facts } = event.details;
  const read = batchProgressSchema.safeParse({
    batchId,
    state: 'stopped',
    act,
    done,
    total,
    leftOut,
    stopped: { why, details: JSON.parse(typeof facts === 'string' ? facts : '{}') },
  });
  return read.success ? read.data : null;
}

export function createStopRecord({ db, clock }: { db: Database; clock: Clock }): StopRecord {
  const write = (
    action: string,
    id: BatchId,
    actor: Parameters<StopRecord['begun']>[1],
    details: Parameters<typeof auditEntry>[4],
  ): void =>
    db.write((tx) => {
      tx.audit(auditEntry(actor, clock.nowMs(), action, { kind: 'batch', id }, details));
    });
  return {
    begun: (id, actor) => {
      if (latest(db, id)?.action === STOPPED) write(RESUMED, id, actor, {});
    },
    stopped: ({ batchId, act, done, total, leftOut, stopped }, actor) =>
      write(STOPPED, batchId, actor, {
        act,
        done,
        total,
        leftOut,
        why: stopped?.why ?? 'internal',
        facts: JSON.stringify(stopped?.details ?? {}),
      }),
  };
}
