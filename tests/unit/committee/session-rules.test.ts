import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { CommitteeMember, DecisionVote, Vote } from '#shared/committee/committee.ts';
import { decidedSchema } from '#shared/committee/committee-contract.ts';
import {
  conflictsOf,
  countVotes,
  membersOn,
  presidingOf,
  quorumOf,
  researchedBy,
  unanimous,
} from '#shared/committee/session-rules.ts';
import { committeeMemberIdSchema, staffIdSchema } from '#shared/ids.ts';

const id = (n: number) => committeeMemberIdSchema.parse(n);
const staff = (n: number) => staffIdSchema.parse(n);
const vote = (n: number, how: Vote): DecisionVote => ({ memberId: id(n), vote: how, note: '' });
const member = (n: number, more: Partial<CommitteeMember> = {}): CommitteeMember => ({
  id: id(n),
  staffId: null,
  name: `عضو ${n}`,
  title: '',
  role: 'member',
  fromDay: '2026-01-01',
  untilDay: null,
  ...more,
});

describe('members and quorum', () => {
  it('sit from their first day to their last, both in', () => {
    const members = [member(1, { fromDay: '2026-11-22', untilDay: '2026-11-24' })];
    const sits = (day: string): number => membersOn(members, day).length;
    expect(['2026-11-21', '2026-11-22', '2026-11-24', '2026-11-25'].map(sits)).toEqual([0, 1, 1, 0]);
  });

  it('are more than half where the setting says nothing', () => {
    expect([1, 2, 3, 4, 5, 8].map((members) => quorumOf(null, members))).toEqual([1, 2, 2, 3, 3, 5]);
    expect(quorumOf(4, 9)).toBe(4);
  });
});

describe('votes', () => {
  it.each<[string, readonly Vote[], boolean]>([
    ['all for it', ['for', 'for'], true],
    ['more for it than against', ['against', 'for', 'for'], true],
    ['more against it', ['for', 'against', 'against'], false],
    ['as many, who presides for it', ['for', 'against'], true],
    ['as many, who presides against it', ['against', 'for'], false],
    ['as many, who presides abstaining', ['abstained', 'for', 'against'], false],
    ['nobody for it', ['abstained', 'abstained'], false],
    ['one for it, the rest abstaining', ['abstained', 'for'], true],
  ])('%s', (_, votes, carried) => {
    const cast = votes.map((how, index) => vote(index + 1, how));
    expect(countVotes(cast, id(1)).carried).toBe(carried);
  });

  it('are carried when everybody present is for it, and never when nobody is', () => {
    fc.assert(
      fc.property(fc.uniqueArray(fc.integer({ min: 1, max: 30 }), { minLength: 1 }), (ids) => {
        expect(countVotes(unanimous(ids.map((n) => ({ memberId: id(n) }))), null).carried).toBe(true);
        expect(
          countVotes(
            ids.map((n) => vote(n, 'against')),
            id(ids[0]!),
          ).carried,
        ).toBe(false);
      }),
    );
  });

  it('are led by the chair, else the deputy, else by nobody', () => {
    const [plain, deputy, chair] = [member(1), member(2, { role: 'deputy' }), member(3, { role: 'chair' })];
    expect(presidingOf([plain, deputy, chair])).toBe(chair.id);
    expect(presidingOf([plain, deputy])).toBe(deputy.id);
    expect(presidingOf([plain, member(4, { role: 'secretary' })])).toBeNull();
  });
});

describe('a conflict of interest', () => {
  const researcher = member(1, { staffId: staff(7) });
  const other = member(2, { staffId: staff(8) });
  const members = [researcher, other, member(3)];

  it('is of the member who researched the case and decides it', () => {
    expect(conflictsOf(members, unanimous([{ memberId: id(1) }, { memberId: id(2) }]), [id(1)])).toEqual([
      researcher,
    ]);
    expect(conflictsOf(members, [vote(1, 'against'), vote(2, 'for')], [id(1)])).toEqual([researcher]);
  });

  it('knows who made it by the account, and who has none by the name', () => {
    const made = [{ id: staff(7), name: 'منى سعيد القثامي' }];
    const named = member(4, { name: 'منى بنت سعيد القثامي' });
    expect(researchedBy([...members, named], made)).toEqual([researcher, named]);
    // An account of somebody else who bears the name is somebody else.
    expect(researchedBy([member(5, { name: made[0]!.name, staffId: staff(9) })], made)).toEqual([]);
    expect(researchedBy(members, [])).toEqual([]);
  });

  it('is of nobody who abstained, was away, or did not make it', () => {
    expect(conflictsOf(members, [vote(1, 'abstained'), vote(2, 'for')], [id(1)])).toEqual([]);
    expect(conflictsOf(members, [vote(2, 'for'), vote(3, 'for')], [id(1)])).toEqual([]);
    expect(conflictsOf(members, [vote(2, 'for'), vote(3, 'for')], [])).toEqual([]);
  });
});

describe('what a decision must say', () => {
  const whole = { requestId: 1, clause: 'S.2', reason: 'سبب', wouldChange: 'مشهد جديد' };
  const missing = (kind: string, left: Partial<typeof whole>): string[] =>
    decidedSchema.safeParse({ kind, requestId: 1, ...left }).error?.issues.map(({ message }) => message) ??
    [];

  it('a refusal: the clause, the reason and what would change it', () => {
    expect(missing('refused', whole)).toEqual([]);
    expect(missing('refused', { ...whole, clause: ' ' })).toEqual(['decision.clause']);
    expect(missing('refused', { ...whole, reason: '' })).toEqual(['decision.reason']);
    expect(missing('refused', { ...whole, wouldChange: '' })).toEqual(['decision.wouldChange']);
  });

  it('a request for completion: what is wanted; an acceptance: nothing', () => {
    expect(missing('moreInformation', {})).toEqual(['decision.reason']);
    expect(missing('moreInformation', { reason: 'مشهد دخل' })).toEqual([]);
    expect(missing('accepted', {})).toEqual([]);
  });
});
