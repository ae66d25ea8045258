import type { Pair, PairSide } from '#shared/duplicates/merge-contract.ts';
import { useText } from '#renderer/i18n/use-text.ts';
import { Identifier } from '#renderer/ui/numbers.tsx';
import { BandBadge, PartMarks } from '#renderer/ui/similar-marks.tsx';
import { Table, type Column } from '#renderer/ui/table.tsx';
import css from './duplicates.module.css';

/** Suspected pairs: both files, how sure, and the parts of the score in words. */
export function PairsTable({
  rows,
  onOpen,
  onNearEnd,
}: {
  readonly rows: readonly Pair[];
  readonly onOpen?: (pair: Pair) => void;
  readonly onNearEnd: () => void;
}) {
  const { t, digits } = useText();
  const columns: Column<Pair>[] = [
    {
      key: 'score',
      title: t('duplicates.desk.column.score'),
      width: '8rem',
      cell: (row) => (
        <>
          <BandBadge band={row.band} />
          <span className={css['under']}>{digits(t('duplicates.desk.percent', { score: row.score }))}</span>
        </>
      ),
    },
    {
      key: 'low',
      title: t('duplicates.desk.column.low'),
      width: '24%',
      cell: (row) => <Side side={row.low} />,
    },
    {
      key: 'high',
      title: t('duplicates.desk.column.high'),
      width: '24%',
      cell: (row) => <Side side={row.high} />,
    },
    {
      key: 'why',
      title: t('duplicates.desk.column.why'),
      cell: (row) =>
        row.dismissed === null ? (
          <PartMarks parts={row.parts.map((part) => ({ ...part, value: '' }))} />
        ) : (
          <>
            <span className={css['line']}>{row.dismissed.reason}</span>
            <span className={css['under']}>{row.dismissed.byName}</span>
          </>
        ),
    },
  ];
  return (
    <Table
      label={t('duplicates.desk.label')}
      columns={columns}
      rows={rows}
      rowKey={(row) => `${row.low.id}-${row.high.id}`}
      rowLabel={(row) => digits(`${row.low.name}، ${row.high.name}`)}
      tall
      {...(onOpen === undefined ? {} : { onOpen })}
      onNearEnd={onNearEnd}
    />
  );
}

function Side({ side }: { readonly side: PairSide }) {
  const { t } = useText();
  return (
    <>
      <span className={css['line']}>{side.name}</span>
      <span className={css['under']}>
        {side.fileNumber === null ? t('duplicates.desk.noFile') : <Identifier value={side.fileNumber} />}
      </span>
    </>
  );
}
