import type * as desk from './desk-tables.ts';
import type * as letters from './letter-tables.ts';
import type * as office from './office-tables.ts';
import type * as parties from './party-tables.ts';

/** The database as the newest migration leaves it; `tests/db/golden-schema.test.ts` holds both against each other. */
export interface Tables {
  installation: office.InstallationTable;
  organisation_profile: office.OrganisationProfileTable;
  staff: office.StaffTable;
  staff_role: office.StaffRoleTable;
  staff_right: office.StaffRightTable;
  audit_log: office.AuditLogTable;
  audit_head: office.AuditHeadTable;
  draft: office.DraftTable;
  attachment: office.AttachmentTable;
  backup_run: office.BackupRunTable;
  party: parties.PartyTable;
  party_role: parties.PartyRoleTable;
  party_words: parties.PartyWordsTable;
  name_word: parties.NameWordTable;
  visit: desk.VisitTable;
  inquiry: desk.InquiryTable;
  contact: desk.ContactTable;
  support_request: desk.SupportRequestTable;
  request_step: desk.RequestStepTable;
  request_requirement: desk.RequestRequirementTable;
  request_event: desk.RequestEventTable;
  register_counter: letters.RegisterCounterTable;
  letter: letters.LetterTable;
  letter_pdf: letters.LetterPdfTable;
  print_job: letters.PrintJobTable;
}
