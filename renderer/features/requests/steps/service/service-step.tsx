import { IconBook2, IconPackage, IconPrinter } from '@tabler/icons-react';
import { useState, type ReactElement } from 'react';
import type { DeliveryPlan, Handover } from '#shared/deliveries/delivery.ts';
import { STEPS } from '#shared/policy/steps.ts';
import { call } from '#renderer/api/client.ts';
import { HandoverDialogs } from '#renderer/api/deliveries/handover-dialogs.tsx';
import { useHandoverActs } from '#renderer/api/deliveries/use-handover-acts.ts';
import { WhyDialog } from '#renderer/api/deliveries/why-dialog.tsx';
import { QueryView } from '#renderer/api/query-view.tsx';
import { printableSealed } from '#renderer/api/sealed-view.tsx';
import { useChannelQuery } from '#renderer/api/use-channel.ts';
import { usePrint } from '#renderer/api/use-print.tsx';
import { useErrorText } from '#renderer/i18n/error-text.ts';
import { useText } from '#renderer/i18n/use-text.ts';
import { Button } from '#renderer/ui/button.tsx';
import { Card, CardFooter } from '#renderer/ui/card.tsx';
import { Icon } from '#renderer/ui/icon.tsx';
import { useKey } from '#renderer/ui/keys.ts';
import type { MenuAct } from '#renderer/ui/more-menu.tsx';
import { EmptyState, ErrorBlock } from '#renderer/ui/states.tsx';
import requestCss from '../../requests.module.css';
import type { StepProps } from '../step-props.ts';
import { CloseDialog } from './close-dialog.tsx';
import { PlanCard } from './plan-card.tsx';
import { PlanDialog } from './plan-dialog.tsx';

type Asking = 'plan' | 'close' | { readonly end: DeliveryPlan } | null;

/** S.7 on the page of a request: what was promised, what was handed over, and the close. */
export function ServiceStep({ request, mayWrite, busy, onDone }: StepProps): ReactElement {
  const { t } = useText();
  const say = useErrorText();
  const acts = useHandoverActs();
  const printing = usePrint('receipt');
  const [asking, setAsking] = useState<Asking>(null);
  const query = useChannelQuery('deliveries.ofRequest', { requestId: request.id }, { keepPrevious: true });
  const services = useChannelQuery('services.choices', undefined);
  const all = (query.data?.plans ?? []).flatMap(({ handovers }) => handovers);
  const next = all
    .filter(({ state }) => state === 'planned')
    .toSorted((one, other) => (one.dueOn < other.dueOn ? -1 : 1))[0];
  const done = all.some(({ state }) => state === 'delivered');
  const receipt = lastReceipt(all);

  const primary =
    next !== undefined
      ? {
          word: t('deliveries.acts.deliverNext', { name: next.serviceName }),
          run: () => acts.ask({ is: 'deliver', handover: next }),
        }
      : done
        ? { word: t('deliveries.acts.close'), run: () => setAsking('close') }
        : { word: t('deliveries.acts.plan'), run: () => setAsking('plan') };
  const quiet = mayWrite && !busy && asking === null && acts.task === null && query.data !== undefined;
  useKey('Ctrl+Enter', primary.word, primary.run, { enabled: quiet });
  const print = async (): Promise<void> => {
    if (receipt?.receiptId == null) return;
    await printing.print(printableSealed(await call('sealed.get', { id: receipt.receiptId })));
  };
  useKey('F9', t('deliveries.acts.print'), () => void print(), { enabled: quiet && receipt !== undefined });

  const planActs = (plan: DeliveryPlan): MenuAct[] => {
    const again: MenuAct = {
      key: 'resume',
      word: t('deliveries.acts.resumePlan'),
      run: () =>
        void acts.run(
          () => call('deliveries.resumePlan', { id: plan.id }),
          t('deliveries.end.resumed', { name: plan.serviceName }),
          () => call('deliveries.endPlan', { id: plan.id, reason: plan.ended?.reason ?? '' }),
        ),
    };
    if (plan.ended !== null) return [again];
    const rest = plan.handovers.some(({ state }) => state === 'planned');
    return rest
      ? [{ key: 'end', word: t('deliveries.acts.endPlan'), run: () => setAsking({ end: plan }) }]
      : [];
  };
  const step = STEPS.find((one) => one.number === 7);
  return (
    <Card pane={t('deliveries.step.title')}>
      <div className={requestCss['stepBody']}>
        <h2 className={requestCss['stepTitle']}>{t('deliveries.step.title')}</h2>
        <p className={requestCss['clause']}>
          <Icon of={IconBook2} size="sm" />
          <q>{step?.text}</q>
        </p>
        {acts.error === null ? null : <ErrorBlock text={say(acts.error)} />}
        {printing.notice}
        <QueryView query={query} rows={6}>
          {({ plans }) =>
            plans.length === 0 ? (
              <EmptyState icon={IconPackage} text={t('deliveries.step.nothing')} />
            ) : (
              <>
                {plans.map((plan) => (
                  <PlanCard
                    key={plan.id}
                    plan={plan}
                    acts={acts}
                    mayWrite={mayWrite}
                    planActs={planActs(plan)}
                  />
                ))}
              </>
            )
          }
        </QueryView>
      </div>
      {/* Until the plans are here nobody knows which act is next, and its key would do nothing. */}
      {mayWrite && query.data !== undefined ? (
        <CardFooter
          end={
            next === undefined || !done ? null : (
              <Button kind="quiet" onClick={() => setAsking('close')}>
                {t('deliveries.acts.close')}
              </Button>
            )
          }
        >
          <Button kind="filled" keys="Ctrl+Enter" loading={acts.busy} onClick={primary.run}>
            {primary.word}
          </Button>
          {receipt === undefined ? null : (
            <Button
              icon={<Icon of={IconPrinter} />}
              keys="F9"
              loading={printing.busy}
              onClick={() => void print()}
            >
              {t('deliveries.acts.print')}
            </Button>
          )}
          {all.length === 0 ? null : (
            <Button onClick={() => setAsking('plan')}>{t('deliveries.acts.another')}</Button>
          )}
        </CardFooter>
      ) : null}
      <HandoverDialogs acts={acts} iban={query.data?.iban?.masked ?? null} />
      {asking === 'plan' && query.data !== undefined && services.data !== undefined ? (
        <PlanDialog
          requestId={request.id}
          services={services.data}
          asked={query.data.service?.id ?? null}
          home={query.data.home}
          hasIban={query.data.iban !== null}
          acts={acts}
          onClose={() => setAsking(null)}
        />
      ) : null}
      {asking === 'close' ? (
        <CloseDialog request={request} handovers={all} onClosed={onDone} onClose={() => setAsking(null)} />
      ) : null}
      {asking !== null && typeof asking === 'object' ? (
        <EndDialog plan={asking.end} acts={acts} onClose={() => setAsking(null)} />
      ) : null}
    </Card>
  );
}

/** The newest receipt that waits for a hand; of several the first that does. */
const lastReceipt = (all: readonly Handover[]): Handover | undefined =>
  all
    .filter(({ state, receiptId }) => state === 'delivered' && receiptId !== null)
    .toSorted((one, other) => (other.doneAtMs ?? 0) - (one.doneAtMs ?? 0))[0];

function EndDialog({
  plan,
  acts,
  onClose,
}: {
  readonly plan: DeliveryPlan;
  readonly acts: ReturnType<typeof useHandoverActs>;
  readonly onClose: () => void;
}): ReactElement {
  const { t } = useText();
  return (
    <WhyDialog
      title={t('deliveries.end.title')}
      verb={t('deliveries.end.save')}
      label={t('deliveries.end.why')}
      help={t('deliveries.end.whyHelp')}
      onClose={onClose}
      save={async (reason) => {
        await call('deliveries.endPlan', { id: plan.id, reason });
        acts.tell(t('deliveries.end.done', { name: plan.serviceName }), () =>
          call('deliveries.resumePlan', { id: plan.id }),
        );
      }}
    />
  );
}
