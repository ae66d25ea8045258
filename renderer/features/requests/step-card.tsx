import { IconBook2, IconCircleCheck } from '@tabler/icons-react';
import { useState } from 'react';
import { STEPS } from '#shared/policy/steps.ts';
import { SKIPPABLE_STEP } from '#shared/requests/request-machine.ts';
import { ClockDialog } from '#renderer/api/clock-dialog.tsx';
import { useText } from '#renderer/i18n/use-text.ts';
import { useGo } from '#renderer/ui/app-link.tsx';
import { Button } from '#renderer/ui/button.tsx';
import { Card, CardFooter } from '#renderer/ui/card.tsx';
import { TextArea } from '#renderer/ui/fields.tsx';
import { Icon } from '#renderer/ui/icon.tsx';
import { useKey } from '#renderer/ui/keys.ts';
import { paths } from '#renderer/ui/paths.ts';
import { EmptyState, ErrorBlock, Note } from '#renderer/ui/states.tsx';
import { SummaryList } from '#renderer/ui/summary-list.tsx';
import { RaiseDialog } from './step-dialogs.tsx';
import { countRequirements } from './request-facts.ts';
import type { StepProps } from './steps/step-props.ts';
import { useRequestSteps } from './use-request-steps.ts';
import { useSummaryRows } from './use-summary-rows.tsx';
import css from './requests.module.css';

/** Steps with words of their own above the note. */
const TELLS = [3, 4, 5, 7] as const;

/** The step that waits, with the clause that it stands on. */
export function StepCard({ request, party, mayWrite, busy, onEdit, onDone }: StepProps) {
  const { t, text } = useText();
  const go = useGo();
  const steps = useRequestSteps(request);
  const [note, setNote] = useState('');
  const [raising, setRaising] = useState(false);
  const number = request.currentStep;
  const step = STEPS.find((one) => one.number === number);
  const rows = useSummaryRows(request, party, mayWrite, {
    onRequest: onEdit,
    onPerson: () => go(paths.beneficiary(request.partyId)),
  });
  const { missing } = countRequirements(request.requirements);
  const verb = t(number === 5 ? 'requests.page.completeRaise' : 'requests.page.complete');

  const complete = async (confirmClock = false): Promise<void> => {
    if ((number !== 2 && number !== 3 && number !== 5) || steps.busy) return;
    await steps.complete(number, note, confirmClock);
    setRaising(false);
    onDone();
  };
  const press = (): void => {
    // Raising gives a number for good: a summary first, and a second key.
    if (number === 5) setRaising(true);
    else void complete().catch(() => undefined);
  };
  const skip = (): void => {
    if (number !== null) void steps.skip(number, note).catch(() => undefined);
  };
  const ready = mayWrite && number !== null;
  useKey('Ctrl+Enter', verb, press, { enabled: ready && !busy && !raising && steps.clock === null });

  if (number === null || step === undefined) {
    return (
      <Card pane={t('requests.page.stepCard')}>
        <EmptyState icon={IconCircleCheck} text={t('requests.page.done')} />
        <div className={css['stepBody']}>
          <p className={css['dim']}>{t('requests.page.doneHelp')}</p>
          <SummaryList rows={rows} label={request.partyName} />
        </div>
      </Card>
    );
  }
  const tells = TELLS.find((one) => one === number);
  return (
    <Card pane={t('requests.page.stepCard')}>
      <div className={css['stepBody']}>
        <h2 className={css['stepTitle']}>{text('requests.page.heading', String(number))}</h2>
        <p className={css['clause']}>
          <Icon of={IconBook2} size="sm" />
          <q>{step.text}</q>
        </p>
        {steps.problem === undefined || raising ? null : <ErrorBlock text={steps.problem} />}
        {tells === undefined ? null : <Note>{text('requests.page.tell', String(tells))}</Note>}
        {number === 6 && missing.length > 0 && steps.problem === undefined ? (
          <Note kind="warning">
            <b>{t('requests.requirements.missingTitle')}</b>
            <p>
              {t('requests.requirements.missingText', { names: missing.map((one) => one.name).join('، ') })}
            </p>
          </Note>
        ) : null}
        <SummaryList rows={rows} label={request.partyName} />
        {mayWrite && number !== 1 ? (
          <TextArea
            label={t('requests.page.note')}
            placeholder={text('requests.page.noteHelp', String(number))}
            optional
            value={note}
            onChange={setNote}
            rows={2}
          />
        ) : null}
      </div>
      {ready ? (
        <CardFooter>
          <Button kind="filled" keys="Ctrl+Enter" loading={steps.busy} onClick={press}>
            {verb}
          </Button>
          {number === SKIPPABLE_STEP ? (
            <Button disabled={steps.busy} onClick={skip}>
              {t('requests.page.skip')}
            </Button>
          ) : null}
        </CardFooter>
      ) : null}
      <RaiseDialog
        opened={raising && steps.clock === null}
        request={request}
        busy={steps.busy}
        problem={steps.problem}
        onClose={() => {
          setRaising(false);
          steps.forget();
        }}
        onConfirm={() => void complete().catch(() => undefined)}
      />
      <ClockDialog
        error={steps.clock}
        busy={steps.busy}
        verb={t('requests.clock.confirm')}
        takes={t('requests.clock.takes')}
        onClose={steps.forget}
        onConfirm={() => void complete(true).catch(() => undefined)}
      />
    </Card>
  );
}
