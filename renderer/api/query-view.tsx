import type { UseQueryResult } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { useErrorText } from '#renderer/i18n/error-text.ts';
import { useText } from '#renderer/i18n/use-text.ts';
import { Button } from '#renderer/ui/button.tsx';
import { ErrorBlock, SkeletonRows } from '#renderer/ui/states.tsx';
import type { ApiError } from './client.ts';

/** A query in its three states: rows of the final height while it loads, the refusal in words, or the data. */
export function QueryView<T>({
  query,
  children,
  rows = 6,
  rowHeight = '2.25rem',
}: {
  readonly query: Pick<UseQueryResult<T, ApiError>, 'data' | 'error'> & {
    readonly refetch: () => Promise<unknown>;
  };
  readonly children: (data: T) => ReactNode;
  readonly rows?: number;
  readonly rowHeight?: string;
}) {
  const { t } = useText();
  const say = useErrorText();
  if (query.data !== undefined) return children(query.data);
  if (query.error !== null) {
    return (
      <ErrorBlock
        title={t('problem.title')}
        text={say(query.error)}
        actions={
          <Button size="sm" onClick={() => void query.refetch()}>
            {t('common.retry')}
          </Button>
        }
      />
    );
  }
  return <SkeletonRows rows={rows} height={rowHeight} />;
}
