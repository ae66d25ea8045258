import type { formContract } from '#shared/requests/form-contract.ts';
import { actorOf } from '../audit/actor.ts';
import type { Handlers } from '../ipc/dispatch.ts';
import type { FormService } from './form-service.ts';
import type { createRegistration } from './registration-act.ts';

export const formHandlers = (
  form: () => FormService,
  complete: () => ReturnType<typeof createRegistration>,
): Handlers<typeof formContract> => ({
  'form.ofRequest': ({ id }, { signedIn }) => {
    const { staff } = signedIn();
    return form().ofRequest(id, staff, actorOf(staff));
  },
  'form.confirm': (input, { signedIn }) => form().confirm(input, actorOf(signedIn().staff)),
  'form.unconfirm': ({ id, fields }, { signedIn }) => form().unconfirm(id, fields, actorOf(signedIn().staff)),
  'form.answer': ({ id, key, answer }, { signedIn }) =>
    form().answer(id, key, answer, actorOf(signedIn().staff)),
  'form.setRequirement': (input, { signedIn }) => form().setRequirement(input, actorOf(signedIn().staff)),
  'requests.completeRegistration': (input, { signedIn }) => complete()(input, actorOf(signedIn().staff)),
});
