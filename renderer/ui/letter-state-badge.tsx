import {
  IconArrowBackUp,
  IconBan,
  IconCheck,
  IconClock,
  IconPencil,
  IconRubberStamp,
  type Icon,
} from '@tabler/icons-react';
import type { ReactElement } from 'react';
import { useText } from '#renderer/i18n/use-text.ts';
import type { LetterState } from '#shared/letters/letter.ts';
import { Badge, type BadgeKind } from './badge.tsx';

const LOOK: Readonly<Record<LetterState, readonly [BadgeKind, Icon]>> = {
  draft: ['neutral', IconPencil],
  proof: ['warning', IconClock],
  returned: ['danger', IconArrowBackUp],
  approved: ['info', IconRubberStamp],
  issued: ['success', IconCheck],
  voided: ['danger', IconBan],
};

/** Where an outgoing letter stands, in colour, sign and word. */
export function LetterStateBadge({ state }: { readonly state: LetterState }): ReactElement {
  const { t } = useText();
  const [kind, icon] = LOOK[state];
  return (
    <Badge kind={kind} icon={icon} mirror={state === 'returned'}>
      {t(`domain.letterState.${state}`)}
    </Badge>
  );
}
