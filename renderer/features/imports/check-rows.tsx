import { IconAlertCircle, IconHelpCircle, IconMinus, IconPlus, IconRefresh } from '@tabler/icons-react';
import { useEffect, useState, type ReactElement } from 'react';
import { assertNever } from '#shared/assert.ts';
import type { ImportColumn, ImportRowView, RowFilter } from '#shared/imports/import.ts';
import { useChannelQuery } from '#renderer/api/use-channel.ts';
import { useErrorText } from '#renderer/i18n/error-text.ts';
import { useText } from '#renderer/i18n/use-text.ts';
import { Badge } from '#renderer/ui/badge.tsx';
import { EmptyState, ErrorBlock, SkeletonRows } from '#renderer/ui/states.tsx';
import { Table } from '#renderer/ui/table.tsx';
import css from './imports.module.css';

const PAGE = 200;
const NAMES = new Set(['name', 'firstName', 'fatherName', 'grandfatherName', 'familyName']);

/** The rows of a filter, a page at a time; the one that is selected is told. */
export function CheckRows({
  filter,
  columns,
  onChosen,
}: {
  readonly filter: RowFilter;
  readonly columns: readonly ImportColumn[];
  readonly onChosen: (row: ImportRowView | null) => void;
}): ReactElement {
  const { t, text, digits } = useText();
  const say = useErrorText();
  const [page, setPage] = useState(0);
  const [row, setRow] = useState<number | null>(null);
  const rows = useChannelQuery(
    'imports.rows',
    { filter, offset: page * PAGE, limit: PAGE },
    { keepPrevious: true },
  );
  const found = rows.data?.rows ?? [];
  const chosen = found.find((one) => one.row === row) ?? found[0] ?? null;
  useEffect(() => onChosen(chosen), [chosen, onChosen]);
  if (rows.error !== null) return <ErrorBlock text={say(rows.error)} />;
  if (rows.data === undefined) return <SkeletonRows rows={10} />;
  const { total } = rows.data;
  if (total === 0) return <EmptyState icon={IconMinus} text={t('imports.check.noRows')} />;
  const nameOf = ({ cells }: ImportRowView): string =>
    columns
      .flatMap(({ choice }, index) => (NAMES.has(choice.field ?? '') ? [cells[index] ?? ''] : []))
      .filter((part) => part !== '')
      .join(' ');
  const what = ({ problems, match }: ImportRowView): string => {
    const [first] = problems;
    if (first?.severity === 'error') return text('validation', first.code, first.details);
    if (match !== null)
      return `${t(`imports.check.match.${match.kind}`, { row: digits(match.row ?? 0) })}: ${match.name}`;
    return first === undefined ? '' : text('validation', first.code, first.details);
  };
  const pages = Math.ceil(total / PAGE);
  return (
    <>
      <div className={css['grid']}>
        <Table
          key={`${filter} ${page}`}
          label={t('imports.check.title')}
          rows={found}
          rowKey={(one) => one.row}
          rowLabel={(one) => `${t('imports.check.rowTitle', { row: one.row })}: ${nameOf(one)}`}
          onSelect={(one) => setRow(one.row)}
          onOpen={(one) => setRow(one.row)}
          columns={[
            { key: 'row', title: t('imports.check.row'), width: '4rem', cell: (one) => digits(one.row) },
            { key: 'name', title: t('imports.check.name'), width: '30%', cell: nameOf },
            {
              key: 'what',
              title: t('imports.check.what'),
              cell: (one) => <span className={css['dim']}>{what(one)}</span>,
            },
            {
              key: 'state',
              title: t('imports.check.state'),
              width: '9.5rem',
              cell: (one) => <RowState row={one} />,
            },
          ]}
        />
      </div>
      {pages < 2 ? null : <Pages page={page} pages={pages} onPage={setPage} />}
    </>
  );
}

function Pages({
  page,
  pages,
  onPage,
}: {
  readonly page: number;
  readonly pages: number;
  readonly onPage: (page: number) => void;
}): ReactElement {
  const { t, digits } = useText();
  return (
    <nav className={css['pages']}>
      <button type="button" disabled={page === 0} onClick={() => onPage(page - 1)}>
        {t('imports.check.previous')}
      </button>
      <span className={css['figures']}>
        {t('imports.progress.of', { done: digits(page + 1), total: digits(pages) })}
      </span>
      <button type="button" disabled={page + 1 >= pages} onClick={() => onPage(page + 1)}>
        {t('imports.check.next')}
      </button>
    </nav>
  );
}

/** What becomes of a row, with its sign. */
export function RowState({ row }: { readonly row: ImportRowView }): ReactElement {
  const { t } = useText();
  if (row.state === 'faulty')
    return (
      <Badge kind="danger" icon={IconAlertCircle}>
        {t('imports.check.isFaulty')}
      </Badge>
    );
  switch (row.decision) {
    case null:
      return (
        <Badge kind="warning" icon={IconHelpCircle}>
          {t('imports.check.mustDecide')}
        </Badge>
      );
    case 'add':
      return (
        <Badge kind="success" icon={IconPlus}>
          {t('imports.check.add')}
        </Badge>
      );
    case 'fill':
      return (
        <Badge kind="info" icon={IconRefresh}>
          {t('imports.check.fill')}
        </Badge>
      );
    case 'leave':
      return <Badge icon={IconMinus}>{t('imports.check.left')}</Badge>;
    default:
      return assertNever(row.decision);
  }
}
