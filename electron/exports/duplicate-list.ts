import { z } from 'zod';
import { BANDS, bandOf } from '#shared/duplicates/similarity.ts';
import { duplicates } from '#shared/locales/ar/duplicates.ts';
import { slicePairs } from '#db/duplicates/pair-export.ts';
import { countPairs, type StoredPair } from '#db/duplicates/pair-queries.ts';
import { defineExportList } from './export-list.ts';

const filter = z.object({ band: z.enum(BANDS).nullable().default(null) });

/** Suspected pairs, to be looked through on paper: both files, and why, in words. */
export const duplicateList = defineExportList<z.output<typeof filter>, StoredPair>({
  filter,
  columns: [
    { key: 'score', kind: 'count', sensitivity: 'plain', value: (row) => row.score },
    {
      key: 'likelihood',
      kind: 'text',
      sensitivity: 'plain',
      value: (row) => duplicates.band[bandOf(row.score)],
    },
    { key: 'firstFile', kind: 'text', sensitivity: 'name', width: 32, value: (row) => row.low.name },
    { key: 'fileNumber', kind: 'id', sensitivity: 'plain', value: (row) => row.low.fileNumber },
    { key: 'secondFile', kind: 'text', sensitivity: 'name', width: 32, value: (row) => row.high.name },
    { key: 'secondFileNumber', kind: 'id', sensitivity: 'plain', value: (row) => row.high.fileNumber },
    {
      key: 'why',
      kind: 'text',
      sensitivity: 'plain',
      width: 60,
      value: (row) =>
        row.parts
          .filter(({ verdict, weight }) => verdict !== 'missing' && weight !== 0)
          .map(({ how }) => duplicates.how[how])
          .join('، '),
    },
    { key: 'found', kind: 'moment', sensitivity: 'plain', value: (row) => row.foundAtMs },
  ],
  count: (reader, { band }) => {
    const { strong, likely, possible } = countPairs(reader);
    const counts = { strong, likely, possible };
    return { rows: band === null ? strong + likely + possible : counts[band], more: false };
  },
  slice: (reader, { band }, after, limit) => {
    const [score, low, high] = after ?? [];
    const place = after === null ? null : { score: Number(score), low: Number(low), high: Number(high) };
    const { pairs, next } = slicePairs(reader, band, place, limit);
    return { rows: pairs, next: next === null ? null : [next.score, next.low, next.high] };
  },
});
