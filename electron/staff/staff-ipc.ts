import type { staffContract } from '#shared/staff/staff-contract.ts';
import { actorOf } from '../audit/actor.ts';
import type { Handlers } from '../ipc/dispatch.ts';
import type { StaffService } from './staff-service.ts';

/** `service` gives the open office's: it throws before there is one. */
export const staffHandlers = (service: () => StaffService): Handlers<typeof staffContract> => ({
  'session.current': (_, { session }) => session,
  'session.listStaff': () => service().listNames(),
  'session.signIn': ({ staffId, password }) => service().signIn(staffId, password),
  'session.lock': () => service().lock(),
  'session.signOut': () => service().signOut(),
  'staff.list': () => service().listStaff(),
  'staff.listSignatories': () => service().listSignatories(),
  'staff.add': (input, { signedIn }) => service().addStaff(input, actorOf(signedIn().staff)),
  'staff.update': (input, { signedIn }) => service().updateStaff(input, actorOf(signedIn().staff)),
  'staff.setPassword': ({ id, password }, { signedIn }) =>
    service().setPassword(id, password, actorOf(signedIn().staff)),
  'staff.changeOwnPassword': ({ present, password }, { signedIn }) =>
    service().changeOwnPassword(actorOf(signedIn().staff), present, password),
});
