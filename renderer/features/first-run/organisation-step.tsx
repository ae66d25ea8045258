import { useWatch } from 'react-hook-form';
import { useHeadPreview } from '#renderer/api/use-head-preview.ts';
import { useText } from '#renderer/i18n/use-text.ts';
import { Form } from '#renderer/ui/form.tsx';
import { HeadPreview } from '#renderer/ui/profile/head-preview.tsx';
import { LetterheadFields } from '#renderer/ui/profile/letterhead-fields.tsx';
import { useZodForm } from '#renderer/ui/use-zod-form.ts';
import { profileStepSchema, type ProfileValues } from './first-run-model.ts';
import { StepFrame } from './step-frame.tsx';

export function OrganisationStep({
  values,
  onNext,
  onBack,
}: {
  readonly values: ProfileValues;
  readonly onNext: (values: ProfileValues) => void;
  readonly onBack: (values: ProfileValues) => void;
}) {
  const { t } = useText();
  const form = useZodForm(profileStepSchema, values);
  const typed = useWatch({ control: form.control });
  const preview = useHeadPreview(typed);
  const next = form.handleSubmit(() => onNext(form.getValues()));
  return (
    <StepFrame
      title={t('firstRun.steps.organisation')}
      text={t('firstRun.organisationText')}
      onNext={() => void next()}
      onBack={() => onBack(form.getValues())}
      aside={<HeadPreview {...preview} />}
    >
      <Form form={form} label={t('firstRun.steps.organisation')} onSubmit={() => onNext(form.getValues())}>
        <LetterheadFields />
      </Form>
    </StepFrame>
  );
}
