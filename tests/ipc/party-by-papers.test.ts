import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { PartyId } from '#shared/ids.ts';
import { queries } from '#db/statement.ts';
import { letterContent } from '../support/letter-content.ts';
import { openOffice, person, type TestDesk } from '../support/office.ts';

let desk: TestDesk;
let fatima: PartyId;
let noura: PartyId;

/** فاطمة bears the letter 127 and نورة the request 1448-0093. */
beforeAll(async () => {
  desk = await openOffice();
  fatima = (await desk.call('parties.add', person())).id;
  noura = (await desk.call('parties.add', person('نورة علي القرشي', '1101798278'))).id;
  const { id } = await desk.call('letters.create', { partyId: fatima, content: letterContent('شكر') });
  await desk.call('letters.issue', { id, confirmClock: true });
  const request = await desk.call('requests.open', {
    partyId: noura,
    service: 'سلة',
    level: 'ordinary',
    need: 'حاجة',
  });
  desk.office().db.write((tx) => {
    tx.unaudited();
    tx.exec(
      queries
        .updateTable('support_request')
        .set({ number_year: 1448, number: 93 })
        .where('id', '=', request.id),
    );
  });
});
afterAll(() => desk.close());

const found = async (text: string) =>
  (await desk.call('parties.search', { text })).map(({ id, via }) => [id, via?.kind, via?.text]);

describe('finding a person by a paper of theirs', () => {
  it.each(['127/ص/1448', '١٢٧/ص/١٤٤٨', '127 / ص / 1448', 'خطاب 127/ص/1448', 'رقم 127/ص/1448'])(
    'by the number of a letter: %s',
    async (text) => {
      expect(await found(text)).toEqual([[fatima, 'letter', '127/ص/1448']]);
    },
  );

  it.each(['1448-93', '1448-0093', '١٤٤٨-٩٣', '1448/93', 'طلب 1448-93', 'الطلب رقم ١٤٤٨-٠٠٩٣'])(
    'by the number of a request: %s',
    async (text) => {
      expect(await found(text)).toEqual([[noura, 'request', '1448-0093']]);
    },
  );

  it.each(['126/ص/1448', '127/ص/1447', '1447-93', '1448-94'])(
    'nobody by another number: %s',
    async (text) => {
      expect(await found(text)).toEqual([]);
    },
  );

  it('not by a letter that has no number yet', async () => {
    await desk.call('letters.create', { partyId: noura, content: letterContent('مسودة') });
    expect(await found('128/ص/1448')).toEqual([]);
  });
});
