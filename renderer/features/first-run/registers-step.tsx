import { useWatch } from 'react-hook-form';
import { dualDate } from '#shared/calendar/dual-date.ts';
import { referenceNumber } from '#shared/letters/letter-rules.ts';
import { useText } from '#renderer/i18n/use-text.ts';
import { useToday } from '#renderer/ui/dates.tsx';
import { Form, FormDigits } from '#renderer/ui/form.tsx';
import { Ref } from '#renderer/ui/numbers.tsx';
import { useZodForm } from '#renderer/ui/use-zod-form.ts';
import css from './first-run.module.css';
import { registersStepSchema, type ProfileValues, type RegisterValues } from './first-run-model.ts';
import { StepFrame } from './step-frame.tsx';

/** The registers go on where the paper stopped: no gap, no number twice. */
export function RegistersStep({
  values,
  profile,
  onNext,
  onBack,
}: {
  readonly values: RegisterValues;
  readonly profile: ProfileValues;
  readonly onNext: (values: RegisterValues) => void;
  readonly onBack: (values: RegisterValues) => void;
}) {
  const { t } = useText();
  const form = useZodForm(registersStepSchema, values);
  const typed = useWatch({ control: form.control });
  const year = dualDate(useToday()).hijri.year;
  const next = form.handleSubmit(() => onNext(form.getValues()));
  const following = (pattern: string, last: string | undefined) =>
    /^\d{1,6}$/u.test(last ?? '') ? <Ref value={referenceNumber(pattern, Number(last) + 1, year)} /> : null;
  return (
    <StepFrame
      title={t('firstRun.steps.registers')}
      text={t('firstRun.registersText')}
      onNext={() => void next()}
      onBack={() => onBack(form.getValues())}
    >
      <Form form={form} label={t('firstRun.steps.registers')} onSubmit={() => onNext(form.getValues())}>
        <FormDigits
          name="outgoing"
          label={t('firstRun.lastOutgoing')}
          help={t('firstRun.lastHelp')}
          required
          width="10rem"
        />
        <p className={css['next']}>
          {t('firstRun.nextOutgoing')} <b>{following(profile.letters.outgoingPattern, typed.outgoing)}</b>
        </p>
        <FormDigits
          name="incoming"
          label={t('firstRun.lastIncoming')}
          help={t('firstRun.lastHelp')}
          required
          width="10rem"
        />
        <p className={css['next']}>
          {t('firstRun.nextIncoming')} <b>{following(profile.letters.incomingPattern, typed.incoming)}</b>
        </p>
      </Form>
    </StepFrame>
  );
}
