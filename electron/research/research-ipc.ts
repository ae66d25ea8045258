import type { researchContract } from '#shared/research/research-contract.ts';
import { actorOf } from '../audit/actor.ts';
import type { Handlers } from '../ipc/dispatch.ts';
import type { ResearchService } from './research-service.ts';

export const researchHandlers = (service: () => ResearchService): Handlers<typeof researchContract> => ({
  'research.list': (page, { signedIn }) => service().list(page, actorOf(signedIn().staff)),
  'research.ofRequest': ({ requestId }) => service().ofRequest(requestId),
  'research.get': ({ id }, { signedIn }) => service().get(id, actorOf(signedIn().staff)),
  'research.open': (input, { signedIn }) => service().open(input, actorOf(signedIn().staff)),
  'research.edit': (input, { signedIn }) => service().edit(input, actorOf(signedIn().staff)),
  'research.saveText': (input, { signedIn }) => service().saveText(input, actorOf(signedIn().staff)),
  'research.finish': (input, { signedIn }) => service().finish(input, actorOf(signedIn().staff)),
  'research.enterFinished': (input, { signedIn }) =>
    service().enterFinished(input, actorOf(signedIn().staff)),
  'research.cancel': (input, { signedIn }) => service().cancel(input, actorOf(signedIn().staff)),
  'research.reopen': ({ id }, { signedIn }) => service().reopen(id, actorOf(signedIn().staff)),
  'research.planVisit': (input, { signedIn }) => service().planVisit(input, actorOf(signedIn().staff)),
  'research.editVisit': (input, { signedIn }) => service().editVisit(input, actorOf(signedIn().staff)),
  'research.recordVisit': (input, { signedIn }) => service().recordVisit(input, actorOf(signedIn().staff)),
  'research.reopenVisit': ({ id }, { signedIn }) => service().reopenVisit(id, actorOf(signedIn().staff)),
});
