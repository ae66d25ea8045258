import type { recordsContract } from '#shared/parties/records-contract.ts';
import { actorOf } from '../audit/actor.ts';
import type { Handlers } from '../ipc/dispatch.ts';
import type { RecordService } from './record-service.ts';

export const recordHandlers = (service: () => RecordService): Handlers<typeof recordsContract> => ({
  'parties.record': ({ id }, { signedIn }) => service().record(id, actorOf(signedIn().staff)),
  'parties.saveRecord': (input, { signedIn }) => service().saveRecord(input, actorOf(signedIn().staff)),
  'parties.addRole': ({ id, role }, { signedIn }) => service().addRole(id, role, actorOf(signedIn().staff)),
  'parties.removeRole': ({ id, role }, { signedIn }) =>
    service().removeRole(id, role, actorOf(signedIn().staff)),
  'parties.history': ({ id }, { signedIn }) => service().history(id, actorOf(signedIn().staff)),
});
