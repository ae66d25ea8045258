import type { Likeness } from '#shared/duplicates/likeness.ts';
import { BAND_FROM, scoreSimilarity, type SimilarityPart } from '#shared/duplicates/similarity.ts';
import type { PartyId } from '#shared/ids.ts';
import type { IdKind } from '#shared/parties/party.ts';
import { type ComparedParty, listCompared } from '../duplicates/likeness-rows.ts';
import { rawStatement } from '../duplicates/raw-statement.ts';
import { findIdentifierHolder } from '../parties/party-queries.ts';
import type { Reader } from '../transaction.ts';

/**
 * Whether the rows of a list are in the register already, thousands at a time. Gathered by the two ways in that cost one
 * look-up each (a telephone, the whole name); what only resembles is for the duplicate desk, which has the time.
 */
export const LIKELY_FROM = BAND_FROM.likely;

interface Id {
  id: number;
}
const byPhones = rawStatement<{ values: string }, Id>(
  `SELECT c.party_id AS id FROM json_each(?) e CROSS JOIN contact_point c ON c.value = e.value LIMIT 20`,
  ['values'],
);
const byNameKey = rawStatement<{ key: string }, Id>('SELECT id FROM party WHERE name_key = ? LIMIT 20', [
  'key',
]);

/** Who bears this identity number, however often they were merged. */
export const holderOf = (reader: Reader, kind: IdKind, number: string): PartyId | null =>
  kind === 'none' ? null : (findIdentifierHolder(reader, kind, number)?.id ?? null);

export interface LikelyParty {
  readonly party: ComparedParty;
  readonly score: number;
  readonly parts: readonly SimilarityPart[];
}

/** Of each, the record of the register that is most likely the same person; null where none is likely enough. */
export function likelyParties(reader: Reader, sought: readonly Likeness[]): (LikelyParty | null)[] {
  const gathered = sought.map((one) => {
    const ids = new Set<number>();
    if (one.phones.length > 0)
      for (const { id } of reader.all(byPhones, {
        values: JSON.stringify(one.phones.map(({ value }) => value)),
      }))
        ids.add(id);
    if (one.words.length > 1)
      for (const { id } of reader.all(byNameKey, { key: one.words.join(' ') })) ids.add(id);
    return ids;
  });
  const all = new Set(gathered.flatMap((ids) => [...ids]));
  const parties = new Map(listCompared(reader, [...all]).map((party) => [Number(party.partyId), party]));
  return sought.map((one, index) => {
    let best: LikelyParty | null = null;
    for (const id of gathered[index] ?? []) {
      const party = parties.get(id);
      if (party === undefined) continue;
      const { score, parts } = scoreSimilarity(one, party);
      if (score >= LIKELY_FROM && score > (best?.score ?? 0)) best = { party, score, parts };
    }
    return best;
  });
}

/** Records by their ids, as they are shown beside a row. */
export const comparedParties = (reader: Reader, ids: readonly number[]): Map<number, ComparedParty> =>
  new Map(listCompared(reader, ids).map((party) => [Number(party.partyId), party]));
