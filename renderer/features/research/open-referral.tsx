import { Menu } from '@mantine/core';
import { IconDots, IconPencil, IconPrinter, IconX } from '@tabler/icons-react';
import { useState } from 'react';
import type { ReferralId } from '#shared/ids.ts';
import { RESEARCH_ROLES } from '#shared/referrals/referrals-contract.ts';
import type { Referral } from '#shared/referrals/referral.ts';
import { DESK_ROLES } from '#shared/staff/staff.ts';
import { call } from '#renderer/api/client.ts';
import { QueryView } from '#renderer/api/query-view.tsx';
import { ReferralModes, type ReferralMode } from '#renderer/api/research/referral-modes.tsx';
import { ReferralBadge, ReferralView } from '#renderer/api/research/referral-view.tsx';
import { useReferralActs } from '#renderer/api/research/use-referral-acts.ts';
import { useHasRole } from '#renderer/api/session.ts';
import { useAutosave } from '#renderer/api/use-autosave.ts';
import { useChannelCommand, useChannelQuery } from '#renderer/api/use-channel.ts';
import { useErrorText, useValidationText } from '#renderer/i18n/error-text.ts';
import { useText } from '#renderer/i18n/use-text.ts';
import { AppLink, useGo } from '#renderer/ui/app-link.tsx';
import { Button } from '#renderer/ui/button.tsx';
import { Card, CardBody, CardFooter } from '#renderer/ui/card.tsx';
import { DraftSaved } from '#renderer/ui/draft-saved.tsx';
import { TextArea } from '#renderer/ui/fields.tsx';
import { Icon } from '#renderer/ui/icon.tsx';
import { useKey } from '#renderer/ui/keys.ts';
import { Ref } from '#renderer/ui/numbers.tsx';
import { paths } from '#renderer/ui/paths.ts';
import { PersonFacts } from '#renderer/ui/person.tsx';
import { ErrorBlock, Note } from '#renderer/ui/states.tsx';
import css from './research.module.css';

/** One referral with all that is done with it. */
export function OpenReferral({ id, onDone }: { readonly id: ReferralId; readonly onDone: () => void }) {
  const { t } = useText();
  const referral = useChannelQuery('referrals.get', { id });
  return (
    <Card pane={t('referrals.page.pane')}>
      <QueryView query={referral} rows={6} rowHeight="3rem">
        {(found) => <ReferralBody referral={found} onDone={onDone} />}
      </QueryView>
    </Card>
  );
}

function ReferralBody({ referral, onDone }: { readonly referral: Referral; readonly onDone: () => void }) {
  const { t } = useText();
  const go = useGo();
  const say = useErrorText();
  const sayField = useValidationText();
  const answers = useHasRole(...RESEARCH_ROLES);
  const serves = useHasRole(...DESK_ROLES);
  const acts = useReferralActs();
  const send = useChannelCommand('referrals.answer');
  const page = useChannelQuery('parties.page', { id: referral.partyId });
  const [mode, setMode] = useState<ReferralMode | null>(null);
  const [answer, setAnswer] = useState(referral.answer);
  const [explanation, setExplanation] = useState(referral.explanation);
  const [tried, setTried] = useState(false);
  const { state, id, version } = referral;
  const writing = answers && state === 'open';
  const draft = useAutosave(
    { answer, explanation },
    async (text) => (await call('referrals.saveText', { id, ...text })).savedAtMs,
    { enabled: writing },
  );
  const empty = answer.trim() === '';

  const record = async (): Promise<void> => {
    setTried(true);
    if (empty) {
      document.getElementById('referral-answer')?.focus();
      return;
    }
    if (send.isPending) return;
    await draft.cancel();
    const answered = await send.mutateAsync({ id, version, answer, explanation });
    acts.tellAnswered(answered, false);
    onDone();
  };
  const giveBack = async (): Promise<void> => {
    if (await acts.giveBack(referral)) onDone();
  };
  const primary = writing
    ? { label: t('referrals.page.save'), run: () => void record().catch(() => undefined) }
    : state === 'answered' && serves
      ? { label: t('referrals.act.return'), run: () => void giveBack() }
      : null;
  const print = (): void => go(paths.paper({ kind: 'referralSheet', referralId: id }));
  const free = mode === null;
  useKey('Ctrl+Enter', primary?.label ?? '', () => primary?.run(), { enabled: free && primary !== null });
  useKey('F9', t('referrals.act.print'), print, { enabled: free });
  useKey('Ctrl+S', t('keys.saveDraft'), () => void draft.flush(), { enabled: free && writing });

  const problem = send.error === null ? acts.problem : say(send.error);
  const waits = state === 'open' || state === 'answered';
  return (
    <>
      <CardBody scroll>
        <div className={css['body']}>
          <header className={css['who']}>
            <h2>{referral.partyName}</h2>
            <ReferralBadge state={state} />
          </header>
          {page.data === undefined ? null : <PersonFacts person={page.data.party} />}
          <p className={css['where']}>
            <AppLink to={paths.beneficiary(referral.partyId)}>{t('referrals.page.openPerson')}</AppLink>
            {referral.request === null ? (
              <span className={css['dim']}>{t('referrals.page.noRequest')}</span>
            ) : (
              <AppLink to={paths.request(referral.request.id)}>
                {t('referrals.page.openRequest')}: {referral.request.service}{' '}
                {referral.request.number === null ? null : <Ref value={referral.request.number} />}
              </AppLink>
            )}
          </p>
          {problem === undefined ? null : <ErrorBlock text={problem} />}
          <ReferralView referral={referral}>
            {writing ? (
              <div className={css['writing']}>
                <TextArea
                  id="referral-answer"
                  label={t('referrals.page.answer')}
                  help={t('referrals.page.answerHelp')}
                  required
                  autoFocus
                  rows={3}
                  value={answer}
                  onChange={setAnswer}
                  error={tried && empty ? sayField('referral.answer') : undefined}
                />
                <TextArea
                  label={t('referrals.page.explanation')}
                  help={t('referrals.page.explanationHelp')}
                  optional
                  rows={2}
                  value={explanation}
                  onChange={setExplanation}
                />
                <p className={css['dim']}>
                  {t('referrals.page.draft')} <DraftSaved state={draft.state} savedAtMs={draft.savedAtMs} />
                </p>
              </div>
            ) : null}
          </ReferralView>
          {waits && referral.visit !== null ? <Note>{t('referrals.page.keepsPlace')}</Note> : null}
        </div>
      </CardBody>
      {serves ? (
        <CardFooter
          end={
            <Menu position="top-end" width="15rem">
              <Menu.Target>
                <Button kind="quiet" icon={<Icon of={IconDots} />}>
                  {t('common.more')}
                </Button>
              </Menu.Target>
              <Menu.Dropdown>
                <Menu.Item leftSection={<Icon of={IconPrinter} size="sm" />} onClick={print}>
                  {t('referrals.act.print')}
                </Menu.Item>
                {state === 'open' ? (
                  <Menu.Item leftSection={<Icon of={IconPencil} size="sm" />} onClick={() => setMode('edit')}>
                    {t('referrals.act.edit')}
                  </Menu.Item>
                ) : null}
                {waits ? (
                  <Menu.Item leftSection={<Icon of={IconX} size="sm" />} onClick={() => setMode('cancel')}>
                    {t('referrals.act.cancel')}
                  </Menu.Item>
                ) : null}
              </Menu.Dropdown>
            </Menu>
          }
        >
          {primary === null ? null : (
            <Button
              kind="filled"
              keys="Ctrl+Enter"
              loading={send.isPending || acts.busy}
              onClick={primary.run}
            >
              {primary.label}
            </Button>
          )}
          {state === 'open' ? (
            <Button onClick={() => setMode('enter')}>{t('referrals.act.enter')}</Button>
          ) : null}
        </CardFooter>
      ) : null}
      <ReferralModes referral={referral} mode={mode} onClose={() => setMode(null)} />
    </>
  );
}
