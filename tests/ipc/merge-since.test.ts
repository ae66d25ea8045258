import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { PartyId } from '#shared/ids.ts';
import { verifyDatabase } from '#electron/verify/verify-database.ts';
import { letterContent } from '../support/letter-content.ts';
import { openOffice, person, type TestDesk } from '../support/office.ts';
import { wholeTables } from '../db/support/hanging-rows.ts';

const TODAY = '2026-11-22';
const IDS = ['1058529940', '1001244019', '1101798278', '1100000007', '1000000008'];
const NAMES = [
  'فاطمة أحمد علي الحربي',
  'نورة سعد محمد السلمي',
  'هند سالم عمر القرشي',
  'لطيفة بدر ماجد الهذلي',
];

let desk: TestDesk;
let a: PartyId;
let b: PartyId;
let c: PartyId;
let d: PartyId;
beforeEach(async () => {
  desk = await openOffice();
  const added: PartyId[] = [];
  for (const [n, name] of NAMES.entries())
    added.push((await desk.call('parties.add', { ...person(name, IDS[n]), mobile: `05080726${70 + n}` })).id);
  [a, b, c, d] = added as [PartyId, PartyId, PartyId, PartyId];
});
afterEach(() => desk.close());

const version = async (id: PartyId) => (await desk.call('parties.record', { id })).version;
const merge = async (keptId: PartyId, mergedId: PartyId, lived: 'kept' | 'merged' = 'kept') =>
  (
    await desk.call('duplicates.merge', {
      keptId,
      mergedId,
      versions: { kept: await version(keptId), merged: await version(mergedId) },
      choices: {},
      household: lived,
    })
  ).mergeId;
const undo = (mergeId: number, give: { table: string; column: string; id: number }[] = []) =>
  desk.call('duplicates.undoMerge', { mergeId, give });
const standing = () => wholeTables(desk.office().db.sqlite);

/** A household of their own, with them as its head, and a son in it. Answers with the head's row. */
async function household(id: PartyId): Promise<number> {
  await desk.call('households.saveMember', { partyId: id, member: { relation: 'son', name: 'سعد' } });
  const { household: made } = await desk.call('households.ofParty', { partyId: id });
  return made!.members.find(({ partyId }) => partyId === id)!.id;
}
const livesWith = async (id: PartyId): Promise<unknown> => {
  const { household: found } = await desk.call('households.ofParty', { partyId: id });
  const own = found?.members.find(({ partyId }) => partyId === id);
  return own && { head: found!.members[0]!.partyId, left: own.left, breadwinner: own.breadwinner };
};
const join = (id: PartyId, head: PartyId) =>
  desk.call('households.saveMember', {
    partyId: head,
    member: { partyId: id, relation: 'relative' },
    move: { on: TODAY },
  });
const sinceOf = async (mergeId: number, table: string) => {
  const { since } = await desk.call('duplicates.standing', { mergeId });
  return since
    .filter((row) => row.table === table)
    .map(({ table: name, column, id }) => ({ table: name, column, id }));
};

describe('an undo after work on what the merge itself had changed', () => {
  it.each(['kept', 'merged'] as const)(
    'brings a household back that the merge ended, and keeps what was written of its member since: %s',
    async (lived) => {
      const rows = [await household(a), await household(b)];
      const mergeId = await merge(a, b, lived);
      // The household that was ended is the other one's.
      const ended = rows[lived === 'kept' ? 1 : 0]!;
      await desk.call('households.setBreadwinner', { id: ended, breadwinner: true });
      await undo(mergeId);
      const [own, theirs] = [await livesWith(a), await livesWith(b)];
      const said = { left: null, breadwinner: true };
      const unsaid = { left: null, breadwinner: false };
      expect([own, theirs]).toEqual([
        { head: a, ...(lived === 'kept' ? unsaid : said) },
        { head: b, ...(lived === 'kept' ? said : unsaid) },
      ]);
    },
  );

  it('leaves somebody in the household that they joined since, and gives the other what they left', async () => {
    await household(a);
    await household(b);
    await household(c);
    const mergeId = await merge(a, b, 'merged');
    await join(a, c);
    await undo(mergeId);
    expect(await livesWith(a)).toMatchObject({ head: c, left: null });
    expect(await livesWith(b)).toMatchObject({ left: { on: TODAY } });
    expect(desk.office().db.sqlite.pragma('foreign_key_check')).toEqual([]);
  });

  it('and gives the household that was joined since to the other, if that is whom it was about', async () => {
    await household(a);
    await household(b);
    await household(c);
    const mergeId = await merge(a, b, 'merged');
    await join(a, c);
    await undo(mergeId, await sinceOf(mergeId, 'household_member'));
    expect(await livesWith(a)).toMatchObject({ head: a, left: null });
    expect(await livesWith(b)).toMatchObject({ head: c, left: null });
  });

  it('gives a category that was given anew to the other, who had it before', async () => {
    const [category] = await desk.call('categories.list');
    const give = (partyId: PartyId) =>
      desk.call('categories.give', { partyId, categoryIds: [category!.id], on: TODAY });
    await give(a);
    await give(b);
    const mergeId = await merge(a, b);
    const { categories } = await desk.call('circumstances.ofParty', { partyId: a });
    const stands = categories.find(({ untilOn, withdrawn }) => untilOn === null && withdrawn === null)!;
    await desk.call('categories.end', { id: stands.id, end: { on: TODAY, reason: 'تزوجت' } });
    await give(a);
    await undo(mergeId, await sinceOf(mergeId, 'party_category'));
    const now = await desk.call('circumstances.ofParty', { partyId: b });
    expect(
      now.categories.filter(({ untilOn, withdrawn }) => untilOn === null && withdrawn === null),
    ).toHaveLength(1);
  });
});

describe('an undo after work on a request', () => {
  const open = async (partyId: PartyId) =>
    (
      await desk.call('requests.open', {
        partyId,
        visitId: null,
        service: 'سلة',
        need: '',
        level: 'ordinary',
      })
    ).id;
  const refer = async (requestId: number, partyId: PartyId) =>
    (await desk.call('referrals.refer', { partyId, requestId, question: 'هل يلزم صك الحضانة؟' })).id;
  const personOf = async (requestId: number) => [
    ...new Set((await desk.call('referrals.of', { requestId })).map(({ partyId }) => partyId)),
    (await desk.call('requests.get', { id: requestId })).partyId,
  ];

  it('leaves what was written for it with it, and asks of nothing that is not to be chosen', async () => {
    const before = await open(b);
    const mergeId = await merge(a, b);
    await refer(before, a);
    const [stays, goes] = [await open(a), await open(a)];
    await refer(stays, a);
    await refer(goes, a);
    const letter = await desk.call('letters.create', { requestId: before, content: letterContent() });
    const { since } = await desk.call('duplicates.standing', { mergeId });
    expect(since.map(({ table, id }) => [table, id])).toEqual([
      ['support_request', stays],
      ['support_request', goes],
    ]);
    await undo(mergeId, [{ table: 'support_request', column: 'party_id', id: goes }]);
    expect(await personOf(before)).toEqual([b, b]);
    expect(await personOf(stays)).toEqual([a, a]);
    expect(await personOf(goes)).toEqual([b, b]);
    expect((await desk.call('letters.get', { id: letter.id })).partyId).toBe(b);
    expect(verifyDatabase(desk.office().db).faults).toEqual([]);
  });
});

describe('two merges that cross', () => {
  const dismiss = (one: PartyId, other: PartyId, reason: string) =>
    desk.call('duplicates.dismiss', {
      low: Math.min(one, other),
      high: Math.max(one, other),
      reason,
    });
  const alike = (one: PartyId, other: PartyId): void =>
    void desk
      .office()
      .db.sqlite.prepare(`INSERT INTO duplicate_pair VALUES (?, ?, 50, '[]', 1, NULL, NULL, '')`)
      .run(Math.min(one, other), Math.max(one, other));

  it.each([
    ['the first', [0, 1]],
    ['the second', [1, 0]],
  ])(
    'leave what was dismissed with those of whom it was said, whichever is undone first: %s',
    async (_, order) => {
      alike(b, d);
      await dismiss(b, d, 'ابنتا عم');
      const before = standing();
      const merges = [await merge(a, b), await merge(c, d)];
      await undo(merges[order[0]!]!);
      const { rows } = await desk.call('duplicates.list', { view: 'dismissed' });
      const between = order[0] === 0 ? [b, c] : [a, d];
      expect(rows.map(({ low, high }) => [low.id, high.id])).toEqual([between.toSorted((x, y) => x - y)]);
      await undo(merges[order[1]!]!);
      expect(standing()).toEqual(before);
    },
  );
});
