import { Menu } from '@mantine/core';
import {
  IconArrowBackUp,
  IconArrowForwardUp,
  IconCalendarEvent,
  IconDots,
  IconFlag,
  IconId,
  IconMail,
  IconPencil,
  IconPlayerPause,
  IconPlayerPlay,
  IconUserShare,
  IconUsers,
  type Icon as TablerIcon,
} from '@tabler/icons-react';
import type { RequestAction } from '#shared/requests/request-actions.ts';
import type { SupportRequest } from '#shared/requests/request.ts';
import { isAwaited } from '#shared/requests/whereabouts.ts';
import { useText } from '#renderer/i18n/use-text.ts';
import { useGo } from '#renderer/ui/app-link.tsx';
import { Button } from '#renderer/ui/button.tsx';
import { Icon } from '#renderer/ui/icon.tsx';
import { paths, withQuery } from '#renderer/ui/paths.ts';
import type { CourseAct } from './course-dialog.tsx';

const COURSE: readonly {
  readonly act: CourseAct;
  readonly action: RequestAction;
  readonly icon: TablerIcon;
  readonly mirror?: true;
}[] = [
  { act: 'level', action: 'setLevel', icon: IconFlag },
  { act: 'returnDay', action: 'edit', icon: IconCalendarEvent },
  { act: 'transfer', action: 'transfer', icon: IconUserShare },
  { act: 'stop', action: 'stop', icon: IconPlayerPause },
  { act: 'resume', action: 'resume', icon: IconPlayerPlay },
  { act: 'reopen', action: 'reopen', icon: IconArrowForwardUp, mirror: true },
  { act: 'withdraw', action: 'withdraw', icon: IconArrowBackUp, mirror: true },
];

/** What may be done to a request beside its current step: the machine says what is offered. */
export function RequestMenu({
  request,
  onEdit,
  onCourse,
  onRepresent,
  onReopenStep,
}: {
  readonly request: SupportRequest;
  readonly onEdit: () => void;
  readonly onCourse: (act: CourseAct) => void;
  readonly onRepresent: () => void;
  readonly onReopenStep: () => void;
}) {
  const { t, text } = useText();
  const go = useGo();
  const may = (action: RequestAction): boolean => request.allowed.includes(action);
  return (
    <Menu position="bottom-end" width="16rem">
      <Menu.Target>
        <Button kind="quiet" icon={<Icon of={IconDots} />}>
          {t('common.more')}
        </Button>
      </Menu.Target>
      <Menu.Dropdown>
        {may('edit') ? (
          <Menu.Item leftSection={<Icon of={IconPencil} size="sm" />} onClick={onEdit}>
            {t('requests.page.edit')}
          </Menu.Item>
        ) : null}
        {may('edit') ? (
          <Menu.Item leftSection={<Icon of={IconUsers} size="sm" />} onClick={onRepresent}>
            {t('requests.represent.menu')}
          </Menu.Item>
        ) : null}
        {COURSE.filter(
          // A day to bring what is missing, where nothing is, would come up nowhere.
          ({ act, action }) => may(action) && (act !== 'returnDay' || isAwaited(request)),
        ).map(({ act, icon, mirror }) => (
          <Menu.Item
            key={act}
            leftSection={<Icon of={icon} size="sm" mirror={mirror ?? false} />}
            onClick={() => onCourse(act)}
          >
            {text('requests.course', `${act}.menu`)}
          </Menu.Item>
        ))}
        {may('reopenStep') ? (
          <Menu.Item leftSection={<Icon of={IconArrowBackUp} size="sm" mirror />} onClick={onReopenStep}>
            {t('requests.page.reopen')}
          </Menu.Item>
        ) : null}
        <Menu.Divider />
        <Menu.Item
          leftSection={<Icon of={IconMail} size="sm" />}
          onClick={() =>
            go(
              withQuery(paths.newLetter, {
                partyId: request.partyId,
                requestId: request.id,
                to: request.partyName,
              }),
            )
          }
        >
          {t('requests.page.letter')}
        </Menu.Item>
        <Menu.Item
          leftSection={<Icon of={IconId} size="sm" />}
          onClick={() => go(paths.beneficiary(request.partyId))}
        >
          {t('requests.page.person')}
        </Menu.Item>
      </Menu.Dropdown>
    </Menu>
  );
}
