import {
  IconArchive,
  IconArrowForwardUp,
  IconBan,
  IconCheck,
  IconDownload,
  IconFileUpload,
  IconFileX,
  IconInbox,
  IconPointFilled,
  IconRotate,
  type Icon,
} from '@tabler/icons-react';
import type { IncomingEvent } from '#shared/incoming/incoming.ts';
import { useText } from '#renderer/i18n/use-text.ts';
import { When } from '#renderer/ui/dates.tsx';
import { Timeline } from '#renderer/ui/timeline.tsx';

const KNOWN = [
  'registered',
  'assigned',
  'unassigned',
  'closed',
  'reopened',
  'answered',
  'voided',
  'scanAdded',
  'scanRemoved',
  'fileSaved',
] as const;
type Known = (typeof KNOWN)[number];

const SIGNS: Readonly<Record<Known, Icon>> = {
  registered: IconInbox,
  assigned: IconArrowForwardUp,
  unassigned: IconArrowForwardUp,
  closed: IconArchive,
  reopened: IconRotate,
  answered: IconCheck,
  voided: IconBan,
  scanAdded: IconFileUpload,
  scanRemoved: IconFileX,
  fileSaved: IconDownload,
};

/** An act of the log in the words of this screen; an act of another part has its own words in the log. */
function known({ action, text }: IncomingEvent): Known | null {
  const [subject = '', verb = ''] = action.split('.');
  if (subject === 'file' && verb === 'saved') return 'fileSaved';
  if (subject !== 'incoming') return null;
  if (verb === 'assigned' && text === '') return 'unassigned';
  return KNOWN.find((one) => one === verb) ?? null;
}

/** What became of a letter, newest first. */
export function IncomingHistory({ events }: { readonly events: readonly IncomingEvent[] }) {
  const { t } = useText();
  return (
    <Timeline
      label={t('incoming.history')}
      items={events.map((event, index) => {
        const kind = known(event);
        return {
          key: `${event.atMs}-${index}`,
          icon: kind === null ? IconPointFilled : SIGNS[kind],
          mirror: kind === 'assigned' || kind === 'unassigned',
          kind: kind === 'answered' ? ('outcome' as const) : ('record' as const),
          text: t(`incoming.event.${kind ?? 'other'}`, { text: event.text }),
          by: event.byName,
          time: <When atMs={event.atMs} />,
        };
      })}
    />
  );
}
