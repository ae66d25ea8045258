import { useRef, useState, type ReactElement } from 'react';
import { call } from '#renderer/api/client.ts';
import { useStaff } from '#renderer/api/session.ts';
import { useText } from '#renderer/i18n/use-text.ts';
import { useGo } from '#renderer/ui/app-link.tsx';
import { Card, SplitPane } from '#renderer/ui/card.tsx';
import { useKey } from '#renderer/ui/keys.ts';
import { paths } from '#renderer/ui/paths.ts';
import { Screen } from '#renderer/ui/screen.tsx';
import { showToast } from '#renderer/ui/toast.tsx';
import type { PartyId, RequestId } from '#shared/ids.ts';
import { letterProblems, nextLetterState } from '#shared/letters/letter-rules.ts';
import type { Letter, LetterContent } from '#shared/letters/letter.ts';
import { plainText } from '#shared/letters/rich-text.ts';
import type { OrganisationProfile } from '#shared/organisation/profile.ts';
import { letterRights, opensForReading, primaryAct } from './letter-acts.ts';
import { LetterBar, PRIMARY_VERBS } from './letter-bar.tsx';
import type { LetterTextHandle } from './editor/letter-text-editor.tsx';
import { ClockDialog, IssueDialog } from './issue-dialogs.tsx';
import { FIELD_IDS, isTextTooLong, LetterForm, type Signatory } from './letter-form.tsx';
import { DeskNotices, ErrorNotice, WarningsNotice } from './letter-notices.tsx';
import { LetterStateBadge } from './letter-state-badge.tsx';
import { fieldHolding } from './missing-character.ts';
import { PaperStage } from './preview/paper-stage.tsx';
import { useLivePreview } from './preview/use-live-preview.ts';
import { SaveStatus } from './save-status.tsx';
import { ReturnDialog } from './small-dialogs.tsx';
import { useLetterAutosave } from './use-letter-autosave.ts';
import { useLetterFlow } from './use-letter-flow.ts';
import { useLetterWarnings } from './use-letter-warnings.ts';
import css from './letters.module.css';

export interface LetterDeskProps {
  /** Null while a new letter has no row yet. */
  readonly letter: Letter | null;
  readonly start: LetterContent;
  readonly links: { readonly partyId: PartyId | null; readonly requestId: RequestId | null };
  readonly profile: OrganisationProfile;
  readonly signatories: readonly Signatory[];
  readonly onCreated: (letter: Letter) => void;
  /** After a conflict: opens what is stored, in place of what stands here. */
  readonly onReload: () => void;
}

type OpenDialog = 'issue' | 'return' | null;

/** A letter on its way to issue: form and text beside the live page. */
export function LetterDesk(props: LetterDeskProps): ReactElement {
  const { letter, start, links, profile, signatories, onCreated, onReload } = props;
  const { t } = useText();
  const go = useGo();
  const rights = letterRights(useStaff());
  const [content, setContent] = useState(start);
  const autosave = useLetterAutosave(letter, content, links, onCreated);
  const flow = useLetterFlow();
  const state = letter?.state ?? autosave.state;
  const [unlocked, setUnlocked] = useState(!opensForReading(state));
  const [asked, setAsked] = useState(false);
  const [dialog, setDialog] = useState<OpenDialog>(null);
  const editor = useRef<LetterTextHandle>(null);
  const digits = profile.letters.fieldDigits;
  const preview = useLivePreview(content, true);
  const warnings = useLetterWarnings(content.body, digits);
  const readOnly = !rights.write || !unlocked;
  const primary = primaryAct(state, rights);
  const problems = letterProblems(content).map((problem) => problem.field);
  const missing = asked ? problems : [];
  const tooLong = isTextTooLong(plainText(content.body).length);
  const clockError = flow.error?.code === 'clockWentBack' ? flow.error : null;

  // Somebody else's step (or ours) changed what may be typed: a proof is read first.
  const [seenState, setSeenState] = useState(state);
  if (seenState !== state) {
    setSeenState(state);
    if (opensForReading(state)) setUnlocked(false);
    else if (state === 'returned') setUnlocked(true);
  }

  const showMissing = (fields: typeof problems): void => {
    setAsked(true);
    const first = fields[0];
    if (first !== undefined) document.getElementById(FIELD_IDS[first])?.focus();
  };

  const doPrimary = async (): Promise<void> => {
    if (primary === null || flow.busy) return;
    flow.clearError();
    if (problems.length > 0) return showMissing(problems);
    const id = tooLong ? null : await autosave.flush();
    if (id === null) return;
    if (primary === 'issue') setDialog('issue');
    else await (primary === 'submit' ? flow.submit(id) : flow.approve(id));
  };
  const issue = async (confirmClock: boolean): Promise<void> => {
    if (autosave.id !== null) await flow.issueAndPrint(autosave.id, confirmClock);
  };
  const printProof = async (): Promise<void> => {
    flow.clearError();
    const id = await autosave.flush();
    if (id !== null) await flow.print(id, 1);
    else if (autosave.id === null) showMissing(problems);
  };
  const discard = async (): Promise<void> => {
    const id = await autosave.flush();
    if (id === null) return;
    await call('letters.discard', { id });
    go(paths.letters);
    showToast(t('letters.actions.discarded'), async () => {
      await call('letters.restoreDiscarded', { id });
      go(paths.letter(id));
    });
  };
  const showCharacter = (character: string): void => {
    const field = fieldHolding(content, character);
    if (field === null) editor.current?.showCharacter(character);
    else document.getElementById(field)?.focus();
  };

  const keysOn = dialog === null && clockError === null;
  useKey('Ctrl+Enter', t(PRIMARY_VERBS[primary ?? 'submit']), () => void doPrimary(), {
    enabled: keysOn && primary !== null,
  });
  useKey('F9', t('letters.actions.proofPrint'), () => void printProof(), { enabled: keysOn });
  useKey('Ctrl+S', t('keys.saveDraft'), () => void autosave.flush(), { enabled: keysOn });

  // What went wrong is said on the page; only the clock is asked about over the dialog.
  const [seenError, setSeenError] = useState(flow.error);
  if (seenError !== flow.error) {
    setSeenError(flow.error);
    if (flow.error !== null && flow.error.code !== 'clockWentBack') setDialog(null);
  }

  const title =
    content.subject.trim() === ''
      ? t(letter === null ? 'letters.newTitle' : 'letters.untitled')
      : content.subject;
  const pageError = clockError === null ? flow.error : null;
  // Said once: what an act was refused for is not repeated over the paper.
  const previewError = pageError === null ? preview.error : null;
  return (
    <Screen
      title={title}
      crumbs={[{ name: t('letters.title'), to: paths.letters }, { name: t('letters.outgoing') }]}
      aside={
        <>
          <LetterStateBadge state={state} />
          <span className={css['quiet']}>{t('letters.numberOnIssue')}</span>
        </>
      }
      actions={<SaveStatus autosave={autosave} savedBeforeMs={letter?.updatedAtMs ?? null} />}
    >
      <SplitPane columns="minmax(0, 1fr) min(34.5rem, 49%)">
        <Card pane={t('letters.form.label')}>
          <LetterForm
            content={content}
            onChange={setContent}
            readOnly={readOnly}
            isNew={letter === null}
            digits={digits}
            signatories={signatories}
            errors={Object.fromEntries(missing.map((field) => [field, t(`letters.missing.${field}`)]))}
            textTooLong={tooLong ? t('letters.missing.tooLong') : undefined}
            editor={editor}
            notices={
              <DeskNotices
                letter={letter}
                state={state}
                missing={missing}
                error={pageError}
                conflict={autosave.status === 'conflict'}
                locked={!unlocked}
                canEdit={rights.write && nextLetterState(state, 'edit') !== null}
                onEdit={() => setUnlocked(true)}
                onTheirs={onReload}
                onMine={() => void autosave.saveAsNew()}
                onShowCharacter={showCharacter}
              />
            }
            remarks={
              warnings.length > 0 ? (
                <WarningsNotice
                  warnings={warnings}
                  onReplace={readOnly ? null : (from, to) => editor.current?.replaceText(from, to)}
                />
              ) : null
            }
          />
          <LetterBar
            state={state}
            rights={rights}
            primary={primary}
            busy={flow.busy}
            canDiscard={rights.write && autosave.id !== null && nextLetterState(state, 'discard') !== null}
            onPrimary={() => void doPrimary()}
            onReturn={() => setDialog('return')}
            onPrint={() => void printProof()}
            onDiscard={() => void discard()}
          />
        </Card>
        <PaperStage
          title={t('letters.preview.label')}
          pdf={preview.pdf}
          stale={preview.error !== null}
          notice={
            previewError === null ? null : (
              <ErrorNotice error={previewError} onShowCharacter={showCharacter} />
            )
          }
        />
      </SplitPane>
      <IssueDialog
        opened={dialog === 'issue' && clockError === null}
        content={content}
        digits={digits}
        alsoApproves={state !== 'approved'}
        busy={flow.busy}
        error={null}
        onConfirm={() => void issue(false)}
        onClose={() => setDialog(null)}
      />
      <ClockDialog
        error={clockError}
        busy={flow.busy}
        onConfirm={() => void issue(true)}
        onClose={() => {
          flow.clearError();
          setDialog(null);
        }}
      />
      <ReturnDialog
        opened={dialog === 'return'}
        busy={flow.busy}
        error={null}
        onConfirm={(remarks) => {
          if (autosave.id === null) return;
          void flow.giveBack(autosave.id, remarks).then(() => setDialog(null));
        }}
        onClose={() => setDialog(null)}
      />
    </Screen>
  );
}
