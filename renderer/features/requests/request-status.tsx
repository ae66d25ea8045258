import { IconCheck, IconClock, IconGavel, IconPencil, IconPlayerPlay } from '@tabler/icons-react';
import type { RequestSummary } from '#shared/requests/request.ts';
import { useText } from '#renderer/i18n/use-text.ts';
import { Badge } from '#renderer/ui/badge.tsx';

const LOOK = {
  1: { kind: 'info', icon: IconPlayerPlay },
  2: { kind: 'info', icon: IconPencil },
  3: { kind: 'warning', icon: IconClock },
  4: { kind: 'info', icon: IconPencil },
  5: { kind: 'warning', icon: IconClock },
  6: { kind: 'info', icon: IconGavel },
  7: { kind: 'warning', icon: IconClock },
} as const;

/** Where a request stands, in two words beside its title. */
export function RequestStatus({ request }: { readonly request: RequestSummary }) {
  const { t, text } = useText();
  const step = request.currentStep;
  if (step === null) {
    return (
      <Badge kind="success" icon={IconCheck}>
        {t('requests.page.status.done')}
      </Badge>
    );
  }
  return (
    <Badge kind={LOOK[step].kind} icon={LOOK[step].icon}>
      {text('requests.page.status', String(step))}
    </Badge>
  );
}
