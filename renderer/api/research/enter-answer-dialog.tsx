import { z } from 'zod';
import { fileRefSchema } from '#shared/files/stored-file.ts';
import type { StaffId } from '#shared/ids.ts';
import type { Referral } from '#shared/referrals/referral.ts';
import { answerShape } from '#shared/referrals/referrals-contract.ts';
import { useText } from '#renderer/i18n/use-text.ts';
import { FormArea, FormSelect } from '#renderer/ui/form.tsx';
import { useZodForm } from '#renderer/ui/use-zod-form.ts';
import { FormDialog } from '../form-dialog.tsx';
import { FormPaper } from '../form-paper.tsx';
import { useChannelCommand } from '../use-channel.ts';
import { useReferralActs } from './use-referral-acts.ts';
import { useResearchers } from './use-researchers.ts';

const schema = z.object({
  ...answerShape,
  by: z.string().min(1, { message: 'referral.by' }),
  paper: fileRefSchema.nullable().refine((file) => file !== null, { message: 'referral.paper' }),
});

/** On the officer's behalf, from the paper that they signed; its picture is kept with the answer. */
export function EnterAnswerDialog({
  referral,
  onClose,
}: {
  readonly referral: Referral;
  readonly onClose: () => void;
}) {
  const { t } = useText();
  const enter = useChannelCommand('referrals.enterAnswer');
  const acts = useReferralActs();
  const { people } = useResearchers();
  const form = useZodForm(schema, {
    answer: referral.answer,
    explanation: referral.explanation,
    by: referral.assignedTo === null ? '' : String(referral.assignedTo.id),
    paper: null,
  });
  return (
    <FormDialog
      form={form}
      title={t('referrals.enter.title')}
      verb={t('referrals.enter.verb')}
      onClose={onClose}
      width="42rem"
      save={async ({ answer, explanation, by, paper }) => {
        if (paper === null) return false;
        const { id, version } = referral;
        const answeredBy = Number(by) as StaffId;
        const entered = await enter.mutateAsync({ id, version, answer, explanation, answeredBy, paper });
        acts.tellAnswered(entered, true);
        return true;
      }}
    >
      <p>{t('referrals.enter.help')}</p>
      <FormPaper name="paper" label={t('referrals.enter.paper')} required autoFocus />
      <FormSelect name="by" label={t('referrals.enter.by')} choices={people} required />
      <FormArea
        name="answer"
        label={t('referrals.page.answer')}
        help={t('referrals.page.answerHelp')}
        rows={3}
        required
      />
      <FormArea
        name="explanation"
        label={t('referrals.page.explanation')}
        help={t('referrals.page.explanationHelp')}
        rows={2}
        optional
      />
    </FormDialog>
  );
}
