import { Menu } from '@mantine/core';
import { IconDots, IconFileText, IconPrinter, IconSignature } from '@tabler/icons-react';
import { useState } from 'react';
import {
  type CommitteeCase,
  COMMITTEE_DESK_ROLES,
  DECIDING_ROLES,
} from '#shared/committee/committee-contract.ts';
import type { AgendaCase, CommitteeSession } from '#shared/committee/committee.ts';
import { isOpenSession } from '#shared/committee/session-rules.ts';
import { NEED_ROLES } from '#shared/need/need-contract.ts';
import { type CommitteeSessionId, committeeSessionIdSchema, type RequestId } from '#shared/ids.ts';
import { QueryView } from '#renderer/api/query-view.tsx';
import { ScanView } from '#renderer/api/scan-view.tsx';
import { useHasRole } from '#renderer/api/session.ts';
import { useActs } from '#renderer/api/use-acts.ts';
import { useChannelQuery } from '#renderer/api/use-channel.ts';
import { call } from '#renderer/api/client.ts';
import { useErrorText } from '#renderer/i18n/error-text.ts';
import { useText } from '#renderer/i18n/use-text.ts';
import { useGo } from '#renderer/ui/app-link.tsx';
import { Button } from '#renderer/ui/button.tsx';
import { SplitPane } from '#renderer/ui/card.tsx';
import { DualDateText } from '#renderer/ui/dates.tsx';
import { Dialog } from '#renderer/ui/dialog.tsx';
import { Icon } from '#renderer/ui/icon.tsx';
import { useKey } from '#renderer/ui/keys.ts';
import { paths } from '#renderer/ui/paths.ts';
import { Screen } from '#renderer/ui/screen.tsx';
import { ErrorBlock } from '#renderer/ui/states.tsx';
import { useIdParam } from '#renderer/ui/use-route.ts';
import { AddCasesDialog } from './add-cases-dialog.tsx';
import { AgendaCard, type AgendaActs } from './agenda-card.tsx';
import { MinutesSigning } from './minutes-signing.tsx';
import { NeedDialog } from './need-dialog.tsx';
import { EditSessionDialog } from './plan-dialog.tsx';
import { SessionBadge } from './session-list.tsx';
import { SessionSide } from './session-side.tsx';
import {
  AttendanceDialog,
  CancelDialog,
  CloseDialog,
  DeferDialog,
  VoidDecisionDialog,
} from './session-dialogs.tsx';
import { useDecisionDrafts } from './use-decision-drafts.ts';
import css from './committee.module.css';

/** A session of the committee: its agenda, the case that is open, and what is decided of it. */
export function SessionPage() {
  const { t } = useText();
  const id = committeeSessionIdSchema.parse(useIdParam());
  const session = useChannelQuery('committee.session', { id });
  if (session.data === undefined)
    return (
      <Screen title={t('committee.title')} crumbs={[{ name: t('committee.crumb'), to: paths.committee }]}>
        <QueryView query={session} rows={10}>
          {() => null}
        </QueryView>
      </Screen>
    );
  return <SessionScreen key={id} id={id} session={session.data} />;
}

type Open =
  | { readonly what: 'edit' | 'attendance' | 'add' | 'cancel' | 'close' | 'paper' | 'sign' }
  | { readonly what: 'need'; readonly found: CommitteeCase }
  | { readonly what: 'defer' | 'void'; readonly line: AgendaCase };

const isLeft = (line: AgendaCase): boolean => line.decision === null && line.deferredReason === '';

function SessionScreen({
  id,
  session,
}: {
  readonly id: CommitteeSessionId;
  readonly session: CommitteeSession;
}) {
  const { t, digits } = useText();
  const go = useGo();
  const say = useErrorText();
  const acts = useActs();
  const mayKeep = useHasRole(...COMMITTEE_DESK_ROLES);
  const mayDecide = useHasRole(...DECIDING_ROLES);
  const [open, setOpen] = useState<Open | null>(null);
  const [chosen, setChosen] = useState<RequestId | null>(null);
  const mayJudge = useHasRole(...NEED_ROLES);
  const drafts = useDecisionDrafts(session);
  const { agenda, state } = session;
  const opened = isOpenSession(state);
  const line =
    agenda.find(({ requestId }) => requestId === chosen) ?? agenda.find(isLeft) ?? agenda.at(0) ?? null;
  const minutes = (): void => go(paths.paper({ kind: 'sessionMinutes', sessionId: id }));
  const hasMinutes = state !== 'cancelled' && !session.onPaper;
  useKey('F9', t('committee.session.print'), minutes, { enabled: hasMinutes && open === null });

  useKey('Ctrl+Enter', t('committee.minutes.sign'), () => setOpen({ what: 'sign' }), {
    enabled: session.minutesDocumentId !== null && open === null,
  });

  const setAgenda = (requestIds: readonly RequestId[], done: string): void => {
    const before = agenda.map(({ requestId }) => requestId);
    let { version } = session;
    void acts.run(
      async () => {
        ({ version } = await call('committee.setAgenda', { id, version, requestIds: [...requestIds] }));
      },
      done,
      () => call('committee.setAgenda', { id, version, requestIds: before }),
    );
  };
  const ids = agenda.map(({ requestId }) => requestId);
  const agendaActs: AgendaActs = {
    add: () => setOpen({ what: 'add' }),
    defer: (one) => setOpen({ what: 'defer', line: one }),
    undefer: (one) => {
      const ref = { id, requestId: one.requestId };
      void acts.run(
        () => call('committee.deferCase', { ...ref, reason: '' }),
        t('committee.session.undefer'),
        () => call('committee.deferCase', { ...ref, reason: one.deferredReason }),
      );
    },
    remove: (one) =>
      setAgenda(
        ids.filter((other) => other !== one.requestId),
        t('committee.session.removed'),
      ),
    move: (one, step) => {
      const from = ids.indexOf(one.requestId);
      const other = ids[from + step];
      if (other === undefined) return;
      const after = [...ids];
      after[from] = other;
      after[from + step] = one.requestId;
      setAgenda(after, t(step === 1 ? 'committee.session.down' : 'committee.session.up'));
    },
  };
  const next = (): void => {
    const from = agenda.findIndex(({ requestId }) => requestId === line?.requestId);
    const order = [...agenda.slice(from + 1), ...agenda.slice(0, Math.max(from, 0))];
    setChosen(order.find(isLeft)?.requestId ?? line?.requestId ?? null);
  };
  const close = (): void => setOpen(null);
  return (
    <Screen
      title={digits(t('committee.page.session', { number: session.number, year: session.hijriYear }))}
      crumbs={[{ name: t('committee.crumb'), to: paths.committee }]}
      aside={
        <span className={css['headAside']}>
          <SessionBadge state={state} />
          <DualDateText iso={session.day} />
          {session.time === '' ? null : <bdi dir="ltr">{digits(session.time)}</bdi>}
        </span>
      }
      actions={
        <>
          {hasMinutes ? (
            <Button keys="F9" icon={<Icon of={IconPrinter} size="sm" />} onClick={minutes}>
              {t('committee.session.print')}
            </Button>
          ) : null}
          {mayKeep && opened ? (
            <Menu position="bottom-end">
              <Menu.Target>
                <Button kind="quiet" icon={<Icon of={IconDots} />}>
                  {t('committee.session.more')}
                </Button>
              </Menu.Target>
              <Menu.Dropdown>
                <Menu.Item onClick={() => setOpen({ what: 'attendance' })}>
                  {t('committee.session.attendance')}
                </Menu.Item>
                <Menu.Item onClick={() => setOpen({ what: 'edit' })}>{t('committee.session.edit')}</Menu.Item>
                {mayDecide && state === 'held' ? (
                  <Menu.Item onClick={() => setOpen({ what: 'close' })}>
                    {t('committee.session.close')}
                  </Menu.Item>
                ) : null}
                <Menu.Item onClick={() => setOpen({ what: 'cancel' })}>
                  {t('committee.session.cancel')}
                </Menu.Item>
              </Menu.Dropdown>
            </Menu>
          ) : null}
          {session.minutesDocumentId === null ? null : (
            <Button
              kind="filled"
              keys="Ctrl+Enter"
              icon={<Icon of={IconSignature} size="sm" />}
              onClick={() => setOpen({ what: 'sign' })}
            >
              {t('committee.minutes.sign')}
            </Button>
          )}
          {session.paper === null ? null : (
            <Button icon={<Icon of={IconFileText} size="sm" />} onClick={() => setOpen({ what: 'paper' })}>
              {t('committee.session.openPaper')}
            </Button>
          )}
        </>
      }
    >
      {acts.error === null ? null : <ErrorBlock text={say(acts.error)} />}
      <SplitPane columns="15.5rem minmax(0, 1fr) 20.5rem">
        <AgendaCard
          session={session}
          selected={line?.requestId ?? null}
          onSelect={setChosen}
          {...(mayKeep && opened ? { acts: agendaActs } : {})}
        />
        <SessionSide
          session={session}
          line={line}
          drafts={drafts}
          busy={open !== null}
          onDecided={next}
          onVoid={mayDecide ? (one) => setOpen({ what: 'void', line: one }) : undefined}
          onUndefer={mayKeep && opened ? agendaActs.undefer : undefined}
          onClose={mayDecide ? () => setOpen({ what: 'close' }) : undefined}
          onJudge={mayJudge ? (found) => setOpen({ what: 'need', found }) : undefined}
        />
      </SplitPane>
      {open?.what === 'paper' && session.paper !== null ? (
        <Dialog opened onClose={close} width="60rem" title={t('committee.session.openPaper')}>
          <div className={css['scan']}>
            <ScanView file={session.paper} title={t('committee.session.openPaper')} />
          </div>
        </Dialog>
      ) : null}
      {open?.what === 'need' ? <NeedDialog found={open.found} onClose={close} /> : null}
      {open?.what === 'sign' ? <MinutesSigning session={session} onClose={close} /> : null}
      {open?.what === 'edit' ? <EditSessionDialog session={session} onClose={close} /> : null}
      {open?.what === 'attendance' ? <AttendanceDialog session={session} onClose={close} /> : null}
      {open?.what === 'add' ? <AddCasesDialog session={session} onClose={close} /> : null}
      {open?.what === 'cancel' ? <CancelDialog session={session} onClose={close} /> : null}
      {open?.what === 'close' ? <CloseDialog session={session} onClose={close} /> : null}
      {open?.what === 'defer' ? (
        <DeferDialog session={session} line={open.line} onClose={close} onDeferred={next} />
      ) : null}
      {open?.what === 'void' ? <VoidDecisionDialog line={open.line} onClose={close} /> : null}
    </Screen>
  );
}
