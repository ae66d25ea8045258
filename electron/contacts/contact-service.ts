import { AppError } from '#shared/app-error.ts';
import type { Contact, ContactInput } from '#shared/contacts/contact.ts';
import type { ContactId } from '#shared/ids.ts';
import { findContact, insertContact, listContacts, setContactClosed } from '#db/contacts/contact-rows.ts';
import type { Database } from '#db/open-database.ts';
import { requireStanding } from '#db/duplicates/family.ts';
import type { Actor } from '../audit/actor.ts';
import type { Clock } from '../ports/clock.ts';
import { auditEntry } from '../audit/audit-entry.ts';

export type ContactService = ReturnType<typeof createContactService>;

export function createContactService({ db, clock }: { db: Database; clock: Clock }) {
  const subject = (id: ContactId) => ({ kind: 'contact', id });

  return {
    /** O.3: a contact on one of the eight channels. @throws AppError notFound */
    logContact(input: ContactInput, actor: Actor): Contact {
      return db.write((tx) => {
        requireStanding(tx, input.partyId);
        const nowMs = clock.nowMs();
        const id = insertContact(tx, input, actor.id, nowMs);
        const { partyId, channel, direction } = input;
        tx.audit(auditEntry(actor, nowMs, 'contact.logged', subject(id), { partyId, channel, direction }));
        return findContact(tx, id)!;
      });
    },

    listContacts: (filter: { channel: string | null; openOnly: boolean; limit: number }): Contact[] =>
      listContacts(db, filter),

    /** Ticks the next action off, or takes that back. @throws AppError notFound */
    setClosed(id: ContactId, closed: boolean, actor: Actor): Contact {
      return db.write((tx) => {
        const nowMs = clock.nowMs();
        if (!setContactClosed(tx, id, closed ? nowMs : null))
          throw new AppError('notFound', { kind: 'contact', id });
        const contact = findContact(tx, id);
        // Taken back meanwhile, as a try that was logged by mistake: there is nothing to close any more.
        if (contact === undefined) throw new AppError('notFound', { kind: 'contact', id });
        tx.audit(auditEntry(actor, nowMs, closed ? 'contact.closed' : 'contact.reopened', subject(id)));
        return contact;
      });
    },
  };
}
