import { IconArrowMerge } from '@tabler/icons-react';
import { useState } from 'react';
import { useChannelQuery } from '#renderer/api/use-channel.ts';
import { QueryView } from '#renderer/api/query-view.tsx';
import { useText } from '#renderer/i18n/use-text.ts';
import { Badge } from '#renderer/ui/badge.tsx';
import { Button } from '#renderer/ui/button.tsx';
import { When } from '#renderer/ui/dates.tsx';
import { LineList } from '#renderer/ui/line-list.tsx';
import { EmptyState } from '#renderer/ui/states.tsx';
import css from './duplicates.module.css';
import { UndoDialog } from './undo-dialog.tsx';

/** What was merged, the latest first: each can be undone, or says why not. */
export function MergesList({ mayWrite }: { readonly mayWrite: boolean }) {
  const { t } = useText();
  const merges = useChannelQuery('duplicates.merges', { limit: 100 });
  const [opened, setOpened] = useState<number | null>(null);
  return (
    <QueryView query={merges} rows={6}>
      {({ rows }) =>
        rows.length === 0 ? (
          <EmptyState icon={IconArrowMerge} text={t('duplicates.desk.emptyView')} />
        ) : (
          <div className={css['scroll']}>
            <LineList
              label={t('duplicates.desk.view.merged')}
              lines={rows.map((merge) => ({
                key: merge.id,
                icon: IconArrowMerge,
                mirror: true,
                text: (
                  <>
                    {merge.mergedName} ← <b>{merge.keptName}</b>
                  </>
                ),
                detail: (
                  <>
                    {t('duplicates.undo.by', { name: merge.byName })} · <When atMs={merge.atMs} />
                    {merge.reason === '' ? null : ` · ${merge.reason}`}
                  </>
                ),
                end:
                  merge.undone === null ? (
                    mayWrite ? (
                      <Button
                        size="sm"
                        label={t('duplicates.undo.title', { gone: merge.mergedName, stays: merge.keptName })}
                        onClick={() => setOpened(merge.id)}
                      >
                        {t('duplicates.undo.verb')}
                      </Button>
                    ) : null
                  ) : (
                    <Badge>{t('duplicates.undo.undone', { name: merge.undone.byName })}</Badge>
                  ),
              }))}
            />
            {opened === null ? null : (
              <UndoDialog key={opened} mergeId={opened} onOpen={setOpened} onClose={() => setOpened(null)} />
            )}
          </div>
        )
      }
    </QueryView>
  );
}
