import type { AgendaCase, CommitteeSession } from '#shared/committee/committee.ts';
import { call } from '#renderer/api/client.ts';
import { ClockDialog, isClockError } from '#renderer/api/clock-dialog.tsx';
import { useErrorText, useValidationText } from '#renderer/i18n/error-text.ts';
import { useText } from '#renderer/i18n/use-text.ts';
import { DualDateText } from '#renderer/ui/dates.tsx';
import { ConfirmWithSecondKey } from '#renderer/ui/dialog.tsx';
import { NoteDialog } from '#renderer/ui/note-dialog.tsx';
import { ReasonDialog } from '#renderer/ui/reason-dialog.tsx';
import { ErrorBlock } from '#renderer/ui/states.tsx';
import { showToast } from '#renderer/ui/toast.tsx';
import { AttendanceList, useAttendance } from './attendance-form.tsx';
import { OutcomeMark } from './case-marks.tsx';
import { ActDialog } from './act-dialog.tsx';
import { useDialogAct } from './use-dialog-act.ts';

interface DialogProps {
  readonly session: CommitteeSession;
  readonly onClose: () => void;
}

/** Who is there, as it is by now. */
export function AttendanceDialog({ session, onClose }: DialogProps) {
  const { t } = useText();
  const members = session.attendance.map(({ member }) => member);
  const draft = useAttendance(members, session.attendance);
  const { busy, error, run } = useDialogAct(onClose);
  const save = (): void =>
    void run(async () => {
      const { id } = session;
      await call('committee.attend', { id, attendance: [...draft.attendance] });
      showToast(t('committee.session.attendanceSaved'), async () => {
        const attendance = session.attendance.map(({ memberId, present, note }) => ({
          memberId,
          present,
          note,
        }));
        await call('committee.attend', { id, attendance });
      });
    });
  return (
    <ActDialog
      title={t('committee.session.attendance')}
      verb={t('committee.session.saveAttendance')}
      busy={busy}
      error={error}
      onAct={save}
      onClose={onClose}
    >
      <AttendanceList members={members} draft={draft} quorum={session.quorum} />
    </ActDialog>
  );
}

/** A case goes to a later session, with why; taken back by its menu or the toast. */
export function DeferDialog({
  session,
  line,
  onClose,
  onDeferred,
}: DialogProps & { readonly line: AgendaCase; readonly onDeferred: () => void }) {
  const { t } = useText();
  const say = useErrorText();
  const check = useValidationText();
  const { busy, error, run } = useDialogAct(onClose);
  const ref = { id: session.id, requestId: line.requestId };
  return (
    <NoteDialog
      title={`${t('committee.session.defer')}: ${line.partyName}`}
      verb={t('committee.session.deferVerb')}
      field={{ label: t('committee.session.deferReason'), help: '', missing: check('decision.defer') ?? '' }}
      busy={busy}
      problem={error === null ? undefined : say(error)}
      onClose={onClose}
      onConfirm={(reason) =>
        void run(async () => {
          await call('committee.deferCase', { ...ref, reason });
          onDeferred();
          showToast(t('committee.session.deferDone'), async () => {
            await call('committee.deferCase', { ...ref, reason: '' });
          });
        })
      }
    />
  );
}

/** The session is not held: its cases wait again, and its number stays. */
export function CancelDialog({ session, onClose }: DialogProps) {
  const { t, digits } = useText();
  const say = useErrorText();
  const check = useValidationText();
  const { busy, error, run } = useDialogAct(onClose);
  return (
    <ReasonDialog
      opened
      danger
      title={t('committee.session.cancel')}
      verb={t('committee.session.cancel')}
      summary={[
        { term: t('committee.field.number'), value: digits(session.number) },
        { term: t('committee.field.day'), value: <DualDateText iso={session.day} /> },
      ]}
      consequence={t('committee.session.cancelled')}
      field={{ label: t('committee.session.cancelReason'), missing: check('decision.cancel') ?? '' }}
      busy={busy}
      problem={error === null ? undefined : say(error)}
      onClose={onClose}
      onConfirm={(reason) =>
        void run(async () => {
          await call('committee.cancelSession', { id: session.id, version: session.version, reason });
          showToast(t('committee.session.cancelled'));
        })
      }
    />
  );
}

/** The minutes are frozen as they are: a summary, and a second key. */
export function CloseDialog({ session, onClose }: DialogProps) {
  const { t, digits } = useText();
  const say = useErrorText();
  const { busy, error, run, clear } = useDialogAct(onClose);
  const present = session.attendance.filter((one) => one.present).length;
  const close = (confirmClock: boolean): void =>
    void run(async () => {
      await call('committee.closeSession', { id: session.id, version: session.version, confirmClock });
      showToast(t('committee.session.closed'));
    });
  const clockError = isClockError(error) ? error : null;
  return (
    <>
      <ConfirmWithSecondKey
        opened={clockError === null}
        onClose={onClose}
        onConfirm={() => close(false)}
        busy={busy}
        title={t('committee.session.closeTitle')}
        verb={t('committee.session.close')}
        consequence={t('committee.session.closeConsequence')}
        summary={[
          { term: t('committee.field.number'), value: digits(session.number) },
          { term: t('committee.field.day'), value: <DualDateText iso={session.day} /> },
          {
            term: t('committee.session.attendance'),
            value: digits(
              t('committee.session.presentOf', {
                present,
                all: session.attendance.length,
                quorum: session.quorum,
              }),
            ),
          },
          {
            term: t('committee.minutes.cases'),
            value: digits(t('committee.page.decidedOf', { decided: session.decided, all: session.cases })),
          },
        ]}
      >
        {error === null || clockError !== null ? null : <ErrorBlock text={say(error)} />}
      </ConfirmWithSecondKey>
      <ClockDialog
        error={clockError}
        busy={busy}
        verb={t('committee.paper.clockConfirm')}
        takes={t('requests.clock.takes')}
        onConfirm={() => close(true)}
        onClose={clear}
      />
    </>
  );
}

/** A mistake: the decision stays, struck through with its reason. */
export function VoidDecisionDialog({
  line,
  onClose,
}: {
  readonly line: AgendaCase;
  readonly onClose: () => void;
}) {
  const { t } = useText();
  const say = useErrorText();
  const check = useValidationText();
  const { busy, error, run } = useDialogAct(onClose);
  const { decision } = line;
  if (decision === null) return null;
  return (
    <ReasonDialog
      opened
      danger
      title={t('committee.decide.voidTitle')}
      verb={t('committee.decide.void')}
      summary={[
        { term: t('committee.page.column.applicant'), value: line.partyName },
        { term: t('committee.decide.title'), value: <OutcomeMark kind={decision.kind} deferred={false} /> },
      ]}
      consequence={t('committee.decide.voidConsequence')}
      field={{ label: t('committee.decide.voidReason'), missing: check('required') ?? '' }}
      busy={busy}
      problem={error === null ? undefined : say(error)}
      onClose={onClose}
      onConfirm={(reason) =>
        void run(async () => {
          await call('committee.voidDecision', { id: decision.id, reason });
          showToast(t('committee.decide.voided'));
        })
      }
    />
  );
}
