import { IconGavel } from '@tabler/icons-react';
import { useState } from 'react';
import type { CommitteeSession } from '#shared/committee/committee.ts';
import type { RequestId } from '#shared/ids.ts';
import { call } from '#renderer/api/client.ts';
import { useChannelQuery } from '#renderer/api/use-channel.ts';
import { useText } from '#renderer/i18n/use-text.ts';
import { EmptyState, SkeletonRows } from '#renderer/ui/states.tsx';
import { showToast } from '#renderer/ui/toast.tsx';
import { ActDialog } from './act-dialog.tsx';
import { useDialogAct } from './use-dialog-act.ts';
import { WaitingTable } from './waiting-table.tsx';
import css from './committee.module.css';

const MOST = 200;

/** More cases for an agenda, from those that wait. */
export function AddCasesDialog({
  session,
  onClose,
}: {
  readonly session: CommitteeSession;
  readonly onClose: () => void;
}) {
  const { t } = useText();
  const waiting = useChannelQuery('committee.waiting', { limit: MOST });
  const [chosen, setChosen] = useState<readonly RequestId[]>([]);
  const { busy, error, run } = useDialogAct(onClose);
  const { id } = session;
  const before = session.agenda.map(({ requestId }) => requestId);
  const add = (): void =>
    void run(async () => {
      const saved = await call('committee.setAgenda', {
        id,
        version: session.version,
        requestIds: [...before, ...chosen],
      });
      showToast(t('committee.session.added'), async () => {
        await call('committee.setAgenda', { id, version: saved.version, requestIds: before });
      });
    });
  return (
    <ActDialog
      title={t('committee.session.add')}
      verb={t('committee.session.addVerb')}
      busy={busy}
      error={error}
      onAct={add}
      onClose={onClose}
      width="54rem"
    >
      {waiting.data === undefined ? (
        <SkeletonRows rows={5} />
      ) : waiting.data.rows.length === 0 ? (
        <EmptyState icon={IconGavel} text={t('committee.page.noWaiting')} />
      ) : (
        <div className={css['picker']}>
          <WaitingTable
            rows={waiting.data.rows}
            day={session.day}
            chosen={chosen}
            onToggle={(one) =>
              setChosen((all) => (all.includes(one) ? all.filter((other) => other !== one) : [...all, one]))
            }
          />
        </div>
      )}
    </ActDialog>
  );
}
