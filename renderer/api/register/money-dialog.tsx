import { useEffect } from 'react';
import { z } from 'zod';
import { isoDaySchema } from '#shared/calendar/iso-day.ts';
import type { Circumstances } from '#shared/circumstances/circumstances-contract.ts';
import {
  MONEY_CATEGORIES,
  MONEY_KINDS,
  type MoneyLine,
  moneyInputSchema,
} from '#shared/circumstances/money.ts';
import { formatAmount } from '#shared/circumstances/money-text.ts';
import { useText } from '#renderer/i18n/use-text.ts';
import { useToday } from '#renderer/ui/dates.tsx';
import { FieldRow, FormChoice, FormDate, FormDigits, FormSelect, FormText } from '#renderer/ui/form.tsx';
import { useZodForm } from '#renderer/ui/use-zod-form.ts';
import { call } from '../client.ts';
import { FormDialog } from '../form-dialog.tsx';
import type { Acts } from '../use-acts.ts';

/** A line, new or with another amount. Mounted while it is open. */
export function MoneyDialog({
  person,
  line,
  acts,
  onClose,
}: {
  readonly person: Circumstances['person'];
  /** Null: a new one. */
  readonly line: MoneyLine | null;
  readonly acts: Acts;
  readonly onClose: () => void;
}) {
  const { t } = useText();
  const today = useToday();
  const form = useZodForm(moneyInputSchema, {
    kind: line?.kind ?? 'income',
    category: line?.category ?? 'salary',
    detail: line?.detail ?? '',
    monthly: line === null || line.monthlyHalalas === 0 ? '' : formatAmount(line.monthlyHalalas),
    total: line?.totalHalalas == null ? '' : formatAmount(line.totalHalalas),
    // Of a line that has ended only a correction makes sense: from its own first day.
    sinceOn: line?.untilOn == null ? today : line.sinceOn,
    untilOn: line?.untilOn ?? null,
    source: line === null ? '' : line.source,
  });
  const kind = form.watch('kind');
  useEffect(() => {
    // Another kind has other items: the first of them is chosen.
    if ((MONEY_CATEGORIES[kind] as readonly string[]).includes(form.getValues('category'))) return;
    form.setValue('category', MONEY_CATEGORIES[kind][0]);
    form.setValue('total', '');
  }, [kind, form]);
  const name = (category: string | undefined): string =>
    category === undefined ? '' : t(`money.category.${category as MoneyLine['category']}`);
  return (
    <FormDialog
      form={form}
      title={
        line === null ? t('money.form.addTitle') : t('money.form.changeTitle', { what: name(line.category) })
      }
      verb={t('money.form.save')}
      onClose={onClose}
      width="44rem"
      save={async () => {
        const typed = form.getValues();
        const what = name(typed.category);
        if (line === null) {
          const { id } = await call('circumstances.addMoney', { partyId: person.id, line: typed });
          acts.tell(t('money.done.added', { what }), () =>
            call('circumstances.withdraw', { what: 'money', id, reason: '' }),
          );
        } else {
          const changed = await call('circumstances.changeMoney', { id: line.id, line: typed });
          acts.tell(t('money.done.changed', { what }), () => call('circumstances.undoMoneyChange', changed));
        }
      }}
    >
      {line === null ? (
        <FormChoice
          name="kind"
          label={t('money.form.kind')}
          required
          choices={MONEY_KINDS.map((value) => ({ value, label: t(`money.kindOne.${value}`) }))}
        />
      ) : null}
      <FieldRow>
        <FormSelect
          name="category"
          label={t('money.form.category')}
          required
          searchable
          autoFocus
          choices={MONEY_CATEGORIES[kind].map((value) => ({ value, label: t(`money.category.${value}`) }))}
        />
        <FormDigits
          name="monthly"
          label={t(kind === 'debt' ? 'money.form.instalment' : 'money.form.monthly')}
          {...(kind === 'debt' ? { optional: true } : { required: true })}
        />
      </FieldRow>
      <FieldRow>
        {kind === 'debt' ? <FormDigits name="total" label={t('money.form.total')} required /> : null}
        <FormText name="detail" label={t('money.form.detail')} help={t('money.form.detailHelp')} optional />
      </FieldRow>
      <FormDate
        name="sinceOn"
        label={t(line === null ? 'money.form.sinceOn' : 'money.form.changeFrom')}
        {...(line === null ? {} : { help: t('money.form.changeHelp') })}
        required
      />
      <FormDate name="untilOn" label={t('money.form.untilOn')} optional />
      <FormText name="source" label={t('money.form.source')} help={t('money.form.sourceHelp')} optional />
    </FormDialog>
  );
}

const endSchema = z.object({ untilOn: isoDaySchema });

export function EndMoneyDialog({
  line,
  acts,
  onClose,
}: {
  readonly line: MoneyLine;
  readonly acts: Acts;
  readonly onClose: () => void;
}) {
  const { t } = useText();
  const { id, untilOn: before } = line;
  const what = t(`money.category.${line.category}`);
  const form = useZodForm(endSchema, { untilOn: useToday() });
  return (
    <FormDialog
      form={form}
      title={t('money.endForm.title', { what })}
      verb={t('money.endForm.save')}
      onClose={onClose}
      save={async ({ untilOn }) => {
        await call('circumstances.endMoney', { id, untilOn });
        acts.tell(t('money.done.ended', { what }), () =>
          call('circumstances.endMoney', { id, untilOn: before }),
        );
      }}
    >
      <FormDate name="untilOn" label={t('money.endForm.on')} required autoFocus />
    </FormDialog>
  );
}
