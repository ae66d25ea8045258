import type { ReactElement } from 'react';
import { useText } from '#renderer/i18n/use-text.ts';
import { DualDateText, Hour } from '#renderer/ui/dates.tsx';
import { ConfirmWithSecondKey } from '#renderer/ui/dialog.tsx';
import { riyadhDay } from '#shared/calendar/dual-date.ts';
import { isApiError, type ApiError } from './client.ts';

/** What is wrong with the clock, and what it is held against. */
const QUESTIONS = {
  clockWentBack: { says: 'clock.wentBack', against: 'clock.last', detail: 'lastMs' },
  clockJumped: { says: 'clock.jumped', against: 'clock.last', detail: 'lastMs' },
  clockMoved: { says: 'clock.moved', against: 'clock.expected', detail: 'expectedMs' },
} as const;
const questionOf = (error: unknown) =>
  isApiError(error) && error.code in QUESTIONS ? QUESTIONS[error.code as keyof typeof QUESTIONS] : null;

/** The clock is asked about by `ClockDialog`; every other refusal is said where the work is. */
export const isClockError = (error: unknown): error is ApiError => questionOf(error) !== null;

function Moment({ atMs }: { readonly atMs: number }): ReactElement {
  return (
    <>
      <DualDateText iso={riyadhDay(atMs)} /> <Hour atMs={atMs} />
    </>
  );
}

/**
 * The clock went back since the last act on record, leapt far ahead of it, or was moved while Wisam runs: a person says
 * whether today is today, before a number is given. The key is not the one that began the act: pressed twice in a hurry, it must not answer for the clock.
 */
export function ClockDialog({
  error,
  busy,
  verb,
  takes,
  onConfirm,
  onClose,
}: {
  /** An error of `isClockError`; null while there is none. */
  readonly error: ApiError | null;
  readonly busy: boolean;
  /** «الساعة صحيحة: إصدار الخطاب» */
  readonly verb: string;
  /** What takes the clock's word: «والخطاب يأخذ تاريخ الجهاز». */
  readonly takes: string;
  readonly onConfirm: () => void;
  readonly onClose: () => void;
}): ReactElement {
  const { t } = useText();
  const at = (name: string): number => Number(error?.details[name] ?? 0);
  const question = questionOf(error) ?? QUESTIONS.clockWentBack;
  return (
    <ConfirmWithSecondKey
      opened={error !== null}
      onClose={onClose}
      onConfirm={onConfirm}
      busy={busy}
      secondKey="F7"
      title={t('clock.title')}
      verb={verb}
      consequence={t(question.says, { takes })}
      summary={
        error === null
          ? []
          : [
              { term: t(question.against), value: <Moment atMs={at(question.detail)} /> },
              { term: t('clock.now'), value: <Moment atMs={at('nowMs')} /> },
            ]
      }
    />
  );
}
