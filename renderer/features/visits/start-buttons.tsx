import { useText } from '#renderer/i18n/use-text.ts';
import { Button } from '#renderer/ui/button.tsx';
import { useKey } from '#renderer/ui/keys.ts';

/** «حفظ وبدء المقابلة», or «حفظ وإصدار رقم» while tickets are on; the other way stands beside it. */
export function StartButtons({
  tickets,
  busy,
  onStart,
}: {
  readonly tickets: boolean;
  readonly busy: boolean;
  readonly onStart: (serve: boolean) => void;
}) {
  const { t } = useText();
  const start = (serve: boolean): void => {
    if (!busy) onStart(serve);
  };
  const primary = t(tickets ? 'visits.new.saveTicket' : 'visits.new.save');
  const other = t(tickets ? 'visits.new.save' : 'visits.new.queue');
  useKey('Ctrl+Enter', primary, () => start(!tickets));
  useKey('Alt+Enter', other, () => start(tickets));
  return (
    <>
      <Button kind="filled" keys="Ctrl+Enter" loading={busy} onClick={() => start(!tickets)}>
        {primary}
      </Button>
      <Button keys="Alt+Enter" disabled={busy} onClick={() => start(tickets)}>
        {other}
      </Button>
    </>
  );
}
