import { useRef, useState, type ReactNode } from 'react';
import { REQUEST_LEVELS, type RequestLevel, type SupportRequest } from '#shared/requests/request.ts';
import type { StaffId } from '#shared/ids.ts';
import { call } from '#renderer/api/client.ts';
import { useChannelCommand, useChannelQuery } from '#renderer/api/use-channel.ts';
import { useErrorText } from '#renderer/i18n/error-text.ts';
import { useText } from '#renderer/i18n/use-text.ts';
import { Button } from '#renderer/ui/button.tsx';
import { Dialog } from '#renderer/ui/dialog.tsx';
import { DualDateField } from '#renderer/ui/dual-date-field.tsx';
import { SelectField, TextArea } from '#renderer/ui/fields.tsx';
import { useKey } from '#renderer/ui/keys.ts';
import { Segmented } from '#renderer/ui/segmented.tsx';
import { ErrorBlock } from '#renderer/ui/states.tsx';
import { showToast } from '#renderer/ui/toast.tsx';

/** What the menu of a request does to its course; each with its reason, and with a way back in its toast. */
export const COURSE_ACTS = [
  'level',
  'transfer',
  'stop',
  'resume',
  'returnDay',
  'withdraw',
  'reopen',
] as const;
export type CourseAct = (typeof COURSE_ACTS)[number];

const STOPS = ['applicant', 'office', 'committee'] as const;
type Stop = (typeof STOPS)[number];
/** Nobody needs a reason to go on, nor to promise a day. */
const REASONLESS: readonly CourseAct[] = ['resume', 'returnDay'];

export function CourseDialog({
  request,
  act,
  onClose,
}: {
  readonly request: SupportRequest;
  readonly act: CourseAct;
  readonly onClose: () => void;
}) {
  const { t, text } = useText();
  const say = useErrorText();
  const run = useCourse(request);
  const [reason, setReason] = useState('');
  const [asked, setAsked] = useState(false);
  const [level, setLevel] = useState<RequestLevel>(request.level === 'urgent' ? 'ordinary' : 'urgent');
  const [to, setTo] = useState<StaffId | null>(null);
  const [stop, setStop] = useState<Stop>('applicant');
  const [day, setDay] = useState<string | null>(request.returnOn);
  const area = useRef<HTMLTextAreaElement>(null);
  const words = (key: string): string => text('requests.course', `${act}.${key}`);
  const wantsReason = !REASONLESS.includes(act);
  const written = reason.trim();
  const press = (): void => {
    setAsked(true);
    if (act === 'transfer' && to === null) return;
    if (wantsReason && written === '') {
      area.current?.focus();
      return;
    }
    if (run.busy) return;
    const sent = run.act(act, { reason: written, level, to, stop, day });
    void sent.then((done) => (done ? onClose() : undefined));
  };
  useKey('Ctrl+Enter', words('verb'), press);
  const fields: Partial<Record<CourseAct, ReactNode>> = {
    level: (
      <Segmented
        label={t('requests.open.level')}
        value={level}
        onChange={setLevel}
        choices={REQUEST_LEVELS.map((value) => ({ value, label: text('domain.requestLevel', value) }))}
      />
    ),
    transfer: (
      <OfficerField
        value={to}
        except={request.assignedTo?.id ?? null}
        error={asked && to === null ? t('requests.course.transfer.toMissing') : undefined}
        onChange={setTo}
      />
    ),
    stop: (
      <Segmented
        label={t('requests.course.stop.kind')}
        value={stop}
        onChange={setStop}
        choices={STOPS.map((value) => ({ value, label: text('requests.stop.for', value) }))}
      />
    ),
    returnDay: (
      <DualDateField
        label={t('requests.course.returnDay.day')}
        value={day}
        onChange={setDay}
        autoFocus
        optional
      />
    ),
  };
  return (
    <Dialog
      opened
      onClose={onClose}
      title={words('title')}
      width="34rem"
      footer={
        <>
          <Button kind="filled" keys="Ctrl+Enter" loading={run.busy} onClick={press}>
            {words('verb')}
          </Button>
          <Button keys="Esc" onClick={onClose}>
            {t('common.back')}
          </Button>
        </>
      }
    >
      <p>{words('about')}</p>
      {fields[act]}
      {act === 'returnDay' ? null : (
        <TextArea
          ref={area}
          label={words('reason')}
          required={wantsReason}
          optional={!wantsReason}
          autoFocus
          help={words('help')}
          value={reason}
          onChange={setReason}
          rows={2}
          error={asked && wantsReason && written === '' ? words('missing') : undefined}
        />
      )}
      {run.error === null ? null : <ErrorBlock text={say(run.error)} />}
    </Dialog>
  );
}

function OfficerField({
  value,
  except,
  error,
  onChange,
}: {
  readonly value: StaffId | null;
  readonly except: StaffId | null;
  readonly error: string | undefined;
  readonly onChange: (to: StaffId | null) => void;
}) {
  const { t } = useText();
  const officers = useChannelQuery('requests.officers', undefined);
  const others = (officers.data ?? []).filter(({ id }) => id !== except);
  return (
    <SelectField
      label={t('requests.course.transfer.to')}
      required
      searchable
      error={error}
      value={value === null ? null : String(value)}
      onChange={(id) => onChange(others.find((one) => String(one.id) === id)?.id ?? null)}
      choices={others.map(({ id, name, jobTitle }) => ({
        value: String(id),
        label: jobTitle === '' ? name : `${name}، ${jobTitle}`,
      }))}
    />
  );
}

interface Chosen {
  readonly reason: string;
  readonly level: RequestLevel;
  readonly to: StaffId | null;
  readonly stop: Stop;
  readonly day: string | null;
}

/** Each act with its own undo; what the undo is told as its reason says that it was one. */
function useCourse(request: SupportRequest) {
  const { t } = useText();
  const setLevel = useChannelCommand('requests.setLevel');
  const transfer = useChannelCommand('requests.transfer');
  const stop = useChannelCommand('requests.stop');
  const resume = useChannelCommand('requests.resume');
  const setReturnDay = useChannelCommand('requests.setReturnDay');
  const withdraw = useChannelCommand('requests.withdraw');
  const reopen = useChannelCommand('requests.reopen');
  const all = { setLevel, transfer, stop, resume, setReturnDay, withdraw, reopen };
  const { id } = request;
  const undone = t('requests.course.undone');
  const work: Readonly<Record<CourseAct, (chosen: Chosen) => Promise<unknown>>> = {
    level: async ({ level, reason }) => {
      const before = { level: request.level, reason: request.levelReason || undone };
      await setLevel.mutateAsync({ id, level, reason });
      showToast(t('requests.course.level.done'), () => call('requests.setLevel', { id, ...before }));
    },
    transfer: async ({ to, reason }) => {
      if (to === null) return;
      const before = request.assignedTo;
      await transfer.mutateAsync({ id, to, reason });
      showToast(
        t('requests.course.transfer.done'),
        before === null ? undefined : () => call('requests.transfer', { id, to: before.id, reason: undone }),
      );
    },
    stop: async ({ stop: kind, reason }) => {
      await stop.mutateAsync({ id, kind, reason });
      showToast(t('requests.course.stop.done'), () => call('requests.resume', { id, note: undone }));
    },
    resume: async ({ reason }) => {
      await resume.mutateAsync({ id, note: reason });
      showToast(t('requests.course.resume.done'));
    },
    returnDay: async ({ day }) => {
      const before = request.returnOn;
      await setReturnDay.mutateAsync({ id, day });
      showToast(t('requests.course.returnDay.done'), () =>
        call('requests.setReturnDay', { id, day: before }),
      );
    },
    withdraw: async ({ reason }) => {
      await withdraw.mutateAsync({ id, reason });
      showToast(t('requests.course.withdraw.done'), () => call('requests.reopen', { id, reason: undone }));
    },
    reopen: async ({ reason }) => {
      await reopen.mutateAsync({ id, reason });
      showToast(t('requests.course.reopen.done'));
    },
  };
  return {
    busy: Object.values(all).some((one) => one.isPending),
    error: Object.values(all).find((one) => one.error !== null)?.error ?? null,
    act: (act: CourseAct, chosen: Chosen): Promise<boolean> =>
      work[act](chosen).then(
        () => true,
        // Stands in `error`, and the dialog stays.
        () => false,
      ),
  };
}
