import { setImmediate as nextTurn } from 'node:timers/promises';
import { AppError } from '#shared/app-error.ts';
import type { ScanStatus } from '#shared/duplicates/merge-contract.ts';
import { scoreSimilarity, SUSPECT_FROM, type Similarity } from '#shared/duplicates/similarity.ts';
import { listCompared } from '#db/duplicates/likeness-rows.ts';
import { putPair } from '#db/duplicates/pairs.ts';
import { pairsOf, scanGroups } from '#db/duplicates/scan-groups.ts';
import type { Database } from '#db/open-database.ts';
import { queries } from '#db/statement.ts';
import type { Actor } from '../audit/actor.ts';
import { auditEntry } from '../audit/audit-entry.ts';
import type { Clock } from '../ports/clock.ts';

/** What one slice may take of the main process, ms: a key that is pressed meanwhile is answered after it. */
const SLICE_MS = 16;
/** Pairs compared, and pairs written, in one go. */
const COMPARED = 250;
const WRITTEN = 100;

const NEVER: ScanStatus = {
  running: false,
  progress: 0,
  found: 0,
  finishedAtMs: null,
  cancelled: false,
  failed: null,
};

interface Found {
  readonly one: number;
  readonly other: number;
  readonly similarity: Similarity;
}

/**
 * Looks through the whole register for suspected pairs, in slices between which the desk is answered. What was found
 * before it was cancelled, or before the power went, stays found.
 */
export function createScanJob(
  { db, clock }: { db: Database; clock: Clock },
  onFault: (error: unknown) => void,
) {
  let status: ScanStatus = NEVER;
  let stop = false;
  let running: Promise<void> = Promise.resolve();

  const write = (found: Found[]): void => {
    for (let at = 0; at < found.length; at += WRITTEN)
      db.write((tx) => {
        tx.unaudited();
        const atMs = clock.nowMs();
        for (const { one, other, similarity } of found.slice(at, at + WRITTEN))
          putPair(tx, one, other, similarity, atMs);
      });
    found.length = 0;
  };

  const run = async (actor: Actor): Promise<void> => {
    // Each party is read along four indexes, each contact point along one.
    const total = 4 * countRows(db, 'party') + countRows(db, 'contact_point');
    let read = 0;
    const found: Found[] = [];
    const waiting: (readonly [number, number])[] = [];
    let since = performance.now();
    const rest = async (): Promise<boolean> => {
      if (performance.now() - since < SLICE_MS) return true;
      if (found.length > 0) write(found);
      status = { ...status, progress: Math.min(0.99, read / Math.max(1, total)) };
      await nextTurn();
      since = performance.now();
      return !stop && db.sqlite.open;
    };
    const compare = async (all: boolean): Promise<boolean> => {
      const least = all ? 1 : COMPARED;
      while (waiting.length >= least) {
        const some = waiting.splice(0, COMPARED);
        const parties = new Map(
          listCompared(db, [...new Set(some.flat())]).map((party) => [party.partyId as number, party]),
        );
        for (const [one, other] of some) {
          const [a, b] = [parties.get(one), parties.get(other)];
          if (a === undefined || b === undefined) continue;
          const similarity = scoreSimilarity(a, b);
          if (similarity.score < SUSPECT_FROM) continue;
          found.push({ one, other, similarity });
          status = { ...status, found: status.found + 1 };
        }
        if (!(await rest())) return false;
      }
      return true;
    };
    for (const step of scanGroups(db)) {
      read += step.read;
      for (const group of step.groups) for (const pair of pairsOf(group)) waiting.push(pair);
      if (!(await compare(false)) || !(await rest())) break;
    }
    if (!stop && db.sqlite.open) await compare(true);
    if (!db.sqlite.open) return;
    write(found);
    status = { ...status, running: false, progress: 1, finishedAtMs: clock.nowMs(), cancelled: stop };
    db.write((tx) => {
      tx.audit(
        auditEntry(
          actor,
          clock.nowMs(),
          'duplicates.scanned',
          { kind: 'installation', id: 1 },
          {
            found: status.found,
            cancelled: stop,
          },
        ),
      );
    });
  };

  return {
    status: (): ScanStatus => status,

    /** A second start while one is under way joins it. */
    start(actor: Actor): ScanStatus {
      if (status.running) return status;
      stop = false;
      status = { ...NEVER, running: true };
      running = run(actor).catch((error: unknown) => {
        status = { ...status, running: false, cancelled: true };
        // The database was closed under it: the office is being left.
        if (!db.sqlite.open) return;
        // Nobody awaits it: what it threw is said where it was started, and a fault of ours is logged.
        status = { ...status, failed: error instanceof AppError ? error.code : 'internal' };
        if (!(error instanceof AppError)) onFault(error);
      });
      return status;
    },

    cancel(): ScanStatus {
      stop = true;
      return status;
    },

    /** For those who wait for its end: tests and the command line. */
    done: (): Promise<void> => running,
  };
}

const countRows = (db: Database, table: 'party' | 'contact_point'): number =>
  db.first(queries.selectFrom(table).select((eb) => eb.fn.countAll<number>().as('n')))?.n ?? 0;
