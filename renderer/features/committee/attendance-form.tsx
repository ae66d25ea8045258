import { Checkbox, TextInput } from '@mantine/core';
import { useState } from 'react';
import type { Attendance, CommitteeMember } from '#shared/committee/committee.ts';
import { useText } from '#renderer/i18n/use-text.ts';
import css from './committee.module.css';

export interface AttendanceDraft {
  readonly attendance: readonly Attendance[];
  readonly toggle: (id: CommitteeMember['id']) => void;
  readonly say: (id: CommitteeMember['id'], note: string) => void;
  /** Everybody is there. */
  readonly all: () => void;
}

/** Who is there; each begins as `known` says, else as away. */
export function useAttendance(
  members: readonly CommitteeMember[],
  known: readonly Attendance[],
): AttendanceDraft {
  const [changed, setChanged] = useState<Readonly<Record<number, Partial<Attendance>>>>({});
  const attendance = members.map(({ id }): Attendance => ({
    memberId: id,
    present: false,
    note: '',
    ...known.find(({ memberId }) => memberId === id),
    ...changed[id],
  }));
  const change = (id: CommitteeMember['id'], part: Partial<Attendance>): void =>
    setChanged((before) => ({ ...before, [id]: { ...before[id], ...part } }));
  return {
    attendance,
    toggle: (id) =>
      change(id, { present: attendance.find(({ memberId }) => memberId === id)?.present !== true }),
    say: (id, note) => change(id, { note }),
    all: () =>
      setChanged((before) =>
        Object.fromEntries(members.map(({ id }) => [id, { ...before[id], present: true }])),
      ),
  };
}

/** The members with a box each; who is away may say why. */
export function AttendanceList({
  members,
  draft,
  quorum,
}: {
  readonly members: readonly CommitteeMember[];
  readonly draft: AttendanceDraft;
  readonly quorum: number;
}) {
  const { t, text, digits } = useText();
  const present = draft.attendance.filter((one) => one.present).length;
  return (
    <>
      <ul className={css['attendance']} aria-label={t('committee.session.attendance')}>
        {members.map((member) => {
          const one = draft.attendance.find(({ memberId }) => memberId === member.id);
          return (
            <li key={member.id}>
              <Checkbox
                label={
                  <>
                    {member.name} <span className={css['dim']}>{text('committee.role', member.role)}</span>
                  </>
                }
                checked={one?.present === true}
                onChange={() => draft.toggle(member.id)}
              />
              {one?.present === true || (present === 0 && one?.note === '') ? null : (
                <TextInput
                  aria-label={`${t('committee.field.absence')}: ${member.name}`}
                  placeholder={t('committee.field.absence')}
                  value={one?.note ?? ''}
                  onChange={(event) => draft.say(member.id, event.currentTarget.value)}
                  autoComplete="off"
                  maxLength={200}
                />
              )}
            </li>
          );
        })}
      </ul>
      <p className={css['quorum']} data-met={present >= quorum || undefined} role="status">
        <b>{t(present >= quorum ? 'committee.session.quorumMet' : 'committee.session.quorumMissing')}</b>{' '}
        {digits(t('committee.session.presentOf', { present, all: members.length, quorum }))}
      </p>
    </>
  );
}
