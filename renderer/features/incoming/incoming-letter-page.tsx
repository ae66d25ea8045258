import { IconMailForward, IconPlus, IconPrinter } from '@tabler/icons-react';
import { useState } from 'react';
import type { FileRef } from '#shared/files/stored-file.ts';
import type { IncomingLetter } from '#shared/incoming/incoming.ts';
import { mayDoToIncoming } from '#shared/incoming/incoming-rules.ts';
import { DESK_ROLES } from '#shared/staff/staff.ts';
import { call, isApiError, type ApiError } from '#renderer/api/client.ts';
import { FilePicker } from '#renderer/api/file-picker.tsx';
import { QueryView } from '#renderer/api/query-view.tsx';
import { ScanView } from '#renderer/api/scan-view.tsx';
import { useHasRight, useHasRole } from '#renderer/api/session.ts';
import { useChannelQuery } from '#renderer/api/use-channel.ts';
import { useErrorText } from '#renderer/i18n/error-text.ts';
import { useText } from '#renderer/i18n/use-text.ts';
import { useGo } from '#renderer/ui/app-link.tsx';
import { Button } from '#renderer/ui/button.tsx';
import { Card, CardBody, CardFooter, CardHeader, SplitPane } from '#renderer/ui/card.tsx';
import { SelectField } from '#renderer/ui/fields.tsx';
import { Icon } from '#renderer/ui/icon.tsx';
import { useKey } from '#renderer/ui/keys.ts';
import { paths, withQuery } from '#renderer/ui/paths.ts';
import { Screen } from '#renderer/ui/screen.tsx';
import { ErrorBlock, Note } from '#renderer/ui/states.tsx';
import { showToast } from '#renderer/ui/toast.tsx';
import { useIdParam } from '#renderer/ui/use-route.ts';
import { AssignDialog, CloseDialog, VoidDialog } from './incoming-dialogs.tsx';
import { IncomingFacts } from './incoming-facts.tsx';
import { IncomingHistory } from './incoming-history.tsx';
import { IncomingBadge } from './incoming-marks.tsx';
import css from './incoming.module.css';

/** One incoming letter: its entry beside its scan, and what is done with it. */
export function IncomingLetterPage() {
  const { t } = useText();
  const id = useIdParam();
  const letter = useChannelQuery('incoming.get', { id });
  if (letter.data === undefined)
    return (
      <Screen
        title={t('incoming.tab')}
        crumbs={[
          { name: t('incoming.title'), to: paths.letters },
          { name: t('incoming.tab'), to: paths.incoming },
        ]}
      >
        <QueryView query={letter} rows={10}>
          {() => null}
        </QueryView>
      </Screen>
    );
  return <OneLetter key={id} letter={letter.data} />;
}

type Open = 'assign' | 'close' | 'void' | null;

function OneLetter({ letter }: { readonly letter: IncomingLetter }) {
  const { t, digits } = useText();
  const go = useGo();
  const say = useErrorText();
  const mayWrite = useHasRole(...DESK_ROLES);
  const mayVoid = useHasRight('issueLetters');
  const [open, setOpen] = useState<Open>(null);
  const [busy, setBusy] = useState(false);
  const [error, setError] = useState<ApiError | null>(null);
  const { id, state } = letter;
  const may = (action: Parameters<typeof mayDoToIncoming>[1]): boolean =>
    mayWrite && mayDoToIncoming(state, action);

  const act = async (deed: () => Promise<unknown>): Promise<boolean> => {
    setBusy(true);
    setError(null);
    try {
      await deed();
      setOpen(null);
      return true;
    } catch (problem) {
      if (!isApiError(problem)) throw problem;
      setError(problem);
      return false;
    } finally {
      setBusy(false);
    }
  };
  const show = (dialog: Open): void => {
    setError(null);
    setOpen(dialog);
  };
  const begun = letter.answers.find((answer) => answer.state !== 'issued' && answer.state !== 'voided');
  const answer = (): void =>
    go(begun === undefined ? withQuery(paths.newLetter, { answersId: id }) : paths.letter(begun.id));
  const again = (): void => go(withQuery(paths.newIncoming, { from: id }));
  const slip = (): void => go(paths.paper({ kind: 'receiptSlip', incomingId: id }));
  const reopen = (): Promise<boolean> => act(() => call('incoming.reopen', { id }));
  const mayAnswer = may('answer') && (state === 'open' || begun !== undefined);
  const voided = state === 'voided';
  useKey(
    'Ctrl+Enter',
    t(voided ? 'incoming.actions.again' : 'incoming.actions.answer'),
    voided ? again : answer,
    {
      enabled: open === null && (mayAnswer || (voided && mayWrite)),
    },
  );
  useKey('F9', t('incoming.actions.slip'), slip, { enabled: open === null && !voided });

  return (
    <Screen
      title={letter.subject}
      crumbs={[
        { name: t('incoming.title'), to: paths.letters },
        { name: t('incoming.tab'), to: paths.incoming },
      ]}
      aside={<IncomingBadge letter={letter} />}
      actions={
        mayWrite ? (
          <Button kind="quiet" icon={<Icon of={IconPlus} size="sm" />} onClick={() => go(paths.newIncoming)}>
            {t('incoming.actions.next')}
          </Button>
        ) : null
      }
    >
      <SplitPane columns="minmax(0, 1fr) min(31rem, 44%)">
        <Card pane={t('incoming.facts.label')}>
          <CardHeader title={t('incoming.facts.label')} />
          <CardBody scroll>
            {error === null || open !== null ? null : <ErrorBlock text={say(error)} />}
            {voided ? (
              <Note kind="warning">{digits(t('incoming.voided', { reason: letter.voidReason }))}</Note>
            ) : null}
            <IncomingFacts letter={letter} onChange={may('assign') ? () => show('assign') : undefined} />
            <div className={css['history']}>
              <h3>{t('incoming.history')}</h3>
              <IncomingHistory events={letter.events} />
            </div>
          </CardBody>
          <CardFooter
            end={
              mayVoid && mayDoToIncoming(state, 'void') ? (
                <Button kind="danger" onClick={() => show('void')}>
                  {t('incoming.actions.void')}
                </Button>
              ) : undefined
            }
          >
            {mayAnswer ? (
              <Button
                kind="filled"
                keys="Ctrl+Enter"
                icon={<Icon of={IconMailForward} mirror />}
                onClick={answer}
              >
                {t(begun === undefined ? 'incoming.actions.answer' : 'incoming.actions.openAnswer')}
              </Button>
            ) : null}
            {voided && mayWrite ? (
              <Button kind="filled" keys="Ctrl+Enter" onClick={again}>
                {t('incoming.actions.again')}
              </Button>
            ) : null}
            {voided ? null : (
              <Button keys="F9" icon={<Icon of={IconPrinter} />} onClick={slip}>
                {t('incoming.actions.slip')}
              </Button>
            )}
            {may('assign') ? (
              <Button onClick={() => show('assign')}>{t('incoming.actions.assign')}</Button>
            ) : null}
            {may('close') ? (
              <Button onClick={() => show('close')}>{t('incoming.actions.close')}</Button>
            ) : null}
            {may('reopen') ? (
              <Button loading={busy && open === null} onClick={() => void reopen()}>
                {t('incoming.actions.reopen')}
              </Button>
            ) : null}
          </CardFooter>
        </Card>
        <ScanSide letter={letter} mayAdd={may('addScan')} />
      </SplitPane>
      {open === 'assign' ? (
        <AssignDialog
          letter={letter}
          busy={busy}
          error={error}
          onClose={() => show(null)}
          onConfirm={(to, dueDay) =>
            void act(async () => {
              const { assignedToName } = await call('incoming.assign', { id, to, dueDay });
              const before = { id, to: letter.assignedTo, dueDay: letter.dueDay };
              showToast(
                assignedToName === null
                  ? t('incoming.assignDialog.undone')
                  : t('incoming.assignDialog.done', { name: assignedToName }),
                () => call('incoming.assign', before),
              );
            })
          }
        />
      ) : null}
      {open === 'close' ? (
        <CloseDialog
          busy={busy}
          error={error}
          onClose={() => show(null)}
          onConfirm={(note) =>
            void act(async () => {
              await call('incoming.close', { id, note });
              showToast(t('incoming.closeDialog.done'), () => call('incoming.reopen', { id }));
            })
          }
        />
      ) : null}
      {open === 'void' ? (
        <VoidDialog
          letter={letter}
          busy={busy}
          error={error}
          onClose={() => show(null)}
          onConfirm={(reason) => void act(() => call('incoming.void', { id, reason }))}
        />
      ) : null}
    </Screen>
  );
}

/** The letter itself, as it was scanned then or later; a place to add what was scanned since. */
function ScanSide({ letter, mayAdd }: { readonly letter: IncomingLetter; readonly mayAdd: boolean }) {
  const { t } = useText();
  const say = useErrorText();
  const [error, setError] = useState<ApiError | null>(null);
  const [chosen, setChosen] = useState<string | null>(null);
  const scans: readonly FileRef[] = [...letter.content.scans, ...letter.laterScans.map(({ file }) => file)];
  const shown = scans.find(({ sha256 }) => sha256 === chosen) ?? scans[0];
  const { id } = letter;
  const act = async (deed: () => Promise<unknown>): Promise<void> => {
    setError(null);
    try {
      await deed();
    } catch (problem) {
      if (!isApiError(problem)) throw problem;
      setError(problem);
    }
  };
  const add = (file: FileRef): Promise<void> =>
    act(async () => {
      const { laterScans } = await call('incoming.addScan', { id, file });
      setChosen(file.sha256);
      const added = laterScans.at(-1);
      showToast(
        t('incoming.scanAdded'),
        added === undefined ? undefined : () => call('incoming.removeScan', { id, scanId: added.id }),
      );
    });
  const picker = mayAdd ? (
    <FilePicker
      label={t('incoming.addScan')}
      accept="scan"
      help={shown === undefined ? t('incoming.noScan') : null}
      hideLabel={shown !== undefined}
      error={error === null ? undefined : say(error)}
      onFile={({ sha256, name }) => void add({ sha256, name })}
    />
  ) : null;
  return (
    <div className={css['side']}>
      {picker === null && shown !== undefined ? null : (
        <Card pane={t('incoming.addScan')}>
          <div className={css['pad']}>{picker ?? <p className={css['dim']}>{t('incoming.noScan')}</p>}</div>
        </Card>
      )}
      {shown === undefined ? null : (
        <ScanView
          key={shown.sha256}
          file={shown}
          title={t('incoming.scan')}
          lead={
            scans.length < 2 ? undefined : (
              <span className={css['pick']}>
                <SelectField
                  label=""
                  value={shown.sha256}
                  choices={scans.map(({ sha256, name }) => ({ value: sha256, label: name }))}
                  onChange={(next) => setChosen(next)}
                />
              </span>
            )
          }
        />
      )}
    </div>
  );
}
