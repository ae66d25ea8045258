import type { z } from 'zod';
import { appealInputSchema } from '#shared/reply/appeal.ts';
import type { ReplyDecision, RequestReply } from '#shared/reply/reply-contract.ts';
import type { SupportRequest } from '#shared/requests/request.ts';
import { FormDialog } from '#renderer/api/form-dialog.tsx';
import { FormPaper } from '#renderer/api/form-paper.tsx';
import { call } from '#renderer/api/client.ts';
import { useChannelCommand } from '#renderer/api/use-channel.ts';
import { useText } from '#renderer/i18n/use-text.ts';
import { useToday } from '#renderer/ui/dates.tsx';
import { FormArea, FormDate } from '#renderer/ui/form.tsx';
import { showToast } from '#renderer/ui/toast.tsx';
import { useZodForm } from '#renderer/ui/use-zod-form.ts';
import { DecisionBlock } from './decision-block.tsx';
import css from './reply.module.css';

/** A تظلّم as it is received: the appellant's own words and their paper, beside the refusal that it is against. */
export function AppealDialog({
  request,
  reply,
  first,
  onClose,
}: {
  readonly request: SupportRequest;
  readonly reply: RequestReply;
  readonly first: ReplyDecision;
  readonly onClose: () => void;
}) {
  const { t } = useText();
  const today = useToday();
  const receive = useChannelCommand('appeals.receive');
  const form = useZodForm(appealInputSchema, {
    requestId: request.id,
    receivedOn: today,
    text: '',
    paper: null,
  });
  const save = async (input: z.output<typeof appealInputSchema>): Promise<void> => {
    const { id, level } = await receive.mutateAsync(input);
    showToast(t('reply.appeal.received', { level }), () =>
      call('appeals.answer', {
        id,
        outcome: 'withdrawn',
        answer: t('reply.appeal.takenBack'),
        answeredOn: today,
      }),
    );
  };
  return (
    <FormDialog
      form={form}
      title={t('reply.appeal.receiveTitle')}
      verb={t('reply.appeal.receive')}
      save={save}
      onClose={onClose}
      width="56rem"
    >
      <div className={css['beside']}>
        <div className={css['block']}>
          <FormArea
            name="text"
            label={t('reply.appeal.text')}
            help={t('reply.appeal.textHelp')}
            required
            autoFocus
            rows={6}
          />
          <FormDate name="receivedOn" label={t('reply.appeal.receivedOn')} required />
          <FormPaper name="paper" label={t('reply.appeal.paper')} />
          <p className={css['dim']}>{t('reply.appeal.to', { level: reply.appealLevel })}</p>
        </div>
        <DecisionBlock decision={first} label={t('reply.appeal.first')} />
      </div>
    </FormDialog>
  );
}
