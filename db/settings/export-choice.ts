import { exportChoiceSchema, type ExportFormat, type ExportListId } from '#shared/exports/export.ts';
import type { StaffId } from '#shared/ids.ts';
import type { Reader, WriteTransaction } from '../transaction.ts';
import { getDeskSetting, setDeskSetting } from './desk-settings.ts';

const keyOf = (staffId: StaffId, list: ExportListId): string => `export.${list}.${staffId}`;

/** What a person chose the last time they took a list out. */
export const getExportChoice = (
  reader: Reader,
  staffId: StaffId,
  list: ExportListId,
): { readonly columns: readonly string[] | null; readonly format: ExportFormat } =>
  getDeskSetting(reader, keyOf(staffId, list), exportChoiceSchema);

export const setExportChoice = (
  tx: WriteTransaction,
  staffId: StaffId,
  list: ExportListId,
  choice: { readonly columns: readonly string[]; readonly format: ExportFormat },
  atMs: number,
): void => setDeskSetting(tx, keyOf(staffId, list), choice, atMs);
