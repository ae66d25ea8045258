import { queries, statement } from '../statement.ts';
import type { Reader } from '../transaction.ts';

/** What is told of a letter's later life in tables of its own, for verification. */
const lives = statement()(() =>
  queries
    .selectFrom('letter')
    .select((eb) => [
      'letter.id',
      'letter.hijri_year',
      'letter.number',
      'letter.state',
      'letter.void_reason',
      'letter.voided_by',
      'letter.voided_at_ms',
      'letter.signed_at_ms',
      'letter.delivered_at_ms',
      eb
        .selectFrom('letter_signing')
        .select('letter_signing.at_ms')
        .whereRef('letter_signing.letter_id', '=', 'letter.id')
        .where('letter_signing.withdrawn_at_ms', 'is', null)
        .orderBy('letter_signing.id', 'desc')
        .limit(1)
        .as('signed'),
      eb
        .selectFrom('letter_delivery')
        .select('letter_delivery.at_ms')
        .whereRef('letter_delivery.letter_id', '=', 'letter.id')
        .where('letter_delivery.withdrawn_at_ms', 'is', null)
        .orderBy('letter_delivery.id', 'desc')
        .limit(1)
        .as('delivered'),
    ])
    .where('letter.number', 'is not', null)
    .orderBy('letter.id'),
);
const origins = statement()(() =>
  queries
    .selectFrom('letter')
    .select([
      'id',
      'hijri_year',
      'number',
      'version',
      'party_id',
      'request_id',
      'corrects_id',
      'answers_id',
      'approved_by',
      'approved_at_ms',
      'issued_by',
      'issued_at_ms',
    ])
    .where('number', 'is not', null)
    .orderBy('id'),
);
const signings = statement()(() =>
  queries
    .selectFrom('letter_signing')
    .innerJoin('letter', 'letter.id', 'letter_signing.letter_id')
    .selectAll('letter_signing')
    .select(['letter.hijri_year', 'letter.number'])
    .orderBy('letter_signing.id'),
);
const deliveries = statement()(() =>
  queries
    .selectFrom('letter_delivery')
    .innerJoin('letter', 'letter.id', 'letter_delivery.letter_id')
    .selectAll('letter_delivery')
    .select(['letter.hijri_year', 'letter.number'])
    .orderBy('letter_delivery.id'),
);
const renderings = statement()(() =>
  queries
    .selectFrom('letter_rendering')
    .innerJoin('letter', 'letter.id', 'letter_rendering.letter_id')
    .select(['letter_rendering.pdf', 'letter_rendering.sha256', 'letter.hijri_year', 'letter.number'])
    .orderBy('letter_rendering.letter_id'),
);

/** Of every letter that bears a number: void, and the latest signing and delivery that hold. */
export const listLetterLives = (reader: Reader) => reader.all(lives, {});
/** Of every letter that bears a number: whom and what it is about, who approved it and who issued it. */
export const listLetterOrigins = (reader: Reader) => reader.all(origins, {});
export const listSignings = (reader: Reader) => reader.all(signings, {});
export const listDeliveries = (reader: Reader) => reader.all(deliveries, {});
export const listRenderings = (reader: Reader) => reader.all(renderings, {});
