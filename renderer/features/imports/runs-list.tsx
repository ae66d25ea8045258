import { IconArrowBackUp, IconFileImport } from '@tabler/icons-react';
import { useState, type ReactElement } from 'react';
import type { ImportRun } from '#shared/imports/import.ts';
import { QueryView } from '#renderer/api/query-view.tsx';
import { useChannelQuery } from '#renderer/api/use-channel.ts';
import { useText } from '#renderer/i18n/use-text.ts';
import { Badge } from '#renderer/ui/badge.tsx';
import { Button } from '#renderer/ui/button.tsx';
import { Card, CardBody, CardHeader } from '#renderer/ui/card.tsx';
import { When } from '#renderer/ui/dates.tsx';
import { Icon } from '#renderer/ui/icon.tsx';
import { EmptyState } from '#renderer/ui/states.tsx';
import css from './imports.module.css';
import runsCss from './runs.module.css';
import { UndoDialog } from './undo-dialog.tsx';

/** What was imported before: by whom, what it did, and how to take it back. */
export function RunsList(): ReactElement {
  const { t } = useText();
  const runs = useChannelQuery('imports.runs', {});
  const [undoing, setUndoing] = useState<ImportRun | null>(null);
  return (
    <Card pane={t('imports.runs.title')} grow>
      <CardHeader
        title={t('imports.runs.title')}
        {...(runs.data?.length ? { count: runs.data.length } : {})}
      />
      <CardBody scroll flush>
        <QueryView query={runs} rows={4}>
          {(rows) =>
            rows.length === 0 ? (
              <EmptyState icon={IconFileImport} text={t('imports.runs.none')} />
            ) : (
              <ul className={runsCss['runs']}>
                {rows.map((run) => (
                  <RunLine key={run.id} run={run} onUndo={() => setUndoing(run)} />
                ))}
              </ul>
            )
          }
        </QueryView>
      </CardBody>
      {undoing === null ? null : <UndoDialog run={undoing} onClose={() => setUndoing(null)} />}
    </Card>
  );
}

function RunLine({ run, onUndo }: { readonly run: ImportRun; readonly onUndo: () => void }): ReactElement {
  const { t, digits } = useText();
  return (
    <li>
      <div className={runsCss['runText']}>
        <b>
          <bdi>{run.fileName}</bdi>
        </b>
        <span>{t('imports.runs.added', { added: run.added, filled: run.filled, left: run.leftOut })}</span>
        <span className={css['dim']}>
          {run.staffName} · <When atMs={run.atMs} />
        </span>
      </div>
      {run.undoneAtMs === null ? (
        <Button
          size="sm"
          icon={<Icon of={IconArrowBackUp} size="sm" mirror />}
          label={t('imports.runs.choose', { file: run.fileName })}
          onClick={onUndo}
        >
          {t('imports.runs.undo')}
        </Button>
      ) : (
        <span className={runsCss['runUndone']}>
          <Badge icon={IconArrowBackUp} mirror>
            {t('imports.runs.undone')}
          </Badge>
          <span className={css['dim']}>
            {t('imports.runs.undoneBy', { name: run.undoneByName ?? '' })}
            {run.kept === 0 ? '' : ` · ${t('imports.runs.kept', { kept: digits(run.kept) })}`}
          </span>
        </span>
      )}
    </li>
  );
}
