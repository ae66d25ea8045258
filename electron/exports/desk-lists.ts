import { z } from 'zod';
import { isoDaySchema } from '#shared/calendar/iso-day.ts';
import { domain } from '#shared/locales/ar/domain.ts';
import { STEPS } from '#shared/policy/steps.ts';
import { requestListFilterSchema } from '#shared/requests/request-list.ts';
import { visitStateSchema } from '#shared/visits/visit.ts';
import {
  countRequests,
  countVisits,
  type RequestExportRow,
  sliceRequests,
  sliceVisits,
  type VisitExportRow,
} from '#db/exports/desk-export.ts';
import { yearNumber } from '#db/registers/register-counter.ts';
import { defineExportList, type ExportColumn } from './export-list.ts';

const wordOf = (words: Readonly<Record<string, string>>, code: string): string => words[code] ?? code;
const numbered = (year: number | null, number: number | null): string | null =>
  year === null || number === null ? null : yearNumber(year, number);

const party = <R extends { party_name: string; file_year: number | null; file_number: number | null }>(): [
  ExportColumn<R>,
  ExportColumn<R>,
] => [
  { key: 'party', kind: 'text', sensitivity: 'name', width: 32, value: (row) => row.party_name },
  {
    key: 'fileNumber',
    kind: 'id',
    sensitivity: 'plain',
    width: 13,
    value: (row) => numbered(row.file_year, row.file_number),
  },
];

const days = z.object({
  from: isoDaySchema.nullable().default(null),
  to: isoDaySchema.nullable().default(null),
  state: visitStateSchema.nullable().default(null),
});

/** المراجعون, of the days that the screen shows. */
export const visitList = defineExportList<z.output<typeof days>, VisitExportRow>({
  filter: days,
  columns: [
    { key: 'arrived', kind: 'moment', sensitivity: 'plain', value: (row) => row.arrived_at_ms },
    ...party<VisitExportRow>(),
    {
      key: 'visitPurpose',
      kind: 'text',
      sensitivity: 'plain',
      value: (row) => wordOf(domain.visitPurpose, row.purpose),
    },
    {
      key: 'state',
      kind: 'text',
      sensitivity: 'plain',
      value: (row) => wordOf(domain.visitState, row.state),
    },
    { key: 'ticket', kind: 'count', sensitivity: 'plain', value: (row) => row.ticket },
    { key: 'served', kind: 'moment', sensitivity: 'plain', value: (row) => row.served_from_ms },
    { key: 'ended', kind: 'moment', sensitivity: 'plain', value: (row) => row.ended_at_ms },
    { key: 'note', kind: 'text', sensitivity: 'words', width: 40, value: (row) => row.note },
  ],
  count: (reader, filter) => ({ rows: countVisits(reader, filter), more: false }),
  slice: (reader, filter, after, limit) => {
    const rows = sliceVisits(reader, filter, after === null ? null : Number(after[0]), limit);
    const last = rows.at(-1);
    return { rows, next: last === undefined || rows.length < limit ? null : [last.id] };
  },
});

const requestFilter = requestListFilterSchema.extend({
  /** Of «mine» and of the views by the clock: whose list it was, and on which ISO day. */
  staffId: z.int().default(0),
  today: z.string().max(10).default(''),
});

/** طلبات الدعم, with the filters of its screen. */
export const requestList = defineExportList<z.output<typeof requestFilter>, RequestExportRow>({
  filter: requestFilter,
  columns: [
    {
      key: 'requestNumber',
      kind: 'id',
      sensitivity: 'plain',
      width: 13,
      value: (row) => numbered(row.number_year, row.number),
    },
    ...party<RequestExportRow>(),
    { key: 'service', kind: 'text', sensitivity: 'plain', width: 26, value: (row) => row.service },
    { key: 'need', kind: 'text', sensitivity: 'circumstance', width: 40, value: (row) => row.need },
    {
      key: 'level',
      kind: 'text',
      sensitivity: 'plain',
      width: 10,
      value: (row) => wordOf(domain.requestLevel, row.level),
    },
    {
      key: 'phase',
      kind: 'text',
      sensitivity: 'plain',
      width: 20,
      value: (row) => wordOf(domain.requestPhase, row.phase),
    },
    {
      key: 'step',
      kind: 'text',
      sensitivity: 'plain',
      value: (row) => STEPS.find(({ number }) => number === row.current_step)?.name ?? null,
    },
    { key: 'opened', kind: 'moment', sensitivity: 'plain', value: (row) => row.opened_at_ms },
    { key: 'raisedOn', kind: 'day', sensitivity: 'plain', value: (row) => row.raised_on },
    { key: 'notBefore', kind: 'day', sensitivity: 'plain', value: (row) => row.not_before },
    { key: 'targetOn', kind: 'day', sensitivity: 'plain', value: (row) => row.target_on },
    { key: 'updated', kind: 'moment', sensitivity: 'plain', value: (row) => row.updated_at_ms },
  ],
  count: (reader, filter) => ({ rows: countRequests(reader, filter), more: false }),
  slice: (reader, filter, after, limit) => {
    const rows = sliceRequests(
      reader,
      filter,
      after === null ? null : { at: Number(after[0]), id: Number(after[1]) },
      limit,
    );
    const last = rows.at(-1);
    return {
      rows,
      next: last === undefined || rows.length < limit ? null : [last.updated_at_ms, last.id],
    };
  },
});
