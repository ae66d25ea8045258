import type { ReactElement, ReactNode } from 'react';
import { useErrorText } from '#renderer/i18n/error-text.ts';
import { useText } from '#renderer/i18n/use-text.ts';
import { ErrorBlock } from '#renderer/ui/states.tsx';
import { isPrintFailure } from '#shared/printing/print-failure.ts';
import type { ApiError } from './client.ts';

/** Why a paper was not printed and what to do; of a letter with a number, that its number and record are untouched. */
export function PrintProblem({
  error,
  registered = false,
  actions,
}: {
  readonly error: ApiError;
  readonly registered?: boolean;
  readonly actions?: ReactNode;
}): ReactElement {
  const { t } = useText();
  const errorText = useErrorText();
  const { reason, said } = error.details;
  const why =
    error.code === 'printerFailed' && isPrintFailure(reason)
      ? t(`printing.failed.${reason}`)
      : errorText(error);
  return (
    <ErrorBlock
      title={t('printing.failed.title')}
      text={registered ? `${why}. ${t('printing.failed.register')}` : why}
      actions={
        <>
          {typeof said === 'string' && said !== '' ? (
            <span>
              {t('printing.failed.said')} <bdi dir="ltr">{said}</bdi>
            </span>
          ) : null}
          {actions}
        </>
      }
    />
  );
}
