import { Checkbox } from '@mantine/core';
import type { CaseLine } from '#shared/committee/committee.ts';
import type { RequestId } from '#shared/ids.ts';
import { useText } from '#renderer/i18n/use-text.ts';
import { useGo } from '#renderer/ui/app-link.tsx';
import { Identifier } from '#renderer/ui/numbers.tsx';
import { paths } from '#renderer/ui/paths.ts';
import { Table, type Column } from '#renderer/ui/table.tsx';
import { NeedMark, RecommendationMark, StandingMark } from './case-marks.tsx';
import css from './committee.module.css';

/** Cases that wait for the committee; `onToggle` chooses them for a session. */
export function WaitingTable({
  rows,
  day,
  chosen,
  onToggle,
}: {
  readonly rows: readonly CaseLine[];
  readonly day: string;
  readonly chosen: readonly RequestId[];
  readonly onToggle?: (id: RequestId) => void;
}) {
  const { t } = useText();
  const go = useGo();
  const column = (key: 'applicant' | 'need' | 'recommendation' | 'reply'): string =>
    t(`committee.page.column.${key}`);
  const columns: Column<CaseLine>[] = [
    ...(onToggle === undefined
      ? []
      : [
          {
            key: 'choose',
            title: t('committee.page.column.choose'),
            width: '4.5rem',
            cell: (row: CaseLine) => (
              // A press on the box is not a press on its row.
              // oxlint-disable-next-line jsx-a11y/click-events-have-key-events, jsx-a11y/no-static-element-interactions -- the box itself takes the keys
              <span onClick={(event) => event.stopPropagation()}>
                <Checkbox
                  aria-label={t('committee.page.chooseCase', { name: row.partyName })}
                  checked={chosen.includes(row.requestId)}
                  onChange={() => onToggle(row.requestId)}
                />
              </span>
            ),
          },
        ]),
    {
      key: 'applicant',
      title: column('applicant'),
      cell: (row) => (
        <>
          <span className={css['line']}>{row.partyName}</span>
          <span className={css['under']}>
            {row.number === null ? null : <Identifier value={row.number} />} · {row.service}
          </span>
        </>
      ),
    },
    { key: 'need', title: column('need'), width: '7rem', cell: (row) => <NeedMark score={row.needScore} /> },
    {
      key: 'recommendation',
      title: column('recommendation'),
      width: '9.5rem',
      cell: (row) => <RecommendationMark of={row.recommendation} />,
    },
    {
      key: 'reply',
      title: column('reply'),
      width: '12rem',
      cell: (row) => <StandingMark line={row} day={day} />,
    },
  ];
  return (
    <Table
      label={t('committee.page.waiting')}
      columns={columns}
      rows={rows}
      rowKey={(row) => row.requestId}
      rowLabel={(row) => row.partyName}
      onOpen={(row) => go(paths.request(row.requestId))}
      tall
    />
  );
}
