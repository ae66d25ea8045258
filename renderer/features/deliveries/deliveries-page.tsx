import {
  IconChevronLeft,
  IconChevronRight,
  IconPackage,
  IconPrinter,
  IconTruckDelivery,
} from '@tabler/icons-react';
import { useRef, useState, type ReactElement } from 'react';
import { addDays, isIsoDay } from '#shared/calendar/iso-day.ts';
import type { DayHandover } from '#shared/deliveries/delivery.ts';
import { parseCode } from '#shared/letters/verification-code.ts';
import { DESK_ROLES } from '#shared/staff/staff.ts';
import { call } from '#renderer/api/client.ts';
import { DayDialog } from '#renderer/api/deliveries/day-dialog.tsx';
import { HandoverDialogs } from '#renderer/api/deliveries/handover-dialogs.tsx';
import { useHandoverActs } from '#renderer/api/deliveries/use-handover-acts.ts';
import { ExportButton } from '#renderer/api/export-dialog.tsx';
import { QueryView } from '#renderer/api/query-view.tsx';
import { useHasRole } from '#renderer/api/session.ts';
import { useChannelQuery } from '#renderer/api/use-channel.ts';
import { useErrorText } from '#renderer/i18n/error-text.ts';
import { useText } from '#renderer/i18n/use-text.ts';
import { useGo } from '#renderer/ui/app-link.tsx';
import { Button, IconButton } from '#renderer/ui/button.tsx';
import {
  Card,
  CardBody,
  CardFooter,
  CardHeader,
  CardSection,
  CardStack,
  SplitPane,
} from '#renderer/ui/card.tsx';
import { DualDateText, useToday } from '#renderer/ui/dates.tsx';
import { DigitsInput } from '#renderer/ui/fields.tsx';
import { Icon } from '#renderer/ui/icon.tsx';
import { useKey } from '#renderer/ui/keys.ts';
import { paths, withQuery } from '#renderer/ui/paths.ts';
import { Screen, Stats } from '#renderer/ui/screen.tsx';
import { EmptyState, ErrorBlock } from '#renderer/ui/states.tsx';
import { useQueryParam } from '#renderer/ui/use-route.ts';
import { useScanner } from '#renderer/ui/use-scanner.ts';
import { ClosingCard } from './closing-card.tsx';
import { DayRows, moveBetweenTicks, tickOff } from './day-rows.tsx';
import css from './deliveries.module.css';

/** What a scanned code answered, where it was not ticked off at once. */
type Scan = { readonly text: string } | null;

/** تسليم يوم: who receives what and where, ticked off by key or by barcode, and the day's closing. */
export function DeliveriesPage(): ReactElement {
  const { t, digits } = useText();
  const say = useErrorText();
  const go = useGo();
  const today = useToday();
  const asked = useQueryParam('day');
  const day = isIsoDay(asked) ? asked : today;
  const mayWrite = useHasRole(...DESK_ROLES);
  const acts = useHandoverActs();
  const [closing, setClosing] = useState(false);
  const [choosing, setChoosing] = useState(false);
  const [scan, setScan] = useState<Scan>(null);
  const [marked, setMarked] = useState<number | null>(null);
  const [typed, setTyped] = useState('');
  const list = useRef<HTMLDivElement>(null);
  const query = useChannelQuery('deliveries.day', { day }, { keepPrevious: true });
  const rows = query.data?.rows ?? [];
  const late = query.data?.late ?? [];
  const all = [...late, ...rows];
  const open = (next: string): void => go(withQuery(paths.deliveries, { day: next === today ? null : next }));
  const quiet = !closing && !choosing && acts.task === null;

  const found = async (text: string): Promise<void> => {
    setScan(null);
    const code = parseCode(text);
    if (!code.ok) return setScan({ text: t('deliveries.day.scanned.wrong') });
    const row =
      all.find((one) => one.code === code.value) ?? (await call('deliveries.byCode', { code: code.value }));
    if (row === null) return setScan({ text: t('deliveries.day.scanned.unknown') });
    setTyped('');
    take(row);
  };
  const take = (row: DayHandover): void => {
    setMarked(row.id);
    const { partyName: name, serviceName: service } = row;
    if (row.state === 'delivered')
      return setScan({ text: t('deliveries.day.scanned.already', { name, service }) });
    if (row.state !== 'planned') return setScan({ text: t(`deliveries.refused.${row.state}`) });
    if (!all.some(({ id }) => id === row.id))
      return setScan({ text: digits(t('deliveries.day.scanned.otherDay', { name, day: row.dueOn })) });
    if (mayWrite) tickOff(row, acts);
  };
  useScanner((text) => void found(text));
  const print = (): void => go(paths.paper({ kind: 'deliveryList', day, late: late.length > 0 }));
  useKey('F9', t('deliveries.day.print'), print, { enabled: quiet && all.length > 0 });
  const mayClose = mayWrite && rows.length > 0 && day <= today;
  const closes = mayClose && (query.data?.closing.closed == null || query.data.closing.closed.changedSince);
  useKey('Ctrl+Enter', t('deliveries.closing.verb'), () => setClosing(true), { enabled: closes && quiet });

  const leaving = all.filter((row) => row.state === 'planned' && row.atPlace && row.departedAtMs === null);
  const depart = (): void => {
    const ids = leaving.map(({ id }) => id);
    void acts.run(
      () => call('deliveries.depart', { ids, gone: true }),
      digits(t('deliveries.day.departed', { count: ids.length })),
      () => call('deliveries.depart', { ids, gone: false }),
    );
  };
  const counted = (state: DayHandover['state']): string =>
    digits(rows.filter((row) => row.state === state).length);
  return (
    <Screen
      title={t('deliveries.day.title')}
      crumbs={[{ name: t('requests.title'), to: paths.requests }, { name: t('deliveries.day.title') }]}
      aside={
        <Stats
          items={[
            { value: counted('planned'), name: t('deliveries.day.planned') },
            { value: counted('delivered'), name: t('deliveries.day.delivered') },
            ...(rows.some(({ state }) => state === 'failed')
              ? [{ value: counted('failed'), name: t('deliveries.day.failed') }]
              : []),
          ]}
        />
      }
      actions={
        all.length === 0 ? null : (
          <>
            <Button icon={<Icon of={IconPrinter} />} keys="F9" onClick={print}>
              {t('deliveries.day.print')}
            </Button>
            <ExportButton list="deliveries" filter={{ day }} />
          </>
        )
      }
    >
      <SplitPane columns="1fr 22rem">
        <Card pane={t('deliveries.day.list')}>
          <CardHeader
            title={<DualDateText iso={day} strongWeekday />}
            actions={
              <>
                <IconButton
                  label={t('deliveries.day.yesterday')}
                  icon={<Icon of={IconChevronLeft} mirror />}
                  onClick={() => open(addDays(day, -1))}
                />
                <Button kind="quiet" size="sm" onClick={() => setChoosing(true)}>
                  {t('deliveries.day.other')}
                </Button>
                {day === today ? null : (
                  <Button kind="quiet" size="sm" onClick={() => open(today)}>
                    {t('deliveries.day.today')}
                  </Button>
                )}
                <IconButton
                  label={t('deliveries.day.tomorrow')}
                  icon={<Icon of={IconChevronRight} mirror />}
                  onClick={() => open(addDays(day, 1))}
                />
              </>
            }
          />
          {acts.error === null && scan === null ? null : (
            <ErrorBlock text={acts.error === null ? (scan?.text ?? '') : say(acts.error)} />
          )}
          <CardBody scroll flush>
            <div ref={list} onKeyDown={moveBetweenTicks}>
              <QueryView query={query} rows={8}>
                {() =>
                  all.length === 0 ? (
                    <EmptyState icon={IconPackage} text={t('deliveries.day.empty')} />
                  ) : (
                    <>
                      <DayRows
                        title={t('deliveries.day.late')}
                        rows={late}
                        acts={acts}
                        mayWrite={mayWrite}
                        marked={marked}
                      />
                      <DayRows
                        title={t('deliveries.day.due')}
                        rows={rows}
                        acts={acts}
                        mayWrite={mayWrite}
                        marked={marked}
                      />
                    </>
                  )
                }
              </QueryView>
            </div>
          </CardBody>
          {mayWrite && leaving.length > 0 ? (
            <CardFooter>
              <Button icon={<Icon of={IconTruckDelivery} />} loading={acts.busy} onClick={depart}>
                {t('deliveries.day.departAll')}
              </Button>
            </CardFooter>
          ) : null}
        </Card>
        <CardStack>
          <Card pane={t('deliveries.day.scanner')}>
            <CardSection>
              <div className={css['side']}>
                <form
                  onSubmit={(event) => {
                    event.preventDefault();
                    void found(typed);
                  }}
                >
                  <DigitsInput
                    label={t('deliveries.day.scan')}
                    help={t('deliveries.day.keys')}
                    value={typed}
                    onChange={setTyped}
                    maxLength={19}
                  />
                </form>
              </div>
            </CardSection>
          </Card>
          {query.data === undefined ? null : (
            <ClosingCard
              day={day}
              closing={query.data.closing}
              mayClose={mayClose}
              asking={closing}
              onAsk={setClosing}
            />
          )}
        </CardStack>
      </SplitPane>
      <HandoverDialogs acts={acts} iban={null} />
      {choosing ? (
        <DayDialog
          title={t('deliveries.day.choose')}
          verb={t('deliveries.day.show')}
          label={t('deliveries.day.choose')}
          dueOn={day}
          place={null}
          onClose={() => setChoosing(false)}
          save={async (next) => open(next)}
        />
      ) : null}
    </Screen>
  );
}
