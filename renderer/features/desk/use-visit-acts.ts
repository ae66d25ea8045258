import type { Visit, VisitAction } from '#shared/visits/visit.ts';
import { type ApiError, call } from '#renderer/api/client.ts';
import { useChannelCommand } from '#renderer/api/use-channel.ts';
import { useText } from '#renderer/i18n/use-text.ts';
import { showToast } from '#renderer/ui/toast.tsx';

/** What takes each act back, in order. Leaving while at the officer's goes through the queue again. */
function wayBack(before: Visit['state'], action: VisitAction): readonly VisitAction[] {
  if (action === 'finish') return ['reopen'];
  if (action === 'leave') return before === 'serving' ? ['reopen', 'serve'] : ['reopen'];
  if (action === 'returnToQueue') return ['serve'];
  return action === 'serve' ? ['returnToQueue'] : [];
}

export interface VisitActs {
  /** Rejects when the main process refuses; `error` then says why. */
  readonly act: (visit: Visit, action: VisitAction) => Promise<void>;
  readonly busy: boolean;
  readonly error: ApiError | null;
}

/**
 * What a visit can go through, each with its toast and its way back.
 * @param onUndone after «تراجع»: the visit stands open again
 */
export function useVisitActs(onUndone?: (id: Visit['id']) => void): VisitActs {
  const { text } = useText();
  const command = useChannelCommand('visits.act');
  const act = async (visit: Visit, action: VisitAction): Promise<void> => {
    // As it stands, not as the screen shows it: an act just before this one may not be drawn yet.
    const { state } = await call('visits.get', { id: visit.id }).catch(() => visit);
    await command.mutateAsync({ id: visit.id, action });
    const back = wayBack(state, action);
    const undo = async (): Promise<void> => {
      for (const step of back) {
        // oxlint-disable-next-line no-await-in-loop -- each needs the state that the former leaves
        await call('visits.act', { id: visit.id, action: step });
      }
      onUndone?.(visit.id);
    };
    showToast(text('desk.done', action, { name: visit.partyName }), back.length === 0 ? undefined : undo);
  };
  return { act, busy: command.isPending, error: command.error };
}
