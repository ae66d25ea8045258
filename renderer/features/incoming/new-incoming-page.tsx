import { useQueryClient } from '@tanstack/react-query';
import type { IncomingLetter } from '#shared/incoming/incoming.ts';
import { useChannelQuery } from '#renderer/api/use-channel.ts';
import { QueryView } from '#renderer/api/query-view.tsx';
import { useText } from '#renderer/i18n/use-text.ts';
import { useGo } from '#renderer/ui/app-link.tsx';
import { paths } from '#renderer/ui/paths.ts';
import { Screen } from '#renderer/ui/screen.tsx';
import { useQueryParam } from '#renderer/ui/use-route.ts';
import { IncomingForm } from './incoming-form.tsx';
import { EMPTY_INCOMING, fromVoided } from './incoming-form-model.ts';

/** تسجيل خطاب وارد. `?from=12` begins with the data of a void entry; `?draft=1` with what was typed before. */
export function NewIncomingPage() {
  const { t } = useText();
  const go = useGo();
  const queries = useQueryClient();
  const from = Number(useQueryParam('from') ?? 0);
  const fromDrafts = useQueryParam('draft') !== undefined;
  const voided = useChannelQuery('incoming.get', { id: from }, { enabled: from > 0 });
  const onRegistered = (letter: IncomingLetter): void => {
    queries.setQueryData(['incoming.get', { id: letter.id }], letter);
    go(paths.incomingLetter(letter.id), { replace: true });
  };
  return (
    <Screen
      title={t('incoming.form.title')}
      crumbs={[
        { name: t('incoming.title'), to: paths.letters },
        { name: t('incoming.tab'), to: paths.incoming },
      ]}
    >
      {from > 0 ? (
        <QueryView query={voided}>
          {(letter) => (
            <IncomingForm
              start={fromVoided(letter)}
              voidedNumber={letter.referenceNumber}
              restoreAtOnce={false}
              onRegistered={onRegistered}
            />
          )}
        </QueryView>
      ) : (
        <IncomingForm
          start={EMPTY_INCOMING}
          voidedNumber={null}
          restoreAtOnce={fromDrafts}
          onRegistered={onRegistered}
        />
      )}
    </Screen>
  );
}
