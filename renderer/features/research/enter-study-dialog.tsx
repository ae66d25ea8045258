import { z } from 'zod';
import { fileRefSchema } from '#shared/files/stored-file.ts';
import type { StaffId } from '#shared/ids.ts';
import { RECOMMENDATIONS, recommendationSchema, type Research } from '#shared/research/research.ts';
import { call } from '#renderer/api/client.ts';
import { FormDialog } from '#renderer/api/form-dialog.tsx';
import { FormPaper } from '#renderer/api/form-paper.tsx';
import { useResearchers } from '#renderer/api/research/use-researchers.ts';
import { useActs } from '#renderer/api/use-acts.ts';
import { useChannelCommand } from '#renderer/api/use-channel.ts';
import { useText } from '#renderer/i18n/use-text.ts';
import { FormArea, FormChoice, FormSelect } from '#renderer/ui/form.tsx';
import { useZodForm } from '#renderer/ui/use-zod-form.ts';

const schema = z.object({
  findings: z.string().trim().min(1, { message: 'required' }).max(8000, { message: 'tooLong' }),
  recommendation: recommendationSchema.nullable().refine((value) => value !== null, { message: 'required' }),
  recommendationReason: z.string().trim().min(1, { message: 'required' }).max(2000, { message: 'tooLong' }),
  by: z.string().min(1, { message: 'referral.by' }),
  paper: fileRefSchema.nullable().refine((file) => file !== null, { message: 'referral.paper' }),
});

/** On the researcher's behalf, from the paper that they signed; its picture is kept with the study. */
export function EnterStudyDialog({
  research,
  onClose,
}: {
  readonly research: Research;
  readonly onClose: () => void;
}) {
  const { t } = useText();
  const enter = useChannelCommand('research.enterFinished');
  const acts = useActs();
  const { people } = useResearchers();
  const form = useZodForm(schema, {
    findings: research.findings,
    recommendation: research.recommendation,
    recommendationReason: research.recommendationReason,
    by: research.researcher === null ? '' : String(research.researcher.id),
    paper: null,
  });
  return (
    <FormDialog
      form={form}
      title={t('research.enter.title')}
      verb={t('research.enter.verb')}
      onClose={onClose}
      width="42rem"
      save={async ({ findings, recommendation, recommendationReason, by, paper }) => {
        if (paper === null || recommendation === null) return false;
        const { id, version } = research;
        const researcherId = Number(by) as StaffId;
        const study = { findings, recommendation, recommendationReason };
        await enter.mutateAsync({ id, version, ...study, researcherId, paper });
        acts.tell(t('research.toast.entered'), () => call('research.reopen', { id }));
        return true;
      }}
    >
      <p>{t('research.enter.help')}</p>
      <FormPaper name="paper" label={t('research.enter.paper')} required autoFocus />
      <FormSelect name="by" label={t('research.enter.by')} choices={people} required />
      <FormArea
        name="findings"
        label={t('research.page.findings')}
        help={t('research.page.findingsHelp')}
        rows={4}
        required
      />
      <FormChoice
        name="recommendation"
        label={t('research.page.recommendation')}
        choices={RECOMMENDATIONS.map((value) => ({ value, label: t(`research.recommendation.${value}`) }))}
      />
      <FormArea
        name="recommendationReason"
        label={t('research.page.reason')}
        help={t('research.page.reasonHelp')}
        rows={2}
        required
      />
    </FormDialog>
  );
}
