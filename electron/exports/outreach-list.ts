import { z } from 'zod';
import { exportWords } from '#shared/locales/ar/exports.ts';
import { outreach } from '#shared/locales/ar/outreach.ts';
import {
  MOST_COUNTED,
  OUTREACH_REASONS,
  type OutreachCursor,
  outreachReasonSchema,
  type OutreachRow,
} from '#shared/outreach/outreach.ts';
import { listOutreach, listSnoozed, type OutreachPage } from '#db/outreach/outreach-list.ts';
import type { Reader } from '#db/transaction.ts';
import { outreachDays } from '../outreach/outreach-service.ts';
import { defineExportList, type ExportMoment } from './export-list.ts';

const filter = z.object({
  reason: outreachReasonSchema.nullable().default(null),
  snoozed: z.boolean().default(false),
});
type Filter = z.output<typeof filter>;

/** One step of the list reads about so many; more at once would hold up the desk. */
const PAGE = 200;

const pageOf = (
  reader: Reader,
  { reason, snoozed }: Filter,
  after: OutreachCursor | null,
  limit: number,
  at: ExportMoment,
): OutreachPage => {
  const days = outreachDays(reader, at.nowMs);
  return snoozed
    ? listSnoozed(reader, days, { after, limit })
    : listOutreach(reader, days, { reason, after, limit });
};

/** Whom to contact (G.1), for whoever calls from paper: why, by when, and how they are reached safely. */
export const outreachList = defineExportList<Filter, OutreachRow>({
  filter,
  columns: [
    { key: 'party', kind: 'text', sensitivity: 'name', width: 32, value: (row) => row.name },
    { key: 'fileNumber', kind: 'id', sensitivity: 'plain', value: (row) => row.fileNumber },
    { key: 'village', kind: 'text', sensitivity: 'plain', value: (row) => row.village },
    {
      key: 'outreachReasons',
      kind: 'text',
      sensitivity: 'plain',
      width: 44,
      value: (row) => [...new Set(row.due.map(({ reason }) => outreach.reason[reason]))].join('، '),
    },
    { key: 'outreachOn', kind: 'day', sensitivity: 'plain', value: (row) => row.due[0]?.on ?? null },
    { key: 'reach', kind: 'phone', sensitivity: 'reach', value: (row) => row.reach?.value ?? null },
    { key: 'reachOwner', kind: 'text', sensitivity: 'reach', value: (row) => row.reach?.owner ?? null },
    { key: 'reachHours', kind: 'text', sensitivity: 'reach', value: (row) => row.reach?.hours ?? null },
    {
      key: 'discreet',
      kind: 'text',
      sensitivity: 'plain',
      value: (row) => (row.reach?.discreet === true ? exportWords.yes : null),
    },
    { key: 'snoozedUntil', kind: 'day', sensitivity: 'plain', value: (row) => row.snoozed?.until ?? null },
  ],
  count: (reader, chosen, at) => {
    const { rows, next } = pageOf(reader, chosen, null, MOST_COUNTED, at);
    return { rows: rows.length, more: next !== null };
  },
  slice: (reader, chosen, after, limit, at) => {
    const [reason, place, partyId] = after ?? [];
    const from =
      after === null
        ? null
        : {
            reason: OUTREACH_REASONS.find((one) => one === reason) ?? OUTREACH_REASONS[0],
            at: String(place),
            partyId: Number(partyId),
          };
    const { rows, next } = pageOf(reader, chosen, from, Math.min(limit, PAGE), at);
    return { rows, next: next === null ? null : [next.reason, next.at, next.partyId] };
  },
});
