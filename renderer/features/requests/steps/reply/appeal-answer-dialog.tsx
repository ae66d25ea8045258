import { useState } from 'react';
import type { z } from 'zod';
import { APPEAL_OUTCOMES, type Appeal, appealAnswerSchema } from '#shared/reply/appeal.ts';
import type { ReplyDecision } from '#shared/reply/reply-contract.ts';
import { FormDialog } from '#renderer/api/form-dialog.tsx';
import { FormPaper } from '#renderer/api/form-paper.tsx';
import { useHasRole } from '#renderer/api/session.ts';
import { call } from '#renderer/api/client.ts';
import { useChannelCommand } from '#renderer/api/use-channel.ts';
import { useText } from '#renderer/i18n/use-text.ts';
import { useToday } from '#renderer/ui/dates.tsx';
import { DigitsInput, TextField } from '#renderer/ui/fields.tsx';
import { FieldRow, FormArea, FormChoice, FormDate, FormText } from '#renderer/ui/form.tsx';
import { Note } from '#renderer/ui/states.tsx';
import { showToast } from '#renderer/ui/toast.tsx';
import { useZodForm } from '#renderer/ui/use-zod-form.ts';
import { AppealBlock } from './appeal-block.tsx';
import { DecisionBlock } from './decision-block.tsx';
import css from './reply.module.css';

/** What the level answered, with the first decision and the appeal beside it. */
export function AppealAnswerDialog({
  appeal,
  first,
  onClose,
}: {
  readonly appeal: Appeal;
  readonly first: ReplyDecision | undefined;
  readonly onClose: () => void;
}) {
  const { t } = useText();
  const today = useToday();
  const give = useChannelCommand('appeals.answer');
  const form = useZodForm(appealAnswerSchema, {
    id: appeal.id,
    outcome: 'upheld',
    answer: '',
    answeredOn: today,
    answeredByName: '',
    paper: null,
    granted: null,
  });
  const outcome = form.watch('outcome');
  // What the committee refused is granted by who decides, or by their signed paper.
  const onPaper = !useHasRole('manager') && outcome === 'changed';
  const [grantedNote, setGrantedNote] = useState('');
  const [quantity, setQuantity] = useState('1');
  const save = async (input: z.output<typeof appealAnswerSchema>): Promise<boolean> => {
    if (onPaper && input.paper === null) {
      form.setError('paper', { message: 'appeal.paper' });
      return false;
    }
    const told = grantedNote.trim() !== '' || quantity !== '1';
    const granted = { note: grantedNote, quantity: Math.max(1, Number.parseInt(quantity, 10) || 1) };
    const { id } = await give.mutateAsync({
      ...input,
      granted: input.outcome === 'changed' && told ? granted : null,
    });
    showToast(
      t('reply.appeal.answered', { outcome: t(`reply.appeal.outcomes.${input.outcome}`) }),
      // What changed the refusal is a decision, with a letter: its way back is on the committee's page.
      input.outcome === 'changed'
        ? undefined
        : () => call('appeals.voidAnswer', { id, reason: t('reply.appeal.answerUndone') }),
    );
    return true;
  };
  const withdrawn = outcome === 'withdrawn';
  return (
    <FormDialog
      form={form}
      title={t('reply.appeal.answerTitle')}
      verb={t('reply.appeal.answer')}
      save={save}
      onClose={onClose}
      width="56rem"
    >
      <div className={css['beside']}>
        <div className={css['block']}>
          <FormChoice
            name="outcome"
            label={t('reply.appeal.outcome')}
            autoFocus
            choices={APPEAL_OUTCOMES.map((value) => ({ value, label: t(`reply.appeal.outcomes.${value}`) }))}
          />
          {outcome === 'changed' ? <Note>{t('reply.appeal.changedHelp')}</Note> : null}
          <FormArea
            name="answer"
            label={t(withdrawn ? 'reply.appeal.withdrawText' : 'reply.appeal.answerText')}
            required
            rows={4}
          />
          {outcome === 'changed' ? (
            <FieldRow>
              <TextField
                label={t('committee.field.grantedNote')}
                optional
                value={grantedNote}
                onChange={setGrantedNote}
                maxLength={300}
              />
              <DigitsInput
                label={t('committee.field.quantity')}
                optional
                value={quantity}
                onChange={setQuantity}
                maxLength={5}
                width="6rem"
              />
            </FieldRow>
          ) : null}
          {withdrawn ? null : (
            <FormText
              name="answeredByName"
              label={t('reply.appeal.byName')}
              help={t('reply.appeal.byNameHelp')}
              required
            />
          )}
          <FormDate name="answeredOn" label={t('reply.appeal.answeredOn')} required />
          <FormPaper name="paper" label={t('reply.appeal.answerPaper')} required={onPaper} />
        </div>
        <div className={css['block']}>
          {first === undefined ? null : <DecisionBlock decision={first} label={t('reply.appeal.first')} />}
          <AppealBlock appeal={appeal} />
        </div>
      </div>
    </FormDialog>
  );
}
