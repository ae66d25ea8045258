import { AppError } from '#shared/app-error.ts';
import { riyadhDay, riyadhTime } from '#shared/calendar/dual-date.ts';
import type { DayHandover } from '#shared/deliveries/delivery.ts';
import type { Staff } from '#shared/staff/staff.ts';
import { listLateHandovers } from '#db/deliveries/delivery-queries.ts';
import type { Reader } from '#db/transaction.ts';
import { handoversOfDay } from '../deliveries/day-service.ts';
import type { DeliveryListSheet } from '../pdf/documents/delivery-sheets.ts';
import type { PaperHead } from '../pdf/documents/paper-sheets.ts';

/** A list of more is a heap that no car takes. */
const MOST = 500;

/**
 * كشف تسليم of a day: what is to be handed over on it, what was, and on today what is late. Errors: paperEmpty.
 */
export function deliveryList(
  { day, late }: { readonly day: string; readonly late: boolean },
  { reader, nowMs, staff }: { readonly reader: Reader; readonly nowMs: number; readonly staff: Staff },
  head: PaperHead,
): [sheet: { readonly kind: 'deliveryList' } & DeliveryListSheet, title: string] {
  const due = handoversOfDay(reader, day).filter(({ state }) => state === 'planned' || state === 'delivered');
  const rows = [...(late ? listLateHandovers(reader, day, MOST) : []), ...due].slice(0, MOST);
  if (rows.length === 0) throw new AppError('paperEmpty', { kind: 'deliveryList' });
  return [
    {
      kind: 'deliveryList',
      ...head,
      day,
      madeOn: riyadhDay(nowMs),
      madeAt: riyadhTime(nowMs),
      officerName: staff.name,
      rows: rows.map(lineOf),
    },
    `كشف تسليم يوم ${day.split('-').toReversed().join('/')}`,
  ];
}

const lineOf = (row: DayHandover): DeliveryListSheet['rows'][number] => ({
  code: row.code,
  partyName: row.partyName,
  mobile: row.mobile,
  requestNumber: row.requestNumber,
  serviceName: row.serviceName,
  quantity: row.quantity,
  unit: row.unit,
  place: row.place === '' ? row.village : row.place,
  atPlace: row.atPlace,
  doneAt: row.doneAtMs === null ? '' : riyadhTime(row.doneAtMs),
});
