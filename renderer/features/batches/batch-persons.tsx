import { useState, type ReactElement } from 'react';
import type { BatchPerson } from '#shared/batches/batch.ts';
import { useText } from '#renderer/i18n/use-text.ts';
import { useGo } from '#renderer/ui/app-link.tsx';
import { Card, CardHeader } from '#renderer/ui/card.tsx';
import { LetterStateBadge } from '#renderer/ui/letter-state-badge.tsx';
import { Ref } from '#renderer/ui/numbers.tsx';
import { paths } from '#renderer/ui/paths.ts';
import { Segmented } from '#renderer/ui/segmented.tsx';
import { Table, type Column } from '#renderer/ui/table.tsx';
import { useLeftOutText } from './left-out.tsx';
import css from './batches.module.css';

/** Whose letters: each with its number and state, or why there is none. Enter opens the letter, or the person's file. */
export function BatchPersons({ persons }: { readonly persons: readonly BatchPerson[] }): ReactElement {
  const { t } = useText();
  const go = useGo();
  const why = useLeftOutText();
  const [show, setShow] = useState<'everyone' | 'leftOut'>('everyone');
  const leftOut = persons.filter((one) => one.leftOut !== null);
  const rows = show === 'leftOut' && leftOut.length > 0 ? leftOut : persons;
  const columns: Column<BatchPerson>[] = [
    {
      key: 'number',
      title: t('batches.list.number'),
      width: '8rem',
      cell: (row) =>
        row.referenceNumber === null ? null : (
          <b className={css['strong']}>
            <Ref value={row.referenceNumber} />
          </b>
        ),
    },
    { key: 'name', title: t('batches.list.name'), width: '15rem', cell: (row) => row.name },
    {
      key: 'state',
      title: t('batches.list.state'),
      width: '8rem',
      cell: (row) =>
        row.letterState !== null ? (
          <LetterStateBadge state={row.letterState} />
        ) : row.leftOut === null ? (
          <span className={css['dim']}>{t('batches.list.waiting')}</span>
        ) : null,
    },
    {
      key: 'note',
      title: t('batches.list.note'),
      cell: (row) =>
        row.leftOut === null ? null : (
          <span className={css['reason']} title={why(row.leftOut)}>
            {why(row.leftOut)}
          </span>
        ),
    },
  ];
  return (
    <Card pane={t('batches.list.label')} grow>
      <CardHeader
        title={t('batches.list.label')}
        aside={t('batches.persons', { count: persons.length })}
        actions={
          leftOut.length === 0 ? null : (
            <Segmented
              label={t('batches.list.filter')}
              hideLabel
              compact
              value={show}
              onChange={setShow}
              choices={[
                { value: 'everyone', label: t('batches.list.everyone') },
                { value: 'leftOut', label: t('batches.list.leftOut') },
              ]}
            />
          )
        }
      />
      <Table
        label={t('batches.list.label')}
        columns={columns}
        rows={rows}
        rowKey={(row) => row.position}
        rowLabel={(row) =>
          [row.referenceNumber, row.name, row.leftOut === null ? null : why(row.leftOut)]
            .filter(Boolean)
            .join('، ')
        }
        onOpen={(row) =>
          go(
            row.letterId === null || row.letterState === null
              ? paths.beneficiary(row.partyId)
              : paths.letter(row.letterId),
          )
        }
      />
    </Card>
  );
}
