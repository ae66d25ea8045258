import type { servicesContract } from '#shared/services/services-contract.ts';
import { actorOf } from '../audit/actor.ts';
import type { Handlers } from '../ipc/dispatch.ts';
import type { CatalogueService } from './catalogue-service.ts';

export const serviceHandlers = (services: () => CatalogueService): Handlers<typeof servicesContract> => ({
  'services.choices': () => services().choices(),
  'services.list': () => services().list(),
  'services.save': ({ id, version, service }, { signedIn }) =>
    services().save(id, version, service, actorOf(signedIn().staff)),
  'services.saveGeneral': ({ requirements }, { signedIn }) =>
    done(() => services().saveGeneral(requirements, actorOf(signedIn().staff))),
  'services.reorder': ({ ids }, { signedIn }) =>
    done(() => services().reorder(ids, actorOf(signedIn().staff))),
  'services.setActive': ({ id, active }, { signedIn }) =>
    done(() => services().setActive(id, active, actorOf(signedIn().staff))),
  'services.remove': ({ id }, { signedIn }) => done(() => services().remove(id, actorOf(signedIn().staff))),
});

/** An act that answers nothing. */
function done(act: () => void): null {
  act();
  return null;
}
