import { useSearch } from '@tanstack/react-router';
import { IconDeviceFloppy, IconFileOff } from '@tabler/icons-react';
import { useEffect, useRef, type ReactElement } from 'react';
import { useChannelCommand, useChannelQuery } from '#renderer/api/use-channel.ts';
import { call } from '#renderer/api/client.ts';
import type { Printable } from '#renderer/api/print-store.ts';
import { usePrint } from '#renderer/api/use-print.tsx';
import { useErrorText } from '#renderer/i18n/error-text.ts';
import { useText } from '#renderer/i18n/use-text.ts';
import { useGo } from '#renderer/ui/app-link.tsx';
import { Button } from '#renderer/ui/button.tsx';
import { Card, CardBody, CardFooter, CardHeader, SplitPane } from '#renderer/ui/card.tsx';
import { Icon } from '#renderer/ui/icon.tsx';
import { useKey } from '#renderer/ui/keys.ts';
import { paths } from '#renderer/ui/paths.ts';
import { useLatest } from '#renderer/ui/use-latest.ts';
import { PaperStage } from '#renderer/ui/pdf-stage.tsx';
import { Screen } from '#renderer/ui/screen.tsx';
import { EmptyState, ErrorBlock } from '#renderer/ui/states.tsx';
import { SummaryList } from '#renderer/ui/summary-list.tsx';
import { showToast } from '#renderer/ui/toast.tsx';
import type { PaperRequest } from '#shared/papers/papers-contract.ts';
import { PaperOptions } from './paper-options.tsx';
import { readWish } from './paper-wish.ts';
import styles from './papers.module.css';

/** Any paper of the desk: looked at, then printed or saved as it was looked at. */
export function PapersPage(): ReactElement {
  const { t } = useText();
  const request = readWish(useSearch({ strict: false }));
  if (request === null)
    return (
      <Screen title={t('papers.preview')}>
        <Card>
          <CardBody>
            <EmptyState icon={IconFileOff} text={t('papers.unknown')} />
          </CardBody>
        </Card>
      </Screen>
    );
  // Another paper begins anew: no page of the one before stands under its title while it is made.
  return <Paper key={subjectOf(request)} request={request} />;
}

/** What may be chosen about a paper: these change it in its place. */
const OPTIONS: ReadonlySet<string> = new Set([
  'day',
  'size',
  'columns',
  'rows',
  'skip',
  'offsets',
  'printer',
]);

/** What a paper is of, whatever was chosen about it. */
const subjectOf = (request: PaperRequest): string =>
  JSON.stringify(Object.entries(request).filter(([name]) => !OPTIONS.has(name)));

function Paper({ request }: { readonly request: PaperRequest }): ReactElement {
  const { t, digits } = useText();
  const go = useGo();
  const say = useErrorText();
  // What it says may have changed since it was last looked at: it is made anew each time.
  const made = useChannelQuery('papers.make', request, { keepPrevious: true, fresh: true });
  const save = useChannelCommand('papers.save');
  const key = `paper ${JSON.stringify(request)}`;
  const printing = usePrint(key);
  const paper = made.isPlaceholderData || made.error !== null ? undefined : made.data;
  const title = paper === undefined ? t(`papers.kind.${request.kind}`) : digits(paper.title);

  const job: Printable | null =
    paper === undefined
      ? null
      : {
          key,
          title,
          pages: paper.pages,
          send: (choice) => call('papers.print', { token: paper.token, ...choice }),
        };
  // Pressed before the page stands: it is printed as soon as it does.
  const wanted = useRef(false);
  const print = (): void => {
    if (job !== null) void printing.print(job);
    else wanted.current = made.error === null;
  };
  const printWanted = useLatest(print);
  const stands = job !== null;
  const failed = made.error !== null;
  useEffect(() => {
    if (wanted.current && stands) printWanted.current();
    if (stands || failed) wanted.current = false;
  }, [stands, failed, printWanted]);
  const choose = (): void => {
    if (job !== null) printing.choose(job);
  };
  const keep = async (): Promise<void> => {
    if (paper === undefined) return;
    const done = await save.mutateAsync({ token: paper.token }).catch(() => null);
    if (done !== null) showToast(t('papers.saved', { path: done.path }));
  };
  const change = (next: PaperRequest): void => go(paths.paper(next), { replace: true, keepScreen: true });
  useKey('F9', t('papers.print'), print);
  useKey('Ctrl+Enter', t('papers.print'), print);
  useKey('Shift+F9', t('papers.printAs'), choose);

  const error = made.error ?? save.error;
  return (
    <Screen
      title={title}
      crumbs={[{ name: t('letters.title'), to: paths.letters }]}
      actions={
        <Button icon={<Icon of={IconDeviceFloppy} />} onClick={() => void keep()}>
          {t('papers.save')}
        </Button>
      }
    >
      <SplitPane columns="minmax(18rem, 24rem) minmax(0, 1fr)">
        <Card pane={t('papers.options')}>
          <CardHeader title={t(`papers.kind.${request.kind}`)} />
          <CardBody scroll>
            {printing.notice}
            {error === null ? null : <ErrorBlock text={say(error)} />}
            <p className={styles['about']}>{t(`papers.about.${request.kind}`)}</p>
            <PaperOptions request={request} onChange={change} />
            <SummaryList
              label={t(`papers.kind.${request.kind}`)}
              rows={
                paper === undefined ? [] : [{ term: t('papers.pages'), value: digits(String(paper.pages)) }]
              }
            />
          </CardBody>
          <CardFooter>
            <Button kind="filled" keys="F9" onClick={print} loading={printing.busy}>
              {t('papers.print')}
            </Button>
            <Button keys="Shift+F9" onClick={choose}>
              {t('papers.printAs')}
            </Button>
          </CardFooter>
        </Card>
        <PaperStage
          title={t('papers.preview')}
          pdf={made.data?.pdf ?? null}
          stale={made.error !== null}
          waiting={made.isPlaceholderData}
        />
      </SplitPane>
    </Screen>
  );
}
