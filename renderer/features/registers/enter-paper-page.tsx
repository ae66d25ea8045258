import { useState, type ReactElement } from 'react';
import { useChannelQuery } from '#renderer/api/use-channel.ts';
import { QueryView } from '#renderer/api/query-view.tsx';
import { useText } from '#renderer/i18n/use-text.ts';
import { useGo } from '#renderer/ui/app-link.tsx';
import { paths } from '#renderer/ui/paths.ts';
import { Screen } from '#renderer/ui/screen.tsx';
import { ErrorBlock } from '#renderer/ui/states.tsx';
import { showToast } from '#renderer/ui/toast.tsx';
import { usePathParam } from '#renderer/ui/use-route.ts';
import type { ReservedNumber } from '#shared/registers/register.ts';
import { EnterIncomingForm } from './enter-incoming-form.tsx';
import { EnterOutgoingForm } from './enter-outgoing-form.tsx';

/** What was written by hand while the desk was down, entered under the number that it bears. */
export function EnterPaperPage(): ReactElement {
  const { t, digits } = useText();
  const go = useGo();
  const [register, year, number] = [usePathParam('register'), usePathParam('year'), usePathParam('number')];
  const waiting = useChannelQuery('registers.listReserved', undefined);
  const [kept, setKept] = useState<ReservedNumber | null>(null);
  const open = waiting.data?.find(
    (one) => one.register === register && one.hijriYear === Number(year) && one.number === Number(number),
  );
  if (open !== undefined && kept === null) setKept(open);
  // Once entered it is no longer open, and the screen is about to be left.
  const found = kept ?? open;
  const title = t('registers.enter.title', { number: digits(number ?? '') });
  const entered = (reference: string): void => {
    showToast(t('registers.enter.done', { number: reference }));
    go(paths.registers, { replace: true });
  };
  return (
    <Screen
      title={title}
      crumbs={[
        { name: t('letters.title'), to: paths.letters },
        { name: t('registers.tabs.registers'), to: paths.registers },
      ]}
    >
      <QueryView query={waiting} rows={8}>
        {() => {
          if (found === undefined) return <ErrorBlock text={t('registers.enter.none')} />;
          const done = (): void => entered(found.referenceNumber);
          return found.register === 'outgoing' ? (
            <EnterOutgoingForm reserved={found} onEntered={done} />
          ) : (
            <EnterIncomingForm reserved={found} onEntered={done} />
          );
        }}
      </QueryView>
    </Screen>
  );
}
