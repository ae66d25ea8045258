import type { deliveriesContract } from '#shared/deliveries/deliveries-contract.ts';
import { actorOf } from '../audit/actor.ts';
import type { Handlers } from '../ipc/dispatch.ts';
import type { DeliveryServices } from './delivery-services.ts';

export const deliveryHandlers = (of: () => DeliveryServices): Handlers<typeof deliveriesContract> => ({
  'deliveries.ofRequest': ({ requestId }) => of().plans.ofRequest(requestId),
  'deliveries.ofParty': ({ partyId }) => of().plans.ofParty(partyId),
  'deliveries.plan': ({ requestId, plan }, { signedIn }) => ({
    id: of().plans.plan(requestId, plan, actorOf(signedIn().staff)),
  }),
  'deliveries.endPlan': ({ id, reason }, { signedIn }) =>
    done(() => of().plans.end(id, reason, actorOf(signedIn().staff))),
  'deliveries.resumePlan': ({ id }, { signedIn }) =>
    done(() => of().plans.resume(id, actorOf(signedIn().staff))),
  'deliveries.removePlan': ({ id }, { signedIn }) =>
    done(() => of().plans.remove(id, actorOf(signedIn().staff))),
  'deliveries.move': ({ id, dueOn, place }, { signedIn }) =>
    done(() => of().handovers.move(id, dueOn, place, actorOf(signedIn().staff))),
  'deliveries.depart': ({ ids, gone }, { signedIn }) =>
    done(() => of().handovers.depart(ids, gone, actorOf(signedIn().staff))),
  'deliveries.deliver': async (input, { signedIn }) => ({
    receiptId: await of().handovers.deliver(input, actorOf(signedIn().staff)),
  }),
  'deliveries.undoDeliver': ({ id }, { signedIn }) =>
    done(() => of().handovers.undoDeliver(id, actorOf(signedIn().staff))),
  'deliveries.makeReceipt': async ({ id }, { signedIn }) => ({
    receiptId: await of().handovers.makeReceipt(id, actorOf(signedIn().staff)),
  }),
  'deliveries.fail': ({ id, reason }, { signedIn }) =>
    done(() => of().handovers.fail(id, reason, actorOf(signedIn().staff))),
  'deliveries.undoFail': ({ id }, { signedIn }) =>
    done(() => of().handovers.undoFail(id, actorOf(signedIn().staff))),
  'deliveries.again': ({ id, dueOn }, { signedIn }) => ({
    id: of().plans.again(id, dueOn, actorOf(signedIn().staff)),
  }),
  'deliveries.void': ({ id, reason }, { signedIn }) =>
    done(() => of().handovers.void(id, reason, actorOf(signedIn().staff))),
  'deliveries.day': ({ day }) => of().days.day(day),
  'deliveries.days': ({ from, to }) => of().days.days(from, to),
  'deliveries.byCode': ({ code }) => of().days.byCode(code),
  'deliveries.receivers': ({ id }) => of().receivers(id),
  'deliveries.closeDay': async ({ day, again }, { signedIn }) => ({
    documentId: await of().days.closeDay(day, again, signedIn().staff),
  }),
  'requests.close': ({ id, note }, { signedIn }) =>
    done(() => of().closing.close(id, note, actorOf(signedIn().staff))),
  'ratings.answer': ({ requestId, rating }, { signedIn }) =>
    done(() => of().closing.answerRating(requestId, rating, actorOf(signedIn().staff))),
});

/** An act that answers nothing. */
function done(act: () => void): null {
  act();
  return null;
}
