import { IconCalculator, IconCoins } from '@tabler/icons-react';
import type { Circumstances } from '#shared/circumstances/circumstances-contract.ts';
import { countsOn, MONEY_KINDS, type MoneyKind, type MoneyLine } from '#shared/circumstances/money.ts';
import { formatAmount } from '#shared/circumstances/money-text.ts';
import type { PerHeadIncome } from '#shared/circumstances/per-head-income.ts';
import type { PartyId } from '#shared/ids.ts';
import { useText } from '#renderer/i18n/use-text.ts';
import { Button } from '#renderer/ui/button.tsx';
import { Card, CardBody, CardFooter, CardHeader } from '#renderer/ui/card.tsx';
import { ShortDate } from '#renderer/ui/dates.tsx';
import { Icon } from '#renderer/ui/icon.tsx';
import { type MenuAct, MoreMenu } from '#renderer/ui/more-menu.tsx';
import css from './circumstances.module.css';

/** What comes in, goes out and is owed in the whole household, and what is left for each head. */
export function MoneyCard({
  data,
  income,
  actsOf,
  onAdd,
  onWorking,
}: {
  readonly data: Circumstances;
  readonly income: PerHeadIncome;
  readonly actsOf: (line: MoneyLine) => readonly MenuAct[];
  /** Null: who reads only. */
  readonly onAdd: (() => void) | null;
  readonly onWorking: () => void;
}) {
  const { t } = useText();
  const { day } = income;
  const standing = data.money.lines.filter((line) => line.withdrawn === null);
  const past = standing.filter((line) => !countsOn(line, day));
  const ownerOf = (id: PartyId): string =>
    data.money.owners.find((owner) => owner.partyId === id)?.name ?? '';
  const lineOf = (line: MoneyLine) => (
    <Line
      key={line.id}
      line={line}
      owner={line.partyId === data.person.id ? '' : ownerOf(line.partyId)}
      acts={actsOf(line)}
    />
  );
  return (
    <Card pane={t('money.title')}>
      <CardHeader title={t('money.title')} />
      <div className={css['figures']}>
        <Figure name={t('money.perHead.gross')} help={t('money.perHead.grossHelp')} halalas={income.gross} />
        <Figure name={t('money.perHead.net')} help={t('money.perHead.netHelp')} halalas={income.net} />
        <Button
          size="sm"
          kind="tinted"
          keys="F8"
          icon={<Icon of={IconCalculator} size="sm" />}
          onClick={onWorking}
        >
          {t('money.perHead.show')}
        </Button>
      </div>
      <CardBody scroll flush>
        {MONEY_KINDS.map((kind) => {
          const lines = standing.filter((line) => line.kind === kind && countsOn(line, day));
          return (
            <section key={kind} className={css['money']}>
              <h3>
                {t(`money.kind.${kind}`)}
                {lines.length === 0 ? null : <Total kind={kind} lines={lines} />}
              </h3>
              {lines.length === 0 ? (
                <p className={css['dim']}>{t(`money.none.${kind}`)}</p>
              ) : (
                <ul aria-label={t(`money.kind.${kind}`)}>{lines.map(lineOf)}</ul>
              )}
            </section>
          );
        })}
        {past.length === 0 ? null : (
          <section className={css['money']} data-past>
            <h3>{t('money.past')}</h3>
            <ul aria-label={t('money.past')}>{past.map(lineOf)}</ul>
          </section>
        )}
      </CardBody>
      {onAdd === null ? null : (
        <CardFooter>
          <Button kind="filled" keys="Ctrl+Enter" icon={<Icon of={IconCoins} size="sm" />} onClick={onAdd}>
            {t('money.addLine')}
          </Button>
        </CardFooter>
      )}
    </Card>
  );
}

/** «3,000 ريال» in the digits of the screen; a lack has its minus at the left of the figure. */
export function Amount({ halalas }: { readonly halalas: number }) {
  const { t, digits } = useText();
  return (
    <span className={css['amount']}>
      <bdi dir="ltr">{digits(formatAmount(halalas))}</bdi> {t('money.riyal')}
    </span>
  );
}

function Figure({
  name,
  help,
  halalas,
}: {
  readonly name: string;
  readonly help: string;
  readonly halalas: number;
}) {
  return (
    <div className={css['figure']} data-lack={halalas < 0 || undefined}>
      <span className={css['small']}>{name}</span>
      <b>
        <Amount halalas={halalas} />
      </b>
      <span className={css['small']}>{help}</span>
    </div>
  );
}

function Total({ kind, lines }: { readonly kind: MoneyKind; readonly lines: readonly MoneyLine[] }) {
  const sum = lines.reduce(
    (total, line) => total + (kind === 'debt' ? (line.totalHalalas ?? 0) : line.monthlyHalalas),
    0,
  );
  return <Amount halalas={sum} />;
}

function Line({
  line,
  owner,
  acts,
}: {
  readonly line: MoneyLine;
  /** Whose file it stands in, when it is not this one. */
  readonly owner: string;
  readonly acts: readonly MenuAct[];
}) {
  const { t } = useText();
  const what = t(`money.category.${line.category}`);
  return (
    <li className={css['line']}>
      <span className={css['what']}>
        <span className={css['strong']}>{what}</span>
        <span className={css['small']}>
          {line.detail === '' ? null : `${line.detail}، `}
          {t('money.since')} <ShortDate iso={line.sinceOn} />
          {line.untilOn === null ? null : (
            <>
              {' '}
              {t('money.until')} <ShortDate iso={line.untilOn} />
            </>
          )}
          {owner === '' ? null : `، ${t('money.of', { name: owner })}`}
        </span>
      </span>
      <span className={css['sum']}>
        {line.kind === 'debt' && line.monthlyHalalas === 0 ? (
          t('money.noInstalment')
        ) : (
          <>
            <Amount halalas={line.monthlyHalalas} />{' '}
            <span className={css['small']}>{t('money.monthly')}</span>
          </>
        )}
        {line.totalHalalas === null ? null : (
          <span className={css['small']}>{t('money.owed', { amount: formatAmount(line.totalHalalas) })}</span>
        )}
      </span>
      <MoreMenu label={t('money.more', { what })} acts={acts} />
    </li>
  );
}
