import type { AgreementSummary } from '#shared/agreements/agreement.ts';
import { useText } from '#renderer/i18n/use-text.ts';
import { useGo } from '#renderer/ui/app-link.tsx';
import { Ref } from '#renderer/ui/numbers.tsx';
import { paths } from '#renderer/ui/paths.ts';
import { Table, type Column } from '#renderer/ui/table.tsx';
import { AgreementBadge, Term } from './agreement-marks.tsx';
import css from './agreements.module.css';

/** Agreements in rows of two lines; on a party's own page without the party. */
export function AgreementTable({
  rows,
  withParty,
  onNearEnd,
}: {
  readonly rows: readonly AgreementSummary[];
  readonly withParty: boolean;
  readonly onNearEnd?: () => void;
}) {
  const { t } = useText();
  const go = useGo();
  const columns: Column<AgreementSummary>[] = [
    {
      key: 'title',
      title: t('agreements.column.title'),
      cell: (row) => (
        <>
          <span className={css['line']}>{row.title}</span>
          <span className={css['under']}>
            {t(`agreements.kind.${row.kind}`)}
            {row.number === '' ? null : (
              <>
                {' · '}
                <Ref value={row.number} />
              </>
            )}
          </span>
        </>
      ),
    },
    ...(withParty
      ? [
          {
            key: 'party',
            title: t('agreements.column.party'),
            width: '26%',
            cell: (row: AgreementSummary) => <span className={css['line']}>{row.partyName}</span>,
          },
        ]
      : []),
    {
      key: 'term',
      title: t('agreements.column.term'),
      width: '13rem',
      cell: (row) => <Term agreement={row} />,
    },
    {
      key: 'state',
      title: t('agreements.column.state'),
      width: '15rem',
      cell: (row) => <AgreementBadge agreement={row} />,
    },
  ];
  return (
    <Table
      label={t('agreements.label')}
      columns={columns}
      rows={rows}
      rowKey={(row) => row.id}
      rowLabel={(row) => [row.title, row.partyName, t(`agreements.state.${row.state}`)].join('، ')}
      tall
      onOpen={(row) => go(paths.agreement(row.id))}
      {...(onNearEnd === undefined ? {} : { onNearEnd })}
    />
  );
}
