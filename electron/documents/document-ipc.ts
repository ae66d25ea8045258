import type { documentsContract } from '#shared/documents/documents-contract.ts';
import { actorOf } from '../audit/actor.ts';
import type { Handlers } from '../ipc/dispatch.ts';
import type { DocumentService } from './document-service.ts';
import type { MatchingService } from './matching-service.ts';

export const documentHandlers = (
  documents: () => DocumentService,
  matching: () => MatchingService,
): Handlers<typeof documentsContract> => ({
  'documents.ofParty': ({ partyId, day }) => documents().ofParty(partyId, day),
  'documents.save': ({ partyId, document }, { signedIn }) =>
    documents().save(partyId, document, actorOf(signedIn().staff)),
  'documents.match': ({ id, matched }, { signedIn }) =>
    documents().match(id, matched, actorOf(signedIn().staff)),
  'documents.remove': ({ id, reason }, { signedIn }) =>
    documents().remove(id, reason, actorOf(signedIn().staff)),
  'documents.restore': ({ id }, { signedIn }) => documents().restore(id, actorOf(signedIn().staff)),
  'documents.keepCopy': ({ id, copy }, { signedIn }) =>
    documents().keepCopy(id, copy, actorOf(signedIn().staff)),
  'documents.destroyCopy': ({ id }, { signedIn }) => documents().destroyCopy(id, actorOf(signedIn().staff)),
  'documents.setting': () => documents().setting(),
  'documents.saveSetting': (setting, { signedIn }) =>
    documents().saveSetting(setting, actorOf(signedIn().staff)),
  'matching.sheet': ({ partyId }, { signedIn }) => matching().sheet(partyId, actorOf(signedIn().staff)),
  'matching.match': ({ partyId, against, data }, { signedIn }) =>
    matching().match(partyId, against, data, actorOf(signedIn().staff)),
  'matching.withdraw': ({ partyId, data }, { signedIn }) =>
    matching().withdraw(partyId, data, actorOf(signedIn().staff)),
});
