import { IconCheck, IconClock, IconDoorExit, IconPlayerPlay } from '@tabler/icons-react';
import type { VisitPurpose, VisitState } from '#shared/visits/visit.ts';
import { useText } from '#renderer/i18n/use-text.ts';
import { Badge } from './badge.tsx';
import { PURPOSE_SIGNS } from './domain-signs.ts';
import { Icon } from './icon.tsx';
import css from './visit-marks.module.css';

const STATES = {
  waiting: { kind: 'warning', icon: IconClock, mirror: false },
  serving: { kind: 'info', icon: IconPlayerPlay, mirror: false },
  served: { kind: 'success', icon: IconCheck, mirror: false },
  left: { kind: 'neutral', icon: IconDoorExit, mirror: true },
} as const;

/** في الانتظار · عند الموظف · تمت خدمته · انصرف. */
export function VisitStateBadge({ state }: { readonly state: VisitState }) {
  const { text } = useText();
  return (
    <Badge kind={STATES[state].kind} icon={STATES[state].icon} mirror={STATES[state].mirror}>
      {text('domain.visitState', state)}
    </Badge>
  );
}

/** Why somebody came, with its picture: for rows of a table. */
export function PurposeMark({ purpose }: { readonly purpose: VisitPurpose }) {
  const { text } = useText();
  return (
    <span className={css['purpose']}>
      <Icon of={PURPOSE_SIGNS[purpose].icon} size="sm" mirror={PURPOSE_SIGNS[purpose].mirror} />
      {text('domain.visitPurpose', purpose)}
    </span>
  );
}
