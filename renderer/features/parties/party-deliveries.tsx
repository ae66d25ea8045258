import { IconPackage } from '@tabler/icons-react';
import { useState } from 'react';
import type { Handover } from '#shared/deliveries/delivery.ts';
import type { PartyId } from '#shared/ids.ts';
import type { Party } from '#shared/parties/party.ts';
import { HandoverBadge, useAmount } from '#renderer/api/deliveries/handover-words.tsx';
import { useChannelQuery } from '#renderer/api/use-channel.ts';
import { useText } from '#renderer/i18n/use-text.ts';
import { useGo } from '#renderer/ui/app-link.tsx';
import { Button } from '#renderer/ui/button.tsx';
import { Card, CardHeader } from '#renderer/ui/card.tsx';
import { ShortDate } from '#renderer/ui/dates.tsx';
import { LineList } from '#renderer/ui/line-list.tsx';
import { paths } from '#renderer/ui/paths.ts';

const SHOWN = 4;

/** What comes next of each plan, then what was handed over or tried, the latest first. */
function inOrder(all: readonly Handover[]): readonly Handover[] {
  const next = new Map<number, Handover>();
  // The list runs from the last day back: what stays in the map is the soonest.
  for (const one of all) if (one.state === 'planned') next.set(one.planId, one);
  const past = all.filter(({ state }) => state !== 'planned' && state !== 'cancelled');
  const soonest = [...next.values()].toSorted((one, other) => one.dueOn.localeCompare(other.dueOn));
  return [...soonest, ...past];
}

/** S.7 in the file of a person: what was received and what is to come; nothing where nothing was ever planned. */
export function PartyDeliveries({ partyId, sex }: { readonly partyId: PartyId; readonly sex: Party['sex'] }) {
  const { t, text } = useText();
  const go = useGo();
  const amount = useAmount();
  const [all, setAll] = useState(false);
  const { data } = useChannelQuery('deliveries.ofParty', { partyId });
  const rows = inOrder(data ?? []);
  if (rows.length === 0) return null;
  const title = text('deliveries.profile.title', sex ?? 'none');
  const received = rows.filter(({ state }) => state === 'delivered').length;
  return (
    <Card pane={t('deliveries.profile.list')}>
      <CardHeader
        title={title}
        {...(received === 0 ? {} : { count: received })}
        actions={
          rows.length > SHOWN && !all ? (
            <Button
              kind="quiet"
              size="sm"
              label={`${t('common.all')}: ${title}`}
              onClick={() => setAll(true)}
            >
              {t('common.all')}
            </Button>
          ) : undefined
        }
      />
      <LineList
        label={title}
        lines={(all ? rows : rows.slice(0, SHOWN)).map((one) => ({
          key: one.id,
          icon: IconPackage,
          text: one.serviceName,
          detail: (
            <>
              {amount(one)}، <ShortDate iso={one.dueOn} />
              {one.receiver === null || one.receiver.kind === 'self' ? null : (
                <>، {t('deliveries.step.to', { name: one.receiver.name })}</>
              )}
            </>
          ),
          end: <HandoverBadge handover={one} />,
          onOpen: () => go(paths.request(one.requestId)),
        }))}
      />
    </Card>
  );
}
