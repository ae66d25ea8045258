import { randomBytes } from 'node:crypto';
import { AppError } from '#shared/app-error.ts';
import { riyadhDay } from '#shared/calendar/dual-date.ts';
import { mayOfferRating, type RatingInput } from '#shared/deliveries/rating.ts';
import type { RequestId } from '#shared/ids.ts';
import { findOffer } from '#db/deliveries/delivery-queries.ts';
import { insertRating, setRatingOffered } from '#db/deliveries/rating-writes.ts';
import type { Database } from '#db/open-database.ts';
import { setRequestState } from '#db/requests/request-field-writes.ts';
import { insertStep } from '#db/requests/request-writes.ts';
import type { Actor } from '../audit/actor.ts';
import { auditEntry } from '../audit/audit-entry.ts';
import type { Clock } from '../ports/clock.ts';
import { followAct, requireAct, requireFacts } from '../requests/request-acts.ts';

/** The end of S.7, and the right to rate what was received (O.6.c). */
export function createCloseService({ db, clock }: { readonly db: Database; readonly clock: Clock }) {
  return {
    /** @throws AppError notFound, requestForbids { reason } */
    close: (id: RequestId, note: string, actor: Actor): void => {
      db.write((tx) => {
        requireAct(tx, id, 'close');
        const nowMs = clock.nowMs();
        insertStep(tx, id, { step: 7, kind: 'done', note }, actor.id, nowMs);
        setRequestState(tx, id, 'closed', nowMs);
        const facts = followAct(tx, actor, id, nowMs, {
          kind: 'closed',
          step: 7,
          text: note,
          clause: 'S.7',
        });
        const about = { delivered: facts.deliveriesDone };
        tx.audit(auditEntry(actor, nowMs, 'request.closed', { kind: 'request', id }, about));
      });
    },

    /**
     * One act whatever the answer is: the log and the request hold the same in every case, so that nothing tells whether
     * somebody rated. @throws AppError notFound, ratingForbids
     */
    answerRating: (id: RequestId, rating: RatingInput | null, actor: Actor): void => {
      db.write((tx) => {
        const offer = findOffer(tx, id);
        const facts = requireFacts(tx, id);
        const may = mayOfferRating({
          state: facts.state,
          delivered: facts.deliveriesDone,
          refused: facts.decision?.kind === 'refused',
          ratingOfferedAtMs: offer?.ratingOfferedAtMs ?? null,
        });
        if (!may || offer === undefined) throw new AppError('ratingForbids', {});
        const nowMs = clock.nowMs();
        setRatingOffered(tx, id, nowMs);
        if (rating !== null)
          insertRating(tx, {
            key: randomBytes(16).toString('hex'),
            service: offer.serviceId,
            month: riyadhDay(nowMs).slice(0, 7),
            score: rating.score,
            comment: rating.comment,
          });
        tx.audit(auditEntry(actor, nowMs, 'rating.offered', { kind: 'request', id }));
      });
    },
  };
}
