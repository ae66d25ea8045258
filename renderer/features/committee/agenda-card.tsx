import { Menu } from '@mantine/core';
import { IconDots, IconGavel, IconPlus } from '@tabler/icons-react';
import type { AgendaCase, CommitteeSession } from '#shared/committee/committee.ts';
import type { RequestId } from '#shared/ids.ts';
import { useText } from '#renderer/i18n/use-text.ts';
import { Button, IconButton } from '#renderer/ui/button.tsx';
import { Card, CardBody, CardHeader } from '#renderer/ui/card.tsx';
import { Icon } from '#renderer/ui/icon.tsx';
import { Identifier } from '#renderer/ui/numbers.tsx';
import { EmptyState } from '#renderer/ui/states.tsx';
import { OutcomeMark } from './case-marks.tsx';
import agenda from './agenda.module.css';

/** What may be done to one case of an agenda. */
export interface AgendaActs {
  readonly remove: (line: AgendaCase) => void;
  readonly move: (line: AgendaCase, step: -1 | 1) => void;
  readonly defer: (line: AgendaCase) => void;
  readonly undefer: (line: AgendaCase) => void;
  readonly add: () => void;
}

/** جدول الجلسة: its cases in order, each with what became of it. */
export function AgendaCard({
  session,
  selected,
  onSelect,
  acts,
}: {
  readonly session: CommitteeSession;
  readonly selected: RequestId | null;
  readonly onSelect: (id: RequestId) => void;
  /** Missing: the session takes no changes, or not from this person. */
  readonly acts?: AgendaActs;
}) {
  const { t, digits } = useText();
  return (
    <Card pane={t('committee.session.agenda')} grow>
      <CardHeader
        title={t('committee.session.agenda')}
        count={digits(session.agenda.length)}
        actions={
          acts === undefined ? null : (
            <IconButton
              label={t('committee.session.add')}
              icon={<Icon of={IconPlus} size="sm" />}
              onClick={acts.add}
            />
          )
        }
      />
      <CardBody scroll flush>
        {session.agenda.length === 0 ? (
          <EmptyState icon={IconGavel} text={t('committee.session.emptyAgenda')} />
        ) : (
          <ol className={agenda['agenda']}>
            {session.agenda.map((line, index) => (
              <li key={line.requestId} data-selected={line.requestId === selected || undefined}>
                <button
                  type="button"
                  className={agenda['agendaCase']}
                  aria-current={line.requestId === selected ? 'true' : undefined}
                  onClick={() => onSelect(line.requestId)}
                >
                  <span className={agenda['agendaNumber']}>{digits(index + 1)}</span>
                  <span className={agenda['agendaName']}>{line.partyName}</span>
                  <span className={agenda['agendaUnder']}>
                    {line.number === null ? null : <Identifier value={line.number} />}
                    {line.decision === null && line.deferredReason === '' ? null : (
                      <OutcomeMark kind={line.decision?.kind ?? null} deferred={line.deferredReason !== ''} />
                    )}
                  </span>
                </button>
                {acts === undefined || line.decision !== null ? null : (
                  <CaseMenu line={line} index={index} last={session.agenda.length - 1} acts={acts} />
                )}
              </li>
            ))}
          </ol>
        )}
      </CardBody>
    </Card>
  );
}

function CaseMenu({
  line,
  index,
  last,
  acts,
}: {
  readonly line: AgendaCase;
  readonly index: number;
  readonly last: number;
  readonly acts: AgendaActs;
}) {
  const { t } = useText();
  return (
    <Menu position="bottom-end">
      <Menu.Target>
        <Button kind="quiet" size="sm" label={`${t('committee.session.more')}: ${line.partyName}`}>
          <Icon of={IconDots} size="sm" />
        </Button>
      </Menu.Target>
      <Menu.Dropdown>
        {line.deferredReason === '' ? (
          <Menu.Item onClick={() => acts.defer(line)}>{t('committee.session.defer')}</Menu.Item>
        ) : (
          <Menu.Item onClick={() => acts.undefer(line)}>{t('committee.session.undefer')}</Menu.Item>
        )}
        {index === 0 ? null : (
          <Menu.Item onClick={() => acts.move(line, -1)}>{t('committee.session.up')}</Menu.Item>
        )}
        {index === last ? null : (
          <Menu.Item onClick={() => acts.move(line, 1)}>{t('committee.session.down')}</Menu.Item>
        )}
        <Menu.Item onClick={() => acts.remove(line)}>{t('committee.session.remove')}</Menu.Item>
      </Menu.Dropdown>
    </Menu>
  );
}
