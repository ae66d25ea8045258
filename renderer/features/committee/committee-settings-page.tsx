import { IconArrowDown, IconArrowUp, IconPencil, IconPlus, IconUsersGroup } from '@tabler/icons-react';
import { useState } from 'react';
import type { CommitteeMember } from '#shared/committee/committee.ts';
import { call } from '#renderer/api/client.ts';
import { QueryView } from '#renderer/api/query-view.tsx';
import { useHasRole } from '#renderer/api/session.ts';
import { type Acts, useActs } from '#renderer/api/use-acts.ts';
import { useChannelQuery } from '#renderer/api/use-channel.ts';
import { useErrorText } from '#renderer/i18n/error-text.ts';
import { useText } from '#renderer/i18n/use-text.ts';
import { Badge } from '#renderer/ui/badge.tsx';
import { Button, IconButton } from '#renderer/ui/button.tsx';
import { Card, CardBody, CardFooter, CardHeader } from '#renderer/ui/card.tsx';
import { ShortDate, useToday } from '#renderer/ui/dates.tsx';
import { Icon } from '#renderer/ui/icon.tsx';
import { useKey } from '#renderer/ui/keys.ts';
import { EmptyState, ErrorBlock } from '#renderer/ui/states.tsx';
import { SummaryList } from '#renderer/ui/summary-list.tsx';
import { MemberDialog, RulesDialog } from './committee-settings-dialogs.tsx';
import css from './committee.module.css';

type Editing = CommitteeMember | 'new' | 'rules' | null;

/** لجنة البحث in the settings: its members, its quorum, and the level of appeal that a refusal names. */
export function CommitteeSettingsPage() {
  const { t, digits } = useText();
  const say = useErrorText();
  const acts = useActs();
  const mayChange = useHasRole('manager', 'administrator');
  const members = useChannelQuery('committee.members', undefined);
  const setting = useChannelQuery('committee.setting', undefined);
  const [editing, setEditing] = useState<Editing>(null);
  const add = (): void => setEditing('new');
  useKey('Ctrl+Enter', t('committee.settings.addMember'), add, { enabled: mayChange && editing === null });
  const close = (): void => setEditing(null);
  return (
    <Card pane={t('committee.settings.title')}>
      <CardHeader title={t('committee.settings.members')} />
      {acts.error === null ? null : <ErrorBlock text={say(acts.error)} />}
      <CardBody scroll flush>
        <p className={css['help']}>{t('committee.settings.help')}</p>
        <QueryView query={members} rows={4}>
          {(all) =>
            all.length === 0 ? (
              <EmptyState icon={IconUsersGroup} text={t('committee.settings.noMembers')} keys="Ctrl+Enter" />
            ) : (
              <Members all={all} acts={acts} mayChange={mayChange} onEdit={setEditing} />
            )
          }
        </QueryView>
        {setting.data === undefined ? null : (
          <div className={css['help']}>
            <SummaryList
              label={t('committee.settings.rules')}
              rows={[
                {
                  term: t('committee.settings.quorum'),
                  value:
                    setting.data.quorum === null
                      ? t('committee.settings.quorumUnset')
                      : digits(setting.data.quorum),
                },
                { term: t('committee.settings.appealLevel'), value: setting.data.appealLevel },
                { term: t('committee.settings.place'), value: setting.data.place },
                { term: t('committee.settings.time'), value: digits(setting.data.time) },
              ].filter(({ value }) => value !== '')}
            />
          </div>
        )}
      </CardBody>
      {mayChange ? (
        <CardFooter>
          <Button kind="filled" keys="Ctrl+Enter" icon={<Icon of={IconPlus} size="sm" />} onClick={add}>
            {t('committee.settings.addMember')}
          </Button>
          <Button onClick={() => setEditing('rules')}>{t('committee.settings.rules')}</Button>
        </CardFooter>
      ) : null}
      {editing === 'rules' && setting.data !== undefined ? (
        <RulesDialog setting={setting.data} acts={acts} onClose={close} />
      ) : null}
      {editing === null || editing === 'rules' ? null : (
        <MemberDialog member={editing === 'new' ? null : editing} acts={acts} onClose={close} />
      )}
    </Card>
  );
}

function Members({
  all,
  acts,
  mayChange,
  onEdit,
}: {
  readonly all: readonly CommitteeMember[];
  readonly acts: Acts;
  readonly mayChange: boolean;
  readonly onEdit: (member: CommitteeMember) => void;
}) {
  const { t, text } = useText();
  const today = useToday();
  const move = (index: number, step: -1 | 1): void => {
    const before = all.map(({ id }) => id);
    const [one, other] = [before[index], before[index + step]];
    if (one === undefined || other === undefined) return;
    const ids = [...before];
    ids[index] = other;
    ids[index + step] = one;
    void acts.run(
      () => call('committee.reorderMembers', { ids }),
      t('committee.settings.saved'),
      () => call('committee.reorderMembers', { ids: before }),
    );
  };
  return (
    <ul className={css['list']} aria-label={t('committee.settings.members')}>
      {all.map((member, index) => {
        const ended = member.untilDay !== null && member.untilDay < today;
        return (
          <li key={member.id} className={css['row']} data-ended={ended || undefined}>
            <span className={css['rowWhat']}>
              <b>{member.name}</b>
              <span className={css['dim']}>
                {text('committee.role', member.role)}
                {member.title === '' ? '' : `، ${member.title}`}
              </span>
            </span>
            <span className={css['rowActs']}>
              {ended && member.untilDay !== null ? (
                <Badge>
                  {t('committee.settings.ended')} <ShortDate iso={member.untilDay} />
                </Badge>
              ) : null}
            </span>
            {mayChange ? (
              <span className={css['rowActs']}>
                <IconButton
                  label={`${t('committee.settings.editMember')}: ${member.name}`}
                  icon={<Icon of={IconPencil} size="sm" />}
                  onClick={() => onEdit(member)}
                />
                {index === 0 ? (
                  <span className={css['noArrow']} />
                ) : (
                  <IconButton
                    label={t('committee.settings.up', { name: member.name })}
                    icon={<Icon of={IconArrowUp} size="sm" />}
                    onClick={() => move(index, -1)}
                  />
                )}
                {index === all.length - 1 ? (
                  <span className={css['noArrow']} />
                ) : (
                  <IconButton
                    label={t('committee.settings.down', { name: member.name })}
                    icon={<Icon of={IconArrowDown} size="sm" />}
                    onClick={() => move(index, 1)}
                  />
                )}
              </span>
            ) : null}
          </li>
        );
      })}
    </ul>
  );
}
