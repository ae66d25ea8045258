import type { householdsContract } from '#shared/households/households-contract.ts';
import { actorOf } from '../audit/actor.ts';
import type { Handlers } from '../ipc/dispatch.ts';
import type { HouseholdService } from './household-service.ts';
import type { RepresentativeService } from './representative-service.ts';

export const householdHandlers = (
  households: () => HouseholdService,
  representatives: () => RepresentativeService,
): Handlers<typeof householdsContract> => ({
  'households.ofParty': ({ partyId }) => households().ofParty(partyId),
  'households.member': ({ id }, { signedIn }) => households().member(id, actorOf(signedIn().staff)),
  'households.saveMember': (input, { signedIn }) => ({
    id: households().saveMember(input, actorOf(signedIn().staff)),
  }),
  'households.undoMove': ({ id }, { signedIn }) =>
    done(() => households().undoMove(id, actorOf(signedIn().staff))),
  'households.setBreadwinner': ({ id, breadwinner }, { signedIn }) =>
    done(() => households().setBreadwinner(id, breadwinner, actorOf(signedIn().staff))),
  'households.setHead': ({ relations }, { signedIn }) =>
    done(() => households().setHead(relations, actorOf(signedIn().staff))),
  'households.linkMember': ({ id, partyId }, { signedIn }) =>
    done(() => households().linkMember(id, partyId, actorOf(signedIn().staff))),
  'households.unlinkMember': ({ id }, { signedIn }) =>
    done(() => households().unlinkMember(id, actorOf(signedIn().staff))),
  'households.openFile': ({ id, noIdReason }, { signedIn }) => ({
    partyId: households().openFile(id, noIdReason, actorOf(signedIn().staff)),
  }),
  'households.closeFile': ({ id }, { signedIn }) =>
    done(() => households().closeFile(id, actorOf(signedIn().staff))),
  'households.leave': ({ id, ...left }, { signedIn }) =>
    done(() => households().leave(id, left, actorOf(signedIn().staff))),
  'households.stay': ({ id }, { signedIn }) => done(() => households().stay(id, actorOf(signedIn().staff))),
  'households.comeBack': ({ id, on }, { signedIn }) => ({
    id: households().comeBack(id, on, actorOf(signedIn().staff)),
  }),
  'households.withdrawMember': ({ id }, { signedIn }) =>
    done(() => households().withdrawMember(id, actorOf(signedIn().staff))),
  'households.restoreMember': ({ id }, { signedIn }) =>
    done(() => households().restoreMember(id, actorOf(signedIn().staff))),

  'representatives.ofParty': ({ partyId }) => representatives().ofParty(partyId),
  'representatives.save': (input, { signedIn }) => ({
    id: representatives().save(input, actorOf(signedIn().staff)),
  }),
  'representatives.match': ({ id, matched }, { signedIn }) =>
    done(() => representatives().match(id, matched, actorOf(signedIn().staff))),
  'representatives.end': ({ id, end }, { signedIn }) =>
    done(() => representatives().end(id, end, actorOf(signedIn().staff))),
  'representatives.withdraw': ({ id }, { signedIn }) =>
    done(() => representatives().withdraw(id, actorOf(signedIn().staff))),
  'representatives.restore': ({ id }, { signedIn }) =>
    done(() => representatives().restore(id, actorOf(signedIn().staff))),
});

/** An act that answers nothing. */
function done(act: () => void): null {
  act();
  return null;
}
