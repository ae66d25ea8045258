import { z } from 'zod';
import { toAsciiDigits } from '#shared/arabic/digits.ts';
import type { FormValueOf } from '#shared/requests/form-values.ts';
import type { ServiceQuestion } from '#shared/services/service.ts';
import { FormDialog } from '#renderer/api/form-dialog.tsx';
import { useText } from '#renderer/i18n/use-text.ts';
import { FormArea, FormChoice, FormDigits, FormSelect } from '#renderer/ui/form.tsx';
import { useZodForm } from '#renderer/ui/use-zod-form.ts';

const answerSchema = z.object({ answer: z.string().trim().max(1000, { message: 'tooLong' }) });

/** What only this service asks. An empty answer takes the former one back. Mounted while it is open. */
export function AnswerDialog({
  value,
  question,
  save,
  onClose,
}: {
  readonly value: FormValueOf<'answer'>;
  /** Undefined: it is asked no more. */
  readonly question: ServiceQuestion | undefined;
  readonly save: (key: string, answer: string) => Promise<boolean>;
  readonly onClose: () => void;
}) {
  const { t } = useText();
  const form = useZodForm(answerSchema, { answer: value.answer });
  const label = value.question;
  return (
    <FormDialog
      form={form}
      title={t('requestForm.answering.title')}
      verb={t('requestForm.answering.save')}
      onClose={onClose}
      save={({ answer }) => save(value.key, question?.kind === 'number' ? toAsciiDigits(answer) : answer)}
    >
      {question?.kind === 'number' ? (
        <FormDigits name="answer" label={label} help={t('requestForm.answering.number')} autoFocus />
      ) : question?.kind === 'yesNo' ? (
        <FormChoice
          name="answer"
          label={label}
          choices={(['yes', 'no'] as const).map((one) => ({
            value: t(`requestForm.answering.${one}`),
            label: t(`requestForm.answering.${one}`),
          }))}
        />
      ) : question?.kind === 'choice' ? (
        <FormSelect
          name="answer"
          label={label}
          autoFocus
          choices={question.choices.map((one) => ({ value: one, label: one }))}
        />
      ) : (
        <FormArea name="answer" label={label} rows={3} />
      )}
    </FormDialog>
  );
}
