import type { StaffId } from '#shared/ids.ts';
import type { OfficeImageKind } from '#shared/organisation/office-images.ts';
import { queries, statement } from '../statement.ts';
import type { Reader, WriteTransaction } from '../transaction.ts';

const inUse = statement<{ kind: string; staff: number }>()((param) =>
  queries
    .selectFrom('office_image')
    .select(['sha256', 'width_px', 'height_px'])
    .where('kind', '=', param('kind'))
    .where((eb) => eb(eb.fn('ifnull', ['staff_id', eb.val(0)]), '=', param('staff')))
    .where('removed_at_ms', 'is', null),
);
const all = statement()(() =>
  queries
    .selectFrom('office_image')
    .leftJoin('staff', 'staff.id', 'office_image.staff_id')
    .leftJoin('stored_file', 'stored_file.sha256', 'office_image.sha256')
    .select([
      'office_image.kind',
      'office_image.staff_id',
      'staff.name',
      'office_image.sha256',
      'stored_file.media_type',
      'office_image.width_px',
      'office_image.height_px',
      'office_image.set_at_ms',
    ])
    .where('office_image.removed_at_ms', 'is', null)
    .orderBy('office_image.id'),
);
const ofFile = statement<{ sha: string }>()((param) =>
  queries.selectFrom('office_image').select(['kind', 'staff_id']).where('sha256', '=', param('sha')),
);
const insert = statement<{
  kind: string;
  staff: number | null;
  sha: string;
  width: number;
  height: number;
  at: number;
  by: number;
}>()((param) =>
  queries.insertInto('office_image').values({
    kind: param('kind'),
    staff_id: param('staff'),
    sha256: param('sha'),
    width_px: param('width'),
    height_px: param('height'),
    set_at_ms: param('at'),
    set_by: param('by'),
    removed_at_ms: null,
  }),
);
const remove = statement<{ kind: string; staff: number; at: number }>()((param) =>
  queries
    .updateTable('office_image')
    .set({ removed_at_ms: param('at') })
    .where('kind', '=', param('kind'))
    .where((eb) => eb(eb.fn('ifnull', ['staff_id', eb.val(0)]), '=', param('staff')))
    .where('removed_at_ms', 'is', null),
);

export interface OfficeImageRow {
  readonly sha256: string;
  readonly widthPx: number;
  readonly heightPx: number;
}

/** The picture in use: the office's logo or stamp, or a person's signature. Its bytes: `FileStore.read`. */
export function findOfficeImage(
  reader: Reader,
  kind: OfficeImageKind,
  staffId: StaffId | null = null,
): OfficeImageRow | undefined {
  const row = reader.get(inUse, { kind, staff: staffId ?? 0 });
  return row && { sha256: row.sha256, widthPx: row.width_px, heightPx: row.height_px };
}

/** Every picture in use. */
export const listOfficeImages = (reader: Reader) =>
  reader.all(all, {}).map((row) => ({
    kind: row.kind as OfficeImageKind,
    staffId: row.staff_id as StaffId | null,
    staffName: row.name,
    sha256: row.sha256,
    mediaType: row.media_type as 'image/png' | 'image/jpeg',
    widthPx: row.width_px,
    heightPx: row.height_px,
    setAtMs: row.set_at_ms,
  }));

/** As what the office ever used a file: a picture of a stamp stays guarded after it was replaced. */
export const listUsesAsOfficeImage = (
  reader: Reader,
  sha256: string,
): { kind: OfficeImageKind; staffId: StaffId | null }[] =>
  reader.all(ofFile, { sha: sha256 }).map((row) => ({
    kind: row.kind as OfficeImageKind,
    staffId: row.staff_id as StaffId | null,
  }));

/** Takes the picture in use out of use; false when there was none. It is never erased: sealed letters name it. */
export const removeOfficeImage = (
  tx: WriteTransaction,
  kind: OfficeImageKind,
  staffId: StaffId | null,
  atMs: number,
): boolean => tx.run(remove, { kind, staff: staffId ?? 0, at: atMs }).changes === 1;

/** Puts a picture in the place of the one in use. */
export function setOfficeImage(
  tx: WriteTransaction,
  image: OfficeImageRow & { readonly kind: OfficeImageKind; readonly staffId: StaffId | null },
  by: StaffId,
  atMs: number,
): void {
  removeOfficeImage(tx, image.kind, image.staffId, atMs);
  tx.run(insert, {
    kind: image.kind,
    staff: image.staffId,
    sha: image.sha256,
    width: image.widthPx,
    height: image.heightPx,
    at: atMs,
    by,
  });
}
