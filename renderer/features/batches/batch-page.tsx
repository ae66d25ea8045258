import { IconArrowBackUp, IconPrinter, IconTrash } from '@tabler/icons-react';
import { useEffect, useRef, useState, type ReactElement } from 'react';
import { lettersFor, mayDiscard, primaryBatchAct } from '#shared/batches/batch-rules.ts';
import type { Batch } from '#shared/batches/batch.ts';
import { batchIdSchema, type BatchId, type LetterId } from '#shared/ids.ts';
import type { SigningPictures } from '#shared/letters/letter-life.ts';
import { DESK_ROLES } from '#shared/staff/staff.ts';
import { call } from '#renderer/api/client.ts';
import { ClockDialog } from '#renderer/api/clock-dialog.tsx';
import { useHasRight, useHasRole } from '#renderer/api/session.ts';
import { useChannelQuery } from '#renderer/api/use-channel.ts';
import { useErrorText } from '#renderer/i18n/error-text.ts';
import { useText } from '#renderer/i18n/use-text.ts';
import { useGo } from '#renderer/ui/app-link.tsx';
import { Button } from '#renderer/ui/button.tsx';
import { Card, CardBody, CardFooter, CardHeader, CardSection, SplitPane } from '#renderer/ui/card.tsx';
import { Icon } from '#renderer/ui/icon.tsx';
import { useKey } from '#renderer/ui/keys.ts';
import { paths } from '#renderer/ui/paths.ts';
import { Screen } from '#renderer/ui/screen.tsx';
import { ErrorBlock, SkeletonRows } from '#renderer/ui/states.tsx';
import { showToast } from '#renderer/ui/toast.tsx';
import { useIdParam } from '#renderer/ui/use-route.ts';
import { ApproveBatchDialog, IssueBatchDialog, ReturnBatchDialog } from './batch-dialogs.tsx';
import { BatchFacts } from './batch-facts.tsx';
import { BatchPapers } from './batch-papers.tsx';
import { BatchPersons } from './batch-persons.tsx';
import { BatchProgressView } from './batch-progress.tsx';
import { BatchStandingBadge } from './batch-standing.tsx';
import css from './batches.module.css';
import { useBatchActs } from './use-batch-acts.ts';
import { isRunning, useBatchProgress } from './use-batch-progress.ts';

/** While letters are issued their numbers come into the list now and then, not at each of them. */
const REFRESH_MS = 1500;

/** Letters to many, wherever they stand: acts by right, progress, and who got which number. */
export function BatchPage(): ReactElement {
  const { t } = useText();
  const say = useErrorText();
  const id = useIdParam();
  const [running, setRunning] = useState(false);
  const batch = useChannelQuery(
    'batches.get',
    { id: id === 0 ? 1 : id },
    { enabled: id !== 0, ...(running ? { refetchEvery: REFRESH_MS } : {}) },
  );
  if (batch.data !== undefined && id !== 0)
    return <BatchDesk key={id} batch={batch.data} onRunning={setRunning} />;
  return (
    <Screen title={t('batches.title')} crumbs={[{ name: t('letters.title'), to: paths.letters }]}>
      <Card>
        {id === 0 || batch.error !== null ? (
          <ErrorBlock text={batch.error === null ? t('batches.noSuch') : say(batch.error)} />
        ) : (
          <SkeletonRows rows={10} />
        )}
      </Card>
    </Screen>
  );
}

type OpenDialog = 'issue' | 'approve' | 'return';
const NO_PICTURES: SigningPictures = { signature: false, stamp: false };

function BatchDesk({
  batch,
  onRunning,
}: {
  readonly batch: Batch;
  readonly onRunning: (running: boolean) => void;
}): ReactElement {
  const { t } = useText();
  const go = useGo();
  const say = useErrorText();
  const rights = {
    write: useHasRole(...DESK_ROLES),
    approve: useHasRight('approveLetters'),
    issue: useHasRight('issueLetters'),
  };
  const mayUsePictures = useHasRight('useSigningPictures');
  const acts = useBatchActs(batch);
  const progress = useBatchProgress(batchIdSchema.parse(batch.id), batch.progress);
  const running = isRunning(progress);
  const [dialog, setDialog] = useState<OpenDialog | null>(null);
  const pictures = useRef(NO_PICTURES);
  const printFrom = useRef<LetterId | null>(null);
  const { counts } = batch;
  const primary = primaryBatchAct(counts, rights);
  const count = (act: Parameters<typeof lettersFor>[0]): number => lettersFor(act, counts, rights);

  useEffect(() => onRunning(running), [onRunning, running]);

  /** The dialog stays open with what was refused; once the act has begun or is done, it has said its part. */
  const within = async (act: Promise<boolean>): Promise<void> => {
    if (await act) setDialog(null);
  };
  /** The letter where a print was stopped: what came out before is not printed again. */
  const print = (): void => {
    const issued = batch.persons.filter((one) => one.letterState === 'issued');
    const stopped = progress?.act === 'print' && progress.state === 'stopped' ? progress.done : null;
    const began = Math.max(
      0,
      issued.findIndex((one) => one.letterId === printFrom.current),
    );
    printFrom.current = stopped === null ? null : (issued[began + stopped]?.letterId ?? null);
    void acts.print(printFrom.current);
  };
  const run = (): void => {
    if (running || acts.busy || primary === null) return;
    if (primary === 'issue' || primary === 'approve') setDialog(primary);
    else if (primary === 'print') print();
    else void (primary === 'draft' ? acts.draft() : acts.submit());
  };
  const discard = async (id: BatchId): Promise<void> => {
    if (!(await acts.discard())) return;
    showToast(t('batches.finished.discarded'), async () => {
      await call('batches.restoreDiscarded', { id });
      go(paths.batch(id));
    });
    go(paths.letters);
  };
  const verb =
    primary === null
      ? ''
      : primary === 'issue' && counts.letters.issued > 0
        ? t('batches.act.continueIssue')
        : t(`batches.act.${primary}`);
  useKey('Ctrl+Enter', verb, run, { enabled: primary !== null && dialog === null });
  useKey('F9', t('batches.act.print'), print, {
    enabled: count('print') > 0 && dialog === null && !running && !acts.busy,
  });

  const shared = {
    busy: acts.busy,
    error: acts.error,
    onClose: () => {
      acts.clear();
      setDialog(null);
    },
  };
  return (
    <Screen
      title={batch.name}
      crumbs={[{ name: t('letters.title'), to: paths.letters }, { name: t('batches.title') }]}
      aside={<BatchStandingBadge counts={counts} />}
    >
      <SplitPane columns="minmax(0, 1fr) 23rem">
        <BatchPersons persons={batch.persons} />
        <Card pane={t('batches.facts.label')}>
          <CardHeader title={t('batches.facts.label')} />
          <CardBody scroll flush>
            <div className={css['notices']}>
              {acts.error === null || dialog !== null ? null : <ErrorBlock text={say(acts.error)} />}
              {progress === null ? null : <BatchProgressView progress={progress} />}
            </div>
            <div className={css['facts']}>
              <BatchFacts batch={batch} />
            </div>
            <CardSection title={t('batches.act.more')}>
              <BatchPapers batch={batch} />
            </CardSection>
          </CardBody>
          <CardFooter
            end={
              rights.write && mayDiscard(counts) && !running ? (
                <Button kind="quiet" icon={<Icon of={IconTrash} />} onClick={() => void discard(batch.id)}>
                  {t('batches.act.discard')}
                </Button>
              ) : undefined
            }
          >
            {running ? (
              // While it runs there is one thing to do about it; a button that turns would hurry nobody on.
              <Button disabled={progress?.state === 'stopping'} onClick={acts.cancel}>
                {t('batches.act.cancel')}
              </Button>
            ) : primary === null ? (
              <span className={css['hint']}>
                {t(
                  counts.letters.approved > 0
                    ? 'letters.actions.waitingIssue'
                    : 'letters.actions.waitingApproval',
                )}
              </span>
            ) : (
              <Button
                kind="filled"
                keys={primary === 'print' ? 'F9' : 'Ctrl+Enter'}
                loading={acts.busy}
                onClick={run}
              >
                {verb}
              </Button>
            )}
            {count('print') > 0 && primary !== 'print' && !running ? (
              <Button keys="F9" icon={<Icon of={IconPrinter} />} onClick={print}>
                {t('batches.act.print')}
              </Button>
            ) : null}
            {count('return') > 0 && !running ? (
              <Button icon={<Icon of={IconArrowBackUp} mirror />} onClick={() => setDialog('return')}>
                {t('batches.act.return')}
              </Button>
            ) : null}
          </CardFooter>
        </Card>
      </SplitPane>
      <IssueBatchDialog
        {...shared}
        opened={dialog === 'issue' && acts.clockError === null}
        count={count('issue')}
        alsoApproves={rights.approve && counts.letters.draft + counts.letters.proof > 0}
        signatory={batch.signatory}
        mayUsePictures={mayUsePictures}
        onConfirm={(chosen) => {
          pictures.current = chosen;
          void within(acts.issue(chosen, false));
        }}
      />
      <ApproveBatchDialog
        {...shared}
        opened={dialog === 'approve'}
        count={count('approve')}
        onConfirm={() => void within(acts.approve())}
      />
      <ReturnBatchDialog
        {...shared}
        opened={dialog === 'return'}
        count={count('return')}
        onConfirm={(remarks) => void within(acts.giveBack(remarks))}
      />
      <ClockDialog
        error={acts.clockError}
        busy={acts.busy}
        verb={t('batches.clockDialog.confirm')}
        takes={t('batches.clockDialog.takes')}
        onConfirm={() => void within(acts.issue(pictures.current, true))}
        onClose={shared.onClose}
      />
    </Screen>
  );
}
