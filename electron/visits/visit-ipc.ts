import type { visitsContract } from '#shared/visits/visits-contract.ts';
import { actorOf } from '../audit/actor.ts';
import type { Handlers } from '../ipc/dispatch.ts';
import type { VisitService } from './visit-service.ts';

export const visitHandlers = (service: () => VisitService): Handlers<typeof visitsContract> => ({
  'visits.start': (input, { signedIn }) => service().startVisit(input, actorOf(signedIn().staff)),
  'visits.get': ({ id }) => service().getVisit(id),
  'visits.list': ({ from, to, limit }) => service().listVisits(from, to, limit),
  'visits.callNext': (_, { signedIn }) => service().callNext(actorOf(signedIn().staff)),
  'visits.act': ({ id, action }, { signedIn }) => service().act(id, action, actorOf(signedIn().staff)),
  'visits.saveNote': ({ id, note }, { signedIn }) => service().saveNote(id, note, actorOf(signedIn().staff)),
  'visits.addInquiry': ({ visitId, ...text }, { signedIn }) =>
    service().addInquiry(visitId, text, actorOf(signedIn().staff)),
  'visits.updateInquiry': ({ id, ...text }, { signedIn }) =>
    service().updateInquiry(id, text, actorOf(signedIn().staff)),
});
