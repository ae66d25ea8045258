import { queries, statement } from '../statement.ts';
import type { Reader } from '../transaction.ts';

const inUse = statement<{ kind: string; staff: number }>()((param) =>
  queries
    .selectFrom('office_image')
    .select('sha256')
    .where('kind', '=', param('kind'))
    .where((eb) => eb.fn.coalesce('staff_id', eb.val(0)), '=', param('staff'))
    .where('removed_at_ms', 'is', null),
);

/** Address of the picture in use: the office's logo or stamp, or a person's signature. */
export const findImageInUse = (
  reader: Reader,
  kind: 'logo' | 'stamp' | 'signature',
  staffId: number | null,
): string | null => reader.get(inUse, { kind, staff: staffId ?? 0 })?.sha256 ?? null;
