import type { Datum, DatumStanding } from '#shared/documents/matching.ts';
import { queries, statement } from '../statement.ts';
import type { Reader, WriteTransaction } from '../transaction.ts';
import type { DatumValue } from './datum-values.ts';

const ofParty = statement<{ party: number }>()((param) =>
  queries
    .selectFrom('datum_match')
    .innerJoin('staff', 'staff.id', 'datum_match.matched_by')
    .select([
      'datum_match.datum',
      'datum_match.value_sha256',
      'datum_match.against',
      'datum_match.matched_at_ms',
      'staff.name as by_name',
    ])
    .where('datum_match.party_id', '=', param('party'))
    .where('datum_match.withdrawn_at_ms', 'is', null)
    .orderBy('datum_match.id'),
);
const insert = statement<{
  party: number;
  datum: string;
  sha: string;
  against: string;
  by: number;
  at: number;
}>()((param) =>
  queries.insertInto('datum_match').values({
    party_id: param('party'),
    datum: param('datum'),
    value_sha256: param('sha'),
    against: param('against'),
    matched_by: param('by'),
    matched_at_ms: param('at'),
  }),
);
const withdraw = statement<{ party: number; datum: string; by: number; at: number }>()((param) =>
  queries
    .updateTable('datum_match')
    .set({ withdrawn_at_ms: param('at'), withdrawn_by: param('by') })
    .where('party_id', '=', param('party'))
    .where('datum', '=', param('datum'))
    .where('withdrawn_at_ms', 'is', null),
);

/** How each datum stands: the latest match of this very value, else one of an earlier value, which is stale. */
export function datumStandings(
  reader: Reader,
  partyId: number,
  values: readonly DatumValue[],
): DatumStanding[] {
  const matches = reader.all(ofParty, { party: partyId });
  return values.map(({ datum, sha256 }) => {
    const own = matches.filter((one) => one.datum === datum);
    const match = own.findLast((one) => one.value_sha256 === sha256) ?? own.at(-1);
    if (match === undefined)
      return { datum, state: 'unmatched', against: '', matchedAtMs: null, matchedByName: null };
    return {
      datum,
      state: match.value_sha256 === sha256 ? 'matched' : 'stale',
      against: match.against,
      matchedAtMs: match.matched_at_ms,
      matchedByName: match.by_name,
    };
  });
}

export const insertMatch = (
  tx: WriteTransaction,
  partyId: number,
  { datum, sha256 }: Pick<DatumValue, 'datum' | 'sha256'>,
  against: string,
  by: number,
  atMs: number,
): void => {
  tx.run(insert, { party: partyId, datum, sha: sha256, against, by, at: atMs });
};

/** Every match of the datum is withdrawn and stays on record; false when there was none. */
export const withdrawMatches = (
  tx: WriteTransaction,
  partyId: number,
  datum: Datum,
  by: number,
  atMs: number,
): boolean => tx.run(withdraw, { party: partyId, datum, by, at: atMs }).changes > 0;
