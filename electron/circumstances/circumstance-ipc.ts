import type { circumstancesContract } from '#shared/circumstances/circumstances-contract.ts';
import { actorOf } from '../audit/actor.ts';
import type { Handlers } from '../ipc/dispatch.ts';
import type { CategoryService } from './category-service.ts';
import type { CircumstanceService } from './circumstance-service.ts';

export const circumstanceHandlers = (
  circumstances: () => CircumstanceService,
  categories: () => CategoryService,
): Handlers<typeof circumstancesContract> => ({
  'circumstances.ofParty': ({ partyId }) => circumstances().ofParty(partyId),
  'circumstances.record': ({ partyId, fact }, { signedIn }) => ({
    id: circumstances().record(partyId, fact, actorOf(signedIn().staff)),
  }),
  'circumstances.withdraw': ({ what, id, reason }, { signedIn }) =>
    done(() => circumstances().withdraw(what, id, reason, actorOf(signedIn().staff))),
  'circumstances.restore': ({ what, id }, { signedIn }) =>
    done(() => circumstances().restore(what, id, actorOf(signedIn().staff))),
  'circumstances.addMoney': ({ partyId, line }, { signedIn }) => ({
    id: circumstances().addMoney(partyId, line, actorOf(signedIn().staff)),
  }),
  'circumstances.changeMoney': ({ id, line }, { signedIn }) => ({
    id: circumstances().changeMoney(id, line, actorOf(signedIn().staff)),
  }),
  'circumstances.undoMoneyChange': ({ id }, { signedIn }) =>
    done(() => circumstances().undoMoneyChange(id, actorOf(signedIn().staff))),
  'circumstances.endMoney': ({ id, untilOn }, { signedIn }) =>
    done(() => circumstances().endMoney(id, untilOn, actorOf(signedIn().staff))),
  'circumstances.addNeed': ({ partyId, need }, { signedIn }) => ({
    id: circumstances().addNeed(partyId, need, actorOf(signedIn().staff)),
  }),
  'circumstances.meetNeed': ({ id, met }, { signedIn }) =>
    done(() => circumstances().meetNeed(id, met, actorOf(signedIn().staff))),

  'categories.list': () => categories().list(),
  'categories.save': ({ id, category }, { signedIn }) => ({
    id: categories().save(id, category, actorOf(signedIn().staff)),
  }),
  'categories.reorder': ({ ids }, { signedIn }) =>
    done(() => categories().reorder(ids, actorOf(signedIn().staff))),
  'categories.setActive': ({ id, active }, { signedIn }) =>
    done(() => categories().setActive(id, active, actorOf(signedIn().staff))),
  'categories.remove': ({ id }, { signedIn }) =>
    done(() => categories().remove(id, actorOf(signedIn().staff))),
  'categories.give': ({ partyId, ...given }, { signedIn }) => ({
    ids: categories().give(partyId, given, actorOf(signedIn().staff)),
  }),
  'categories.end': ({ id, end }, { signedIn }) =>
    done(() => categories().end(id, end, actorOf(signedIn().staff))),
});

/** An act that answers nothing. */
function done(act: () => void): null {
  act();
  return null;
}
