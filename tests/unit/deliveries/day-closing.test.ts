import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type CountedHandover, dayCounts } from '#shared/deliveries/day-closing.ts';
import { mayOfferRating } from '#shared/deliveries/rating.ts';

const MINUTE = 60_000;
const row = (more: Partial<CountedHandover> = {}): CountedHandover => ({
  serviceId: 1 as CountedHandover['serviceId'],
  serviceName: 'سلة غذائية شهرية',
  unit: 'سلة',
  partyId: 1,
  state: 'delivered',
  quantity: 1,
  valueHalalas: 35_000,
  atPlace: false,
  departedAtMs: null,
  doneAtMs: 0,
  ...more,
});

describe('the page that closes a day', () => {
  it('counts what was handed out by service, each person once', () => {
    const counts = dayCounts([
      row(),
      row({ quantity: 2 }),
      row({ partyId: 2 }),
      row({
        serviceId: 2 as CountedHandover['serviceId'],
        serviceName: 'كسوة',
        unit: 'كسوة',
        valueHalalas: null,
      }),
    ]);
    expect(counts).toMatchObject({ delivered: 4, persons: 2, failed: 0, stillPlanned: 0 });
    expect(
      counts.services.map(({ serviceName, deliveries, quantity, persons, valueHalalas }) => [
        serviceName,
        deliveries,
        quantity,
        persons,
        valueHalalas,
      ]),
    ).toEqual([
      ['سلة غذائية شهرية', 3, 4, 2, 105_000],
      ['كسوة', 1, 1, 1, 0],
    ]);
  });

  it('adds no baskets to boxes, though they be of one service', () => {
    expect(dayCounts([row(), row({ unit: 'كرتون' })]).services.map(({ unit }) => unit)).toEqual([
      'سلة',
      'كرتون',
    ]);
  });

  it('counts what was voided nowhere, and what failed or waits apart', () => {
    const states = ['voided', 'failed', 'planned', 'cancelled'].map((state) => row({ state }));
    expect(dayCounts(states)).toMatchObject({ services: [], delivered: 0, failed: 1, stillPlanned: 1 });
  });

  it('tells how fast a service was at their place (O.4): the middle, so that one breakdown tells no lie', () => {
    const trips = [20, 35, 400].map((minutes) =>
      row({ atPlace: true, departedAtMs: 0, doneAtMs: minutes * MINUTE }),
    );
    expect(dayCounts([...trips, row()])).toMatchObject({ atPlace: 3, atPlaceMinutes: 35 });
    expect(dayCounts([row({ atPlace: true })]).atPlaceMinutes).toBeNull();
  });

  it('does not depend on the order, and its parts add up to the whole', () => {
    const rows = fc.array(
      fc.record({
        service: fc.integer({ min: 1, max: 4 }),
        partyId: fc.integer({ min: 1, max: 5 }),
        state: fc.constantFrom('delivered', 'failed', 'planned', 'voided'),
        quantity: fc.integer({ min: 1, max: 9 }),
      }),
      { maxLength: 40 },
    );
    fc.assert(
      fc.property(rows, (given) => {
        const all = given.map(({ service, ...rest }) =>
          row({ ...rest, serviceId: service as CountedHandover['serviceId'], serviceName: `${service}` }),
        );
        const counts = dayCounts(all);
        const byName = (of: typeof counts) => of.services.toSorted((a, b) => a.serviceId - b.serviceId);
        expect(byName(dayCounts(all.toReversed()))).toEqual(byName(counts));
        const sum = counts.services.reduce((total, { deliveries }) => total + deliveries, 0);
        expect(sum).toBe(counts.delivered);
        expect(counts.persons).toBeLessThanOrEqual(counts.delivered);
      }),
    );
  });
});

describe('the offer of a rating', () => {
  const closed = { state: 'closed', delivered: 1, refused: false, ratingOfferedAtMs: null };
  it('is made once, at the close of a service that was delivered', () => {
    expect(mayOfferRating(closed)).toBe(true);
    expect(mayOfferRating({ ...closed, ratingOfferedAtMs: 1 })).toBe(false);
    expect(mayOfferRating({ ...closed, delivered: 0 })).toBe(false);
  });
  it.each(['open', 'refused', 'withdrawn'])('is never made of a request that is %s', (state) => {
    expect(mayOfferRating({ ...closed, state })).toBe(false);
  });
  it('is never made together with a refusal', () => {
    expect(mayOfferRating({ ...closed, refused: true })).toBe(false);
  });
});
