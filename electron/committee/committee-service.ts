import { AppError } from '#shared/app-error.ts';
import { riyadhDay } from '#shared/calendar/dual-date.ts';
import type { CommitteeMember, MemberInput } from '#shared/committee/committee.ts';
import type { CommitteeSetting } from '#shared/committee/committee-setting.ts';
import type { CommitteeMemberId } from '#shared/ids.ts';
import {
  findMember,
  insertMember,
  listMembers,
  placeMembers,
  updateMember,
} from '#db/committee/member-rows.ts';
import type { Database } from '#db/open-database.ts';
import { setDeskSetting } from '#db/settings/desk-settings.ts';
import { listStaff } from '#db/staff/staff-queries.ts';
import type { Reader } from '#db/transaction.ts';
import type { Actor } from '../audit/actor.ts';
import { auditEntry } from '../audit/audit-entry.ts';
import type { Clock } from '../ports/clock.ts';
import { COMMITTEE_SETTING, getCommitteeSetting } from './session-state.ts';

/** لجنة البحث: who sits in it, and how it sits. */
export function createCommitteeService({ db, clock }: { readonly db: Database; readonly clock: Clock }) {
  const subject = (id: CommitteeMemberId) => ({ kind: 'committeeMember', id });

  /** One account sits once at a time. @throws AppError committeeMemberTwice { name } */
  function requireOnce(
    reader: Reader,
    { staffId, fromDay, untilDay }: MemberInput,
    own: number | null,
  ): void {
    if (staffId === null) return;
    const other = listMembers(reader).find(
      (one) =>
        one.staffId === staffId &&
        one.id !== own &&
        (one.untilDay === null || one.untilDay >= fromDay) &&
        (untilDay === null || one.fromDay <= untilDay),
    );
    if (other !== undefined) throw new AppError('committeeMemberTwice', { name: other.name });
  }

  return {
    setting: (): CommitteeSetting => db.snapshot(getCommitteeSetting),

    saveSetting(setting: CommitteeSetting, actor: Actor): CommitteeSetting {
      return db.write((tx) => {
        const nowMs = clock.nowMs();
        setDeskSetting(tx, COMMITTEE_SETTING, setting, nowMs);
        const { quorum, appealLevel } = setting;
        tx.audit(
          auditEntry(
            actor,
            nowMs,
            'committee.settingSaved',
            { kind: 'setting', id: null },
            { quorum, appealLevel },
          ),
        );
        return setting;
      });
    },

    /** Those who sit today in their order, then those whose membership ended or is still to come. */
    members: (): CommitteeMember[] =>
      db.snapshot((reader) => {
        const today = riyadhDay(clock.nowMs());
        const ended = ({ untilDay }: CommitteeMember): boolean => untilDay !== null && untilDay < today;
        const all = listMembers(reader);
        return [...all.filter((one) => !ended(one)), ...all.filter(ended)];
      }),

    /** @throws AppError notFound, committeeMemberTwice { name } */
    saveMember(
      { id, member }: { readonly id: CommitteeMemberId | null; readonly member: MemberInput },
      actor: Actor,
    ): CommitteeMember {
      return db.write((tx) => {
        if (id !== null && findMember(tx, id) === undefined)
          throw new AppError('notFound', { kind: 'committeeMember', id });
        const { staffId } = member;
        if (staffId !== null && !listStaff(tx).some((one) => one.id === staffId))
          throw new AppError('notFound', { kind: 'staff', id: staffId });
        requireOnce(tx, member, id);
        const nowMs = clock.nowMs();
        const saved = id ?? insertMember(tx, member, actor.id, nowMs);
        if (id !== null) updateMember(tx, id, member);
        const { name, role, fromDay, untilDay } = member;
        const action = id === null ? 'committee.memberAdded' : 'committee.memberEdited';
        tx.audit(auditEntry(actor, nowMs, action, subject(saved), { name, role, fromDay, untilDay }));
        return { ...member, id: saved };
      });
    },

    /** @throws AppError conflict when it is another list by now */
    reorderMembers(ids: readonly CommitteeMemberId[], actor: Actor): void {
      db.write((tx) => {
        const now = listMembers(tx).map(({ id }) => id);
        if (now.length !== ids.length || !now.every((id) => ids.includes(id)))
          throw new AppError('conflict', { kind: 'committeeMember' });
        placeMembers(tx, ids);
        tx.audit(
          auditEntry(actor, clock.nowMs(), 'committee.membersOrdered', { kind: 'committeeMember', id: null }),
        );
      });
    },
  };
}
