import { agreementsContract } from '../agreements/agreements-contract.ts';
import { attestationContract } from '../attestation/attestation-contract.ts';
import { auditContract } from '../audit/audit-contract.ts';
import { auditSampleContract } from '../audit/sample-contract.ts';
import { backupContract } from '../backup/backup-contract.ts';
import { batchesContract } from '../batches/batches-contract.ts';
import { circumstancesContract } from '../circumstances/circumstances-contract.ts';
import { committeeContract } from '../committee/committee-contract.ts';
import { contactsContract } from '../contacts/contacts-contract.ts';
import { deskContract } from '../desk/desk-contract.ts';
import { documentsContract } from '../documents/documents-contract.ts';
import { draftsContract } from '../drafts/drafts-contract.ts';
import { duplicatesContract } from '../duplicates/duplicates-contract.ts';
import { exportsContract } from '../exports/exports-contract.ts';
import { filesContract } from '../files/files-contract.ts';
import { firstRunContract } from '../first-run/first-run-contract.ts';
import { householdsContract } from '../households/households-contract.ts';
import { importsContract } from '../imports/imports-contract.ts';
import { incomingContract } from '../incoming/incoming-contract.ts';
import { lettersContract } from '../letters/letters-contract.ts';
import { needContract } from '../need/need-contract.ts';
import { officeImagesContract } from '../organisation/office-images-contract.ts';
import { organisationContract } from '../organisation/organisation-contract.ts';
import { outreachContract } from '../outreach/outreach-contract.ts';
import { papersContract } from '../papers/papers-contract.ts';
import { partiesContract } from '../parties/parties-contract.ts';
import { recordsContract } from '../parties/records-contract.ts';
import { profileContract } from '../parties/profile-contract.ts';
import { printingContract } from '../printing/printing-contract.ts';
import { referralsContract } from '../referrals/referrals-contract.ts';
import { registersContract } from '../registers/registers-contract.ts';
import { researchContract } from '../research/research-contract.ts';
import { requestsContract } from '../requests/requests-contract.ts';
import { deliveriesContract } from '../deliveries/deliveries-contract.ts';
import { servicesContract } from '../services/services-contract.ts';
import { formContract } from '../requests/form-contract.ts';
import { replyContract } from '../reply/reply-contract.ts';
import { sealedContract } from '../sealed/sealed-contract.ts';
import { staffContract } from '../staff/staff-contract.ts';
import { templatesContract } from '../templates/templates-contract.ts';
import { visitsContract } from '../visits/visits-contract.ts';

/** The one map of every door between the desk and the main process. */
export const appContract = {
  ...firstRunContract,
  ...staffContract,
  ...organisationContract,
  ...deskContract,
  ...partiesContract,
  ...recordsContract,
  ...householdsContract,
  ...circumstancesContract,
  ...duplicatesContract,
  ...profileContract,
  ...agreementsContract,
  ...exportsContract,
  ...documentsContract,
  ...outreachContract,
  ...importsContract,
  ...visitsContract,
  ...contactsContract,
  ...requestsContract,
  ...committeeContract,
  ...needContract,
  ...referralsContract,
  ...researchContract,
  ...attestationContract,
  ...replyContract,
  ...sealedContract,
  ...servicesContract,
  ...deliveriesContract,
  ...formContract,
  ...lettersContract,
  ...registersContract,
  ...incomingContract,
  ...officeImagesContract,
  ...filesContract,
  ...printingContract,
  ...papersContract,
  ...batchesContract,
  ...templatesContract,
  ...draftsContract,
  ...backupContract,
  ...auditContract,
  ...auditSampleContract,
};
export type AppContract = typeof appContract;
export type ChannelName = keyof AppContract;
