import type { CommitteeMember, CommitteeSession } from '#shared/committee/committee.ts';
import type { PartyId, RequestId } from '#shared/ids.ts';
import type { Staff } from '#shared/staff/staff.ts';
import { queries } from '#db/statement.ts';
import type { TestDesk } from './office.ts';

/** A chair and two members, the first of the two with the account of `staff`. */
export async function seatCommittee(desk: TestDesk, staff: Staff | null = null): Promise<CommitteeMember[]> {
  const fromDay = '2026-01-01';
  const seat = (name: string, role: CommitteeMember['role'], staffId: CommitteeMember['staffId'] = null) =>
    desk.call('committee.saveMember', { id: null, member: { name, role, staffId, fromDay } });
  return [
    await seat('عبدالرحمن بن صالح الزهراني', 'chair'),
    await seat(staff?.name ?? 'منى بنت سعيد القثامي', 'member', staff?.id ?? null),
    await seat('خالد بن حمود العتيبي', 'member'),
  ];
}

/** A session of the clock's day with these cases, everybody there. */
export async function holdSession(
  desk: TestDesk,
  day: string,
  requestIds: readonly RequestId[],
): Promise<CommitteeSession> {
  const { id } = await desk.call('committee.plan', {
    day,
    place: 'مقر الجمعية',
    requestIds: [...requestIds],
  });
  const members = await desk.call('committee.members');
  return desk.call('committee.attend', {
    id,
    attendance: members.map((member) => ({ memberId: member.id, present: true })),
  });
}

/** The finished social research of a case, as its researcher left it. */
export function finishResearch(desk: TestDesk, requestId: RequestId, researcher: Staff): void {
  const atMs = desk.clock.nowMs();
  desk.office().db.write((tx) => {
    tx.unaudited();
    tx.exec(
      queries.insertInto('social_research').values({
        request_id: requestId,
        researcher_id: researcher.id,
        purpose: '',
        due_on: null,
        findings: 'أسرة من سبعة أفراد، الأب متوفى، والسكن مستأجر',
        recommendation: 'accept',
        recommendation_reason: 'لا دخل يكفي الأساسيات',
        opened_at_ms: atMs,
        opened_by: researcher.id,
        finished_at_ms: atMs,
        finished_by: researcher.id,
        entered_by: null,
        paper_sha256: null,
        paper_name: '',
        cancelled_at_ms: null,
        cancelled_by: null,
        cancel_reason: '',
        version: 1,
      }),
    );
  });
}

/** A widow's circumstances, so that need can be assessed. */
export async function recordCircumstances(desk: TestDesk, partyId: PartyId): Promise<void> {
  const knownOn = '2026-10-01';
  await desk.call('circumstances.record', {
    partyId,
    fact: { kind: 'socialStatus', value: { status: 'widowed' }, knownOn },
  });
  await desk.call('circumstances.record', {
    partyId,
    fact: { kind: 'housing', value: { tenure: 'rented', rent: '900', state: 'repair' }, knownOn },
  });
  await desk.call('circumstances.addMoney', {
    partyId,
    line: { kind: 'income', category: 'socialSecurity', monthly: '1200', sinceOn: knownOn },
  });
}
