import { IconArrowForwardUp, IconBook2, IconDots, IconPencil, IconX } from '@tabler/icons-react';
import { Menu } from '@mantine/core';
import { useState } from 'react';
import { RESEARCH_ROLES } from '#shared/referrals/referrals-contract.ts';
import type { Referral } from '#shared/referrals/referral.ts';
import { clause } from '#shared/policy/clauses.ts';
import { SKIPPABLE_STEP } from '#shared/requests/request-machine.ts';
import { QueryView } from '#renderer/api/query-view.tsx';
import { ReferDialog } from '#renderer/api/research/refer-dialog.tsx';
import { ReferralModes, type ReferralMode } from '#renderer/api/research/referral-modes.tsx';
import { ReferralView } from '#renderer/api/research/referral-view.tsx';
import { useReferralActs } from '#renderer/api/research/use-referral-acts.ts';
import { useHasRole } from '#renderer/api/session.ts';
import { useChannelQuery } from '#renderer/api/use-channel.ts';
import { useText } from '#renderer/i18n/use-text.ts';
import { useGo } from '#renderer/ui/app-link.tsx';
import { Button } from '#renderer/ui/button.tsx';
import { Card, CardFooter } from '#renderer/ui/card.tsx';
import { Icon } from '#renderer/ui/icon.tsx';
import { useKey } from '#renderer/ui/keys.ts';
import { paths } from '#renderer/ui/paths.ts';
import { ErrorBlock, Note } from '#renderer/ui/states.tsx';
import { useRequestSteps } from '../../use-request-steps.ts';
import css from '../../requests.module.css';
import type { StepProps } from '../step-props.ts';

/** S.3: where procedures are clear it is passed over; where they are not, the question goes out and comes back. */
export function ReferralStep(props: StepProps) {
  const { t } = useText();
  const found = useChannelQuery('referrals.of', { requestId: props.request.id });
  if (found.data === undefined)
    return (
      <Card pane={t('requests.page.stepCard')}>
        <QueryView query={found} rows={6}>
          {() => null}
        </QueryView>
      </Card>
    );
  return <ReferralCard {...props} referrals={found.data} />;
}

function ReferralCard({
  request,
  referrals,
  mayWrite,
  busy,
  onDone,
}: StepProps & { readonly referrals: readonly Referral[] }) {
  const { t, text } = useText();
  const go = useGo();
  const answers = useHasRole(...RESEARCH_ROLES);
  const steps = useRequestSteps(request);
  const acts = useReferralActs();
  const [mode, setMode] = useState<ReferralMode | 'refer' | null>(null);
  const standing = referrals.find(({ state }) => state === 'open' || state === 'answered');
  const shown = standing ?? referrals.find(({ state }) => state === 'returned');

  const giveBack = async (referral: Referral): Promise<void> => {
    if (await acts.giveBack(referral)) onDone();
  };
  const pass = async (act: 'complete' | 'skip'): Promise<void> => {
    await steps[act](3, '');
    onDone();
  };
  /** What moves the request on from here; none while the question is out. */
  const primary: { readonly label: string; readonly run: () => void } | null = (() => {
    if (standing?.state === 'answered')
      return mayWrite ? { label: t('referrals.act.return'), run: () => void giveBack(standing) } : null;
    if (standing !== undefined)
      return answers
        ? { label: t('referrals.act.answer'), run: () => go(paths.research(standing.id)) }
        : null;
    if (!mayWrite) return null;
    return shown === undefined
      ? { label: t('referrals.step.clear'), run: () => void pass('skip').catch(() => undefined) }
      : { label: t('referrals.step.complete'), run: () => void pass('complete').catch(() => undefined) };
  })();
  const print = (): void => {
    if (shown !== undefined) go(paths.paper({ kind: 'referralSheet', referralId: shown.id }));
  };
  const free = !busy && mode === null;
  useKey('Ctrl+Enter', primary?.label ?? '', () => primary?.run(), { enabled: free && primary !== null });
  useKey('F9', t('referrals.act.print'), print, { enabled: free && shown !== undefined });

  const problem = steps.problem ?? acts.problem;
  const tells =
    standing?.state === 'open'
      ? 'waiting'
      : standing?.state === 'answered'
        ? 'answered'
        : shown === undefined
          ? 'tell'
          : 'back';
  return (
    <Card pane={t('requests.page.stepCard')}>
      <div className={css['stepBody']}>
        <h2 className={css['stepTitle']}>{text('requests.page.heading', String(SKIPPABLE_STEP))}</h2>
        <p className={css['clause']}>
          <Icon of={IconBook2} size="sm" />
          <q>{clause('S.3').text}</q>
        </p>
        {problem === undefined ? null : <ErrorBlock text={problem} />}
        <Note kind={tells === 'answered' ? 'success' : 'info'}>{t(`referrals.step.${tells}`)}</Note>
        {shown === undefined ? null : <ReferralView referral={shown} badge />}
      </div>
      {mayWrite || primary !== null ? (
        <CardFooter
          end={
            shown !== undefined && mayWrite ? (
              <Menu position="top-end" width="15rem">
                <Menu.Target>
                  <Button kind="quiet" icon={<Icon of={IconDots} />}>
                    {t('common.more')}
                  </Button>
                </Menu.Target>
                <Menu.Dropdown>
                  <Menu.Item onClick={print}>{t('referrals.act.print')}</Menu.Item>
                  {standing?.state === 'open' ? (
                    <Menu.Item
                      leftSection={<Icon of={IconPencil} size="sm" />}
                      onClick={() => setMode('edit')}
                    >
                      {t('referrals.act.edit')}
                    </Menu.Item>
                  ) : null}
                  {standing === undefined ? null : (
                    <Menu.Item leftSection={<Icon of={IconX} size="sm" />} onClick={() => setMode('cancel')}>
                      {t('referrals.act.cancel')}
                    </Menu.Item>
                  )}
                </Menu.Dropdown>
              </Menu>
            ) : undefined
          }
        >
          {primary === null ? null : (
            <Button kind="filled" keys="Ctrl+Enter" loading={steps.busy || acts.busy} onClick={primary.run}>
              {primary.label}
            </Button>
          )}
          {standing?.state === 'open' && mayWrite ? (
            <Button onClick={() => setMode('enter')}>{t('referrals.act.enter')}</Button>
          ) : null}
          {standing === undefined && mayWrite ? (
            <Button icon={<Icon of={IconArrowForwardUp} mirror />} onClick={() => setMode('refer')}>
              {t(shown === undefined ? 'referrals.act.refer' : 'referrals.step.again')}
            </Button>
          ) : null}
        </CardFooter>
      ) : null}
      {mode === 'refer' ? (
        <ReferDialog
          of={{ partyId: request.partyId, requestId: request.id, visitId: request.visitId }}
          onClose={() => setMode(null)}
        />
      ) : null}
      {mode === 'refer' || standing === undefined ? null : (
        <ReferralModes referral={standing} mode={mode} onClose={() => setMode(null)} />
      )}
    </Card>
  );
}
