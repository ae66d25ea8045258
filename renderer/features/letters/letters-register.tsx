import { IconCheck } from '@tabler/icons-react';
import type { ReactElement, ReactNode } from 'react';
import { useText } from '#renderer/i18n/use-text.ts';
import { useGo } from '#renderer/ui/app-link.tsx';
import { Badge } from '#renderer/ui/badge.tsx';
import { ShortDate, When } from '#renderer/ui/dates.tsx';
import { Ref } from '#renderer/ui/numbers.tsx';
import { paths } from '#renderer/ui/paths.ts';
import { Table, type Column } from '#renderer/ui/table.tsx';
import type { LetterSummary } from '#shared/letters/letter.ts';
import { LetterStateBadge } from '#renderer/ui/letter-state-badge.tsx';
import css from './letters.module.css';

/** What is voided stays in the register, struck through. */
function Words({
  letter,
  children,
}: {
  readonly letter: LetterSummary;
  readonly children: ReactNode;
}): ReactElement {
  return <span className={letter.state === 'voided' ? css['voided'] : undefined}>{children}</span>;
}

/** How far a letter has come, and in words what it still waits for. */
function Life({ letter }: { readonly letter: LetterSummary }): ReactElement {
  const { t } = useText();
  const { state, signed, delivered } = letter;
  if (state !== 'issued') return <LetterStateBadge state={state} />;
  const waits = [...(signed ? [] : ['unsigned' as const]), ...(delivered ? [] : ['undelivered' as const])];
  return (
    <span className={css['life']}>
      {signed || delivered ? (
        <Badge kind="success" icon={IconCheck}>
          {t(delivered ? 'letterList.delivered' : 'letterList.signed')}
        </Badge>
      ) : (
        <LetterStateBadge state={state} />
      )}
      {waits.length === 0 ? null : (
        <span className={css['dim']}>{waits.map((one) => t(`letterList.${one}`)).join('، ')}</span>
      )}
    </span>
  );
}

/** The rows of the register: arrows move, Enter opens. */
export function LettersRegister({
  rows,
  onNearEnd,
}: {
  readonly rows: readonly LetterSummary[];
  readonly onNearEnd: () => void;
}): ReactElement {
  const { t } = useText();
  const go = useGo();
  const dim = (text: string): ReactElement => <span className={css['dim']}>{text}</span>;
  const columns: Column<LetterSummary>[] = [
    {
      key: 'number',
      title: t('letters.register.column.number'),
      width: '8rem',
      cell: (row) =>
        row.referenceNumber === null ? (
          dim(t('letters.register.noNumber'))
        ) : (
          <b className={css['strong']}>
            <Words letter={row}>
              <Ref value={row.referenceNumber} />
            </Words>
          </b>
        ),
    },
    {
      key: 'date',
      title: t('letters.register.column.date'),
      width: '13rem',
      cell: (row) => (
        <span className={css['dates']}>
          {row.issuedOn === null ? (
            <span className={css['dim']}>
              <When atMs={row.updatedAtMs} />
            </span>
          ) : (
            <>
              <ShortDate iso={row.issuedOn} />
              <span className={css['dim']}>
                <ShortDate iso={row.issuedOn} calendar="gregorian" />
              </span>
            </>
          )}
        </span>
      ),
    },
    {
      key: 'recipient',
      title: t('letters.register.column.recipient'),
      cell: (row) =>
        row.recipientLine === '' ? (
          dim(t('letters.register.noRecipient'))
        ) : (
          <Words letter={row}>{row.recipientLine}</Words>
        ),
    },
    {
      key: 'subject',
      title: t('letters.register.column.subject'),
      cell: (row) =>
        row.subject === '' ? dim(t('letters.untitled')) : <Words letter={row}>{row.subject}</Words>,
    },
    {
      key: 'state',
      title: t('letters.register.column.state'),
      width: '15rem',
      cell: (row) => <Life letter={row} />,
    },
  ];
  return (
    <Table
      label={t('letters.register.label')}
      columns={columns}
      rows={rows}
      rowKey={(row) => row.id}
      rowLabel={(row) => [row.referenceNumber, row.subject, row.recipientLine].filter(Boolean).join('، ')}
      onOpen={(row) => go(paths.letter(row.id))}
      onNearEnd={onNearEnd}
    />
  );
}
