import type { auditSampleContract } from '#shared/audit/sample-contract.ts';
import type { Handlers } from '../ipc/dispatch.ts';
import type { PathService } from '../requests/path-service.ts';
import { actorOf } from './actor.ts';
import type { SampleService } from './sample-service.ts';

export const pathHandlers = (
  services: () => { readonly path: PathService; readonly sample: SampleService },
): Handlers<typeof auditSampleContract> => ({
  'requestPath.get': ({ id }, { signedIn }) => services().path.explain(id, actorOf(signedIn().staff)),
  'auditSample.draw': (order, { signedIn }) => services().sample.draw(order, actorOf(signedIn().staff)),
});
