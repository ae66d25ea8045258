import type { Generated } from 'kysely';

export interface InstallationTable {
  id: Generated<number>;
  /** Random, for life: tells two offices' backups apart. */
  uuid: string;
  created_at_ms: number;
  /** `NORM_VERSION` of the folded columns: they are rebuilt when it differs. */
  norm_version: number;
}

export interface OrganisationProfileTable {
  id: Generated<number>;
  profile_json: string;
  updated_at_ms: number;
}

export interface StaffTable {
  id: Generated<number>;
  name: string;
  /** Folded: two spellings of one name cannot both sign in. */
  name_key: string;
  job_title: string;
  /** PHC string of argon2id. */
  password_hash: string;
  active: number;
  failed_attempts: number;
  locked_until_ms: number | null;
  created_at_ms: number;
}

export interface StaffRoleTable {
  staff_id: number;
  role: string;
}

export interface StaffRightTable {
  staff_id: number;
  right_name: string;
}

export interface AuditLogTable {
  seq: number;
  at_ms: number;
  actor_id: number | null;
  actor_name: string;
  action: string;
  subject_kind: string;
  subject_id: number | null;
  details_json: string;
  hash: string;
}

export interface AuditHeadTable {
  id: Generated<number>;
  count: number;
  hash: string;
  high_water_ms: number;
}

export interface DraftTable {
  id: Generated<number>;
  staff_id: number;
  kind: string;
  key: string;
  title: string;
  data_json: string;
  saved_at_ms: number;
}

export interface AttachmentTable {
  id: Generated<number>;
  subject_kind: string;
  subject_id: number;
  /** scan, signedScan, receipt, handwritten, attachment … */
  role: string;
  name: string;
  sha256: string;
  created_at_ms: number;
  created_by: number;
  removed_at_ms: number | null;
  removed_by: number | null;
}

export interface StoredFileTable {
  sha256: string;
  media_type: string;
  size_bytes: number;
  /** Null when it lies, encrypted, in the content-addressed store (`files/`). */
  content: Uint8Array | null;
  created_at_ms: number;
  created_by: number;
}

export interface OfficeImageTable {
  id: Generated<number>;
  /** logo, stamp or signature. */
  kind: string;
  /** Whose signature. */
  staff_id: number | null;
  sha256: string;
  width_px: number;
  height_px: number;
  set_at_ms: number;
  set_by: number;
  removed_at_ms: number | null;
}

export interface DeskSettingTable {
  key: string;
  value_json: string;
  updated_at_ms: number;
}

export interface BackupRunTable {
  id: Generated<number>;
  at_ms: number;
  file: string;
  size_bytes: number;
  sha256: string;
  verified_at_ms: number | null;
  audit_count: number;
  audit_hash: string;
  staff_id: number | null;
}
