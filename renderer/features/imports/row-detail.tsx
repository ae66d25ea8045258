import { IconAlertCircle, IconAlertTriangle, IconHandClick } from '@tabler/icons-react';
import type { ReactElement } from 'react';
import type { CellProblem, Decision, ImportColumn, ImportRowView, RowMatch } from '#shared/imports/import.ts';
import { useText } from '#renderer/i18n/use-text.ts';
import { AppLink } from '#renderer/ui/app-link.tsx';
import { Button } from '#renderer/ui/button.tsx';
import { Card, CardBody, CardHeader, CardSection } from '#renderer/ui/card.tsx';
import { Icon } from '#renderer/ui/icon.tsx';
import { useKey } from '#renderer/ui/keys.ts';
import { Identifier, Phone } from '#renderer/ui/numbers.tsx';
import { paths } from '#renderer/ui/paths.ts';
import { EmptyState } from '#renderer/ui/states.tsx';
import { SummaryList } from '#renderer/ui/summary-list.tsx';
import { RowState } from './check-rows.tsx';
import css from './imports.module.css';

const ALLOWED: Readonly<Record<RowMatch['kind'] | 'none', readonly Decision[]>> = {
  none: ['add', 'leave'],
  sameId: ['fill', 'leave'],
  likely: ['add', 'fill', 'leave'],
  likelyInFile: ['add', 'leave'],
  sameIdInFile: [],
};

/** One row: what is wrong at which cell, whom it may be, what becomes of it. */
export function RowDetail({
  row,
  columns,
  onDecide,
}: {
  readonly row: ImportRowView | null;
  readonly columns: readonly ImportColumn[];
  readonly onDecide: (row: number, decision: Decision) => void;
}): ReactElement {
  const { t, digits } = useText();
  return (
    <Card pane={t('imports.check.details')} grow>
      {row === null ? (
        <EmptyState icon={IconHandClick} text={t('imports.check.pick')} />
      ) : (
        <>
          <CardHeader
            title={t('imports.check.rowTitle', { row: digits(row.row) })}
            actions={<RowState row={row} />}
          />
          <CardBody scroll flush>
            <Problems problems={row.problems} columns={columns} />
            {row.match === null ? null : <Match match={row.match} />}
            {row.state === 'faulty' ? null : <Decide row={row} onDecide={onDecide} />}
            <CardSection title={t('imports.check.cells')}>
              <SummaryList
                rows={columns.flatMap((column, index) => {
                  const cell = row.cells[index] ?? '';
                  return cell === '' ? [] : [{ term: termOf(column), value: <bdi>{cell}</bdi> }];
                })}
              />
            </CardSection>
          </CardBody>
        </>
      )}
    </Card>
  );
}

const termOf = ({ heading, name }: ImportColumn): string => (heading === '' ? name : heading);

function Problems({
  problems,
  columns,
}: {
  readonly problems: readonly CellProblem[];
  readonly columns: readonly ImportColumn[];
}): ReactElement | null {
  const { text } = useText();
  if (problems.length === 0) return null;
  return (
    <ul className={css['problems']}>
      {problems.map(({ column, code, severity, details }) => {
        const at = columns.find(({ index }) => index === column);
        const offer = details['offer'];
        return (
          <li key={`${String(column)} ${code}`} data-severity={severity}>
            <Icon of={severity === 'error' ? IconAlertCircle : IconAlertTriangle} size="sm" />
            <span>
              {at === undefined ? null : <b>{termOf(at)}: </b>}
              {text('validation', code, details)}
              {offer === undefined ? null : (
                <>
                  {' '}
                  <bdi>({offer})</bdi>
                </>
              )}
            </span>
          </li>
        );
      })}
    </ul>
  );
}

function Match({ match }: { readonly match: RowMatch }): ReactElement {
  const { t, text, digits } = useText();
  const fields = (names: readonly string[]): string =>
    names.map((name) => text('imports.matchField', name)).join('، ');
  return (
    <CardSection title={t(`imports.check.match.${match.kind}`, { row: digits(match.row ?? 0) })}>
      <SummaryList
        rows={[
          {
            term: t('imports.check.name'),
            value:
              match.partyId === null ? (
                match.name
              ) : (
                <AppLink to={paths.beneficiary(match.partyId)}>{match.name}</AppLink>
              ),
          },
          ...(match.idNumber === ''
            ? []
            : [{ term: t('imports.field.idNumber'), value: <Identifier value={match.idNumber} /> }]),
          ...(match.mobile === ''
            ? []
            : [{ term: t('imports.field.mobile'), value: <Phone value={match.mobile} /> }]),
          ...(match.village === '' ? [] : [{ term: t('imports.field.village'), value: match.village }]),
          ...(match.same.length === 0 || match.kind === 'sameId'
            ? []
            : [{ term: t('imports.check.same'), value: fields(match.same) }]),
          ...(match.different.length === 0
            ? []
            : [
                {
                  term: t('imports.check.different'),
                  value: <span className={css['differs']}>{fields(match.different)}</span>,
                },
              ]),
        ]}
      />
    </CardSection>
  );
}

function Decide({
  row,
  onDecide,
}: {
  readonly row: ImportRowView;
  readonly onDecide: (row: number, decision: Decision) => void;
}): ReactElement | null {
  const { t } = useText();
  const allowed = ALLOWED[row.match?.kind ?? 'none'];
  const press = (decision: Decision): void => {
    if (allowed.includes(decision)) onDecide(row.row, decision);
  };
  useKey('1', t('imports.check.add'), () => press('add'), { enabled: allowed.includes('add') });
  useKey('2', t('imports.check.fill'), () => press('fill'), { enabled: allowed.includes('fill') });
  useKey('3', t('imports.check.leave'), () => press('leave'), { enabled: allowed.includes('leave') });
  if (allowed.length === 0) return null;
  const KEYS = { add: '1', fill: '2', leave: '3' } as const;
  return (
    <CardSection title={t('imports.check.decision')}>
      <div className={css['decide']}>
        {allowed.map((decision) => (
          <Button
            key={decision}
            size="sm"
            kind={row.decision === decision ? 'tinted' : 'outline'}
            pressed={row.decision === decision}
            keys={KEYS[decision]}
            onClick={() => press(decision)}
          >
            {t(`imports.check.${decision}`)}
          </Button>
        ))}
      </div>
    </CardSection>
  );
}
