import type { BatchSource } from '#shared/batches/batch-template.ts';
import { riyadhDay } from '#shared/calendar/dual-date.ts';
import { fillTemplate } from '#shared/letters/templates/fill-template.ts';
import { findRequest } from '#db/requests/request-queries.ts';
import { getProfile } from '#db/organisation/organisation-rows.ts';
import type { Reader } from '#db/transaction.ts';
import type { Clock } from '../ports/clock.ts';
import type { FillFor } from './judge-persons.ts';

/** Fills a batch's template for one person after the other, all on the same day and letterhead's data. */
export function createFillFor(reader: Reader, clock: Clock, source: BatchSource): FillFor {
  const profile = getProfile(reader);
  const { footer } = profile.letterhead;
  const shared = {
    today: riyadhDay(clock.nowMs()),
    digits: profile.letters.fieldDigits,
    organisation: {
      name: profile.name,
      licence: profile.licence,
      iban: footer.iban,
      phone: footer.phone,
      email: footer.email,
    },
    asked: source.values,
  };
  return (at, party, requestId) => {
    const request = requestId === null ? undefined : findRequest(at, requestId);
    const { content, unfilled } = fillTemplate(source.template, {
      ...shared,
      person: party,
      request:
        request === undefined
          ? null
          : {
              number: request.number,
              service: request.service,
              need: request.need,
              openedOn: riyadhDay(request.openedAtMs),
            },
    });
    return { content: { ...content, signatory: source.signatory }, missing: unfilled };
  };
}
