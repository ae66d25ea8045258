import { IconCircleCheck, IconPrinter } from '@tabler/icons-react';
import { useEffect, useRef } from 'react';
import { queryClient } from '#renderer/api/query-client.ts';
import { useChannelCommand } from '#renderer/api/use-channel.ts';
import { useErrorText } from '#renderer/i18n/error-text.ts';
import { useText } from '#renderer/i18n/use-text.ts';
import { Button } from '#renderer/ui/button.tsx';
import { Form, FormText } from '#renderer/ui/form.tsx';
import { Icon } from '#renderer/ui/icon.tsx';
import { useKey } from '#renderer/ui/keys.ts';
import { SkeletonRows } from '#renderer/ui/states.tsx';
import { useZodForm } from '#renderer/ui/use-zod-form.ts';
import css from './first-run.module.css';
import { firstRunInput, recoveryStepSchema, type FirstRunValues } from './first-run-model.ts';
import { StepFrame } from './step-frame.tsx';

/**
 * The sheet that opens every backup: made, printed or saved, and proved by six characters read off the paper. It is
 * not shown here: what is read from the screen proves nothing about the paper.
 */
export function RecoveryStep({
  values,
  onBack,
}: {
  readonly values: FirstRunValues;
  readonly onBack: () => void;
}) {
  const { t, digits } = useText();
  const say = useErrorText();
  const form = useZodForm(recoveryStepSchema, { proof: '' });
  const make = useChannelCommand('firstRun.makeRecoverySheet');
  const print = useChannelCommand('firstRun.printRecoverySheet');
  const complete = useChannelCommand('firstRun.complete');
  const organisation = values.profile.name;
  const { mutate: makeSheet } = make;

  // Once: a second sheet would make the first, already printed, worthless.
  const asked = useRef(false);
  useEffect(() => {
    if (asked.current) return;
    asked.current = true;
    makeSheet({ organisation });
  }, [makeSheet, organisation]);

  const inHand = print.data?.printed === true || (print.data?.savedTo ?? null) !== null;
  const printSheet = (): void => print.mutate(undefined, { onSuccess: () => form.setFocus('proof') });
  useKey('F9', t('firstRun.recoveryPrint'), printSheet, { enabled: make.data !== undefined });

  const finish = form.handleSubmit(({ proof }) =>
    complete.mutate(firstRunInput(values, proof), {
      onSuccess: () => void queryClient.invalidateQueries(),
    }),
  );
  const problem = make.error ?? print.error ?? complete.error;
  const state =
    print.data?.printed === true
      ? t('firstRun.recoveryPrinted')
      : print.data?.savedTo == null
        ? t('firstRun.recoveryNotPrinted')
        : t('firstRun.recoverySaved', { path: print.data.savedTo });
  return (
    <StepFrame
      title={t('firstRun.steps.recovery')}
      text={t('firstRun.recoveryText')}
      nextLabel={t('firstRun.finish')}
      busy={complete.isPending}
      onNext={() => void finish()}
      onBack={onBack}
    >
      {make.data === undefined && make.error === null ? (
        <SkeletonRows rows={3} />
      ) : (
        <Form
          form={form}
          label={t('firstRun.steps.recovery')}
          onSubmit={() => void finish()}
          problem={problem === null ? undefined : say(problem)}
        >
          <div className={css['sheet']}>
            <Button
              kind="tinted"
              keys="F9"
              icon={<Icon of={IconPrinter} size="sm" />}
              loading={print.isPending}
              onClick={printSheet}
            >
              {t('firstRun.recoveryPrint')}
            </Button>
            {inHand ? <Icon of={IconCircleCheck} /> : null}
            <span className={css['state']} role="status">
              {state}
            </span>
          </div>
          <FormText
            name="proof"
            label={t('firstRun.recoveryProof')}
            required
            ltr
            maxLength={12}
            width="12rem"
            help={
              <>
                {t('firstRun.recoveryProofHelp')}{' '}
                <span className={css['places']}>
                  {(make.data?.places ?? []).map((place) => (
                    <b key={place} data-testid="proof-place">
                      {digits(place)}
                    </b>
                  ))}
                </span>
              </>
            }
          />
          <p className={css['next']}>{t('firstRun.recoveryWhy')}</p>
        </Form>
      )}
    </StepFrame>
  );
}
