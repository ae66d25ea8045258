import { IconGavel, IconUsersGroup } from '@tabler/icons-react';
import { useRef, useState } from 'react';
import { type CommitteeCase, COMMITTEE_DESK_ROLES } from '#shared/committee/committee-contract.ts';
import type { AgendaCase, CommitteeSession } from '#shared/committee/committee.ts';
import { isOpenSession } from '#shared/committee/session-rules.ts';
import { type ApiError, call, isApiError } from '#renderer/api/client.ts';
import { QueryView } from '#renderer/api/query-view.tsx';
import { useHasRole } from '#renderer/api/session.ts';
import { useChannelQuery } from '#renderer/api/use-channel.ts';
import { useErrorText } from '#renderer/i18n/error-text.ts';
import { useText } from '#renderer/i18n/use-text.ts';
import { Button } from '#renderer/ui/button.tsx';
import { Card, CardBody, CardFooter, CardHeader } from '#renderer/ui/card.tsx';
import { useToday } from '#renderer/ui/dates.tsx';
import { useKey } from '#renderer/ui/keys.ts';
import { EmptyState, ErrorBlock, Note } from '#renderer/ui/states.tsx';
import { SummaryList } from '#renderer/ui/summary-list.tsx';
import { showToast } from '#renderer/ui/toast.tsx';
import { AttendanceList, useAttendance } from './attendance-form.tsx';
import { CaseCard } from './case-card.tsx';
import { OutcomeMark } from './case-marks.tsx';
import { DecidedCard, DecisionCard } from './decision-card.tsx';
import type { useDecisionDrafts } from './use-decision-drafts.ts';
import { useShortDate } from './use-short-date.ts';
import css from './committee.module.css';

export interface SideProps {
  readonly session: CommitteeSession;
  /** The case that is open; null: the agenda is empty. */
  readonly line: AgendaCase | null;
  readonly drafts: ReturnType<typeof useDecisionDrafts>;
  readonly busy: boolean;
  readonly onDecided: () => void;
  readonly onVoid: ((line: AgendaCase) => void) | undefined;
  /** Before this session again; missing: not from this person, or not any more. */
  readonly onUndefer: ((line: AgendaCase) => void) | undefined;
  readonly onClose: (() => void) | undefined;
  /** Need is judged while a case is before the committee. */
  readonly onJudge: ((found: CommitteeCase) => void) | undefined;
}

/** Beside the agenda: the open case, and what is decided of it; before that, who is there. */
export function SessionSide(props: SideProps) {
  const { session, line } = props;
  const { t } = useText();
  if (line === null)
    return (
      <>
        <Card pane={t('committee.case.summary')} grow>
          <EmptyState icon={IconGavel} text={t('committee.session.emptyAgenda')} />
        </Card>
        {session.state === 'planned' ? <AttendanceCard session={session} busy={props.busy} /> : null}
      </>
    );
  return <OpenCase key={line.requestId} {...props} line={line} />;
}

function OpenCase({
  session,
  line,
  drafts,
  busy,
  onDecided,
  onVoid,
  onUndefer,
  onClose,
  onJudge,
}: SideProps & { readonly line: AgendaCase }) {
  const { t } = useText();
  const found = useChannelQuery('committee.case', { requestId: line.requestId, on: session.day });
  const researchers = session.attendance.filter(({ memberId }) =>
    found.data?.researchedBy.includes(memberId),
  );
  return (
    <>
      {found.data === undefined ? (
        <Card pane={t('committee.case.summary')} grow>
          <QueryView query={found} rows={10}>
            {() => null}
          </QueryView>
        </Card>
      ) : (
        <CaseCard
          found={found.data}
          day={session.day}
          conflictNames={researchers.map(({ member }) => member.name)}
          {...(onJudge === undefined || line.decision !== null || !isOpenSession(session.state)
            ? {}
            : { onJudge })}
        />
      )}
      {line.decision !== null ? (
        <DecidedSide session={session} line={line} busy={busy} onVoid={onVoid} onClose={onClose} />
      ) : session.state === 'planned' ? (
        <AttendanceCard session={session} busy={busy} />
      ) : line.deferredReason !== '' ? (
        <DeferredSide session={session} line={line} busy={busy} onUndefer={onUndefer} onClose={onClose} />
      ) : !isOpenSession(session.state) || found.data === undefined ? (
        <Card pane={t('committee.decide.title')} grow>
          <CardHeader title={t('committee.decide.title')} />
          <CardBody>
            <Note kind="neutral">{t('committee.minutes.undecided')}</Note>
          </CardBody>
        </Card>
      ) : (
        <DecisionCard
          session={session}
          found={found.data}
          draft={drafts.of(line.requestId)}
          change={(part) => drafts.change(line.requestId, part)}
          busy={busy}
          onDecided={onDecided}
        />
      )}
    </>
  );
}

/** Once every case was seen, the session's own end is the next thing: its button, or nothing. */
function useSessionEnd({ session, busy, onClose }: Pick<SideProps, 'session' | 'busy' | 'onClose'>) {
  const { t } = useText();
  const allSeen = session.agenda.every(
    ({ decision, deferredReason }) => decision !== null || deferredReason !== '',
  );
  const mayClose = session.state === 'held' && allSeen && onClose !== undefined;
  useKey('Ctrl+Enter', t('committee.session.close'), () => onClose?.(), { enabled: mayClose && !busy });
  return mayClose ? (
    <Button kind="filled" keys="Ctrl+Enter" onClick={onClose}>
      {t('committee.session.close')}
    </Button>
  ) : null;
}

/** What was decided. */
function DecidedSide({
  session,
  line,
  busy,
  onVoid,
  onClose,
}: Pick<SideProps, 'session' | 'busy' | 'onVoid' | 'onClose'> & { readonly line: AgendaCase }) {
  const close = useSessionEnd({ session, busy, onClose });
  return (
    <DecidedCard
      line={line}
      onVoid={onVoid === undefined ? undefined : () => onVoid(line)}
      {...(close === null ? {} : { close })}
    />
  );
}

/** Put off to a later session: why, and the way back. Nothing is decided of it here until it is taken back. */
function DeferredSide({
  session,
  line,
  busy,
  onUndefer,
  onClose,
}: Pick<SideProps, 'session' | 'busy' | 'onUndefer' | 'onClose'> & { readonly line: AgendaCase }) {
  const { t } = useText();
  const close = useSessionEnd({ session, busy, onClose });
  return (
    <Card pane={t('committee.decide.title')} grow>
      <CardHeader title={t('committee.decide.title')} actions={<OutcomeMark kind={null} deferred />} />
      <CardBody scroll>
        <SummaryList rows={[{ term: t('committee.session.deferReason'), value: line.deferredReason }]} />
      </CardBody>
      {close === null && onUndefer === undefined ? null : (
        <CardFooter>
          {close}
          {onUndefer === undefined ? null : (
            <Button onClick={() => onUndefer(line)}>{t('committee.session.undefer')}</Button>
          )}
        </CardFooter>
      )}
    </Card>
  );
}

/** «بدء الجلسة»: who is there, before anything is decided. */
function AttendanceCard({ session, busy }: { readonly session: CommitteeSession; readonly busy: boolean }) {
  const { t } = useText();
  const say = useErrorText();
  const today = useToday();
  const shortDate = useShortDate();
  const mayKeep = useHasRole(...COMMITTEE_DESK_ROLES);
  const members = session.attendance.map(({ member }) => member);
  const draft = useAttendance(members, session.attendance);
  const [error, setError] = useState<ApiError | null>(null);
  const [sending, setSending] = useState(false);
  const [nobody, setNobody] = useState(false);
  const list = useRef<HTMLDivElement>(null);
  const start = async (): Promise<void> => {
    if (sending) return;
    // Kept with nobody there it would stay planned, and look as if the key had done nothing.
    const empty = !draft.attendance.some(({ present }) => present);
    setNobody(empty);
    if (empty) {
      list.current?.querySelector<HTMLElement>('input[type="checkbox"]')?.focus();
      return;
    }
    setSending(true);
    setError(null);
    try {
      await call('committee.attend', { id: session.id, attendance: [...draft.attendance] });
      showToast(t('committee.session.attendanceSaved'));
    } catch (problem) {
      if (!isApiError(problem)) throw problem;
      setError(problem);
    } finally {
      setSending(false);
    }
  };
  useKey('Ctrl+Enter', t('committee.session.start'), () => void start(), { enabled: mayKeep && !busy });
  useKey('Alt+Enter', t('committee.session.allPresent'), draft.all, { enabled: mayKeep && !busy });
  return (
    <Card pane={t('committee.session.attendance')} grow>
      <CardHeader title={t('committee.session.attendance')} />
      <CardBody scroll>
        <div className={css['notes']}>
          {error === null ? null : <ErrorBlock text={say(error)} />}
          {nobody && !draft.attendance.some(({ present }) => present) ? (
            <ErrorBlock text={t('committee.session.nobody')} />
          ) : null}
          {session.day > today ? (
            <Note kind="info">{t('committee.session.notCome', { day: shortDate(session.day) })}</Note>
          ) : null}
          <Note kind="neutral" icon={IconUsersGroup}>
            {t('committee.session.attendanceHelp')}
          </Note>
        </div>
        <div ref={list}>
          <AttendanceList members={members} draft={draft} quorum={session.quorum} />
        </div>
      </CardBody>
      {mayKeep ? (
        <CardFooter
          end={
            <Button kind="quiet" keys="Alt+Enter" onClick={draft.all}>
              {t('committee.session.allPresent')}
            </Button>
          }
        >
          <Button kind="filled" keys="Ctrl+Enter" loading={sending} onClick={() => void start()}>
            {t('committee.session.start')}
          </Button>
        </CardFooter>
      ) : null}
    </Card>
  );
}
