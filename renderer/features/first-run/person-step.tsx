import { useText } from '#renderer/i18n/use-text.ts';
import { FieldRow, Form, FormPassword, FormText } from '#renderer/ui/form.tsx';
import { useZodForm } from '#renderer/ui/use-zod-form.ts';
import { personStepSchema, type PersonValues } from './first-run-model.ts';
import { StepFrame } from './step-frame.tsx';

/** Who is manager and administrator from the first day, and holds every right. */
export function PersonStep({
  values,
  onNext,
  onBack,
}: {
  readonly values: PersonValues;
  readonly onNext: (values: PersonValues) => void;
  readonly onBack: (values: PersonValues) => void;
}) {
  const { t } = useText();
  const form = useZodForm(personStepSchema, values);
  const next = form.handleSubmit(() => onNext(form.getValues()));
  return (
    <StepFrame
      title={t('firstRun.steps.person')}
      text={t('firstRun.personText')}
      onNext={() => void next()}
      onBack={() => onBack(form.getValues())}
    >
      <Form form={form} label={t('firstRun.steps.person')} onSubmit={() => onNext(form.getValues())}>
        <FormText name="name" label={t('person.name')} help={t('person.nameHelp')} required />
        <FormText name="jobTitle" label={t('person.jobTitle')} help={t('person.jobTitleHelp')} optional />
        <FieldRow>
          <FormPassword
            name="password"
            label={t('person.password')}
            help={t('person.passwordHelp')}
            required
            autoComplete="new-password"
          />
          <FormPassword
            name="passwordAgain"
            label={t('person.passwordAgain')}
            help={t('person.passwordAgainHelp')}
            required
            autoComplete="new-password"
          />
        </FieldRow>
      </Form>
    </StepFrame>
  );
}
