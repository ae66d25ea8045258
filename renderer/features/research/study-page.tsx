import { Menu } from '@mantine/core';
import { IconArrowBackUp, IconDots, IconPencil, IconX } from '@tabler/icons-react';
import { useState } from 'react';
import type { ResearchId } from '#shared/ids.ts';
import type { Research } from '#shared/research/research.ts';
import { DESK_ROLES } from '#shared/staff/staff.ts';
import { call } from '#renderer/api/client.ts';
import { QueryView } from '#renderer/api/query-view.tsx';
import { EditStudyDialog } from '#renderer/api/research/study-dialogs.tsx';
import { useHasRole } from '#renderer/api/session.ts';
import { useActs } from '#renderer/api/use-acts.ts';
import { useChannelQuery } from '#renderer/api/use-channel.ts';
import { useErrorText } from '#renderer/i18n/error-text.ts';
import { useText } from '#renderer/i18n/use-text.ts';
import { AppLink } from '#renderer/ui/app-link.tsx';
import { Badge } from '#renderer/ui/badge.tsx';
import { Button } from '#renderer/ui/button.tsx';
import { Card, CardBody, CardHeader, SplitPane } from '#renderer/ui/card.tsx';
import { ContactPoints, SafeContactWarning } from '#renderer/ui/contact-points.tsx';
import { Icon } from '#renderer/ui/icon.tsx';
import { NoteDialog } from '#renderer/ui/note-dialog.tsx';
import { Ref } from '#renderer/ui/numbers.tsx';
import { paths } from '#renderer/ui/paths.ts';
import { LevelBadge } from '#renderer/ui/request-marks.tsx';
import { Screen } from '#renderer/ui/screen.tsx';
import { ErrorBlock, Note } from '#renderer/ui/states.tsx';
import { useIdParam } from '#renderer/ui/use-route.ts';
import { EnterStudyDialog } from './enter-study-dialog.tsx';
import { FieldVisits } from './field-visits.tsx';
import { StudyForm } from './study-form.tsx';
import css from './research.module.css';

const STATE_KIND = { open: 'info', finished: 'success', cancelled: 'neutral' } as const;

/** بحث اجتماعي: the study of one request, its field visits beside it. */
export function StudyPage() {
  const { t } = useText();
  const id = useIdParam() as ResearchId;
  const research = useChannelQuery('research.get', { id });
  if (research.data === undefined)
    return (
      <Screen title={t('research.one')} crumbs={[{ name: t('research.title'), to: paths.studies }]}>
        <QueryView query={research} rows={9}>
          {() => null}
        </QueryView>
      </Screen>
    );
  return <StudyScreen key={id} research={research.data} />;
}

function StudyScreen({ research }: { readonly research: Research }) {
  const { t } = useText();
  const say = useErrorText();
  const serves = useHasRole(...DESK_ROLES);
  const page = useChannelQuery('parties.page', { id: research.partyId });
  const acts = useActs();
  const [mode, setMode] = useState<'edit' | 'cancel' | 'enter' | 'visit' | null>(null);
  const { id, version, state } = research;
  const { ended } = research.request;
  const close = (): void => setMode(null);
  const cancel = async (reason: string): Promise<void> => {
    const done = await acts.run(
      () => call('research.cancel', { id, version, reason }),
      t('research.toast.cancelled'),
      () => call('research.reopen', { id }),
    );
    if (done) close();
  };
  // What it was is kept: finished anew it says the same.
  const reopen = (): void =>
    void acts.run(
      () => call('research.reopen', { id }),
      t('research.toast.reopened'),
      async () => {
        const {
          version: now,
          recommendation,
          findings,
          recommendationReason,
        } = await call('research.get', {
          id,
        });
        if (state === 'cancelled' || recommendation === null)
          return call('research.cancel', {
            id,
            version: now,
            reason: research.cancelled?.reason ?? t('research.toast.undoReason'),
          });
        return call('research.finish', { id, version: now, findings, recommendation, recommendationReason });
      },
    );
  const points = page.data?.party.contactPoints ?? [];
  return (
    <Screen
      title={research.partyName}
      crumbs={[
        { name: t('referrals.title'), to: paths.researchDesk },
        { name: t('research.title'), to: paths.studies },
        { name: t('research.one') },
      ]}
      aside={
        <>
          <span className={css['dim']}>
            {research.request.service}{' '}
            {research.request.number === null ? null : <Ref value={research.request.number} />}
          </span>
          <Badge kind={STATE_KIND[state]}>{t(`research.state.${state}`)}</Badge>
          <LevelBadge level={research.request.level} />
        </>
      }
      actions={
        <>
          <AppLink to={paths.request(research.request.id)}>{t('research.page.openRequest')}</AppLink>
          {serves && (state === 'open' || ended === null) ? (
            <Menu position="bottom-end" width="14rem">
              <Menu.Target>
                <Button kind="quiet" icon={<Icon of={IconDots} />}>
                  {t('common.more')}
                </Button>
              </Menu.Target>
              <Menu.Dropdown>
                {state === 'open' ? (
                  <>
                    {ended !== null ? null : (
                      <Menu.Item
                        leftSection={<Icon of={IconPencil} size="sm" />}
                        onClick={() => setMode('edit')}
                      >
                        {t('research.page.edit')}
                      </Menu.Item>
                    )}
                    <Menu.Item leftSection={<Icon of={IconX} size="sm" />} onClick={() => setMode('cancel')}>
                      {t('research.page.cancel')}
                    </Menu.Item>
                  </>
                ) : ended !== null ? null : (
                  <Menu.Item leftSection={<Icon of={IconArrowBackUp} size="sm" mirror />} onClick={reopen}>
                    {t('research.page.reopen')}
                  </Menu.Item>
                )}
              </Menu.Dropdown>
            </Menu>
          ) : null}
        </>
      }
    >
      {acts.error === null || mode === 'cancel' ? null : <ErrorBlock text={say(acts.error)} />}
      {state === 'open' && ended !== null ? (
        <Note kind="warning">{t(`research.page.ended.${ended}`)}</Note>
      ) : null}
      <SplitPane columns="minmax(0, 1fr) 23rem">
        <StudyForm
          // What was typed belongs to one life of the study: reopened, it begins at what was kept.
          key={ended === null ? state : 'ended'}
          research={research}
          busy={mode !== null}
          serves={serves}
          onEnter={() => setMode('enter')}
        />
        <div className={css['side']}>
          <FieldVisits
            research={research}
            serves={serves && state === 'open' && ended === null}
            village={page.data?.party.village ?? ''}
            onBusy={(busy) => setMode(busy ? 'visit' : null)}
          />
          <Card pane={t('research.page.contact')}>
            <CardHeader title={t('research.page.contact')} />
            <CardBody>
              <SafeContactWarning points={points} />
              {points.length === 0 ? (
                <p className={css['dim']}>{t('research.page.noContact')}</p>
              ) : (
                <ContactPoints points={points} />
              )}
            </CardBody>
          </Card>
        </div>
      </SplitPane>
      {mode === 'edit' ? <EditStudyDialog research={research} onClose={close} /> : null}
      {mode === 'enter' ? <EnterStudyDialog research={research} onClose={close} /> : null}
      {mode === 'cancel' ? (
        <NoteDialog
          title={t('research.cancel.title')}
          verb={t('research.cancel.verb')}
          field={{
            label: t('research.cancel.reason'),
            help: t('research.cancel.reasonHelp'),
            missing: t('research.cancel.missing'),
          }}
          busy={acts.busy}
          problem={acts.error === null ? undefined : say(acts.error)}
          onConfirm={(reason) => void cancel(reason)}
          onClose={close}
        />
      ) : null}
    </Screen>
  );
}
