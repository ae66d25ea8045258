import { useState } from 'react';
import type { VisitId } from '#shared/ids.ts';
import type { Inquiry } from '#shared/visits/visit.ts';
import { useChannelCommand } from '#renderer/api/use-channel.ts';
import { useErrorText, useValidationText } from '#renderer/i18n/error-text.ts';
import { useText } from '#renderer/i18n/use-text.ts';
import { Button } from '#renderer/ui/button.tsx';
import { TextArea } from '#renderer/ui/fields.tsx';
import { useKey } from '#renderer/ui/keys.ts';
import { Segmented } from '#renderer/ui/segmented.tsx';
import { ErrorBlock } from '#renderer/ui/states.tsx';
import css from './desk.module.css';

const OUTCOMES = ['answered', 'referred', 'open'] as const;

/** A question, its answer, and how it stands. Ctrl+Enter saves, Esc leaves. */
export function InquiryForm({
  visitId,
  inquiry,
  onClose,
}: {
  readonly visitId: VisitId;
  /** Null for a new one. */
  readonly inquiry: Inquiry | null;
  readonly onClose: () => void;
}) {
  const { t, text } = useText();
  const say = useErrorText();
  const sayField = useValidationText();
  const add = useChannelCommand('visits.addInquiry');
  const update = useChannelCommand('visits.updateInquiry');
  const [question, setQuestion] = useState(inquiry?.question ?? '');
  const [answer, setAnswer] = useState(inquiry?.answer ?? '');
  const [outcome, setOutcome] = useState<Inquiry['outcome']>(inquiry?.outcome ?? 'answered');
  const [tried, setTried] = useState(false);
  const noQuestion = question.trim() === '';
  const noAnswer = outcome === 'answered' && answer.trim() === '';
  const error = add.error ?? update.error;

  const save = async (): Promise<void> => {
    setTried(true);
    if (noQuestion || noAnswer || add.isPending || update.isPending) return;
    if (inquiry === null) await add.mutateAsync({ visitId, question, answer, outcome });
    else await update.mutateAsync({ id: inquiry.id, question, answer, outcome });
    onClose();
  };
  const press = (): void => void save().catch(() => undefined);
  useKey('Ctrl+Enter', t('desk.inquiries.save'), press);
  useKey('Esc', t('common.back'), onClose);

  return (
    <div className={css['inquiryForm']}>
      {error === null ? null : <ErrorBlock text={say(error)} />}
      <TextArea
        label={t('desk.inquiries.question')}
        value={question}
        onChange={setQuestion}
        rows={1}
        required
        autoFocus
        error={tried && noQuestion ? sayField('required') : undefined}
      />
      <TextArea
        label={t('desk.inquiries.answer')}
        value={answer}
        onChange={setAnswer}
        rows={2}
        error={tried && noAnswer ? t('desk.inquiries.answerNeeded') : undefined}
      />
      <Segmented
        label={t('desk.inquiries.outcome')}
        value={outcome}
        onChange={setOutcome}
        choices={OUTCOMES.map((value) => ({ value, label: text('domain.inquiryOutcome', value) }))}
      />
      <div className={css['formActs']}>
        <Button kind="tinted" keys="Ctrl+Enter" loading={add.isPending || update.isPending} onClick={press}>
          {t('desk.inquiries.save')}
        </Button>
        <Button kind="quiet" keys="Esc" onClick={onClose}>
          {t('common.back')}
        </Button>
      </div>
    </div>
  );
}
