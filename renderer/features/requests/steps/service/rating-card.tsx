import { useId, useState, type ReactElement } from 'react';
import { type Score, SCORES } from '#shared/deliveries/rating.ts';
import type { RequestId } from '#shared/ids.ts';
import { useChannelCommand } from '#renderer/api/use-channel.ts';
import { useErrorText } from '#renderer/i18n/error-text.ts';
import { useText } from '#renderer/i18n/use-text.ts';
import { Button } from '#renderer/ui/button.tsx';
import { TextArea } from '#renderer/ui/fields.tsx';
import { useKey } from '#renderer/ui/keys.ts';
import { Segmented } from '#renderer/ui/segmented.tsx';
import { ErrorBlock } from '#renderer/ui/states.tsx';
import { showToast } from '#renderer/ui/toast.tsx';
import css from './service.module.css';

/**
 * O.6.c: the beneficiary’s right, offered once and in nobody’s way. Nothing is chosen for them, and whether they answered
 * is nowhere on record.
 */
export function RatingCard({
  requestId,
  quiet,
}: {
  readonly requestId: RequestId;
  /** No dialog of the page has the keys. */
  readonly quiet: boolean;
}): ReactElement {
  const { t, text, digits } = useText();
  const say = useErrorText();
  const command = useChannelCommand('ratings.answer');
  const [score, setScore] = useState<Score | null>(null);
  const [comment, setComment] = useState('');
  const [asked, setAsked] = useState(false);
  const id = useId();
  const answer = async (rating: { score: Score; comment: string } | null): Promise<void> => {
    if (command.isPending) return;
    try {
      await command.mutateAsync({ requestId, rating });
      showToast(t('deliveries.rating.thanks'));
    } catch {
      // Said below, from the command's own error.
    }
  };
  const save = (): void => {
    setAsked(true);
    if (score === null) document.getElementById(id)?.focus();
    else void answer({ score, comment });
  };
  useKey('Ctrl+Enter', t('deliveries.rating.save'), save, { enabled: quiet });
  return (
    <section className={css['rating']} aria-label={t('deliveries.rating.title')}>
      <h3>{t('deliveries.rating.ask')}</h3>
      <p>{t('deliveries.rating.right')}</p>
      {command.error === null ? null : <ErrorBlock text={say(command.error)} />}
      <Segmented
        id={id}
        label={t('deliveries.rating.title')}
        hideLabel
        value={score === null ? null : String(score)}
        onChange={(value) => setScore(SCORES.find((one) => String(one) === value) ?? null)}
        choices={SCORES.map((value) => ({
          value: String(value),
          label: `${digits(value)} ${text('deliveries.rating.score', String(value))}`,
        }))}
        error={asked && score === null ? t('deliveries.rating.missing') : undefined}
      />
      <TextArea
        label={t('deliveries.rating.comment')}
        help={t('deliveries.rating.commentHelp')}
        optional
        value={comment}
        onChange={setComment}
        rows={2}
      />
      <div style={{ display: 'flex', gap: 'var(--w-sp-2)' }}>
        <Button kind="filled" keys="Ctrl+Enter" loading={command.isPending} onClick={save}>
          {t('deliveries.rating.save')}
        </Button>
        <Button kind="quiet" onClick={() => void answer(null)}>
          {t('deliveries.rating.decline')}
        </Button>
      </div>
    </section>
  );
}
