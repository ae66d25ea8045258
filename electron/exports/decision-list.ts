import { z } from 'zod';
import { committee } from '#shared/locales/ar/committee.ts';
import { countDecisions, type DecisionExportRow, sliceDecisions } from '#db/exports/decision-export.ts';
import { yearNumber } from '#db/registers/register-counter.ts';
import { defineExportList } from './export-list.ts';

const filter = z.object({});

const numbered = (year: number | null, number: number | null): string | null =>
  year === null || number === null ? null : yearNumber(year, number);
const KINDS: Readonly<Record<string, string>> = committee.kind;

/** قرارات لجنة البحث (S.5), with the clause and the reason they stand on. Why somebody was refused tells how they live. */
export const decisionList = defineExportList<z.output<typeof filter>, DecisionExportRow>({
  filter,
  columns: [
    { key: 'decidedOn', kind: 'day', sensitivity: 'plain', value: (row) => row.decided_on },
    {
      key: 'session',
      kind: 'id',
      sensitivity: 'plain',
      width: 12,
      value: (row) =>
        row.session_year === null || row.session_number === null
          ? null
          : `${row.session_number}/${row.session_year}`,
    },
    {
      key: 'requestNumber',
      kind: 'id',
      sensitivity: 'plain',
      width: 13,
      value: (row) => numbered(row.number_year, row.number),
    },
    { key: 'party', kind: 'text', sensitivity: 'name', width: 32, value: (row) => row.party_name },
    {
      key: 'fileNumber',
      kind: 'id',
      sensitivity: 'plain',
      width: 13,
      value: (row) => numbered(row.file_year, row.file_number),
    },
    { key: 'service', kind: 'text', sensitivity: 'plain', width: 26, value: (row) => row.service },
    {
      key: 'decision',
      kind: 'text',
      sensitivity: 'plain',
      width: 20,
      value: (row) => KINDS[row.kind] ?? row.kind,
    },
    { key: 'clause', kind: 'text', sensitivity: 'plain', width: 10, value: (row) => row.clause },
    { key: 'reason', kind: 'text', sensitivity: 'circumstance', width: 40, value: (row) => row.reason },
    {
      key: 'wouldChange',
      kind: 'text',
      sensitivity: 'circumstance',
      width: 40,
      value: (row) => row.would_change,
    },
    {
      key: 'earlyReason',
      kind: 'text',
      sensitivity: 'circumstance',
      width: 32,
      value: (row) => row.early_reason,
    },
    { key: 'voided', kind: 'moment', sensitivity: 'plain', value: (row) => row.voided_at_ms },
    { key: 'voidReason', kind: 'text', sensitivity: 'words', width: 32, value: (row) => row.void_reason },
  ],
  count: (reader) => ({ rows: countDecisions(reader), more: false }),
  slice: (reader, _filter, after, limit) => {
    const rows = sliceDecisions(reader, after === null ? null : Number(after[0]), limit);
    const last = rows.at(-1);
    return { rows, next: last === undefined || rows.length < limit ? null : [last.id] };
  },
});
