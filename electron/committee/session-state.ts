import { AppError } from '#shared/app-error.ts';
import type { Attendance, CommitteeMember, CommitteeSession } from '#shared/committee/committee.ts';
import { type CommitteeSetting, committeeSettingSchema } from '#shared/committee/committee-setting.ts';
import { isOpenSession, membersOn } from '#shared/committee/session-rules.ts';
import type { CommitteeSessionId } from '#shared/ids.ts';
import { listDecisionsOfSession } from '#db/committee/decision-rows.ts';
import { listMembers } from '#db/committee/member-rows.ts';
import { findSessionHead, listAgenda, listAttendance, type SessionHead } from '#db/committee/session-rows.ts';
import { getDeskSetting } from '#db/settings/desk-settings.ts';
import type { Reader } from '#db/transaction.ts';

export const COMMITTEE_SETTING = 'committee';
export const getCommitteeSetting = (reader: Reader): CommitteeSetting =>
  getDeskSetting(reader, COMMITTEE_SETTING, committeeSettingSchema);

/** What is done to a session; words in `committee.sessionAction`. */
export type SessionAction = 'edit' | 'cancel' | 'agenda' | 'attend' | 'defer' | 'decide' | 'close';

/** @throws AppError notFound */
export function getSessionHead(reader: Reader, id: CommitteeSessionId): SessionHead {
  const head = findSessionHead(reader, id);
  if (head === undefined) throw new AppError('notFound', { kind: 'committeeSession', id });
  return head;
}

/**
 * A session that still takes acts. @throws AppError notFound, conflict { version }, sessionForbids { state, action }
 * @param version what the desk last saw; null: whatever it is by now
 */
export function requireSession(
  reader: Reader,
  id: CommitteeSessionId,
  action: SessionAction,
  version: number | null = null,
): SessionHead {
  const head = getSessionHead(reader, id);
  if (version !== null && head.version !== version)
    throw new AppError('conflict', { kind: 'committeeSession', version: head.version });
  const { state } = head;
  if (!isOpenSession(state) || (action === 'close' && state !== 'held'))
    throw new AppError('sessionForbids', { state, action });
  return head;
}

/** The members of a session's day, in the office's order, with whether they were there. */
export function attendanceOf(reader: Reader, head: Pick<SessionHead, 'id' | 'day' | 'state'>) {
  const written = new Map(listAttendance(reader, head.id).map((one) => [one.memberId, one]));
  const everybody = listMembers(reader);
  const members = isOpenSession(head.state)
    ? membersOn(everybody, head.day)
    : everybody.filter(({ id }) => written.has(id));
  return members.map((member) => {
    const { present, note } = written.get(member.id) ?? { present: false, note: '' };
    return { memberId: member.id, present, note, member };
  });
}

export const presentMembers = (reader: Reader, head: SessionHead): CommitteeMember[] =>
  attendanceOf(reader, head).flatMap(({ present, member }) => (present ? [member] : []));

/** A session whole. @throws AppError notFound */
export function getSession(reader: Reader, id: CommitteeSessionId): CommitteeSession {
  const head = getSessionHead(reader, id);
  const decisions = listDecisionsOfSession(reader, id).filter(({ voided }) => voided === null);
  return {
    ...head,
    attendance: attendanceOf(reader, head),
    agenda: listAgenda(reader, id).map((line) => ({
      ...line,
      decision: decisions.find(({ requestId }) => requestId === line.requestId) ?? null,
    })),
  };
}

/** What has not been is not told as held, nor sealed. @throws AppError dayNotCome { day } */
export function requireDayCame(day: string, today: string): void {
  if (day > today) throw new AppError('dayNotCome', { day: today });
}

/** Nobody makes a quorum with themselves. @throws AppError conflict { kind: committeeMember } */
export function requireEachOnce(attendance: readonly Attendance[]): void {
  if (new Set(attendance.map(({ memberId }) => memberId)).size !== attendance.length)
    throw new AppError('conflict', { kind: 'committeeMember' });
}
