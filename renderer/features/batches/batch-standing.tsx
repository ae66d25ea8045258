import {
  IconAlertTriangle,
  IconCheck,
  IconClock,
  IconMinus,
  IconPencil,
  IconProgress,
  IconRubberStamp,
  type Icon,
} from '@tabler/icons-react';
import type { ReactElement } from 'react';
import type { BatchCounts } from '#shared/batches/batch.ts';
import { batchStanding, type BatchStanding } from '#shared/batches/batch-rules.ts';
import { useText } from '#renderer/i18n/use-text.ts';
import { Badge, type BadgeKind } from '#renderer/ui/badge.tsx';

const LOOK: Readonly<Record<BatchStanding, readonly [BadgeKind, Icon]>> = {
  unfinished: ['warning', IconAlertTriangle],
  draft: ['neutral', IconPencil],
  proof: ['warning', IconClock],
  approved: ['info', IconRubberStamp],
  partly: ['info', IconProgress],
  issued: ['success', IconCheck],
  empty: ['neutral', IconMinus],
};

export function BatchStandingBadge({ counts }: { readonly counts: BatchCounts }): ReactElement {
  const { t } = useText();
  const standing = batchStanding(counts);
  const [kind, icon] = LOOK[standing];
  return (
    <Badge kind={kind} icon={icon}>
      {t(`batches.standing.${standing}`)}
    </Badge>
  );
}
