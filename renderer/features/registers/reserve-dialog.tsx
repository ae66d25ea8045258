import { useState, type ReactElement } from 'react';
import { isClockError } from '#renderer/api/clock-dialog.tsx';
import { useChannelCommand, useChannelQuery } from '#renderer/api/use-channel.ts';
import { useErrorText } from '#renderer/i18n/error-text.ts';
import { useText } from '#renderer/i18n/use-text.ts';
import { useGo } from '#renderer/ui/app-link.tsx';
import { DualDateText, useToday } from '#renderer/ui/dates.tsx';
import { ConfirmWithSecondKey } from '#renderer/ui/dialog.tsx';
import { DigitsInput, TextArea } from '#renderer/ui/fields.tsx';
import { paths } from '#renderer/ui/paths.ts';
import { Segmented } from '#renderer/ui/segmented.tsx';
import { ErrorBlock, Note } from '#renderer/ui/states.tsx';
import { showToast } from '#renderer/ui/toast.tsx';
import { formatDualDate, riyadhDay } from '#shared/calendar/dual-date.ts';
import { hijriFromGregorian } from '#shared/calendar/hijri.ts';
import { LETTER_REGISTERS, MOST_RESERVED, type LetterRegister } from '#shared/registers/register.ts';

/** Which register, how many, and why; then a second key: what was taken does not come back. */
export function ReserveDialog({ onClose }: { readonly onClose: () => void }): ReactElement {
  const { t, digits } = useText();
  const go = useGo();
  const say = useErrorText();
  const today = useToday();
  const command = useChannelCommand('registers.reserve');
  const overview = useChannelQuery('registers.overview', undefined);
  const [register, setRegister] = useState<LetterRegister>('outgoing');
  const [count, setCount] = useState('10');
  const [reason, setReason] = useState('');
  const [tried, setTried] = useState(false);
  const clock = isClockError(command.error) ? command.error : null;
  const many = Number(count);
  const fits = Number.isInteger(many) && many >= 1 && many <= MOST_RESERVED;
  const { year } = hijriFromGregorian(today);
  const last = overview.data?.registers.find(
    (one) => one.register === register && one.hijriYear === year,
  )?.last;
  const confirm = (): void => {
    setTried(true);
    if (!fits || reason.trim() === '') return;
    command.mutate(
      { register, count: many, reason, confirmClock: clock !== null },
      {
        onSuccess: (range) => {
          showToast(t('registers.reserve.done', { first: digits(range.first), last: digits(range.last) }));
          // The list goes out with the numbers.
          go(paths.paper({ kind: 'paperRange', rangeId: range.id }));
        },
      },
    );
  };
  return (
    <ConfirmWithSecondKey
      opened
      asks
      busy={command.isPending}
      onClose={onClose}
      onConfirm={confirm}
      title={t('registers.reserve.title')}
      verb={t('registers.reserve.verb')}
      consequence={t('registers.reserve.consequence')}
      summary={[
        { term: t('letters.issueDialog.day'), value: <DualDateText iso={today} /> },
        ...(last === undefined ? [] : [{ term: t('registers.reserve.next'), value: digits(last + 1) }]),
      ]}
    >
      <Segmented
        label={t('registers.reserve.register')}
        value={register}
        onChange={setRegister}
        choices={LETTER_REGISTERS.map((value) => ({ value, label: t(`registers.name.${value}`) }))}
      />
      <DigitsInput
        label={t('registers.reserve.count')}
        help={t('registers.reserve.countHelp')}
        value={count}
        onChange={setCount}
        maxLength={3}
        required
        autoFocus
        error={tried && !fits ? t('registers.reserve.countWrong') : undefined}
      />
      <TextArea
        label={t('registers.reserve.reason')}
        help={t('registers.reserve.reasonHelp')}
        value={reason}
        onChange={setReason}
        rows={2}
        required
        error={tried && reason.trim() === '' ? t('validation.required') : undefined}
      />
      {clock === null ? null : (
        <Note kind="warning">
          {t('registers.reserve.clock', {
            day: formatDualDate(riyadhDay(Number(clock.details['nowMs']))),
          })}
        </Note>
      )}
      {command.error === null || clock !== null ? null : <ErrorBlock text={say(command.error)} />}
    </ConfirmWithSecondKey>
  );
}
