import type { profileContract } from '#shared/parties/profile-contract.ts';
import { actorOf } from '../audit/actor.ts';
import type { Handlers } from '../ipc/dispatch.ts';
import type { ProfileService } from './profile-service.ts';

export const profileHandlers = (service: () => ProfileService): Handlers<typeof profileContract> => ({
  'parties.page': ({ id }, { signedIn }) => service().page(id, actorOf(signedIn().staff)),
  'parties.timeline': ({ id, ...page }) => service().timeline(id, page),
  'parties.compare': ({ id }, { signedIn }) => service().compare(id, actorOf(signedIn().staff)),
});
