import { IconUserOff } from '@tabler/icons-react';
import { useCallback, type ReactElement } from 'react';
import type { LeftOut } from '#shared/batches/batch.ts';
import { useText } from '#renderer/i18n/use-text.ts';
import { useGo } from '#renderer/ui/app-link.tsx';
import { LineList } from '#renderer/ui/line-list.tsx';
import { paths } from '#renderer/ui/paths.ts';

/** Why a person gets no letter, as a sentence with what to do. */
export function useLeftOutText(): (leftOut: LeftOut) => string {
  const { text } = useText();
  return useCallback(
    ({ code, details }) =>
      text(
        'batches.leftOut',
        code,
        Object.fromEntries(
          Object.entries(details).map(([key, value]) => [
            key,
            Array.isArray(value) ? value.join('، ') : value,
          ]),
        ),
      ),
    [text],
  );
}

/** Each with the reason; Enter opens the file, where it can be mended. */
export function LeftOutList({
  persons,
  label,
}: {
  readonly persons: readonly { readonly partyId: number; readonly name: string; readonly leftOut: LeftOut }[];
  readonly label: string;
}): ReactElement {
  const go = useGo();
  const say = useLeftOutText();
  return (
    <LineList
      label={label}
      lines={persons.map(({ partyId, name, leftOut }) => ({
        key: partyId,
        icon: IconUserOff,
        text: name,
        detail: say(leftOut),
        onOpen: () => go(paths.beneficiary(partyId)),
      }))}
    />
  );
}
