import { useEffect, useState } from 'react';
import { organisationProfileSchema } from '#shared/organisation/profile.ts';
import { useErrorText } from '#renderer/i18n/error-text.ts';
import { useDebounced } from '#renderer/ui/use-debounced.ts';
import { call } from './client.ts';

/**
 * The head as it would be printed, 400 ms after the last change. While a field is wrong the last good page stays: its
 * error is told at the field.
 */
export function useHeadPreview(profile: unknown): {
  readonly pdf: Uint8Array | undefined;
  readonly problem: string | undefined;
} {
  const say = useErrorText();
  const settled = useDebounced(JSON.stringify(profile), 400);
  const [pdf, setPdf] = useState<Uint8Array | undefined>(undefined);
  const [error, setError] = useState<unknown>(null);
  useEffect(() => {
    const parsed = organisationProfileSchema.safeParse(JSON.parse(settled));
    if (!parsed.success) return undefined;
    let wanted = true;
    const show = async (): Promise<void> => {
      try {
        const bytes = await call('organisation.previewHead', parsed.data);
        if (!wanted) return;
        setPdf(bytes);
        setError(null);
      } catch (refused) {
        if (wanted) setError(refused);
      }
    };
    void show();
    return () => {
      wanted = false;
    };
  }, [settled]);
  return { pdf, problem: error === null ? undefined : say(error) };
}
