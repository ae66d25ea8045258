import {
  IconAlertTriangle,
  IconCheck,
  IconClock,
  IconFileAlert,
  IconListCheck,
  type Icon as TablerIcon,
} from '@tabler/icons-react';
import type { StandingState } from '#shared/documents/standing.ts';
import { useText } from '#renderer/i18n/use-text.ts';
import { Badge, type BadgeKind } from '#renderer/ui/badge.tsx';

const LOOKS: Readonly<Record<StandingState, { kind: BadgeKind; icon: TablerIcon; mirror?: boolean }>> = {
  missing: { kind: 'warning', icon: IconFileAlert },
  expired: { kind: 'danger', icon: IconAlertTriangle },
  unmatched: { kind: 'warning', icon: IconListCheck, mirror: true },
  expiring: { kind: 'warning', icon: IconClock },
  valid: { kind: 'success', icon: IconCheck },
};

export function StandingBadge({ state }: { readonly state: StandingState }) {
  const { t } = useText();
  const { kind, icon, mirror = false } = LOOKS[state];
  return (
    <Badge kind={kind} icon={icon} mirror={mirror}>
      {t(`documents.state.${state}`)}
    </Badge>
  );
}
