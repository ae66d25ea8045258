import type { incomingContract } from '#shared/incoming/incoming-contract.ts';
import { actorOf } from '../audit/actor.ts';
import type { Handlers } from '../ipc/dispatch.ts';
import type { IncomingService } from './incoming-service.ts';

export const incomingHandlers = (service: () => IncomingService): Handlers<typeof incomingContract> => ({
  'incoming.list': (filter, { signedIn }) => service().list(filter, signedIn().staff.id),
  'incoming.get': ({ id }, { signedIn }) => service().get(id, actorOf(signedIn().staff)),
  'incoming.senders': ({ text }) => service().senders(text),
  'incoming.register': (input, { signedIn }) => service().register(input, actorOf(signedIn().staff)),
  'incoming.assign': ({ id, to, dueDay }, { signedIn }) =>
    service().assign(id, to, dueDay, actorOf(signedIn().staff)),
  'incoming.close': ({ id, note }, { signedIn }) => service().close(id, note, actorOf(signedIn().staff)),
  'incoming.reopen': ({ id }, { signedIn }) => service().reopen(id, actorOf(signedIn().staff)),
  'incoming.void': ({ id, reason }, { signedIn }) => service().void(id, reason, actorOf(signedIn().staff)),
  'incoming.addScan': ({ id, file }, { signedIn }) => service().addScan(id, file, actorOf(signedIn().staff)),
  'incoming.removeScan': ({ id, scanId }, { signedIn }) =>
    service().removeScan(id, scanId, actorOf(signedIn().staff)),
});
