import { IconFileAlert } from '@tabler/icons-react';
import { useEffect, useRef, useState, type ReactNode } from 'react';
import { riyadhTime } from '#shared/calendar/dual-date.ts';
import type { Draft } from '#shared/drafts/drafts-contract.ts';
import { useText } from '#renderer/i18n/use-text.ts';
import { Button } from '#renderer/ui/button.tsx';
import { Note } from '#renderer/ui/states.tsx';
import { useDraft, type FormDraft } from './use-draft.ts';

/**
 * A form's draft and its recovery: what was typed before a power cut is offered once, when the form opens, and kept
 * until the person has decided, even when they type on.
 * @param dirty whether anything worth keeping was typed
 * @param restore fills the form from a draft's data
 * @param atOnce restores without asking: the person came from the list of drafts
 */
export function useRecoverableDraft(
  draft: {
    readonly kind: Draft['kind'];
    readonly key: string;
    readonly title: string;
    readonly data: Record<string, unknown>;
  },
  dirty: boolean,
  restore: (data: Draft['data']) => void,
  atOnce = false,
): FormDraft & { readonly offer: ReactNode } {
  const { t } = useText();
  const [offered, setOffered] = useState<Draft | null | undefined>(undefined);
  const form = useDraft(draft, dirty && offered !== undefined);
  if (offered === undefined && form.found !== undefined) setOffered(form.found);
  const taken = useRef(false);
  useEffect(() => {
    if (!atOnce || taken.current || offered === undefined || offered === null) return;
    taken.current = true;
    restore(offered.data);
  }, [atOnce, offered, restore]);
  const take = (found: Draft): void => {
    restore(found.data);
    setOffered(null);
  };
  const drop = (): void => {
    setOffered(null);
    // What stands in the form now is a draft of its own and stays.
    if (!dirty) void form.discard();
  };
  const offer =
    offered === undefined || offered === null || atOnce ? null : (
      <Note kind="warning" icon={IconFileAlert}>
        <p>
          {t('draft.found', { time: riyadhTime(offered.savedAtMs) })}: {offered.title}
        </p>
        <p style={{ display: 'flex', gap: 'var(--w-sp-2)', marginBlockStart: 'var(--w-sp-2)' }}>
          <Button size="sm" onClick={() => take(offered)}>
            {t('draft.restore')}
          </Button>
          <Button size="sm" kind="quiet" onClick={drop}>
            {t('draft.discard')}
          </Button>
        </p>
      </Note>
    );
  return { ...form, offer };
}
