import { Segmented as Choices } from '#renderer/ui/segmented.tsx';
import type { CommitteeCase } from '#shared/committee/committee-contract.ts';
import { type CommitteeMember, VOTES } from '#shared/committee/committee.ts';
import { clause } from '#shared/policy/clauses.ts';
import { useValidationText } from '#renderer/i18n/error-text.ts';
import { useText } from '#renderer/i18n/use-text.ts';
import { useShortDate } from './use-short-date.ts';
import { DigitsInput, SelectField, TextArea, TextField } from '#renderer/ui/fields.tsx';
import { Note } from '#renderer/ui/states.tsx';
import {
  asksRule,
  type DecisionDraft,
  type DecisionField,
  OWN_RULE,
  REFUSAL_CLAUSES,
  REFUSAL_GUIDES,
} from './decision-model.ts';
import css from './committee.module.css';

/** The first words of a clause: enough to choose by; the letter quotes it whole. */
function openingOf(text: string): string {
  const words = text.split(' ');
  return words.length <= 8 ? text : `${words.slice(0, 8).join(' ')}…`;
}

interface FieldsProps {
  readonly draft: DecisionDraft;
  readonly change: (part: Partial<DecisionDraft>) => void;
  /** Of the case: what the fields' ids begin with. */
  readonly scope: string;
  /** Fields that were asked for in vain: what to write stands at them. */
  readonly wrong: readonly DecisionField[];
}

function RefusalFields({ draft, change, wrong, scope }: FieldsProps) {
  const { t } = useText();
  const say = useValidationText();
  const error = (field: DecisionField): string | undefined =>
    wrong.includes(field) ? say(`decision.${field}`) : undefined;
  return (
    <>
      <SelectField
        label={t('committee.field.clause')}
        required
        id={`${scope}-clause`}
        placeholder={t('committee.decide.chooseClause')}
        value={draft.ground}
        onChange={(ground) => change({ ground })}
        error={error('clause')}
        choices={[
          ...REFUSAL_GUIDES.map((id) => ({ value: id, label: clause(id).text })),
          ...REFUSAL_CLAUSES.map((id) => ({ value: id, label: openingOf(clause(id).text) })),
          { value: OWN_RULE, label: t('committee.decide.ownRule') },
        ]}
      />
      {asksRule(draft.ground) ? (
        <TextField
          label={t('committee.field.ownRule')}
          placeholder={t('committee.decide.ruleExample')}
          value={draft.rule}
          onChange={(rule) => change({ rule })}
          maxLength={200}
        />
      ) : null}
      <TextArea
        label={t('committee.field.reason')}
        required
        id={`${scope}-reason`}
        rows={2}
        value={draft.reason}
        onChange={(reason) => change({ reason })}
        error={error('reason')}
      />
      <TextArea
        label={t('committee.field.wouldChange')}
        required
        id={`${scope}-wouldChange`}
        rows={2}
        value={draft.wouldChange}
        onChange={(wouldChange) => change({ wouldChange })}
        error={error('wouldChange')}
      />
    </>
  );
}

function AcceptanceFields({ draft, change, wrong, scope }: FieldsProps) {
  const { t, text } = useText();
  const say = useValidationText();
  return (
    <>
      <TextField
        label={t('committee.field.grantedNote')}
        optional
        value={draft.granted}
        onChange={(granted) => change({ granted })}
        maxLength={300}
      />
      <TextField
        label={t('committee.field.value')}
        optional
        ltr
        id={`${scope}-value`}
        value={draft.value}
        onChange={(value) => change({ value })}
        error={wrong.includes('value') ? say('amount.notANumber') : undefined}
        maxLength={12}
      />
      <Choices
        label={t('committee.field.frequency')}
        value={draft.frequency}
        onChange={(frequency) => change({ frequency })}
        choices={(['once', 'weekly', 'monthly'] as const).map((value) => ({
          value,
          label: text('committee.frequency', value),
        }))}
      />
      {draft.frequency === 'once' ? null : (
        <DigitsInput
          label={t('committee.field.times')}
          value={draft.times}
          onChange={(times) => change({ times })}
          maxLength={3}
          width="6rem"
        />
      )}
    </>
  );
}

/** The fields of the kind that was chosen, then what stands in its way: the waiting time, a conflict of interest, the votes. */
export function DecisionFields({
  found,
  present,
  conflicts,
  early,
  blocked,
  manager,
  draft,
  change,
  wrong,
  scope,
}: FieldsProps & {
  readonly found: CommitteeCase;
  readonly present: readonly CommitteeMember[];
  readonly conflicts: readonly CommitteeMember[];
  /** A reply before its day; `blocked` where only a manager gives it. */
  readonly early: boolean;
  readonly blocked: boolean;
  readonly manager: boolean;
}) {
  const { t } = useText();
  const say = useValidationText();
  const shortDate = useShortDate();
  const notBefore = shortDate(found.notBefore ?? '');
  return (
    <div className={css['fields']}>
      {draft.kind === 'refused' ? (
        <RefusalFields draft={draft} change={change} wrong={wrong} scope={scope} />
      ) : null}
      {draft.kind === 'accepted' ? (
        <AcceptanceFields draft={draft} change={change} wrong={wrong} scope={scope} />
      ) : null}
      {draft.kind === 'moreInformation' ? (
        <TextArea
          label={t('committee.field.wanted')}
          help={t('committee.decide.stopNote')}
          required
          id={`${scope}-reason`}
          rows={4}
          value={draft.wanted}
          onChange={(wanted) => change({ wanted })}
          error={wrong.includes('reason') ? say('decision.reason') : undefined}
        />
      ) : null}
      {early ? (
        <>
          <Note kind="warning">
            <b>{t(blocked ? 'committee.decide.blockedTitle' : 'committee.decide.earlyTitle')}</b>{' '}
            {t(blocked ? 'committee.decide.blockedText' : 'committee.decide.earlyText', { day: notBefore })}
          </Note>
          {blocked && !manager ? null : (
            <TextArea
              label={t(blocked ? 'committee.field.override' : 'committee.field.early')}
              required
              id={`${scope}-early`}
              rows={2}
              value={draft.earlyReason}
              onChange={(earlyReason) => change({ earlyReason })}
              error={wrong.includes('early') ? say('decision.early') : undefined}
            />
          )}
        </>
      ) : null}
      {conflicts.length > 0 ? (
        <>
          <Note kind="warning">
            <b>{t('committee.decide.conflictTitle')}</b>{' '}
            {t('committee.decide.conflictText', { names: conflicts.map(({ name }) => name).join('، ') })}
          </Note>
          <TextArea
            label={t('committee.field.conflict')}
            required
            id={`${scope}-conflict`}
            rows={2}
            value={draft.conflictNote}
            onChange={(conflictNote) => change({ conflictNote })}
            error={wrong.includes('conflict') ? say('decision.conflict') : undefined}
          />
        </>
      ) : null}
      <VoteFields draft={draft} change={change} present={present} open={conflicts.length > 0} />
    </div>
  );
}

/** Everybody for it, or one by one. Open where a conflict of interest may be answered by an abstention. */
function VoteFields({
  draft,
  change,
  present,
  open,
}: Pick<FieldsProps, 'draft' | 'change'> & {
  readonly present: readonly CommitteeMember[];
  readonly open: boolean;
}) {
  const { t, text } = useText();
  return (
    <details className={css['votes']} open={open || undefined}>
      <summary>
        {t('committee.field.votes')}:{' '}
        {Object.values(draft.votes).every((vote) => vote === 'for')
          ? t('committee.decide.voteAll')
          : t('committee.decide.voteEach')}
      </summary>
      {present.map(({ id, name }) => (
        <Choices
          key={id}
          compact
          label={name}
          value={draft.votes[id] ?? 'for'}
          onChange={(vote) => change({ votes: { ...draft.votes, [id]: vote } })}
          choices={VOTES.map((value) => ({ value, label: text('committee.vote', value) }))}
        />
      ))}
    </details>
  );
}
