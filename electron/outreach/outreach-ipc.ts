import type { outreachContract } from '#shared/outreach/outreach-contract.ts';
import { actorOf } from '../audit/actor.ts';
import type { Handlers } from '../ipc/dispatch.ts';
import type { OutreachService } from './outreach-service.ts';

export const outreachHandlers = (service: () => OutreachService): Handlers<typeof outreachContract> => ({
  'outreach.list': (wish) => service().list(wish),
  'outreach.counts': () => service().counts(),
  'outreach.noAnswer': ({ partyId, about }, { signedIn }) =>
    service().noAnswer(partyId, about, actorOf(signedIn().staff)),
  'outreach.withdrawNoAnswer': ({ partyId, contactId }, { signedIn }) => {
    service().withdrawNoAnswer(partyId, contactId, actorOf(signedIn().staff));
    return {};
  },
  'outreach.snooze': ({ partyId, until, note }, { signedIn }) => {
    service().snooze(partyId, until, note, actorOf(signedIn().staff));
    return {};
  },
});
