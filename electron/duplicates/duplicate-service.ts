import type { Candidate, SimilarParty } from '#shared/duplicates/duplicates-contract.ts';
import { bandOf, HINT_FROM } from '#shared/duplicates/similarity.ts';
import { findSimilar } from '#db/duplicates/find-similar.ts';
import type { Database } from '#db/open-database.ts';
import type { Clock } from '../ports/clock.ts';
import { likenessOfTyped } from './typed-candidate.ts';
import { shownParts } from './shown-parts.ts';

export type DuplicateService = ReturnType<typeof createDuplicateService>;

/** Never twice (issue 4, number 5). */
export function createDuplicateService({ db }: { db: Database; clock: Clock }) {
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
  };
}
