import { z } from 'zod';
import type { PartyId, RequestId, VisitId } from '#shared/ids.ts';
import type { Referral } from '#shared/referrals/referral.ts';
import type { Inquiry } from '#shared/visits/visit.ts';
import { useText } from '#renderer/i18n/use-text.ts';
import { FormArea, FormSelect } from '#renderer/ui/form.tsx';
import { Note } from '#renderer/ui/states.tsx';
import { useZodForm } from '#renderer/ui/use-zod-form.ts';
import { FormDialog } from '../form-dialog.tsx';
import { useChannelCommand } from '../use-channel.ts';
import { useReferralActs } from './use-referral-acts.ts';
import { ANYBODY, fromStaffId, toStaffId, useResearchers } from './use-researchers.ts';

const schema = z.object({
  question: z.string().trim().min(1, { message: 'referral.question' }).max(2000, { message: 'tooLong' }),
  to: z.string(),
});

export interface ReferOf {
  readonly partyId: PartyId;
  readonly requestId?: RequestId | null;
  readonly visitId?: VisitId | null;
  /** The visit's question that is passed on: its words are there to begin with. */
  readonly inquiry?: Pick<Inquiry, 'id' | 'question'> | undefined;
}

/** S.3: the question, and whom it is for. Nothing moves by it: the request keeps its step, the visit its place. */
export function ReferDialog({
  of,
  onClose,
  onReferred,
}: {
  readonly of: ReferOf;
  readonly onClose: () => void;
  readonly onReferred?: (referral: Referral) => void;
}) {
  const { t } = useText();
  const refer = useChannelCommand('referrals.refer');
  const acts = useReferralActs();
  const form = useZodForm(schema, { question: of.inquiry?.question ?? '', to: ANYBODY });
  return (
    <FormDialog
      form={form}
      title={t('referrals.refer.title')}
      verb={t('referrals.refer.verb')}
      onClose={onClose}
      save={async ({ question, to }) => {
        const referral = await refer.mutateAsync({
          partyId: of.partyId,
          requestId: of.requestId ?? null,
          visitId: of.visitId ?? null,
          inquiryId: of.inquiry?.id ?? null,
          question,
          assignedTo: toStaffId(to),
        });
        acts.tellReferred(referral);
        onReferred?.(referral);
      }}
    >
      <p>{t('referrals.refer.help')}</p>
      <QuestionFields />
    </FormDialog>
  );
}

function QuestionFields() {
  const { t } = useText();
  const { people, noOfficer } = useResearchers();
  return (
    <>
      <FormArea
        name="question"
        label={t('referrals.refer.question')}
        help={t('referrals.refer.questionHelp')}
        rows={3}
        required
        autoFocus
      />
      <FormSelect
        name="to"
        label={t('referrals.refer.to')}
        choices={[{ value: ANYBODY, label: t('referrals.refer.anybody') }, ...people]}
      />
      {noOfficer ? <Note kind="warning">{t('referrals.refer.noOfficer')}</Note> : null}
    </>
  );
}

/** Until it is answered. */
export function EditReferralDialog({
  referral,
  onClose,
}: {
  readonly referral: Referral;
  readonly onClose: () => void;
}) {
  const { t } = useText();
  const edit = useChannelCommand('referrals.edit');
  const form = useZodForm(schema, {
    question: referral.question,
    to: fromStaffId(referral.assignedTo?.id),
  });
  return (
    <FormDialog
      form={form}
      title={t('referrals.edit.title')}
      verb={t('referrals.edit.verb')}
      onClose={onClose}
      save={async ({ question, to }) => {
        const { id, version } = referral;
        await edit.mutateAsync({ id, version, question, assignedTo: toStaffId(to) });
      }}
    >
      <QuestionFields />
    </FormDialog>
  );
}
