import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { PartyId } from '#shared/ids.ts';
import { recordOf } from '#shared/parties/party-record.ts';
import type { Party } from '#shared/parties/party.ts';
import { openOffice, person, type TestDesk } from '../support/office.ts';

let desk: TestDesk;
let kept: Party;
let merged: Party;
beforeEach(async () => {
  desk = await openOffice();
  kept = await desk.call('parties.add', person('فاطمة أحمد علي الحربي', '1058529940'));
  merged = await desk.call('parties.add', {
    name: 'فاطمة أحمد الحربي',
    idKind: 'none',
    noIdReason: 'لم تحضرها',
    mobile: '0508072675',
  });
});
afterEach(() => desk.close());

const whole = async (id: PartyId) => {
  const party = await desk.call('parties.record', { id });
  return { record: recordOf(party), version: party.version };
};
const merge = async () =>
  desk.call('duplicates.merge', {
    keptId: kept.id,
    mergedId: merged.id,
    versions: { kept: (await whole(kept.id)).version, merged: (await whole(merged.id)).version },
    choices: {},
  });

describe('a merge', () => {
  it('is followed by a save, however many telephones and aliases the two had together', async () => {
    for (const [side, party] of [kept, merged].entries()) {
      const { record, version: seen } = await whole(party.id);
      const points = Array.from({ length: 11 }, (_, n) => ({
        kind: 'landline' as const,
        value: `012555${side}${String(100 + n)}`,
      }));
      await desk.call('parties.saveRecord', {
        id: party.id,
        version: seen,
        record: {
          ...record,
          contactPoints: [...record.contactPoints, ...points],
          aliases: Array.from({ length: 8 }, (_, n) => `كنية ${side} ${n}`),
        },
      });
    }
    await merge();
    const { record, version: now } = await whole(kept.id);
    expect([record.contactPoints.length > 12, record.aliases.length]).toEqual([true, 16]);
    const note = 'بيتها خلف المسجد';
    await desk.call('parties.saveRecord', { id: kept.id, version: now, record: { ...record, note } });
    expect((await whole(kept.id)).record).toEqual({ ...record, note });
  });

  it('proposes what was matched to its original, but not what was changed since', async () => {
    const sides = async () => {
      const compared = await desk.call('duplicates.compare', { low: kept.id, high: merged.id });
      return [compared.low.matched, compared.high.matched];
    };
    const shown = await desk.call('matching.sheet', { partyId: merged.id });
    const name = shown.find(({ datum }) => datum === 'name')!;
    await desk.call('matching.match', {
      partyId: merged.id,
      data: [{ datum: 'name', seen: name.seen }],
      against: 'card',
    });
    expect(await sides()).toEqual([[], ['name']]);
    const { record, version: now } = await whole(merged.id);
    await desk.call('parties.saveRecord', {
      id: merged.id,
      version: now,
      record: { ...record, name: 'فاطمة أحمد سعيد الحربي' },
    });
    expect(await sides()).toEqual([[], []]);
  });
});
