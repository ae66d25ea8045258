import * as fc from 'fast-check';
import { afterEach, describe, expect, it } from 'vitest';
import type { LetterRegister } from '#shared/registers/register.ts';
import { listRegisterSummaries, readRegisterBook } from '#db/registers/register-book.ts';
import { verifyDatabase } from '#electron/verify/verify-database.ts';
import { letterContent } from '../support/letter-content.ts';
import { openOffice, type TestDesk } from '../support/office.ts';
import { tinyPdf } from '../support/tiny-pdf.ts';

type Act =
  | {
      readonly kind: 'issue' | 'register' | 'voidLetter' | 'voidKept' | 'enter' | 'newDay';
      readonly at: number;
    }
  | { readonly kind: 'reserve'; readonly register: LetterRegister; readonly count: number };

const act: fc.Arbitrary<Act> = fc.oneof(
  fc.record({
    kind: fc.constantFrom('issue', 'register', 'voidLetter', 'voidKept', 'enter', 'newDay'),
    at: fc.nat(),
  }),
  fc.record({
    kind: fc.constant('reserve'),
    register: fc.constantFrom('outgoing', 'incoming'),
    count: fc.integer({ min: 1, max: 4 }),
  }),
);

let desk: TestDesk;
afterEach(() => desk.close());

const received = {
  sender: { organisation: 'إمارة المنطقة', name: '', title: '' },
  theirNumber: '5',
  theirDay: null,
  subject: 'دعوة',
  attachments: { kind: 'list' as const, items: [] },
  scans: [],
  receivedBy: 'byHand' as const,
  note: '',
};

/** What the registers should be: the state of each number, by register and year. */
type Model = Map<string, ('valid' | 'voided' | 'reserved')[]>;

async function play(acts: readonly Act[], opening: { outgoing: number; incoming: number }): Promise<Model> {
  desk = await openOffice({ lastPaperNumbers: opening });
  const model: Model = new Map();
  const { sha256 } = await desk.call('files.put', {
    name: 'ورقة.pdf',
    bytes: new Uint8Array(tinyPdf('ورقة')),
  });
  const year = (): number =>
    // 1449-01-01 is 2027-06-06.
    desk.clock.nowMs() < Date.UTC(2027, 5, 5, 21) ? 1448 : 1449;
  const add = (register: string, state: 'valid' | 'reserved', count = 1): void => {
    const key = `${register} ${year()}`;
    model.set(key, [...(model.get(key) ?? []), ...Array.from({ length: count }, () => state)]);
  };
  const settle = (
    place: { register: string; hijriYear: number; number: number },
    state: 'valid' | 'voided',
  ): void => {
    const states = model.get(`${place.register} ${place.hijriYear}`) ?? [];
    const base = place.hijriYear === 1448 ? opening[place.register as 'outgoing'] : 0;
    states[place.number - base - 1] = state;
  };
  for (const one of acts) {
    // oxlint-disable no-await-in-loop -- acts follow one another
    if (one.kind === 'reserve') {
      await desk.call('registers.reserve', { ...one, reason: 'انقطاع', confirmClock: true });
      add(one.register, 'reserved', one.count);
    } else if (one.kind === 'issue') {
      const { id } = await desk.call('letters.create', { content: letterContent() });
      await desk.call('letters.issue', { id, confirmClock: true });
      add('outgoing', 'valid');
    } else if (one.kind === 'register') {
      await desk.call('incoming.register', { content: received, confirmClock: true });
      add('incoming', 'valid');
    } else if (one.kind === 'newDay') {
      desk.clock.advance((1 + (one.at % 120)) * 86_400_000);
    } else if (one.kind === 'voidLetter') {
      const { rows } = await desk.call('letters.list', { states: ['issued'] });
      const row = rows[one.at % Math.max(1, rows.length)];
      if (row === undefined) continue;
      await desk.call('letters.void', { id: row.id, reason: 'خطأ' });
      const [number, , hijriYear] = (row.referenceNumber ?? '').split('/').map(Number);
      settle({ register: 'outgoing', hijriYear: hijriYear ?? 0, number: number ?? 0 }, 'voided');
    } else {
      const kept = await desk.call('registers.listReserved');
      const place = kept[one.at % Math.max(1, kept.length)];
      if (place === undefined) continue;
      const { register, hijriYear, number, day } = place;
      if (one.kind === 'voidKept') {
        await desk.call('registers.voidReserved', { register, hijriYear, number, reason: 'تلفت' });
        settle(place, 'voided');
        continue;
      }
      const common = { hijriYear, number, day, reason: 'انقطاع' };
      if (register === 'incoming')
        await desk.call('registers.enterIncoming', { ...common, content: received });
      else
        await desk.call('registers.enterOutgoing', {
          ...common,
          recipient: letterContent().recipient,
          subject: 'كُتب باليد',
          signatory: { title: 'رئيسة المجلس', name: 'سارة' },
          attachments: { kind: 'list', items: [] },
          scan: { sha256, name: 'ورقة.pdf' },
        });
      settle(place, 'valid');
    }
    // oxlint-enable no-await-in-loop
  }
  return model;
}

describe('any sequence of issue, registration, reservation, entry, void and new days', () => {
  it('leaves registers without a gap, in the state that was brought about, and proves whole', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(act, { minLength: 1, maxLength: 14 }),
        fc.record({ outgoing: fc.nat({ max: 300 }), incoming: fc.nat({ max: 300 }) }),
        async (acts, opening) => {
          const model = await play(acts, opening);
          try {
            const { db } = desk.office();
            expect(verifyDatabase(db).faults).toEqual([]);
            for (const [key, states] of model) {
              const [register, hijriYear] = key.split(' ') as [LetterRegister, string];
              const book = readRegisterBook(db, register, Number(hijriYear));
              const first = (Number(hijriYear) === 1448 ? opening[register] : 0) + 1;
              expect(book?.lines.map((line) => [line.number, line.state])).toEqual(
                states.map((state, index) => [first + index, state]),
              );
              const summary = listRegisterSummaries(db).find(
                (one) => one.register === register && one.hijriYear === Number(hijriYear),
              );
              expect(summary).toEqual(book?.summary);
              expect(summary).toMatchObject({ last: first - 1 + states.length, missing: 0 });
            }
          } finally {
            desk.close();
          }
        },
      ),
      { numRuns: 25 },
    );
    desk = await openOffice();
  }, 120_000);
});
