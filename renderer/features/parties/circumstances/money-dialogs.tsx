import { useEffect, useState } from 'react';
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
import {
  householdIncome,
  type PerHeadIncome,
  type WorkingLine,
} from '#shared/circumstances/per-head-income.ts';
import { call } from '#renderer/api/client.ts';
import { useText } from '#renderer/i18n/use-text.ts';
import { useToday } from '#renderer/ui/dates.tsx';
import { SideDrawer } from '#renderer/ui/dialog.tsx';
import { DualDateField } from '#renderer/ui/dual-date-field.tsx';
import { FieldRow, FormChoice, FormDate, FormDigits, FormSelect, FormText } from '#renderer/ui/form.tsx';
import { Note } from '#renderer/ui/states.tsx';
import { useZodForm } from '#renderer/ui/use-zod-form.ts';
import { FormDialog } from '#renderer/api/form-dialog.tsx';
import type { Acts } from '#renderer/api/use-acts.ts';
import css from './circumstances.module.css';
import { Amount } from './money-card.tsx';

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

/** نصيب الفرد, line by line, on any day. */
export function WorkingDrawer({
  data,
  onClose,
}: {
  readonly data: Circumstances;
  readonly onClose: () => void;
}) {
  const { t } = useText();
  const today = useToday();
  const [day, setDay] = useState<string | null>(today);
  const on = day ?? today;
  const income = householdIncome(data.money.lines, data.money.heads, data.person.id, on);
  const ownerOf = (line: MoneyLine): string =>
    data.money.owners.find((owner) => owner.partyId === line.partyId)?.name ?? '';
  return (
    <SideDrawer opened onClose={onClose} title={t('money.perHead.title')}>
      <DualDateField label={t('money.perHead.on')} value={day} onChange={setDay} />
      {income.alone ? (
        <Note kind="neutral">
          {t(data.person.sex === 'female' ? 'money.perHead.aloneFemale' : 'money.perHead.alone')}
        </Note>
      ) : null}
      {income.perhapsTwice.map(([one, other]) => (
        <Note key={`${one.id}-${other.id}`} kind="warning">
          {t('money.perHead.perhapsTwice', {
            what: t(`money.category.${one.category}`),
            one: ownerOf(one),
            other: ownerOf(other),
          })}
        </Note>
      ))}
      <Working income={income} ownerOf={ownerOf} />
      <p className={css['dim']}>{t('money.perHead.rounded')}</p>
    </SideDrawer>
  );
}

function Working({
  income,
  ownerOf,
}: {
  readonly income: PerHeadIncome;
  readonly ownerOf: (line: MoneyLine) => string;
}) {
  const { t, digits } = useText();
  const rows = (lines: readonly WorkingLine[], sign: 1 | -1) =>
    lines.map(({ line, halalas }) => (
      <tr key={line.id}>
        <th scope="row">
          {t(`money.category.${line.category}`)}
          <span className={css['small']}>{ownerOf(line)}</span>
        </th>
        <td>
          <Amount halalas={sign * halalas} />
        </td>
      </tr>
    ));
  const sum = (name: string, halalas: number) => (
    <tr data-sum>
      <th scope="row">{name}</th>
      <td>
        <Amount halalas={halalas} />
      </td>
    </tr>
  );
  return (
    <table className={css['working']} aria-label={t('money.perHead.working')}>
      <tbody>
        {rows(income.incomes, 1)}
        {sum(t('money.perHead.income'), income.income)}
        {rows(income.essentials, -1)}
        {sum(t('money.perHead.essential'), -income.essential)}
        {sum(t('money.perHead.left'), income.income - income.essential)}
        <tr>
          <th scope="row">{t('money.perHead.heads')}</th>
          <td>
            <bdi dir="ltr">÷ {digits(income.heads)}</bdi>
          </td>
        </tr>
        {sum(t('money.perHead.gross'), income.gross)}
        {sum(t('money.perHead.net'), income.net)}
      </tbody>
      {income.notCounted.length === 0 ? null : (
        <tbody data-aside>
          <tr>
            <th scope="colgroup" colSpan={2}>
              {t('money.perHead.notCounted')}
            </th>
          </tr>
          {rows(income.notCounted, 1)}
        </tbody>
      )}
    </table>
  );
}
