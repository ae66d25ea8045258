import type { PartyId } from '#shared/ids.ts';
import type { PartyPage } from '#shared/parties/profile.ts';
import { queries, statement } from '../statement.ts';
import type { Reader } from '../transaction.ts';

const side = (own: 'low_id' | 'high_id', other: 'low_id' | 'high_id') =>
  statement<{ id: number }>()((param) =>
    queries
      .selectFrom('duplicate_pair')
      .innerJoin('party', 'party.id', `duplicate_pair.${other}`)
      .select(['low_id', 'high_id', 'score', 'party.name as other_name'])
      .where(`duplicate_pair.${own}`, '=', param('id'))
      .where('dismissed_at_ms', 'is', null)
      .where('party.merged_into', 'is', null)
      .orderBy('score', 'desc')
      .limit(1),
  );
const lowPair = side('low_id', 'high_id');
const highPair = side('high_id', 'low_id');

/** The likeliest open pair of the duplicate desk that somebody is in; null where there is none. */
export function findOpenPair(reader: Reader, id: PartyId): PartyPage['duplicate'] {
  const pairs = [reader.get(lowPair, { id }), reader.get(highPair, { id })].filter(
    (pair) => pair !== undefined,
  );
  const best = pairs.toSorted((one, other) => other.score - one.score).at(0);
  return best === undefined
    ? null
    : {
        lowId: best.low_id as PartyId,
        highId: best.high_id as PartyId,
        otherName: best.other_name,
        score: best.score,
      };
}
