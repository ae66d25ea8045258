import { likenessOf, type Likeness } from '#shared/duplicates/likeness.ts';
import { scoreSimilarity, type SimilarityPart } from '#shared/duplicates/similarity.ts';
import { maskIdentifier } from '#shared/identifiers/mask.ts';
import type { RowMatch } from '#shared/imports/import.ts';
import type { PartyRecord } from '#shared/parties/party-record.ts';
import type { ComparedParty } from '#db/duplicates/likeness-rows.ts';
import { comparedParties, holderOf, LIKELY_FROM, likelyParties } from '#db/imports/register-matches.ts';
import type { Reader } from '#db/transaction.ts';

export interface SoughtRow {
  /** As Excel counts. */
  readonly row: number;
  readonly record: PartyRecord;
}

/** Rows compared at a time: the register's side of them is read by three statements. */
const SLICE = 500;
/** Rows of one name or telephone that are compared with each other at most. */
const MOST_ALIKE = 20;

export const likenessOfRecord = (record: PartyRecord): Likeness =>
  likenessOf({
    ...record,
    aliases: record.aliases,
    phones: record.contactPoints.map(({ value, owner }) => ({ value, own: owner === '' })),
  });

/**
 * Whom each row meets: by its identity number first, in the file and in the register, then by likeness. `step` is told
 * how many are done, and may throw to end it.
 */
export function findMatches(
  reader: Reader,
  rows: readonly SoughtRow[],
  step: (done: number) => void,
): Map<number, RowMatch> {
  const matches = new Map<number, RowMatch>();
  const file = createFileIndex();
  for (let from = 0; from < rows.length; from += SLICE) {
    step(from);
    const slice = rows
      .slice(from, from + SLICE)
      .map((one) => ({ ...one, likeness: likenessOfRecord(one.record) }));
    const open: typeof slice = [];
    const held = new Map<number, number>();
    for (const one of slice) {
      const { idKind, idNumber } = one.record;
      const inFile = idKind === 'none' ? null : file.sameId(`${idKind} ${idNumber}`, one);
      if (inFile !== null) {
        matches.set(one.row, matchOfRow('sameIdInFile', inFile, 100, []));
        continue;
      }
      const holder = holderOf(reader, idKind, idNumber);
      if (holder === null) open.push(one);
      else held.set(one.row, holder);
    }
    const shown = comparedParties(reader, [...new Set(held.values())]);
    for (const one of slice) {
      const party = shown.get(held.get(one.row) ?? 0);
      if (party !== undefined)
        matches.set(one.row, matchOfParty('sameId', party, scoreSimilarity(one.likeness, party)));
    }
    const likely = likelyParties(
      reader,
      open.map(({ likeness }) => likeness),
    );
    open.forEach((one, index) => {
      const found = likely[index] ?? null;
      const alike = file.alike(one);
      if (found !== null && found.score >= (alike?.score ?? 0))
        matches.set(one.row, matchOfParty('likely', found.party, found));
      else if (alike !== null)
        matches.set(one.row, matchOfRow('likelyInFile', alike.row, alike.score, alike.parts));
    });
  }
  return matches;
}

type Indexed = SoughtRow & { readonly likeness: Likeness };

/** The rows of the file so far, by what two rows of one person share. */
function createFileIndex() {
  const ids = new Map<string, Indexed>();
  const alike = new Map<string, Indexed[]>();
  const keysOf = ({ likeness }: Indexed): string[] => [
    ...(likeness.words.length > 1 ? [likeness.words.join(' ')] : []),
    ...likeness.phones.map(({ value }) => value),
  ];
  return {
    sameId: (key: string, row: Indexed): Indexed | null => {
      const earlier = ids.get(key);
      if (earlier === undefined) ids.set(key, row);
      return earlier ?? null;
    },
    /** The earlier row that is most likely the same person; the row itself is remembered for later ones. */
    alike: (row: Indexed): { row: Indexed; score: number; parts: readonly SimilarityPart[] } | null => {
      let best: { row: Indexed; score: number; parts: readonly SimilarityPart[] } | null = null;
      for (const key of keysOf(row)) {
        const earlier = alike.get(key) ?? [];
        for (const other of earlier) {
          if (other === row) continue;
          const { score, parts } = scoreSimilarity(row.likeness, other.likeness);
          if (score >= LIKELY_FROM && score > (best?.score ?? 0)) best = { row: other, score, parts };
        }
        if (earlier.length < MOST_ALIKE) alike.set(key, [...earlier, row]);
      }
      return best;
    },
  };
}

const verdicts = (parts: readonly SimilarityPart[]): Pick<RowMatch, 'same' | 'different'> => ({
  same: parts.filter(({ verdict }) => verdict === 'same' || verdict === 'close').map(({ field }) => field),
  different: parts.filter(({ verdict }) => verdict === 'different').map(({ field }) => field),
});

const matchOfParty = (
  kind: 'sameId' | 'likely',
  party: ComparedParty,
  { score, parts }: { readonly score: number; readonly parts: readonly SimilarityPart[] },
): RowMatch => ({
  kind,
  partyId: party.partyId,
  row: null,
  name: party.name,
  fileNumber: party.fileNumber,
  idNumber: maskIdentifier(party.id?.number ?? ''),
  mobile: party.phones[0]?.value ?? '',
  village: party.shown.village,
  score,
  ...verdicts(parts),
});

const matchOfRow = (
  kind: 'sameIdInFile' | 'likelyInFile',
  { row, record }: SoughtRow,
  score: number,
  parts: readonly SimilarityPart[],
): RowMatch => ({
  kind,
  partyId: null,
  row,
  name: record.name,
  fileNumber: null,
  idNumber: maskIdentifier(record.idNumber),
  mobile: record.contactPoints[0]?.value ?? '',
  village: record.village,
  score,
  ...verdicts(parts),
});
