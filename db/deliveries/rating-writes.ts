import type { RequestId } from '#shared/ids.ts';
import { queries, statement } from '../statement.ts';
import type { WriteTransaction } from '../transaction.ts';

const rate = statement<{
  key: string;
  service: number | null;
  month: string;
  score: number;
  comment: string;
}>()((param) =>
  queries.insertInto('rating').values({
    key: param('key'),
    service_id: param('service'),
    month: param('month'),
    score: param('score'),
    comment: param('comment'),
  }),
);

const offer = statement<{ id: number; at: number }>()((param) =>
  queries
    .updateTable('support_request')
    .set({ rating_offered_at_ms: param('at') })
    .where('id', '=', param('id')),
);

/** Under a random key: not even the order tells whose it is. */
export const insertRating = (
  tx: WriteTransaction,
  rating: {
    readonly key: string;
    readonly service: number | null;
    readonly month: string;
    readonly score: number;
    readonly comment: string;
  },
): void => {
  tx.run(rate, rating);
};

export const setRatingOffered = (tx: WriteTransaction, request: RequestId, atMs: number): void => {
  tx.run(offer, { id: request, at: atMs });
};
