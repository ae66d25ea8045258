import { Menu } from '@mantine/core';
import {
  IconCalendarEvent,
  IconCheck,
  IconCircleCheck,
  IconCircleDashed,
  IconCircleMinus,
  IconFileCheck,
  IconFilePlus,
} from '@tabler/icons-react';
import { type ReactNode, useState } from 'react';
import { z } from 'zod';
import { dualDate, formatHijri } from '#shared/calendar/dual-date.ts';
import { addDays, isoDaySchema } from '#shared/calendar/iso-day.ts';
import type { FormRequirement } from '#shared/requests/form-contract.ts';
import type { Requirement, SupportRequest } from '#shared/requests/request.ts';
import { FormDialog } from '#renderer/api/form-dialog.tsx';
import { DocumentDialog } from '#renderer/api/register/document-dialog.tsx';
import { useText } from '#renderer/i18n/use-text.ts';
import { useToday } from '#renderer/ui/dates.tsx';
import { FormDate } from '#renderer/ui/form.tsx';
import { Icon } from '#renderer/ui/icon.tsx';
import { useZodForm } from '#renderer/ui/use-zod-form.ts';
import css from '../requests.module.css';
import type { RequirementActs } from './use-requirements.ts';

/** Whether the register's document can be taken for it today. */
export const isTakeable = (offer: FormRequirement['offer']): boolean =>
  offer !== null && (offer.state === 'valid' || offer.state === 'expiring');

/** What can be said of a requirement: taken from the file, recorded now, matched, promised for a day, or not needed. */
export function RequirementMenu({
  request,
  requirement,
  held,
  acts,
  children,
}: {
  readonly request: SupportRequest;
  readonly requirement: Requirement;
  /** What the register holds for it; undefined while that loads. */
  readonly held: FormRequirement | undefined;
  readonly acts: RequirementActs;
  /** How it stands, in words: the button itself. */
  readonly children: ReactNode;
}) {
  const { t, text, digits } = useText();
  const [open, setOpen] = useState<'document' | 'due' | null>(null);
  const { state, name, dueOn } = requirement;
  const offer = held?.offer ?? null;
  const hijri = (day: string): string => digits(formatHijri(dualDate(day).hijri));
  const set = (change: Partial<Requirement>): void => void acts.set(requirement, change);
  return (
    <>
      <Menu position="bottom-end" width="17rem">
        <Menu.Target>
          <button type="button" className={css['stateButton']}>
            {/* Said before what is shown, not in its place: who speaks to the computer says what they see. */}
            <span className="sr-only">{t('requests.requirements.set', { name })} </span>
            {children}
          </button>
        </Menu.Target>
        <Menu.Dropdown>
          {offer !== null && isTakeable(offer) && requirement.documentId !== offer.documentId ? (
            <Menu.Item
              leftSection={<Icon of={IconFileCheck} size="sm" />}
              onClick={() => set({ state: 'matched', documentId: offer.documentId, dueOn: null })}
            >
              {offer.expiresOn === null
                ? t('requestForm.requirement.take')
                : t('requestForm.requirement.takeUntil', { day: hijri(offer.expiresOn) })}
            </Menu.Item>
          ) : null}
          {held?.kind == null ? null : (
            <Menu.Item leftSection={<Icon of={IconFilePlus} size="sm" />} onClick={() => setOpen('document')}>
              {t('requestForm.requirement.add')}
            </Menu.Item>
          )}
          <Menu.Item
            leftSection={<Icon of={IconCircleCheck} size="sm" />}
            rightSection={state === 'matched' ? <Icon of={IconCheck} size="xs" /> : null}
            onClick={() => set({ state: 'matched', documentId: null, dueOn: null })}
          >
            {text('domain.requirementState', 'matched')}
          </Menu.Item>
          <Menu.Item
            leftSection={<Icon of={IconCircleDashed} size="sm" />}
            rightSection={state === 'needed' && dueOn === null ? <Icon of={IconCheck} size="xs" /> : null}
            onClick={() => set({ state: 'needed', documentId: null, dueOn: null })}
          >
            {text('domain.requirementState', 'needed')}
          </Menu.Item>
          <Menu.Item leftSection={<Icon of={IconCalendarEvent} size="sm" />} onClick={() => setOpen('due')}>
            {t('requestForm.requirement.due')}
          </Menu.Item>
          <Menu.Item
            leftSection={<Icon of={IconCircleMinus} size="sm" />}
            rightSection={state === 'notNeeded' ? <Icon of={IconCheck} size="xs" /> : null}
            onClick={() => set({ state: 'notNeeded', documentId: null, dueOn: null })}
          >
            {text('domain.requirementState', 'notNeeded')}
          </Menu.Item>
        </Menu.Dropdown>
      </Menu>
      {open === 'document' && held?.kind != null ? (
        <DocumentDialog
          partyId={request.partyId}
          kind={held.kind}
          renews={null}
          onSaved={(document) =>
            document.matchedAtMs === null
              ? undefined
              : set({ state: 'matched', documentId: document.id, dueOn: null })
          }
          onClose={() => setOpen(null)}
        />
      ) : null}
      {open === 'due' ? (
        <DueDialog
          requirement={requirement}
          onSave={(day) => set({ state: 'needed', documentId: null, dueOn: day })}
          onClose={() => setOpen(null)}
        />
      ) : null}
    </>
  );
}

const dueSchema = z.object({ on: isoDaySchema });

function DueDialog({
  requirement,
  onSave,
  onClose,
}: {
  readonly requirement: Requirement;
  readonly onSave: (day: string) => void;
  readonly onClose: () => void;
}) {
  const { t } = useText();
  const today = useToday();
  const form = useZodForm(dueSchema, { on: requirement.dueOn ?? addDays(today, 2) });
  return (
    <FormDialog
      form={form}
      title={t('requestForm.requirement.dueTitle', { name: requirement.name })}
      verb={t('requestForm.requirement.dueSave')}
      onClose={onClose}
      save={async ({ on }) => onSave(on)}
    >
      <FormDate name="on" label={t('requestForm.requirement.dueOn')} required autoFocus />
    </FormDialog>
  );
}
