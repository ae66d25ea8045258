import { AppError } from '#shared/app-error.ts';
import type { Candidate, SimilarParty } from '#shared/duplicates/duplicates-contract.ts';
import type { Pair, ScanStatus } from '#shared/duplicates/merge-contract.ts';
import { bandOf, HINT_FROM, type Band } from '#shared/duplicates/similarity.ts';
import type { PartyId } from '#shared/ids.ts';
import { findSimilar } from '#db/duplicates/find-similar.ts';
import { countMerges } from '#db/duplicates/merge-queries.ts';
import {
  countPairs,
  dismissPair,
  findPair,
  listDismissedPairs,
  listOpenPairs,
  type StoredPair,
} from '#db/duplicates/pair-queries.ts';
import { retellPairs } from '#db/duplicates/pairs.ts';
import type { Database } from '#db/open-database.ts';
import type { Actor } from '../audit/actor.ts';
import { auditEntry } from '../audit/audit-entry.ts';
import type { Clock } from '../ports/clock.ts';
import { createScanJob } from './scan-job.ts';
import { shownParts } from './shown-parts.ts';
import { likenessOfTyped } from './typed-candidate.ts';

export type DuplicateService = ReturnType<typeof createDuplicateService>;

/** Never twice: hints while typing, suspected pairs, and what somebody said of them. */
export function createDuplicateService({
  db,
  clock,
  onFault = () => {},
}: {
  db: Database;
  clock: Clock;
  /** What failed in the background and was nobody's fault but ours. */
  onFault?: ((error: unknown) => void) | undefined;
}) {
  const scan = createScanJob({ db, clock }, onFault);
  const subject = (id: PartyId) => ({ kind: 'party', id });

  return {
    /** Likely duplicates of what is being typed, best first. */
    similar: (candidate: Candidate, limit: number): SimilarParty[] =>
      db.snapshot((reader) => {
        const sought = likenessOfTyped(candidate);
        return findSimilar(reader, sought, { limit, from: HINT_FROM, except: candidate.id }).map(
          ({ party, score, parts }) => ({
            id: party.partyId,
            name: party.name,
            fileNumber: party.fileNumber,
            score,
            band: bandOf(score),
            parts: shownParts(parts, party, sought),
          }),
        );
      }),

    list: (filter: {
      view: 'open' | 'dismissed';
      band: Band | null;
      offset: number;
      limit: number;
    }): { total: number; rows: Pair[]; counts: ReturnType<typeof countPairs> & { merged: number } } =>
      db.snapshot((reader) => {
        const counts = { ...countPairs(reader), merged: countMerges(reader) };
        const { view, band, offset, limit } = filter;
        const rows =
          view === 'open'
            ? listOpenPairs(reader, { band, limit, offset })
            : listDismissedPairs(reader, limit, offset);
        const total =
          view === 'dismissed'
            ? counts.dismissed
            : band === null
              ? counts.strong + counts.likely + counts.possible
              : counts[band];
        return { total, rows: rows.map(pairOf), counts };
      }),

    /** «شخصان مختلفان», on both of them. @throws AppError notFound */
    dismiss(low: PartyId, high: PartyId, reason: string, actor: Actor): void {
      db.write((tx) => {
        const atMs = clock.nowMs();
        if (!dismissPair(tx, low, high, { by: actor.id, reason, atMs }))
          throw new AppError('notFound', { kind: 'duplicate', id: low });
        tx.audit(auditEntry(actor, atMs, 'duplicates.dismissed', subject(low), { other: high, reason }));
      });
    },

    /** @throws AppError notFound */
    undoDismiss(low: PartyId, high: PartyId, actor: Actor): void {
      db.write((tx) => {
        const atMs = clock.nowMs();
        if (!dismissPair(tx, low, high, null)) throw new AppError('notFound', { kind: 'duplicate', id: low });
        // Both may have been changed while nobody compared them.
        retellPairs(tx, low, atMs);
        tx.audit(auditEntry(actor, atMs, 'duplicates.dismissUndone', subject(low), { other: high }));
      });
    },

    findPair: (low: PartyId, high: PartyId): Pair | null => {
      const found = findPair(db, low, high);
      return found === undefined ? null : pairOf(found);
    },

    scan: (actor: Actor): ScanStatus => scan.start(actor),
    cancelScan: (): ScanStatus => scan.cancel(),
    scanStatus: (): ScanStatus => scan.status(),
    scanDone: (): Promise<void> => scan.done(),
  };
}

function pairOf({ low, high, score, parts, foundAtMs, dismissed }: StoredPair): Pair {
  const [ofLow, ofHigh] = [shownParts(parts, low, high), shownParts(parts, high, low)];
  return {
    low: { id: low.partyId, name: low.name, fileNumber: low.fileNumber },
    high: { id: high.partyId, name: high.name, fileNumber: high.fileNumber },
    score,
    band: bandOf(score),
    parts: parts.map((part, index) => ({
      ...part,
      low: ofLow[index]?.value ?? '',
      high: ofHigh[index]?.value ?? '',
    })),
    foundAtMs,
    dismissed,
  };
}
