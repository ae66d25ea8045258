import { agreements } from './ar/agreements.ts';
import { auditWords } from './ar/audit-words.ts';
import { batches } from './ar/batches.ts';
import { calendar } from './ar/calendar.ts';
import { categories, circumstances, needs } from './ar/circumstances.ts';
import { money } from './ar/money.ts';
import { committee } from './ar/committee.ts';
import { referrals } from './ar/referrals.ts';
import { research } from './ar/research.ts';
import { contacts } from './ar/contacts.ts';
import { deliveries } from './ar/deliveries.ts';
import { desk } from './ar/desk.ts';
import { documents } from './ar/documents.ts';
import { domain } from './ar/domain.ts';
import { duplicates } from './ar/duplicates.ts';
import { errors } from './ar/errors.ts';
import { exportWords } from './ar/exports.ts';
import { files } from './ar/files.ts';
import { find } from './ar/find.ts';
import { household, representatives } from './ar/household.ts';
import { imports } from './ar/imports.ts';
import { incoming } from './ar/incoming.ts';
import { letterLife } from './ar/letter-life.ts';
import { letterList } from './ar/letter-list.ts';
import { letters } from './ar/letters.ts';
import { nationalities } from './ar/nationalities.ts';
import { office } from './ar/office.ts';
import { outreach } from './ar/outreach.ts';
import { otherParties } from './ar/other-parties.ts';
import { papers } from './ar/papers.ts';
import { parties } from './ar/parties.ts';
import { partyRecord } from './ar/party-record.ts';
import { pictures } from './ar/pictures.ts';
import { partyProfile } from './ar/party-profile.ts';
import { registers } from './ar/registers.ts';
import { printing } from './ar/printing.ts';
import { requestForm } from './ar/request-form.ts';
import { reply } from './ar/reply.ts';
import { auditSample, requestPath } from './ar/request-path.ts';
import { requests } from './ar/requests.ts';
import { sealed } from './ar/sealed.ts';
import { services } from './ar/services.ts';
import { shell } from './ar/shell.ts';
import { templates } from './ar/templates.ts';
import { validation } from './ar/validation.ts';
import { visits } from './ar/visits.ts';
import type { Words } from './words.ts';

/**
 * The words of Wisam: Arabic is the source, every other language has the same shape. One section a feature; a section
 * of its own lies in `ar/<section>.ts`. `errors` and `validation` are keyed by code.
 */
export const ar = {
  ...shell,
  ...office,
  ...auditWords,
  batches,
  calendar,
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
  documents,
  domain,
  outreach,
  duplicates,
  nationalities,
  errors,
  validation,
};

/** The shape of every language. */
export type Locale = Words<typeof ar>;
