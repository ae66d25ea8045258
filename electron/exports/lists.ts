import type { ExportListId } from '#shared/exports/export.ts';
import { contactList } from './contact-list.ts';
import { decisionList } from './decision-list.ts';
import { deliveryList } from './delivery-list.ts';
import { duplicateList } from './duplicate-list.ts';
import { requestList, visitList } from './desk-lists.ts';
import type { ExportList } from './export-list.ts';
import { outreachList } from './outreach-list.ts';
import { agreementList, incomingList, outgoingList } from './paper-lists.ts';
import { otherPartyList, partyList } from './party-list.ts';

/**
 * Every list that can be taken out of the office. A new one: its id in `EXPORT_LISTS` (shared/exports/export.ts), its
 * name in `lists` and new titles in `columns` of shared/locales/{ar,en}/exports.ts, its `…-list.ts` beside this file
 * (`contact-list.ts` is the model), and `<ExportButton list filter />` on its screen. No column names a member of staff.
 */
export const EXPORT_REGISTRY: Readonly<Record<ExportListId, ExportList>> = {
  parties: partyList,
  otherParties: otherPartyList,
  visits: visitList,
  contacts: contactList,
  requests: requestList,
  outgoing: outgoingList,
  incoming: incomingList,
  agreements: agreementList,
  duplicates: duplicateList,
  outreach: outreachList,
  deliveries: deliveryList,
  decisions: decisionList,
};
