import { IconCircleCheck, IconMailOpened, IconUsersGroup } from '@tabler/icons-react';
import { lazy, Suspense, type ReactElement } from 'react';
import type { ApiError, ChannelOutput } from '#renderer/api/client.ts';
import { useChannelQuery } from '#renderer/api/use-channel.ts';
import { useErrorText } from '#renderer/i18n/error-text.ts';
import { useText } from '#renderer/i18n/use-text.ts';
import { useGo } from '#renderer/ui/app-link.tsx';
import { Button } from '#renderer/ui/button.tsx';
import { Card, CardBody, CardFooter, CardHeader, CardSection } from '#renderer/ui/card.tsx';
import { When } from '#renderer/ui/dates.tsx';
import { LineList } from '#renderer/ui/line-list.tsx';
import { paths } from '#renderer/ui/paths.ts';
import { EmptyState, ErrorBlock, Note } from '#renderer/ui/states.tsx';
import type { LetterContent } from '#shared/letters/letter.ts';
import { BatchStandingBadge } from './batch-standing.tsx';
import { LeftOutList } from './left-out.tsx';
import css from './batches.module.css';

const PdfPage = lazy(async () => ({ default: (await import('#renderer/ui/pdf-page.tsx')).PdfPage }));

/** The first letter's page, as it will be shown. */
function Sample({ content, name }: { readonly content: LetterContent; readonly name: string }): ReactElement {
  const { t } = useText();
  const say = useErrorText();
  const page = useChannelQuery('letters.preview', { content }, { keepPrevious: true });
  if (page.error !== null) return <ErrorBlock text={say(page.error)} />;
  return (
    <div className={css['sample']}>
      {page.data === undefined ? null : (
        <Suspense fallback={null}>
          <PdfPage pdf={page.data.pdf} label={t('batches.check.samplePage', { name })} />
        </Suspense>
      )}
    </div>
  );
}

/** The way back to earlier ones, while nothing is chosen. */
function RecentBatches(): ReactElement | null {
  const { t } = useText();
  const go = useGo();
  const recent = useChannelQuery('batches.list', { limit: 8 });
  if (recent.data === undefined || recent.data.length === 0) return null;
  return (
    <CardSection title={t('batches.list.recent')}>
      <LineList
        label={t('batches.list.recent')}
        lines={recent.data.map((batch) => ({
          key: batch.id,
          icon: IconMailOpened,
          text: batch.name,
          detail: (
            <>
              {t('batches.persons', { count: batch.counts.chosen })}، <When atMs={batch.createdAtMs} />
            </>
          ),
          end: <BatchStandingBadge counts={batch.counts} />,
          onOpen: () => go(paths.batch(batch.id)),
        }))}
      />
    </CardSection>
  );
}

/** Step three: how many letters, who gets none and why, the first page; and the act. */
export function CheckPane({
  preview,
  previewError,
  error,
  busy,
  onCreate,
}: {
  readonly preview: ChannelOutput<'batches.preview'> | undefined;
  readonly previewError: ApiError | null;
  /** What the act was refused with. */
  readonly error: ApiError | null;
  readonly busy: boolean;
  readonly onCreate: () => void;
}): ReactElement {
  const { t } = useText();
  const say = useErrorText();
  const problem = error ?? previewError;
  return (
    <Card pane={t('batches.step.check')}>
      <CardHeader
        title={t('batches.step.check')}
        aside={
          <span role="status">
            {preview === undefined ? '' : t('batches.letters', { count: preview.letters })}
          </span>
        }
      />
      <CardBody scroll flush>
        {problem === null ? null : <ErrorBlock text={say(problem)} />}
        {preview === undefined ? (
          <>
            <EmptyState icon={IconUsersGroup} text={t('batches.check.nobody')} />
            <RecentBatches />
          </>
        ) : (
          <>
            <CardSection
              title={t('batches.check.leftOut')}
              aside={t('batches.persons', { count: preview.leftOut.length })}
            >
              {preview.leftOut.length === 0 ? (
                <Note kind="success" icon={IconCircleCheck}>
                  {t('batches.check.allGet')}
                </Note>
              ) : (
                <LeftOutList persons={preview.leftOut} label={t('batches.check.leftOut')} />
              )}
            </CardSection>
            {preview.first === null ? null : (
              <CardSection title={t('batches.check.sample', { name: preview.first.name })}>
                <Sample content={preview.first.content} name={preview.first.name} />
              </CardSection>
            )}
          </>
        )}
      </CardBody>
      <CardFooter>
        <Button kind="filled" keys="Ctrl+Enter" loading={busy} onClick={onCreate}>
          {t('batches.check.createCount', { count: preview?.letters ?? 0 })}
        </Button>
      </CardFooter>
    </Card>
  );
}
