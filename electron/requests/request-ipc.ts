import type { requestsContract } from '#shared/requests/requests-contract.ts';
import { actorOf } from '../audit/actor.ts';
import type { Handlers } from '../ipc/dispatch.ts';
import type { RequestCourse } from './request-course.ts';
import type { RequestService } from './request-service.ts';
import { toldTo } from './told-request.ts';

export const requestHandlers = (
  service: () => RequestService,
  course: () => RequestCourse,
): Handlers<typeof requestsContract> => ({
  'requests.open': (input, { signedIn }) => service().openRequest(input, actorOf(signedIn().staff)),
  'requests.get': ({ id }, { signedIn }) => toldTo(signedIn().staff, service().getRequest(id)),
  'requests.list': (input, { signedIn }) => service().listRequests(input, actorOf(signedIn().staff)),
  'requests.counts': (_, { signedIn }) => service().countRequests(actorOf(signedIn().staff)),
  'requests.edit': (input, { signedIn }) => service().editRequest(input, actorOf(signedIn().staff)),
  'requests.completeStep': (input, { signedIn }) => service().completeStep(input, actorOf(signedIn().staff)),
  'requests.skipReferral': (input, { signedIn }) => service().skipReferral(input, actorOf(signedIn().staff)),
  'requests.reopenStep': ({ id, step }, { signedIn }) =>
    service().reopenStep(id, step, actorOf(signedIn().staff)),
  'requests.officers': () => course().officers(),
  'requests.setLevel': (input, { signedIn }) => course().setLevel(input, actorOf(signedIn().staff)),
  'requests.transfer': (input, { signedIn }) => course().transfer(input, actorOf(signedIn().staff)),
  'requests.represent': (input, { signedIn }) => course().represent(input, actorOf(signedIn().staff)),
  'requests.setReturnDay': (input, { signedIn }) => course().setReturnDay(input, actorOf(signedIn().staff)),
  'requests.stop': (input, { signedIn }) => course().stop(input, actorOf(signedIn().staff)),
  'requests.resume': (input, { signedIn }) => course().resume(input, actorOf(signedIn().staff)),
  'requests.withdraw': (input, { signedIn }) => course().withdraw(input, actorOf(signedIn().staff)),
  'requests.reopen': (input, { signedIn }) => course().reopen(input, actorOf(signedIn().staff)),
});
