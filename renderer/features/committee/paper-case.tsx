import { IconTrash } from '@tabler/icons-react';
import { useEffect, useId } from 'react';
import type { CaseLine, CommitteeMember } from '#shared/committee/committee.ts';
import { DECISION_KINDS } from '#shared/requests/request-machine.ts';
import { useChannelQuery } from '#renderer/api/use-channel.ts';
import { useText } from '#renderer/i18n/use-text.ts';
import { IconButton } from '#renderer/ui/button.tsx';
import { Icon } from '#renderer/ui/icon.tsx';
import { Identifier } from '#renderer/ui/numbers.tsx';
import { Segmented } from '#renderer/ui/segmented.tsx';
import { DecisionFields } from './decision-fields.tsx';
import { asksEarly, conflictIn, type DecisionDraft, missingFields } from './decision-model.ts';
import css from './committee.module.css';

/** One case of paper minutes: its decision, and what the paper says of it. */
export function PaperCase({
  line,
  draft,
  day,
  present,
  manager,
  asked,
  fresh,
  change,
  onRemove,
}: {
  readonly line: CaseLine;
  readonly draft: DecisionDraft;
  /** ISO: of the session. */
  readonly day: string;
  readonly present: readonly CommitteeMember[];
  readonly manager: boolean;
  /** It was tried to record them: what is missing says so. */
  readonly asked: boolean;
  /** Was just added: its decision is what the keys reach first. */
  readonly fresh: boolean;
  readonly change: (part: Partial<DecisionDraft>) => void;
  readonly onRemove: () => void;
}) {
  const { t, text } = useText();
  const found = useChannelQuery('committee.case', { requestId: line.requestId, on: day });
  const standing = found.data?.standing ?? null;
  const early = asksEarly(draft.kind, standing);
  const conflicts =
    found.data === undefined || draft.kind === null ? [] : conflictIn(draft, found.data, present);
  const group = useId();
  useEffect(() => {
    if (fresh) document.getElementById(group)?.focus();
  }, [fresh, group]);
  const wrong = asked ? missingFields(draft, { early, conflict: conflicts.length > 0 }) : [];
  return (
    <section className={css['paperCase']} aria-label={line.partyName}>
      <div className={css['paperHead']}>
        <span className={css['paperName']}>
          {line.partyName}{' '}
          <span className={css['dim']}>
            {line.number === null ? null : <Identifier value={line.number} />} · {line.service}
          </span>
        </span>
        <Segmented
          compact
          hideLabel
          id={group}
          label={`${t('committee.decide.title')}: ${line.partyName}`}
          value={draft.kind}
          onChange={(kind) => change({ kind })}
          choices={DECISION_KINDS.map((value) => ({ value, label: text('committee.kind', value) }))}
        />
        <IconButton
          label={`${t('committee.paper.remove')}: ${line.partyName}`}
          icon={<Icon of={IconTrash} size="sm" />}
          onClick={onRemove}
        />
      </div>
      {draft.kind === null || found.data === undefined ? null : (
        <DecisionFields
          found={found.data}
          present={present}
          conflicts={conflicts}
          early={early}
          blocked={standing?.kind === 'blocked'}
          manager={manager}
          draft={draft}
          change={change}
          wrong={wrong}
          scope={`case-${line.requestId}`}
        />
      )}
    </section>
  );
}
