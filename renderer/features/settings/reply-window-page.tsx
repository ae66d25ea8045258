import { IconPlus, IconTrash } from '@tabler/icons-react';
import { useState } from 'react';
import type { Weekday } from '#shared/calendar/iso-day.ts';
import { type ReplySetting, replySettingSchema } from '#shared/reply/reply-setting.ts';
import { REPLY_MODES, replyDates } from '#shared/requests/reply-clock.ts';
import { nextWorkingDay } from '#shared/requests/working-days.ts';
import { QueryView } from '#renderer/api/query-view.tsx';
import { useHasRole } from '#renderer/api/session.ts';
import { call } from '#renderer/api/client.ts';
import { useChannelCommand, useChannelQuery } from '#renderer/api/use-channel.ts';
import { useErrorText, useValidationText } from '#renderer/i18n/error-text.ts';
import { useText } from '#renderer/i18n/use-text.ts';
import { Button, IconButton } from '#renderer/ui/button.tsx';
import { Card, CardBody, CardHeader } from '#renderer/ui/card.tsx';
import { DualDateText, useToday } from '#renderer/ui/dates.tsx';
import { DualDateField } from '#renderer/ui/dual-date-field.tsx';
import { CheckField, DigitsInput, TextField } from '#renderer/ui/fields.tsx';
import { FormSection } from '#renderer/ui/form.tsx';
import { Icon } from '#renderer/ui/icon.tsx';
import { useKey } from '#renderer/ui/keys.ts';
import { Segmented } from '#renderer/ui/segmented.tsx';
import { ErrorBlock, Note } from '#renderer/ui/states.tsx';
import { showToast } from '#renderer/ui/toast.tsx';
import css from './reply-window-page.module.css';
import { SaveBar } from './save-bar.tsx';

/** As the office's week runs. */
const WEEK: readonly Weekday[] = [7, 1, 2, 3, 4, 5, 6];

interface TypedHoliday {
  readonly key: number;
  readonly name: string;
  readonly firstDay: string | null;
  readonly lastDay: string | null;
}
interface Typed {
  readonly mode: ReplySetting['mode'];
  readonly targetDays: string;
  readonly weekdays: readonly Weekday[];
  readonly holidays: readonly TypedHoliday[];
}
const typedOf = ({ mode, targetDays, weekdays, holidays }: ReplySetting): Typed => ({
  mode,
  targetDays: String(targetDays),
  weekdays,
  holidays: holidays.map((holiday, key) => ({ ...holiday, key })),
});

/** «مهلة الرد» (S.5): how the two weeks are read, the office's own target, and the days on which it is closed. */
export function ReplyWindowPage() {
  const setting = useChannelQuery('reply.setting', undefined);
  return (
    <QueryView query={setting}>
      {(data) => <SettingForm key={JSON.stringify(data)} setting={data} />}
    </QueryView>
  );
}

function SettingForm({ setting }: { readonly setting: ReplySetting }) {
  const { t } = useText();
  const say = useErrorText();
  const validation = useValidationText();
  const mayChange = useHasRole('manager', 'administrator');
  const update = useChannelCommand('reply.saveSetting');
  const [typed, setTyped] = useState(() => typedOf(setting));
  const [asked, setAsked] = useState(false);
  const { mode, targetDays, weekdays, holidays } = typed;
  const parsed = replySettingSchema.safeParse({
    mode,
    targetDays: /^\d+$/u.test(targetDays) ? Number(targetDays) : targetDays,
    weekdays,
    holidays: holidays.map(({ name, firstDay, lastDay }) => ({ name, firstDay, lastDay })),
  });
  /** What is wrong at a place of the form, once somebody has pressed save. */
  const wrong = (path: string): string | undefined => {
    if (!asked || parsed.success) return undefined;
    const issue = parsed.error.issues.find((one) => one.path.join('.') === path);
    return issue && validation(issue.code === 'invalid_type' ? 'required' : issue.message);
  };
  const save = (): void => {
    setAsked(true);
    if (!parsed.success || update.isPending) return;
    const before = setting;
    update.mutate(parsed.data, {
      onSuccess: () => showToast(t('reply.settings.saved'), () => call('reply.saveSetting', before)),
    });
  };
  useKey('Ctrl+Enter', t('common.saveChanges'), save, { enabled: mayChange });
  useKey('Ctrl+S', t('common.saveChanges'), save, { enabled: mayChange });
  return (
    <Card pane={t('reply.settings.title')} grow>
      <CardHeader title={t('reply.settings.title')} />
      <CardBody scroll>
        <fieldset disabled={!mayChange} className={css['form']}>
          {update.error === null ? null : <ErrorBlock text={say(update.error)} />}
          <FormSection title={t('reply.settings.mode')} help={t('reply.settings.modeNote')}>
            <Segmented
              label={t('reply.settings.mode')}
              hideLabel
              value={mode}
              onChange={(next) => setTyped({ ...typed, mode: next })}
              choices={REPLY_MODES.map((value) => ({ value, label: t(`reply.settings.modes.${value}`) }))}
            />
            <p className={css['help']}>{t(`reply.settings.modeHelp.${mode}`)}</p>
            <DigitsInput
              label={t('reply.settings.target')}
              help={t('reply.settings.targetHelp')}
              width="10rem"
              maxLength={3}
              value={targetDays}
              onChange={(value) => setTyped({ ...typed, targetDays: value })}
              error={wrong('targetDays')}
            />
          </FormSection>
          <FormSection title={t('reply.settings.days')} help={t('reply.settings.daysHelp')}>
            <WeekdayFields
              weekdays={weekdays}
              onChange={(next) => setTyped({ ...typed, weekdays: next })}
              error={wrong('weekdays')}
            />
            {parsed.success ? <Example setting={parsed.data} /> : null}
          </FormSection>
          <FormSection title={t('reply.settings.holidays')}>
            <HolidayFields
              holidays={holidays}
              onChange={(next) => setTyped({ ...typed, holidays: next })}
              wrong={wrong}
            />
          </FormSection>
        </fieldset>
      </CardBody>
      <SaveBar
        mayChange={mayChange}
        busy={update.isPending}
        onSave={save}
        onReset={() => {
          setTyped(typedOf(setting));
          setAsked(false);
        }}
      />
    </Card>
  );
}

/** What the setting as it stands here would mean for a request that is raised today. */
function Example({ setting }: { readonly setting: ReplySetting }) {
  const { t } = useText();
  const today = useToday();
  const { notBefore } = replyDates(today, [], today, setting);
  const officeDay = nextWorkingDay(notBefore, setting);
  const last = setting.mode === 'ceiling';
  return (
    <Note kind="neutral">
      <p>
        {t(last ? 'reply.settings.exampleLast' : 'reply.settings.example', { day: '' })}{' '}
        <DualDateText iso={notBefore} />
      </p>
      {officeDay === notBefore ? null : (
        <p>
          {t('reply.settings.exampleOffice', { day: '' })} <DualDateText iso={officeDay} />
        </p>
      )}
    </Note>
  );
}

function WeekdayFields({
  weekdays,
  onChange,
  error,
}: {
  readonly weekdays: readonly Weekday[];
  readonly onChange: (next: readonly Weekday[]) => void;
  readonly error: string | undefined;
}) {
  const { t, text } = useText();
  return (
    <div>
      <div className={css['days']} role="group" aria-label={t('reply.settings.days')}>
        {WEEK.map((day) => (
          <CheckField
            key={day}
            label={text('calendar.weekday', String(day))}
            checked={weekdays.includes(day)}
            onChange={(on) => onChange(WEEK.filter((one) => (one === day ? on : weekdays.includes(one))))}
          />
        ))}
      </div>
      {error === undefined ? null : <ErrorBlock text={error} />}
    </div>
  );
}

function HolidayFields({
  holidays,
  onChange,
  wrong,
}: {
  readonly holidays: readonly TypedHoliday[];
  readonly onChange: (next: readonly TypedHoliday[]) => void;
  readonly wrong: (path: string) => string | undefined;
}) {
  const { t } = useText();
  const set = (key: number, change: Partial<TypedHoliday>): void =>
    onChange(holidays.map((one) => (one.key === key ? { ...one, ...change } : one)));
  const add = (): void => {
    const key = Math.max(0, ...holidays.map((one) => one.key)) + 1;
    onChange([...holidays, { key, name: '', firstDay: null, lastDay: null }]);
  };
  const overlap = wrong('holidays');
  return (
    <>
      {holidays.length === 0 ? <p className={css['help']}>{t('reply.settings.none')}</p> : null}
      {overlap === undefined ? null : <ErrorBlock text={overlap} />}
      <ul className={css['holidays']}>
        {holidays.map((holiday, index) => (
          <li key={holiday.key}>
            <TextField
              label={t('reply.settings.holidayName')}
              value={holiday.name}
              onChange={(name) => set(holiday.key, { name })}
              error={wrong(`holidays.${index}.name`)}
              required
            />
            <DualDateField
              label={t('reply.settings.first')}
              value={holiday.firstDay}
              onChange={(firstDay) => set(holiday.key, { firstDay, lastDay: holiday.lastDay ?? firstDay })}
              error={wrong(`holidays.${index}.firstDay`)}
              required
            />
            <DualDateField
              label={t('reply.settings.last')}
              value={holiday.lastDay}
              onChange={(lastDay) => set(holiday.key, { lastDay })}
              error={wrong(`holidays.${index}.lastDay`)}
              required
            />
            <div className={css['remove']}>
              <IconButton
                label={t('reply.settings.remove', { name: holiday.name })}
                icon={<Icon of={IconTrash} />}
                onClick={() => onChange(holidays.filter((one) => one.key !== holiday.key))}
              />
            </div>
          </li>
        ))}
      </ul>
      <div>
        <Button size="sm" icon={<Icon of={IconPlus} size="sm" />} onClick={add}>
          {t('reply.settings.add')}
        </Button>
      </div>
    </>
  );
}
