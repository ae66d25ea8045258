import { z } from 'zod';
import { isoDaySchema } from '#shared/calendar/iso-day.ts';
import type { DayHandover } from '#shared/deliveries/delivery.ts';
import { deliveries } from '#shared/locales/ar/deliveries.ts';
import { exportWords } from '#shared/locales/ar/exports.ts';
import type { Reader } from '#db/transaction.ts';
import { handoversOfDay, lateOnDay } from '../deliveries/day-service.ts';
import { defineExportList, type ExportMoment } from './export-list.ts';

/** Null: today, with what is late of days before, as the screen has it. */
const filter = z.object({ day: isoDaySchema.nullable().default(null) });
type Filter = z.output<typeof filter>;

const rowsOf = (reader: Reader, { day }: Filter, { today }: ExportMoment): readonly DayHandover[] => {
  const of = day ?? today;
  return [...lateOnDay(reader, of, today), ...handoversOfDay(reader, of)];
};

/** كشف تسليم of a day (S.7): who receives what where, and what became of it. */
export const deliveryList = defineExportList<Filter, DayHandover>({
  filter,
  columns: [
    { key: 'dueOn', kind: 'day', sensitivity: 'plain', value: (row) => row.dueOn },
    { key: 'party', kind: 'text', sensitivity: 'name', width: 32, value: (row) => row.partyName },
    { key: 'requestNumber', kind: 'id', sensitivity: 'plain', width: 13, value: (row) => row.requestNumber },
    { key: 'village', kind: 'text', sensitivity: 'plain', value: (row) => row.village },
    { key: 'mobile', kind: 'phone', sensitivity: 'reach', value: (row) => row.mobile },
    { key: 'service', kind: 'text', sensitivity: 'plain', width: 26, value: (row) => row.serviceName },
    { key: 'quantity', kind: 'count', sensitivity: 'plain', value: (row) => row.quantity },
    { key: 'unit', kind: 'text', sensitivity: 'plain', width: 10, value: (row) => row.unit },
    { key: 'worth', kind: 'money', sensitivity: 'plain', value: (row) => row.valueHalalas },
    { key: 'place', kind: 'text', sensitivity: 'reach', width: 26, value: (row) => row.place },
    { key: 'state', kind: 'text', sensitivity: 'plain', value: (row) => deliveries.state[row.state] },
    { key: 'delivered', kind: 'moment', sensitivity: 'plain', value: (row) => row.doneAtMs },
    {
      key: 'receiver',
      kind: 'text',
      sensitivity: 'name',
      width: 32,
      value: (row) => row.receiver?.name ?? null,
    },
    {
      key: 'receipt',
      kind: 'text',
      sensitivity: 'plain',
      value: (row) => (row.receiptId === null ? null : exportWords.yes),
    },
    { key: 'failure', kind: 'text', sensitivity: 'words', width: 40, value: (row) => row.failReason },
  ],
  count: (reader, chosen, at) => ({ rows: rowsOf(reader, chosen, at).length, more: false }),
  // In one piece: what is ticked off meanwhile moves from the late ones to those of the day.
  slice: (reader, chosen, _after, _limit, at) => ({ rows: rowsOf(reader, chosen, at), next: null }),
});
