import type { z } from 'zod';
import type { RequestReply } from '#shared/reply/reply-contract.ts';
import { type Notice, noticeInputSchema } from '#shared/reply/notice.ts';
import { CHANNELS } from '#shared/policy/channels.ts';
import type { SupportRequest } from '#shared/requests/request.ts';
import { FormDialog } from '#renderer/api/form-dialog.tsx';
import { FormPaper } from '#renderer/api/form-paper.tsx';
import { call } from '#renderer/api/client.ts';
import { useChannelCommand } from '#renderer/api/use-channel.ts';
import { useText } from '#renderer/i18n/use-text.ts';
import { ContactPoints } from '#renderer/ui/contact-points.tsx';
import { FieldRow, FormArea, FormChoice, FormDate, FormSelect } from '#renderer/ui/form.tsx';
import { Note } from '#renderer/ui/states.tsx';
import { showToast } from '#renderer/ui/toast.tsx';
import { useZodForm } from '#renderer/ui/use-zod-form.ts';
import { useShortDay } from '../../use-short-day.ts';
import css from './reply.module.css';

type Input = z.input<typeof noticeInputSchema>;

/** S.5 «والرد عليه»: by which channel the decision was told, to whom, with what proof; or when it is tried again. */
export function NoticeDialog({
  request,
  reply,
  onClose,
}: {
  readonly request: SupportRequest;
  readonly reply: RequestReply;
  readonly onClose: () => void;
}) {
  const { t } = useText();
  const shortDay = useShortDay();
  const record = useChannelCommand('notices.record');
  const form = useZodForm(noticeInputSchema, {
    requestId: request.id,
    channel: 'phoneCall',
    outcome: 'reached',
    receiver: 'self',
    note: '',
    proof: null,
    againOn: reply.againOn,
  } satisfies Input);
  const outcome = form.watch('outcome');
  const save = async (input: z.output<typeof noticeInputSchema>): Promise<void> => {
    const reached = input.outcome === 'reached';
    const notice: Notice = await record.mutateAsync({ ...input, againOn: reached ? null : input.againOn });
    const done = reached
      ? t('reply.notice.done')
      : t('reply.notice.tried', { day: input.againOn === null ? '' : shortDay(input.againOn) });
    showToast(done, () => call('notices.withdraw', { id: notice.id }));
  };
  return (
    <FormDialog
      form={form}
      title={t('reply.notice.title')}
      verb={t('reply.notice.verb')}
      save={save}
      onClose={onClose}
      width="42rem"
    >
      <section className={css['read']}>
        <h3>{t('reply.notice.reach')}</h3>
        {reply.reach.length === 0 ? (
          <Note kind="neutral">{t('reply.notice.noReach')}</Note>
        ) : (
          <ContactPoints points={reply.reach} />
        )}
      </section>
      <FieldRow>
        <FormChoice
          name="outcome"
          label={t('reply.notice.outcome')}
          autoFocus
          choices={[
            { value: 'reached', label: t('reply.notice.reached') },
            { value: 'noAnswer', label: t('reply.notice.noAnswer') },
          ]}
        />
        <FormSelect
          name="channel"
          label={t('reply.notice.channel')}
          required
          choices={CHANNELS.map(({ code, name }) => ({ value: code, label: name }))}
        />
      </FieldRow>
      {outcome === 'noAnswer' ? (
        <FormDate name="againOn" label={t('reply.notice.againOn')} required />
      ) : reply.representative === null ? null : (
        <FormChoice
          name="receiver"
          label={t('reply.notice.receiver')}
          choices={[
            { value: 'self', label: t('reply.notice.self') },
            {
              value: 'representative',
              label: t('reply.notice.representative', { name: reply.representative }),
            },
          ]}
        />
      )}
      <FormArea
        name="note"
        label={t('reply.notice.note')}
        placeholder={t('reply.notice.noteHelp')}
        optional
        rows={2}
      />
      <FormPaper name="proof" label={t('reply.notice.proof')} help={t('reply.notice.proofHelp')} />
    </FormDialog>
  );
}
