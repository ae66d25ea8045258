import { z } from 'zod';
import { fileRefSchema } from '../files/stored-file.ts';
import { sealedDocumentIdSchema, serviceIdSchema, signatureIdSchema, staffIdSchema } from '../ids.ts';
import { signingModeSchema } from '../sealed/sealed-document.ts';

/** What was handed out of one service on a day. */
export const serviceCountSchema = z.object({
  serviceId: serviceIdSchema,
  serviceName: z.string(),
  unit: z.string(),
  deliveries: z.int(),
  quantity: z.int(),
  /** Halalas, of those whose value was told. */
  valueHalalas: z.int(),
  persons: z.int(),
});
export type ServiceCount = z.infer<typeof serviceCountSchema>;

export const dayCountsSchema = z.object({
  services: z.array(serviceCountSchema),
  delivered: z.int(),
  persons: z.int(),
  /** Of all that was due on that day. */
  failed: z.int(),
  stillPlanned: z.int(),
  /** O.4: carried to where they are, and the middle of how long that took, in minutes; null: none. */
  atPlace: z.int(),
  atPlaceMinutes: z.int().nullable(),
});
export type DayCounts = z.infer<typeof dayCountsSchema>;

export const dayClosingSchema = z.object({
  counts: dayCountsSchema,
  /** Null: not closed yet. */
  closed: z
    .object({
      documentId: sealedDocumentIdSchema,
      version: z.int(),
      atMs: z.int(),
      by: z.string(),
      /** The page names them: nobody else signs it. */
      closerId: staffIdSchema,
      /** The officer's, as it stands; null: it waits for it. */
      signature: z
        .object({
          id: signatureIdSchema,
          mode: signingModeSchema,
          atMs: z.int(),
          file: fileRefSchema.nullable(),
        })
        .nullable(),
      /** Something was handed out or voided since. */
      changedSince: z.boolean(),
    })
    .nullable(),
});
export type DayClosing = z.infer<typeof dayClosingSchema>;

export interface CountedHandover {
  readonly serviceId: ServiceCount['serviceId'];
  readonly serviceName: string;
  readonly unit: string;
  readonly partyId: number;
  readonly state: string;
  readonly quantity: number;
  readonly valueHalalas: number | null;
  readonly atPlace: boolean;
  readonly departedAtMs: number | null;
  readonly doneAtMs: number | null;
}

/** The middle of an unsorted list, the lower one of two; null of an empty list. */
function middle(values: readonly number[]): number | null {
  const sorted = values.toSorted((one, other) => one - other);
  return sorted[Math.floor((sorted.length - 1) / 2)] ?? null;
}

/**
 * The page that closes a day. What was handed out counts by the day on which it was; what failed or is still to come by
 * the day for which it was planned: the caller gives the rows of one day. What was voided counts nowhere.
 */
export function dayCounts(rows: readonly CountedHandover[]): DayCounts {
  const done = rows.filter(({ state }) => state === 'delivered');
  const services = new Map<string, { count: ServiceCount; persons: Set<number> }>();
  for (const row of done) {
    // One service may be handed over in units of its own: baskets are not added to vouchers.
    const key = `${row.serviceId} ${row.unit}`;
    const of = services.get(key) ?? { count: emptyCount(row), persons: new Set<number>() };
    of.persons.add(row.partyId);
    services.set(key, {
      persons: of.persons,
      count: {
        ...of.count,
        deliveries: of.count.deliveries + 1,
        quantity: of.count.quantity + row.quantity,
        valueHalalas: of.count.valueHalalas + (row.valueHalalas ?? 0),
        persons: of.persons.size,
      },
    });
  }
  const carried = done.filter(({ atPlace }) => atPlace);
  const minutes = carried.flatMap(({ departedAtMs, doneAtMs }) =>
    departedAtMs === null || doneAtMs === null ? [] : [Math.round((doneAtMs - departedAtMs) / 60_000)],
  );
  return {
    services: [...services.values()].map(({ count }) => count),
    delivered: done.length,
    persons: new Set(done.map(({ partyId }) => partyId)).size,
    failed: rows.filter(({ state }) => state === 'failed').length,
    stillPlanned: rows.filter(({ state }) => state === 'planned').length,
    atPlace: carried.length,
    atPlaceMinutes: middle(minutes),
  };
}

const emptyCount = ({ serviceId, serviceName, unit }: CountedHandover): ServiceCount => ({
  serviceId,
  serviceName,
  unit,
  deliveries: 0,
  quantity: 0,
  valueHalalas: 0,
  persons: 0,
});
