import type { contactsContract } from '#shared/contacts/contacts-contract.ts';
import { actorOf } from '../audit/actor.ts';
import type { Handlers } from '../ipc/dispatch.ts';
import type { ContactService } from './contact-service.ts';

export const contactHandlers = (service: () => ContactService): Handlers<typeof contactsContract> => ({
  'contacts.log': (input, { signedIn }) => service().logContact(input, actorOf(signedIn().staff)),
  'contacts.list': (filter) => service().listContacts(filter),
  'contacts.setClosed': ({ id, closed }, { signedIn }) =>
    service().setClosed(id, closed, actorOf(signedIn().staff)),
});
