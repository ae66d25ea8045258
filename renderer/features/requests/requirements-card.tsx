import { Menu } from '@mantine/core';
import {
  IconCircleCheck,
  IconCircleDashed,
  IconCircleMinus,
  IconClock,
  IconCheck,
} from '@tabler/icons-react';
import { riyadhDay } from '#shared/calendar/dual-date.ts';
import type { Requirement, SupportRequest } from '#shared/requests/request.ts';
import { useChannelCommand } from '#renderer/api/use-channel.ts';
import { useErrorText } from '#renderer/i18n/error-text.ts';
import { useText } from '#renderer/i18n/use-text.ts';
import { Badge } from '#renderer/ui/badge.tsx';
import { Card, CardHeader } from '#renderer/ui/card.tsx';
import { ShortDate, useToday } from '#renderer/ui/dates.tsx';
import { Icon } from '#renderer/ui/icon.tsx';
import { ErrorBlock } from '#renderer/ui/states.tsx';
import { showToast } from '#renderer/ui/toast.tsx';
import { countRequirements } from './request-facts.ts';
import css from './requests.module.css';

const STATES = ['matched', 'needed', 'notNeeded'] as const;
const SIGNS = { matched: IconCircleCheck, needed: IconCircleDashed, notNeeded: IconCircleMinus } as const;

/** المتطلبات (S.6): what is matched to its original, what is still needed, what this category does not need. */
export function RequirementsCard({
  request,
  mayWrite,
}: {
  readonly request: SupportRequest;
  readonly mayWrite: boolean;
}) {
  const { t, text } = useText();
  const say = useErrorText();
  const set = useChannelCommand('requests.setRequirement');
  const { received, all } = countRequirements(request.requirements);
  const change = async (requirement: Requirement, state: Requirement['state']): Promise<void> => {
    if (state === requirement.state) return;
    const write = (to: Requirement['state']) =>
      set.mutateAsync({ id: request.id, key: requirement.key, state: to });
    await write(state);
    showToast(
      t('requests.requirements.changed', {
        name: requirement.name,
        state: text('domain.requirementState', state),
      }),
      () =>
        write(requirement.state).then(
          () => undefined,
          // The refusal stands in `set.error`.
          () => undefined,
        ),
    );
  };
  return (
    <Card pane={t('requests.requirements.title')}>
      <CardHeader
        title={t('requests.requirements.title')}
        actions={<span className={css['dim']}>{t('requests.requirements.of', { received, all })}</span>}
      />
      {set.error === null ? null : <ErrorBlock text={say(set.error)} />}
      <div className={css['progress']} aria-hidden="true">
        <i style={{ inlineSize: all === 0 ? '100%' : `${(received / all) * 100}%` }} />
      </div>
      <ul className={css['requirements']} aria-label={t('requests.requirements.title')}>
        {request.requirements.map((requirement) => (
          <li key={requirement.key} data-state={requirement.state}>
            <Icon of={SIGNS[requirement.state]} />
            <span className={css['grow']}>{requirement.name}</span>
            {mayWrite && request.currentStep !== null ? (
              <Menu position="bottom-end" width="15rem">
                <Menu.Target>
                  <button type="button" className={css['stateButton']}>
                    {/* Said before what is shown, not in its place: who speaks to the computer says what they see. */}
                    <span className="sr-only">
                      {t('requests.requirements.set', { name: requirement.name })}{' '}
                    </span>
                    <RequirementState requirement={requirement} />
                  </button>
                </Menu.Target>
                <Menu.Dropdown>
                  {STATES.map((state) => (
                    <Menu.Item
                      key={state}
                      leftSection={<Icon of={SIGNS[state]} size="sm" />}
                      rightSection={state === requirement.state ? <Icon of={IconCheck} size="xs" /> : null}
                      onClick={() => void change(requirement, state).catch(() => undefined)}
                    >
                      {text('domain.requirementState', state)}
                    </Menu.Item>
                  ))}
                </Menu.Dropdown>
              </Menu>
            ) : (
              <RequirementState requirement={requirement} />
            )}
          </li>
        ))}
      </ul>
    </Card>
  );
}

function RequirementState({ requirement }: { readonly requirement: Requirement }) {
  const { t, text } = useText();
  const today = useToday();
  if (requirement.state === 'needed') {
    return (
      <Badge kind="warning" icon={IconClock}>
        {text('domain.requirementState', 'needed')}
      </Badge>
    );
  }
  if (requirement.state === 'notNeeded' || requirement.atMs === null) {
    return <span className={css['small']}>{text('domain.requirementState', requirement.state)}</span>;
  }
  const day = riyadhDay(requirement.atMs);
  return (
    <span className={css['small']}>
      {day === today ? (
        t('requests.requirements.matchedToday')
      ) : (
        <>
          {t('requests.requirements.matched')} <ShortDate iso={day} />
        </>
      )}
    </span>
  );
}
