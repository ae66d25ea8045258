import type { ar } from './ar.ts';
import { agreements } from './en/agreements.ts';
import { auditWords } from './en/audit-words.ts';
import { batches } from './en/batches.ts';
import { calendar } from './en/calendar.ts';
import { categories, circumstances, needs } from './en/circumstances.ts';
import { money } from './en/money.ts';
import { committee } from './en/committee.ts';
import { referrals } from './en/referrals.ts';
import { research } from './en/research.ts';
import { contacts } from './en/contacts.ts';
import { deliveries } from './en/deliveries.ts';
import { desk } from './en/desk.ts';
import { documents } from './en/documents.ts';
import { domain } from './en/domain.ts';
import { duplicates } from './en/duplicates.ts';
import { errors } from './en/errors.ts';
import { exportWords } from './en/exports.ts';
import { files } from './en/files.ts';
import { find } from './en/find.ts';
import { household, representatives } from './en/household.ts';
import { imports } from './en/imports.ts';
import { incoming } from './en/incoming.ts';
import { letterLife } from './en/letter-life.ts';
import { letterList } from './en/letter-list.ts';
import { letters } from './en/letters.ts';
import { nationalities } from './en/nationalities.ts';
import { office } from './en/office.ts';
import { outreach } from './en/outreach.ts';
import { otherParties } from './en/other-parties.ts';
import { papers } from './en/papers.ts';
import { parties } from './en/parties.ts';
import { partyRecord } from './en/party-record.ts';
import { pictures } from './en/pictures.ts';
import { partyProfile } from './en/party-profile.ts';
import { registers } from './en/registers.ts';
import { printing } from './en/printing.ts';
import { requestForm } from './en/request-form.ts';
import { reply } from './en/reply.ts';
import { auditSample, requestPath } from './en/request-path.ts';
import { requests } from './en/requests.ts';
import { sealed } from './en/sealed.ts';
import { services } from './en/services.ts';
import { shell } from './en/shell.ts';
import { templates } from './en/templates.ts';
import { validation } from './en/validation.ts';
import { visits } from './en/visits.ts';
import type { Words } from './words.ts';

/** English, of the same shape as the source. */
export const en = {
  ...shell,
  ...office,
  ...auditWords,
  batches,
  calendar,
  letters,
  letterList,
  letterLife,
  templates,
  papers,
  printing,
  agreements,
  otherParties,
  exports: exportWords,
  files,
  find,
  imports,
  incoming,
  pictures,
  partyProfile,
  registers,
  desk,
  visits,
  parties,
  partyRecord,
  contacts,
  household,
  representatives,
  circumstances,
  money,
  categories,
  needs,
  requestForm,
  requests,
  requestPath,
  auditSample,
  reply,
  deliveries,
  services,
  committee,
  referrals,
  research,
  sealed,
  documents,
  domain,
  outreach,
  duplicates,
  nationalities,
  errors,
  validation,
} satisfies Words<typeof ar>;
