import type { RequestEvent, SupportRequest } from '#shared/requests/request.ts';
import { useText } from '#renderer/i18n/use-text.ts';
import { Card, CardBody, CardHeader } from '#renderer/ui/card.tsx';
import { When } from '#renderer/ui/dates.tsx';
import { stepName } from '#renderer/ui/request-marks.tsx';
import { Timeline } from '#renderer/ui/timeline.tsx';
import { signOfEvent } from './event-signs.ts';

/** سجل المعاملة: what was done to this request, newest first. */
export function RequestTimeline({ request }: { readonly request: SupportRequest }) {
  const { t, text } = useText();
  const words = (event: RequestEvent): string => {
    const step = event.step === null ? '' : stepName(event.step);
    // What was written is Arabic: in an English sentence it stands isolated, or its numbers turn round.
    const written =
      document.documentElement.dir === 'ltr' && event.text !== '' ? `\u2068${event.text}\u2069` : event.text;
    return text('requests.events', event.kind, { step, text: written });
  };
  /** What an officer wrote with a step stands under it; elsewhere the text is already in the sentence. */
  const note = (event: RequestEvent): string => (event.kind.startsWith('step') ? event.text : '');
  const newestFirst = request.events.toSorted((one, other) => other.atMs - one.atMs);
  return (
    <Card pane={t('requests.events.title')} grow>
      <CardHeader title={t('requests.events.title')} />
      <CardBody scroll>
        <Timeline
          label={t('requests.events.title')}
          items={newestFirst.map((event, index) => ({
            key: `${event.atMs}-${index}`,
            ...signOfEvent(event.kind),
            text: words(event),
            by: [event.officerName, note(event)].filter((part) => part !== '').join('، '),
            time: <When atMs={event.atMs} />,
          }))}
        />
      </CardBody>
    </Card>
  );
}
