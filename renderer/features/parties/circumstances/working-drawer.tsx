import { useState } from 'react';
import type { Circumstances } from '#shared/circumstances/circumstances-contract.ts';
import type { MoneyLine } from '#shared/circumstances/money.ts';
import {
  householdIncome,
  type PerHeadIncome,
  type WorkingLine,
} from '#shared/circumstances/per-head-income.ts';
import { useText } from '#renderer/i18n/use-text.ts';
import { useToday } from '#renderer/ui/dates.tsx';
import { SideDrawer } from '#renderer/ui/dialog.tsx';
import { DualDateField } from '#renderer/ui/dual-date-field.tsx';
import { Note } from '#renderer/ui/states.tsx';
import css from './circumstances.module.css';
import { Amount } from './money-card.tsx';

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
