import {
  IconArchive,
  IconArrowBackUp,
  IconArrowForwardUp,
  IconCheck,
  IconClock,
  IconGavel,
  IconPencil,
  IconPlayerPause,
  IconX,
} from '@tabler/icons-react';
import type { RequestPhase } from '#shared/requests/request-machine.ts';
import type { RequestSummary } from '#shared/requests/request.ts';
import { useText } from '#renderer/i18n/use-text.ts';
import { Badge } from '#renderer/ui/badge.tsx';

const LOOK = {
  matching: { kind: 'info', icon: IconPencil },
  referral: { kind: 'info', icon: IconArrowForwardUp },
  attestation: { kind: 'info', icon: IconPencil },
  raising: { kind: 'warning', icon: IconClock },
  committee: { kind: 'info', icon: IconGavel },
  registration: { kind: 'success', icon: IconCheck },
  service: { kind: 'warning', icon: IconClock },
  closed: { kind: 'success', icon: IconCheck },
  refused: { kind: 'danger', icon: IconX },
  withdrawn: { kind: 'neutral', icon: IconArchive },
} as const satisfies Readonly<Record<RequestPhase, unknown>>;

/** Where a request stands, in two words beside its title; and that its clock stands. */
export function RequestStatus({ request }: { readonly request: RequestSummary }) {
  const { text } = useText();
  const { phase, stopped } = request;
  return (
    <>
      <Badge kind={LOOK[phase].kind} icon={LOOK[phase].icon} mirror={LOOK[phase].icon === IconArrowForwardUp}>
        {text('domain.requestPhase', phase)}
      </Badge>
      {stopped === null ? null : (
        <Badge
          kind="warning"
          icon={stopped === 'moreInformation' ? IconArrowBackUp : IconPlayerPause}
          mirror={stopped === 'moreInformation'}
        >
          {text('requests.stop.short', stopped)}
        </Badge>
      )}
    </>
  );
}
