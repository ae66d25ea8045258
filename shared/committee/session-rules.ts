import { nameKey } from '../arabic/names.ts';
import type { StaffId } from '../ids.ts';
import type { Attendance, CommitteeMember, DecisionVote, SessionState } from './committee.ts';

/** Who was a member on a day, both ends in. */
export const membersOn = <M extends Pick<CommitteeMember, 'fromDay' | 'untilDay'>>(
  members: readonly M[],
  day: string,
): M[] => members.filter(({ fromDay, untilDay }) => fromDay <= day && (untilDay === null || untilDay >= day));

/** نصاب: what the setting says, else more than half of the members; never less than one. */
export const quorumOf = (setting: number | null, members: number): number =>
  setting ?? Math.max(1, Math.floor(members / 2) + 1);

export const presentOf = (attendance: readonly Attendance[]): Attendance[] =>
  attendance.filter((one) => one.present);

/** Sessions that take cases, attendance and decisions. */
export const isOpenSession = (state: SessionState): boolean => state === 'planned' || state === 'held';

export interface VoteCount {
  readonly for: number;
  readonly against: number;
  readonly abstained: number;
  /** More for than against; equal on both sides: the side of who presides. Nobody for it: not. */
  readonly carried: boolean;
}

/** `presiding` is the member whose vote tells where both sides are equal; null: nobody's does. */
export function countVotes(votes: readonly DecisionVote[], presiding: number | null): VoteCount {
  const of = (vote: DecisionVote['vote']): number => votes.filter((one) => one.vote === vote).length;
  const [yes, no] = [of('for'), of('against')];
  const casting = votes.find((one) => one.memberId === presiding)?.vote === 'for';
  return {
    for: yes,
    against: no,
    abstained: of('abstained'),
    carried: yes > no || (yes === no && yes > 0 && casting),
  };
}

const RANK: Readonly<Record<CommitteeMember['role'], number>> = {
  chair: 0,
  deputy: 1,
  secretary: 2,
  member: 3,
};

/** Who presides of those present: the chair, else the deputy; nobody where neither is there. */
export const presidingOf = (
  present: readonly Pick<CommitteeMember, 'id' | 'role'>[],
): CommitteeMember['id'] | null =>
  present
    .filter(({ role }) => role === 'chair' || role === 'deputy')
    .toSorted((one, other) => RANK[one.role] - RANK[other.role])[0]?.id ?? null;

/** Who made the social research of a case. */
export interface Researcher {
  readonly id: StaffId;
  readonly name: string;
}

/** Members who made the research: by their account; one who has none by the name, as it is searched for. */
export const researchedBy = <M extends Pick<CommitteeMember, 'staffId' | 'name'>>(
  members: readonly M[],
  researchers: readonly Researcher[],
): M[] =>
  members.filter(({ staffId, name }) =>
    researchers.some((one) => (staffId === null ? nameKey(one.name) === nameKey(name) : one.id === staffId)),
  );

/**
 * «تعارض مصالح»: of those who decide, whoever made the social research of the case. Somebody who abstained did not decide.
 * It warns, is acknowledged with a reason, and is never hidden; it holds nothing up.
 */
export function conflictsOf<M extends Pick<CommitteeMember, 'id'>>(
  members: readonly M[],
  votes: readonly DecisionVote[],
  researched: readonly CommitteeMember['id'][],
): M[] {
  const deciding = new Set(votes.filter(({ vote }) => vote !== 'abstained').map(({ memberId }) => memberId));
  return members.filter(({ id }) => deciding.has(id) && researched.includes(id));
}

/** Everybody present votes for it, until somebody says otherwise. */
export const unanimous = (present: readonly Pick<Attendance, 'memberId'>[]): DecisionVote[] =>
  present.map(({ memberId }) => ({ memberId, vote: 'for', note: '' }));
