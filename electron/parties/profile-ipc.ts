import type { profileContract } from '#shared/parties/profile-contract.ts';
import { actorOf } from '../audit/actor.ts';
import type { Handlers } from '../ipc/dispatch.ts';
import type { ProfileService } from './profile-service.ts';

export const profileHandlers = (service: () => ProfileService): Handlers<typeof profileContract> => ({
  'parties.page': ({ id }, { signedIn }) => service().page(id, signedIn().staff),
  'parties.timeline': ({ id, ...page }, { signedIn }) => service().timeline(id, page, signedIn().staff),
  'parties.compare': ({ id }, { signedIn }) => service().compare(id, actorOf(signedIn().staff)),
});
