import { IconCalendarCheck, IconShieldCheck, IconTicket } from '@tabler/icons-react';
import { useState, type ReactElement } from 'react';
import { useStaff } from '#renderer/api/session.ts';
import { QueryView } from '#renderer/api/query-view.tsx';
import { useChannelQuery } from '#renderer/api/use-channel.ts';
import { useText } from '#renderer/i18n/use-text.ts';
import { useGo } from '#renderer/ui/app-link.tsx';
import { Button } from '#renderer/ui/button.tsx';
import { Card, CardBody, CardHeader, CardStack, SplitPane } from '#renderer/ui/card.tsx';
import { useToday } from '#renderer/ui/dates.tsx';
import { Icon } from '#renderer/ui/icon.tsx';
import { useKey } from '#renderer/ui/keys.ts';
import { paths } from '#renderer/ui/paths.ts';
import { Screen } from '#renderer/ui/screen.tsx';
import { LetterTabs } from '#renderer/ui/section-tabs.tsx';
import { EmptyState } from '#renderer/ui/states.tsx';
import { CheckCard } from './check-card.tsx';
import { RegisterCard } from './register-card.tsx';
import { ReserveDialog } from './reserve-dialog.tsx';
import { WaitingCard } from './waiting-card.tsx';

/** السجلات: how each register stands, what is kept for paper, the check, the book, the closing of the day. */
export function RegistersPage(): ReactElement {
  const { t } = useText();
  const go = useGo();
  const staff = useStaff();
  const today = useToday();
  const overview = useChannelQuery('registers.overview', undefined);
  const [reserving, setReserving] = useState(false);
  // Disabled: it reads all of the database, and only when somebody asks.
  const check = useChannelQuery('registers.check', undefined, { enabled: false, fresh: true });
  const mayReserve = staff.rights.includes('issueLetters');
  const closeDay = (): void => go(paths.paper({ kind: 'dayClosing', day: today }));
  useKey('Ctrl+Enter', t('registers.acts.reserve'), () => setReserving(true), {
    enabled: mayReserve && !reserving,
  });
  useKey('F9', t('registers.acts.closeDay'), closeDay, { enabled: !reserving });
  return (
    <Screen
      title={t('letters.title')}
      aside={<LetterTabs />}
      actions={
        <>
          {mayReserve ? (
            <Button
              kind="filled"
              keys="Ctrl+Enter"
              icon={<Icon of={IconTicket} />}
              onClick={() => setReserving(true)}
            >
              {t('registers.acts.reserve')}
            </Button>
          ) : null}
          <Button keys="F9" icon={<Icon of={IconCalendarCheck} />} onClick={closeDay}>
            {t('registers.acts.closeDay')}
          </Button>
          <Button
            icon={<Icon of={IconShieldCheck} />}
            loading={check.isFetching}
            onClick={() => void check.refetch()}
          >
            {t('registers.acts.check')}
          </Button>
        </>
      }
    >
      <SplitPane columns="minmax(0, 1fr) 23rem">
        <Card pane={t('registers.label')} grow>
          <CardHeader title={t('registers.label')} />
          <CardBody scroll flush>
            <QueryView query={overview} rows={4}>
              {({ registers, ranges }) =>
                registers.length === 0 ? (
                  <EmptyState icon={IconTicket} text={t('registers.empty')} />
                ) : (
                  registers.map((one) => (
                    <RegisterCard
                      key={`${one.register} ${one.hijriYear}`}
                      summary={one}
                      ranges={ranges.filter(
                        (range) => range.register === one.register && range.hijriYear === one.hijriYear,
                      )}
                    />
                  ))
                )
              }
            </QueryView>
          </CardBody>
        </Card>
        <CardStack>
          <CheckCard check={check.data} error={check.error} running={check.isFetching} />
          <WaitingCard mayVoid={mayReserve} />
        </CardStack>
      </SplitPane>
      {reserving ? <ReserveDialog onClose={() => setReserving(false)} /> : null}
    </Screen>
  );
}
