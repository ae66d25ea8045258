import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Party } from '#shared/parties/party.ts';
import { openOffice, person, type TestDesk } from '../support/office.ts';

let desk: TestDesk;
let party: Party;
const OWN = { owner: 'ابنها سالم', hours: 'بعد العصر', discreet: true };
const SISTERS = { owner: 'أختها', hours: '', discreet: false };
beforeEach(async () => {
  desk = await openOffice();
  party = await desk.call('parties.saveRecord', {
    record: {
      name: 'نورة سليمان عوض اللحياني',
      idKind: 'none',
      noIdReason: 'لم تُحضرها',
      contactPoints: [
        { kind: 'mobile', value: '0508072675', ...OWN },
        { kind: 'mobile', value: '0551234567', ...SISTERS },
      ],
    },
  });
});
afterEach(() => desk.close());
const list = async (filter: object) =>
  (await desk.call('parties.list', filter as never)).rows.find(({ id }) => id === party.id);

describe('whoever shows a number shows what must be minded before it is called (G.1)', () => {
  it('in what a search, the palette, the list and the choice of a batch tell', async () => {
    expect((await desk.call('parties.search', { text: 'نورة سليمان' }))[0]).toMatchObject({ safe: OWN });
    expect(await desk.call('desk.find', { text: '0508072675' })).toMatchObject([{ party: { safe: OWN } }]);
    expect(await list({})).toMatchObject({ mobile: '+966508072675', safe: OWN });
    expect((await desk.call('batches.choose', { filter: { text: 'نورة' } })).rows[0]).toMatchObject({
      safe: OWN,
    });
  });

  it('of both numbers, where another than the first one was typed', async () => {
    const [hit] = await desk.call('parties.search', { text: '0551234567' });
    expect(hit?.via?.kind).toBe('contact');
    expect(hit?.safe).toEqual({ owner: 'أختها', hours: 'بعد العصر', discreet: true });
  });

  it('of a proxy, whose number stands in the file of another', async () => {
    const ward = await desk.call('parties.add', person());
    await desk.call('representatives.save', {
      partyId: ward.id,
      representation: {
        kind: 'proxy',
        representativeId: party.id,
        relation: 'أخت',
        deedNumber: '441234567',
        deedIssuer: 'ناجز',
        scope: 'استلام المساعدات',
        issuedOn: '2026-01-01',
        expiresOn: '2027-01-01',
      },
    });
    const { by } = await desk.call('representatives.ofParty', { partyId: ward.id });
    expect(by[0]).toMatchObject({ representativeMobile: '+966508072675', representativeSafe: OWN });
  });

  it('and nothing of a number that asks for no care', async () => {
    const { id } = await desk.call('parties.add', { ...person(), mobile: '0566666666' });
    const rows = (await desk.call('parties.list', {})).rows;
    expect(rows.find((row) => row.id === id)).toMatchObject({ mobile: '+966566666666', safe: null });
  });
});
