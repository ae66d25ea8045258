import type { partiesContract } from '#shared/parties/parties-contract.ts';
import { actorOf } from '../audit/actor.ts';
import type { Handlers } from '../ipc/dispatch.ts';
import type { PartyService } from './party-service.ts';

export const partyHandlers = (service: () => PartyService): Handlers<typeof partiesContract> => ({
  'parties.search': ({ text, limit }) => service().search(text, limit),
  'parties.list': (filter) => service().list(filter),
  'parties.choices': () => service().choices(),
  'parties.add': (input, { signedIn }) => service().addParty(input, actorOf(signedIn().staff)),
  'parties.update': ({ id, party }, { signedIn }) =>
    service().updateParty(id, party, actorOf(signedIn().staff)),
});
