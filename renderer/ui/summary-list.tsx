import type { ReactNode } from 'react';
import { useText } from '#renderer/i18n/use-text.ts';
import css from './summary-list.module.css';

export interface SummaryRow {
  readonly term: string;
  readonly value: ReactNode;
  /** «طُوبق على الأصل» with its check. */
  readonly mark?: ReactNode;
  /** Shows «تغيير», named by the row's term. */
  readonly onChange?: () => void;
}

/** Read-only data: term, value, mark, «تغيير». Not grey fields. */
export function SummaryList({
  rows,
  label,
}: {
  readonly rows: readonly SummaryRow[];
  readonly label?: string;
}) {
  const { t } = useText();
  return (
    <dl className={css['list']} aria-label={label}>
      {rows.map((row) => (
        <div key={row.term} className={css['row']}>
          <dt>{row.term}</dt>
          <dd>{typeof row.value === 'string' ? <bdi>{row.value}</bdi> : row.value}</dd>
          {row.mark === undefined ? null : <dd className={css['mark']}>{row.mark}</dd>}
          {row.onChange === undefined ? null : (
            <dd>
              <button
                type="button"
                className={css['change']}
                aria-label={`${t('common.edit')}: ${row.term}`}
                onClick={row.onChange}
              >
                {t('common.edit')}
              </button>
            </dd>
          )}
        </div>
      ))}
    </dl>
  );
}
