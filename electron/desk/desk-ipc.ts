import type { deskContract } from '#shared/desk/desk-contract.ts';
import { actorOf } from '../audit/actor.ts';
import type { Handlers } from '../ipc/dispatch.ts';
import type { DeskService } from './desk-service.ts';

export const deskHandlers = (service: () => DeskService): Handlers<typeof deskContract> => ({
  'desk.today': (_, { signedIn }) => service().today(actorOf(signedIn().staff)),
  'desk.find': ({ text }) => service().find(text),
  'desk.recent': (_, { signedIn }) => service().recent(actorOf(signedIn().staff)),
});
