import { IconCircleCheck, IconCircleDashed, IconCircleMinus, IconFileCheck } from '@tabler/icons-react';
import type { SupportRequest } from '#shared/requests/request.ts';
import { CASE_ROLES } from '#shared/staff/staff.ts';
import { useHasRole } from '#renderer/api/session.ts';
import { useChannelQuery } from '#renderer/api/use-channel.ts';
import { useText } from '#renderer/i18n/use-text.ts';
import { Button } from '#renderer/ui/button.tsx';
import { Card, CardHeader } from '#renderer/ui/card.tsx';
import { Icon } from '#renderer/ui/icon.tsx';
import { ErrorBlock } from '#renderer/ui/states.tsx';
import { countRequirements } from './request-facts.ts';
import css from './requests.module.css';
import { isTakeable, RequirementMenu } from './steps/requirement-menu.tsx';
import { RequirementState } from './steps/requirement-state.tsx';
import { useRequirements } from './steps/use-requirements.ts';

const SIGNS = { matched: IconCircleCheck, needed: IconCircleDashed, notNeeded: IconCircleMinus } as const;

/**
 * المتطلبات (S.6): what is matched and until when it holds, what is still needed and when it is promised, what this category
 * does not need. What the register holds already is offered: nothing is asked for twice.
 */
export function RequirementsCard({
  request,
  mayWrite,
}: {
  readonly request: SupportRequest;
  readonly mayWrite: boolean;
}) {
  const { t } = useText();
  const acts = useRequirements(request);
  const sees = useHasRole(...CASE_ROLES);
  const form = useChannelQuery('form.ofRequest', { id: request.id }, { enabled: sees });
  const { received, all } = countRequirements(request.requirements);
  const writes = mayWrite && request.allowed.includes('setRequirement');
  const heldOf = (key: string) => form.data?.requirements.find((one) => one.key === key);
  const offers = writes
    ? request.requirements.flatMap((requirement) => {
        const offer = heldOf(requirement.key)?.offer ?? null;
        return requirement.state === 'needed' && offer !== null && isTakeable(offer)
          ? [{ requirement, documentId: offer.documentId }]
          : [];
      })
    : [];
  return (
    <Card pane={t('requests.requirements.title')}>
      <CardHeader
        title={t('requests.requirements.title')}
        actions={<span className={css['dim']}>{t('requests.requirements.of', { received, all })}</span>}
      />
      {acts.problem === undefined ? null : <ErrorBlock text={acts.problem} />}
      <div className={css['progress']} aria-hidden="true">
        <i style={{ inlineSize: all === 0 ? '100%' : `${(received / all) * 100}%` }} />
      </div>
      <ul className={css['requirements']} aria-label={t('requests.requirements.title')}>
        {request.requirements.map((requirement) => (
          <li key={requirement.key} data-state={requirement.state}>
            <Icon of={SIGNS[requirement.state]} />
            <span className={css['grow']}>{requirement.name}</span>
            {writes ? (
              <RequirementMenu
                request={request}
                requirement={requirement}
                held={heldOf(requirement.key)}
                acts={acts}
              >
                <RequirementState requirement={requirement} />
              </RequirementMenu>
            ) : (
              <RequirementState requirement={requirement} />
            )}
          </li>
        ))}
      </ul>
      {offers.length === 0 ? null : (
        <div className={css['offers']}>
          <Button
            size="sm"
            kind="tinted"
            icon={<Icon of={IconFileCheck} size="sm" />}
            disabled={acts.busy}
            onClick={() => void acts.takeAll(offers)}
          >
            {t('requestForm.requirement.takeAll', { count: offers.length })}
          </Button>
        </div>
      )}
    </Card>
  );
}
