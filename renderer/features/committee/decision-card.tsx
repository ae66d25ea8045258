import { IconCheck, IconFileAlert, IconMail, IconX, type Icon as TablerIcon } from '@tabler/icons-react';
import { useRef, useState, type ReactNode } from 'react';
import { type CommitteeCase, DECIDING_ROLES } from '#shared/committee/committee-contract.ts';
import type { AgendaCase, CommitteeMember, CommitteeSession } from '#shared/committee/committee.ts';
import { clause, CLAUSE_IDS } from '#shared/policy/clauses.ts';
import { DECISION_KINDS, type DecisionKind } from '#shared/requests/request-machine.ts';
import { type ApiError, call, isApiError } from '#renderer/api/client.ts';
import { ClockDialog, isClockError } from '#renderer/api/clock-dialog.tsx';
import { useHasRole } from '#renderer/api/session.ts';
import { useChannelQuery } from '#renderer/api/use-channel.ts';
import { useErrorText } from '#renderer/i18n/error-text.ts';
import { useText } from '#renderer/i18n/use-text.ts';
import { useGo } from '#renderer/ui/app-link.tsx';
import { Button } from '#renderer/ui/button.tsx';
import { Card, CardBody, CardFooter, CardHeader } from '#renderer/ui/card.tsx';
import { Icon } from '#renderer/ui/icon.tsx';
import { KeyCap } from '#renderer/ui/key-cap.tsx';
import { useKey } from '#renderer/ui/keys.ts';
import { paths } from '#renderer/ui/paths.ts';
import { ErrorBlock, Note } from '#renderer/ui/states.tsx';
import { SummaryList } from '#renderer/ui/summary-list.tsx';
import { showToast } from '#renderer/ui/toast.tsx';
import { DecisionFields } from './decision-fields.tsx';
import {
  asksEarly,
  conflictIn,
  type DecisionDraft,
  type DecisionField,
  decidedOf,
  missingFields,
} from './decision-model.ts';
import { OutcomeMark } from './case-marks.tsx';
import { useTyping } from './use-typing.ts';
import css from './committee.module.css';

const SIGNS: Readonly<Record<DecisionKind, { readonly key: string; readonly icon: TablerIcon }>> = {
  accepted: { key: '1', icon: IconCheck },
  refused: { key: '2', icon: IconX },
  moreInformation: { key: '3', icon: IconFileAlert },
};

const clauseName = (id: string): string => {
  const known = CLAUSE_IDS.find((one) => one === id);
  return known === undefined ? id : clause(known).text;
};

/** What the committee answers: 1 accepts, 2 refuses, 3 asks for more; Ctrl+Enter records it, and the next case opens. */
export function DecisionCard({
  session,
  found,
  draft,
  change,
  busy,
  onDecided,
}: {
  readonly session: CommitteeSession;
  readonly found: CommitteeCase;
  readonly draft: DecisionDraft;
  readonly change: (part: Partial<DecisionDraft>) => void;
  /** A dialog of the page has the keys. */
  readonly busy: boolean;
  readonly onDecided: () => void;
}) {
  const { t, text } = useText();
  const say = useErrorText();
  const typing = useTyping();
  const mayDecide = useHasRole(...DECIDING_ROLES);
  const manager = useHasRole('manager');
  const setting = useChannelQuery('committee.setting', undefined);
  const [wrong, setWrong] = useState<readonly DecisionField[]>([]);
  const [error, setError] = useState<ApiError | null>(null);
  const [sending, setSending] = useState(false);
  const [unchosen, setUnchosen] = useState(false);
  const running = useRef(false);
  const present: CommitteeMember[] = session.attendance.flatMap((one) => (one.present ? [one.member] : []));
  const early = asksEarly(draft.kind, found.standing);
  const blocked = found.standing?.kind === 'blocked';
  const conflicts = draft.kind === null ? [] : conflictIn(draft, found, present);
  const reason = draft.kind === null ? null : found.refusals[draft.kind];

  const pick = (kind: DecisionKind): void => {
    setWrong([]);
    setUnchosen(false);
    setError(null);
    change({ kind });
  };
  const record = async (confirmClock = false): Promise<void> => {
    const { kind } = draft;
    if (running.current) return;
    setUnchosen(kind === null);
    if (kind === null) return;
    const missing = missingFields(draft, {
      early: early && (!blocked || manager),
      conflict: conflicts.length > 0,
    });
    setWrong(missing);
    const [first] = missing;
    if (first !== undefined) {
      document.getElementById(`decision-${first}`)?.focus();
      return;
    }
    running.current = true;
    setSending(true);
    setError(null);
    try {
      const decided = decidedOf({ ...draft, kind }, found, present, clauseName);
      await call('committee.decide', { ...decided, sessionId: session.id, confirmClock });
      showToast(t('committee.decide.recorded', { name: found.partyName }));
      onDecided();
    } catch (problem) {
      if (!isApiError(problem)) throw problem;
      setError(problem);
    } finally {
      running.current = false;
      setSending(false);
    }
  };
  const keysOn = mayDecide && !busy && !typing;
  useKey('1', t('committee.kind.accepted'), () => pick('accepted'), { enabled: keysOn });
  useKey('2', t('committee.kind.refused'), () => pick('refused'), { enabled: keysOn });
  useKey('3', t('committee.kind.moreInformation'), () => pick('moreInformation'), { enabled: keysOn });
  useKey('Ctrl+Enter', t('committee.decide.record'), () => void record(), { enabled: mayDecide && !busy });
  const clockError = isClockError(error) ? error : null;
  return (
    <Card pane={t('committee.decide.title')} grow>
      <CardHeader title={t('committee.decide.title')} />
      <CardBody scroll>
        {error === null && mayDecide && !unchosen ? null : (
          <div className={css['notes']}>
            {error === null || clockError !== null ? null : <ErrorBlock text={say(error)} />}
            {mayDecide ? null : <Note kind="neutral">{t('committee.decide.readOnly')}</Note>}
            {unchosen ? <ErrorBlock text={t('committee.decide.pick')} /> : null}
          </div>
        )}
        <div className={css['kinds']} role="group" aria-label={t('committee.decide.pick')}>
          {DECISION_KINDS.map((kind) => (
            <button
              key={kind}
              type="button"
              className={css['kind']}
              data-kind={kind}
              aria-pressed={draft.kind === kind}
              aria-keyshortcuts={SIGNS[kind].key}
              disabled={!mayDecide}
              onClick={() => pick(kind)}
            >
              <Icon of={SIGNS[kind].icon} size="sm" />
              <span>{text('committee.kind', kind)}</span>
              <KeyCap keys={SIGNS[kind].key} />
            </button>
          ))}
        </div>
        {reason === null ? null : <Note kind="warning">{text('requests.refused', reason)}</Note>}
        {draft.kind === null ? null : (
          <DecisionFields
            found={found}
            present={present}
            conflicts={conflicts}
            early={early}
            blocked={blocked}
            manager={manager}
            draft={draft}
            change={(part) => {
              setWrong([]);
              change(part);
            }}
            wrong={wrong}
            scope="decision"
          />
        )}
        <p className={css['dim']}>
          {t('committee.decide.letterNote', { level: setting.data?.appealLevel ?? '' })}
        </p>
      </CardBody>
      {mayDecide ? (
        <CardFooter>
          <Button kind="filled" keys="Ctrl+Enter" loading={sending} onClick={() => void record()}>
            {t('committee.decide.record')}
          </Button>
        </CardFooter>
      ) : null}
      <ClockDialog
        error={clockError}
        busy={sending}
        verb={t('committee.paper.clockConfirm')}
        takes={t('requests.clock.takes')}
        onConfirm={() => void record(true)}
        onClose={() => setError(null)}
      />
    </Card>
  );
}

/** A case that was decided in this session: what was decided, its letter, and the void of a mistake. */
export function DecidedCard({
  line,
  onVoid,
  close,
}: {
  readonly line: AgendaCase;
  readonly onVoid: (() => void) | undefined;
  /** Once nothing is left to be decided: the end of the session. */
  readonly close?: ReactNode;
}) {
  const { t, text, digits } = useText();
  const go = useGo();
  const { decision } = line;
  if (decision === null) return null;
  const { letterId, granted } = decision;
  const votes = decision.votes.map(
    (vote) =>
      `${vote.name}: ${text('committee.vote', vote.vote)}${vote.note === '' ? '' : ` (${vote.note})`}`,
  );
  const rows = [
    { term: t('committee.field.clause'), value: clauseName(decision.clause) },
    {
      term: t(decision.kind === 'moreInformation' ? 'committee.field.wanted' : 'committee.field.reason'),
      value: decision.reason,
    },
    { term: t('committee.field.wouldChange'), value: decision.wouldChange },
    {
      term: t('committee.field.granted'),
      value: granted === null ? '' : [granted.service, granted.note].filter((part) => part !== '').join('، '),
    },
    { term: t('committee.field.early'), value: decision.earlyReason },
    { term: t('committee.field.conflict'), value: decision.conflictNote },
  ].filter(({ value }) => value !== '');
  return (
    <Card pane={t('committee.decide.decidedHere')} grow>
      <CardHeader
        title={t('committee.decide.decidedHere')}
        actions={<OutcomeMark kind={decision.kind} deferred={false} />}
      />
      <CardBody scroll>
        <SummaryList
          rows={[
            ...rows.map((row) => ({ ...row, value: digits(row.value) })),
            ...(votes.length === 0
              ? []
              : [
                  {
                    term: t('committee.field.votes'),
                    value: votes.map((vote) => (
                      <span key={vote} className={css['line']}>
                        {digits(vote)}
                      </span>
                    )),
                  },
                ]),
          ]}
        />
      </CardBody>
      <CardFooter
        end={
          onVoid === undefined ? undefined : (
            <Button kind="danger" onClick={onVoid}>
              {t('committee.decide.void')}
            </Button>
          )
        }
      >
        {close}
        {letterId === null ? null : (
          <Button icon={<Icon of={IconMail} size="sm" />} onClick={() => go(paths.letter(letterId))}>
            {t('committee.decide.openLetter')}
          </Button>
        )}
      </CardFooter>
    </Card>
  );
}
