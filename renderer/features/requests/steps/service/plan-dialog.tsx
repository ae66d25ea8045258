import { useState, type ReactElement } from 'react';
import { useWatch } from 'react-hook-form';
import { toAsciiDigits } from '#shared/arabic/digits.ts';
import { formatAmount } from '#shared/circumstances/money-text.ts';
import { isIsoDay } from '#shared/calendar/iso-day.ts';
import { type DueRule, dueDays, MOST_TIMES } from '#shared/deliveries/due-days.ts';
import { type PlanTyped, planInputSchema } from '#shared/deliveries/delivery.ts';
import type { RequestId, ServiceId } from '#shared/ids.ts';
import type { ServiceChoice } from '#shared/services/service.ts';
import { call } from '#renderer/api/client.ts';
import { FormDialog } from '#renderer/api/form-dialog.tsx';
import type { Acts } from '#renderer/api/use-acts.ts';
import { useText } from '#renderer/i18n/use-text.ts';
import { ShortDate, useToday } from '#renderer/ui/dates.tsx';
import { SelectField } from '#renderer/ui/fields.tsx';
import {
  FieldRow,
  FormArea,
  FormCheck,
  FormChoice,
  FormDate,
  FormDigits,
  FormText,
} from '#renderer/ui/form.tsx';
import { Note } from '#renderer/ui/states.tsx';
import { useZodForm } from '#renderer/ui/use-zod-form.ts';
import css from './service.module.css';

interface PlanDialogProps {
  readonly requestId: RequestId;
  readonly services: readonly ServiceChoice[];
  /** What the request asks for; null: in words alone. */
  readonly asked: ServiceId | null;
  readonly home: string;
  readonly hasIban: boolean;
  readonly acts: Acts;
  readonly onClose: () => void;
}

const startOf = (service: ServiceChoice | undefined, home: string, today: string): PlanTyped => ({
  serviceId: service?.id ?? null,
  frequency: 'once',
  calendar: 'hijri',
  firstOn: today,
  times: '12',
  quantity: String(service?.quantity ?? 1),
  unit: service?.unit ?? '',
  value: service?.valueHalalas == null ? '' : formatAmount(service.valueHalalas),
  place: service?.kind === 'atPlace' ? home : '',
  atPlace: service?.kind === 'atPlace',
  note: '',
});

/** What is handed over, how often and from when: the days are shown before anything is saved. Mounted while it is open. */
export function PlanDialog({
  requestId,
  services,
  asked,
  home,
  hasIban,
  acts,
  onClose,
}: PlanDialogProps): ReactElement {
  const { t } = useText();
  const today = useToday();
  const first = services.find(({ id }) => id === asked) ?? services[0];
  const [chosen, setChosen] = useState(first);
  const form = useZodForm(planInputSchema, startOf(first, home, today));
  const choose = (id: string | null): void => {
    const service = services.find((one) => String(one.id) === id);
    setChosen(service);
    // What is usual of the service comes with it; the days stay as they were typed.
    const { frequency, calendar, firstOn, times, note } = form.getValues();
    form.reset({ ...startOf(service, home, today), frequency, calendar, firstOn, times, note });
  };
  const typed = useWatch({ control: form.control });
  const often = typed.frequency !== 'once';
  return (
    <FormDialog
      form={form}
      title={t('deliveries.plan.title')}
      verb={t('deliveries.plan.save')}
      width="42rem"
      onClose={onClose}
      save={async (plan) => {
        const { id } = await call('deliveries.plan', {
          requestId,
          plan: { ...plan, value: plan.value === null ? '' : formatAmount(plan.value) },
        });
        acts.tell(t('deliveries.plan.done', { name: chosen?.name ?? '' }), () =>
          call('deliveries.removePlan', { id }),
        );
      }}
    >
      <SelectField
        label={t('deliveries.plan.service')}
        required
        autoFocus
        value={chosen === undefined ? null : String(chosen.id)}
        onChange={choose}
        choices={services.map(({ id, name }) => ({ value: String(id), label: name }))}
      />
      {chosen?.kind === 'transfer' && !hasIban ? (
        <Note kind="warning">{t('deliveries.plan.noIban')}</Note>
      ) : null}
      <FormChoice
        name="frequency"
        label={t('deliveries.plan.frequency')}
        choices={(['once', 'weekly', 'monthly'] as const).map((value) => ({
          value,
          label: t(`deliveries.frequency.${value}`),
        }))}
      />
      {typed.frequency === 'monthly' ? (
        <FormChoice
          name="calendar"
          label={t('deliveries.plan.calendar')}
          help={t('deliveries.plan.calendarHelp')}
          choices={(['hijri', 'gregorian'] as const).map((value) => ({
            value,
            label: t(`deliveries.calendar.${value}`),
          }))}
        />
      ) : null}
      <FormDate name="firstOn" label={t('deliveries.plan.firstOn')} required />
      {often ? <FormDigits name="times" label={t('deliveries.plan.times')} required width="6rem" /> : null}
      {often ? <Days typed={typed} /> : null}
      <FieldRow columns={3}>
        <FormDigits
          name="quantity"
          label={t('deliveries.plan.quantity')}
          help={t('deliveries.plan.quantityHelp')}
          required
        />
        <FormText
          name="unit"
          label={t('deliveries.plan.unit')}
          help={t('deliveries.plan.unitHelp')}
          required
          maxLength={40}
        />
        <FormDigits
          name="value"
          label={t('deliveries.plan.value')}
          help={t('deliveries.plan.valueHelp')}
          optional
        />
      </FieldRow>
      <FormCheck
        name="atPlace"
        label={t('deliveries.plan.atPlace')}
        help={t('deliveries.plan.atPlaceHelp')}
      />
      <FormText
        name="place"
        label={t('deliveries.plan.place')}
        help={t(typed.atPlace === true ? 'deliveries.plan.homeHelp' : 'deliveries.plan.placeHelp')}
        required={typed.atPlace === true}
        optional={typed.atPlace !== true}
        maxLength={160}
      />
      <FormArea name="note" label={t('deliveries.plan.note')} optional rows={2} />
    </FormDialog>
  );
}

/** The first days and the last, as they will be; nothing while they cannot be told. */
function Days({
  typed,
}: {
  readonly typed: Partial<Pick<PlanTyped, 'frequency' | 'calendar' | 'firstOn' | 'times'>>;
}) {
  const { t } = useText();
  const times = Number(toAsciiDigits(String(typed.times ?? '')));
  const { frequency, calendar, firstOn } = typed;
  if (!isIsoDay(firstOn) || frequency === undefined || !(times >= 2 && times <= MOST_TIMES)) return null;
  const rule: DueRule = { frequency, calendar: calendar ?? 'hijri', firstOn, times };
  let days: readonly string[];
  try {
    days = dueDays(rule);
  } catch {
    // Beyond the published calendar: the field says so.
    return null;
  }
  const last = days.at(-1) ?? firstOn;
  const by = rule.frequency === 'monthly' ? rule.calendar : 'hijri';
  return (
    <p className={css['days']}>
      <b>{t('deliveries.plan.preview')}</b>
      {days.slice(0, 4).map((day) => (
        <ShortDate key={day} iso={day} calendar={by} />
      ))}
      {days.length > 4 ? (
        <>
          <span>…</span>
          <b>{t('deliveries.plan.last')}</b>
          <ShortDate iso={last} calendar={by} />
        </>
      ) : null}
    </p>
  );
}
