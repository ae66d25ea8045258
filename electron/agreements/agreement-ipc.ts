import type { agreementsContract } from '#shared/agreements/agreements-contract.ts';
import { actorOf } from '../audit/actor.ts';
import type { Handlers } from '../ipc/dispatch.ts';
import type { AgreementService } from './agreement-service.ts';

export const agreementHandlers = (service: () => AgreementService): Handlers<typeof agreementsContract> => ({
  'agreements.list': (filter) => service().list(filter),
  'agreements.ofParty': ({ partyId }) => service().ofParty(partyId),
  'agreements.get': ({ id }) => service().get(id),
  'agreements.add': (input, { signedIn }) => service().add(input, actorOf(signedIn().staff)),
  'agreements.edit': ({ id, version, terms }, { signedIn }) =>
    service().edit(id, version, terms, actorOf(signedIn().staff)),
  'agreements.remove': ({ id, version }, { signedIn }) =>
    service().remove(id, version, actorOf(signedIn().staff)),
  'agreements.restore': ({ id }, { signedIn }) => service().restore(id, actorOf(signedIn().staff)),
  'agreements.end': ({ id, version, ...end }, { signedIn }) =>
    service().end(id, version, end, actorOf(signedIn().staff)),
  'agreements.reopen': ({ id, version }, { signedIn }) =>
    service().reopen(id, version, actorOf(signedIn().staff)),
  'agreements.addEvent': ({ id, event }, { signedIn }) =>
    service().addEvent(id, event, actorOf(signedIn().staff)),
  'agreements.removeEvent': ({ id, eventId }, { signedIn }) =>
    service().removeEvent(id, eventId, actorOf(signedIn().staff)),
  'agreements.settle': ({ id, eventId, ...settled }, { signedIn }) =>
    service().settle(id, eventId, settled, actorOf(signedIn().staff)),
  'agreements.unsettle': ({ id, eventId }, { signedIn }) =>
    service().unsettle(id, eventId, actorOf(signedIn().staff)),
  'agreements.attach': ({ id, file }, { signedIn }) => service().attach(id, file, actorOf(signedIn().staff)),
  'agreements.detach': ({ id, attachmentId }, { signedIn }) =>
    service().detach(id, attachmentId, actorOf(signedIn().staff)),
});
