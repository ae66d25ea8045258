import { useCallback } from 'react';
import type { Draft } from '#shared/drafts/drafts-contract.ts';
import { call } from './client.ts';
import { useAutosave, type Autosave } from './use-autosave.ts';
import { useChannelQuery } from './use-channel.ts';

export interface FormDraft extends Autosave {
  /** What was typed here before a power cut; undefined while it is not known, null when there is none. */
  readonly found: Draft | null | undefined;
  /** After the form was saved, or «تجاهل المسودة»: forgets the draft. */
  readonly discard: () => Promise<void>;
}

/**
 * Keeps what is typed into a form as a draft of the signed-in person (`drafts.save`), every two seconds.
 * @param key tells two drafts of one kind apart: `party:12`, or empty
 * @param enabled false while nothing worth keeping was typed, and after the form was saved
 */
export function useDraft(
  draft: {
    readonly kind: Draft['kind'];
    readonly key: string;
    readonly title: string;
    readonly data: Record<string, unknown>;
  },
  enabled: boolean,
): FormDraft {
  const { kind, key, title, data } = draft;
  // Asked anew by each form: the list of before this form was left knows nothing of what it kept on leaving.
  const drafts = useChannelQuery('drafts.list', undefined, { fresh: true });
  const found =
    drafts.data === undefined || !drafts.isFetchedAfterMount
      ? undefined
      : (drafts.data.find((one) => one.kind === kind && one.key === key) ?? null);
  const save = useCallback(
    async (value: { title: string; data: Record<string, unknown> }): Promise<number> =>
      (await call('drafts.save', { kind, key, title: value.title, data: value.data })).savedAtMs,
    [kind, key],
  );
  const autosave = useAutosave({ title, data }, save, { enabled });
  const { cancel } = autosave;
  const discard = useCallback(async (): Promise<void> => {
    await cancel();
    await call('drafts.discard', { kind, key });
  }, [cancel, kind, key]);
  return { ...autosave, found, discard };
}
