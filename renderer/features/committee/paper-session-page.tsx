import { IconWriting } from '@tabler/icons-react';
import { useRef, useState } from 'react';
import type { Attendance } from '#shared/committee/committee.ts';
import { membersOn, quorumOf } from '#shared/committee/session-rules.ts';
import type { FileRef } from '#shared/files/stored-file.ts';
import { clause, CLAUSE_IDS } from '#shared/policy/clauses.ts';
import type { RequestId } from '#shared/ids.ts';
import { type ApiError, call, isApiError } from '#renderer/api/client.ts';
import { ClockDialog, isClockError } from '#renderer/api/clock-dialog.tsx';
import { FileChip } from '#renderer/api/file-chip.tsx';
import { FilePicker } from '#renderer/api/file-picker.tsx';
import { useHasRole } from '#renderer/api/session.ts';
import { useChannelQuery } from '#renderer/api/use-channel.ts';
import { useErrorText } from '#renderer/i18n/error-text.ts';
import { useText } from '#renderer/i18n/use-text.ts';
import { AppLink, useGo } from '#renderer/ui/app-link.tsx';
import { Button } from '#renderer/ui/button.tsx';
import { Card, CardBody, CardFooter, CardHeader, SplitPane } from '#renderer/ui/card.tsx';
import { useToday } from '#renderer/ui/dates.tsx';
import { DraftSaved } from '#renderer/ui/draft-saved.tsx';
import { DualDateField } from '#renderer/ui/dual-date-field.tsx';
import { DigitsInput, SelectField, TextField } from '#renderer/ui/fields.tsx';
import { useKey } from '#renderer/ui/keys.ts';
import { paths } from '#renderer/ui/paths.ts';
import { Screen } from '#renderer/ui/screen.tsx';
import { EmptyState, ErrorBlock, Note } from '#renderer/ui/states.tsx';
import { showToast } from '#renderer/ui/toast.tsx';
import { AttendanceList, useAttendance } from './attendance-form.tsx';
import { type DecisionDraft, decidedOf, EMPTY_DRAFT } from './decision-model.ts';
import { PaperCase } from './paper-case.tsx';
import { type PaperCaseDraft, usePaperDraft } from './use-paper-draft.ts';
import { usePaperMissing } from './use-paper-missing.ts';
import css from './committee.module.css';

const MOST = 200;
const clauseName = (id: string): string => {
  const known = CLAUSE_IDS.find((one) => one === id);
  return known === undefined ? id : clause(known).text;
};

/** A session that was held on paper, from its signed minutes, in one screen: who was there, what was decided, and the scan. */
export function PaperSessionPage() {
  const { t, digits } = useText();
  const go = useGo();
  const say = useErrorText();
  const today = useToday();
  const manager = useHasRole('manager');
  const setting = useChannelQuery('committee.setting', undefined);
  const all = useChannelQuery('committee.members', undefined);
  const waiting = useChannelQuery('committee.waiting', { limit: MOST });
  const [day, setDay] = useState<string | null>(today);
  const [number, setNumber] = useState('');
  const [place, setPlace] = useState<string | null>(null);
  const [scan, setScan] = useState<FileRef | null>(null);
  const [cases, setCases] = useState<readonly PaperCaseDraft[]>([]);
  const [known, setKnown] = useState<readonly Attendance[]>([]);
  /** Was just added: the keys go on at its decision. */
  const [fresh, setFresh] = useState<RequestId | null>(null);
  const [asked, setAsked] = useState(false);
  const [error, setError] = useState<ApiError | null>(null);
  const [sending, setSending] = useState(false);
  const running = useRef(false);
  const members = membersOn(all.data ?? [], day ?? today);
  const attendance = useAttendance(members, known);
  const present = members.filter(({ id }) =>
    attendance.attendance.some((one) => one.memberId === id && one.present),
  );
  const quorum = quorumOf(setting.data?.quorum ?? null, members.length);
  const missing = usePaperMissing({ cases, present, scan, day });
  const left = (waiting.data?.rows ?? []).filter(
    (row) => !cases.some(({ line }) => line.requestId === row.requestId),
  );
  const add = (value: string | null): void => {
    const line = left.find(({ requestId }) => String(requestId) === value);
    if (line === undefined) return;
    setCases((before) => [...before, { line, draft: EMPTY_DRAFT }]);
    setFresh(line.requestId);
  };
  const change = (id: RequestId, part: Partial<DecisionDraft>): void =>
    setCases((before) =>
      before.map((one) => (one.line.requestId === id ? { ...one, draft: { ...one.draft, ...part } } : one)),
    );
  const kept = usePaperDraft(
    { day, number, place, scan, cases, attendance: attendance.attendance },
    waiting.data?.rows ?? [],
    (found) => {
      setDay(found.day);
      setNumber(found.number);
      setPlace(found.place);
      setScan(found.scan);
      setCases(found.cases);
      setKnown(found.attendance);
    },
    sending,
  );

  const save = async (confirmClock = false): Promise<void> => {
    setAsked(true);
    if (missing.length > 0 || scan === null || day === null || running.current) return;
    running.current = true;
    setSending(true);
    setError(null);
    try {
      const session = await call('committee.enterPaper', {
        day,
        place: place ?? setting.data?.place ?? '',
        number: number.trim() === '' ? null : Number(number),
        attendance: [...attendance.attendance],
        decisions: cases.flatMap(({ line, draft }) =>
          draft.kind === null ? [] : [decidedOf({ ...draft, kind: draft.kind }, line, present, clauseName)],
        ),
        scan,
        confirmClock,
      });
      await kept.discard();
      showToast(digits(t('committee.paper.done', { number: session.number })));
      go(paths.committeeSession(session.id));
    } catch (problem) {
      if (!isApiError(problem)) throw problem;
      setError(problem);
    } finally {
      running.current = false;
      setSending(false);
    }
  };
  useKey('Ctrl+Enter', t('committee.paper.save'), () => void save());
  useKey('Ctrl+S', t('keys.saveDraft'), () => void kept.flush());
  const clockError = isClockError(error) ? error : null;
  return (
    <Screen title={t('committee.paper.title')} crumbs={[{ name: t('committee.crumb'), to: paths.committee }]}>
      <SplitPane columns="25.5rem minmax(0, 1fr)">
        <Card pane={t('committee.paper.minutes')} grow>
          <CardHeader
            title={t('committee.paper.minutes')}
            actions={<DraftSaved state={kept.state} savedAtMs={kept.savedAtMs} />}
          />
          <CardBody scroll>
            {kept.offer}
            <div className={css['fields']}>
              <DualDateField label={t('committee.field.day')} required value={day} onChange={setDay} />
              <DigitsInput
                label={t('committee.field.number')}
                help={t('committee.paper.numberHelp')}
                value={number}
                onChange={setNumber}
                maxLength={4}
              />
              <TextField
                label={t('committee.field.place')}
                value={place ?? setting.data?.place ?? ''}
                onChange={setPlace}
                maxLength={120}
              />
              <FilePicker
                label={t('committee.paper.scan')}
                accept="scan"
                required
                onFile={({ sha256, name }) => setScan({ sha256, name })}
                error={asked && scan === null ? t('committee.paper.noScan') : undefined}
              >
                {scan === null ? null : <FileChip file={scan} onRemove={() => setScan(null)} />}
              </FilePicker>
            </div>
            <h3 className={css['heading']}>{t('committee.paper.whoCame')}</h3>
            {all.data !== undefined && members.length === 0 ? (
              <Note kind="warning">
                {t('committee.page.noMembers')}{' '}
                <AppLink to={paths.settingsOf('committee')}>{t('committee.page.toSettings')}</AppLink>
              </Note>
            ) : (
              <AttendanceList members={members} draft={attendance} quorum={quorum} />
            )}
          </CardBody>
        </Card>
        <Card pane={t('committee.paper.decisions')} grow>
          <CardHeader title={t('committee.paper.decisions')} count={digits(cases.length)} />
          <CardBody scroll>
            {error === null || clockError !== null ? null : <ErrorBlock text={say(error)} />}
            {asked && missing.length > 0 ? (
              <ErrorBlock title={t('form.summaryTitle')} text={missing.join(' · ')} />
            ) : null}
            <Note kind="neutral" icon={IconWriting}>
              {t('committee.paper.help')}
            </Note>
            <div className={css['fields']}>
              <SelectField
                // What was searched for belongs to the case that it found.
                key={cases.length}
                label={t('committee.paper.pick')}
                value={null}
                onChange={add}
                searchable
                choices={left.map((row) => ({
                  value: String(row.requestId),
                  label: `${row.partyName} · ${row.number ?? ''} · ${row.service}`,
                }))}
              />
            </div>
            {cases.length === 0 ? (
              <EmptyState icon={IconWriting} text={t('committee.paper.none')} />
            ) : (
              cases.map(({ line, draft: typed }) => (
                <PaperCase
                  key={line.requestId}
                  line={line}
                  draft={typed}
                  fresh={line.requestId === fresh}
                  day={day ?? today}
                  present={present}
                  manager={manager}
                  asked={asked}
                  change={(part) => change(line.requestId, part)}
                  onRemove={() =>
                    setCases((before) => before.filter((one) => one.line.requestId !== line.requestId))
                  }
                />
              ))
            )}
          </CardBody>
          <CardFooter>
            <Button kind="filled" keys="Ctrl+Enter" loading={sending} onClick={() => void save()}>
              {t('committee.paper.save')}
            </Button>
          </CardFooter>
        </Card>
      </SplitPane>
      <ClockDialog
        error={clockError}
        busy={sending}
        verb={t('committee.paper.clockConfirm')}
        takes={t('requests.clock.takes')}
        onConfirm={() => void save(true)}
        onClose={() => setError(null)}
      />
    </Screen>
  );
}
