import { useRef, useState, type ReactElement } from 'react';
import { ClockDialog, isClockError } from '#renderer/api/clock-dialog.tsx';
import { call } from '#renderer/api/client.ts';
import { useStaff } from '#renderer/api/session.ts';
import { useText } from '#renderer/i18n/use-text.ts';
import { useGo } from '#renderer/ui/app-link.tsx';
import { Card, SplitPane } from '#renderer/ui/card.tsx';
import { useKey } from '#renderer/ui/keys.ts';
import { paths } from '#renderer/ui/paths.ts';
import { Screen } from '#renderer/ui/screen.tsx';
import { showToast } from '#renderer/ui/toast.tsx';
import { letterProblems, nextLetterState, unfilledNames } from '#shared/letters/letter-rules.ts';
import type { Letter, LetterContent } from '#shared/letters/letter.ts';
import type { SigningPictures } from '#shared/letters/letter-life.ts';
import { plainText, richTextIsEmpty } from '#shared/letters/rich-text.ts';
import type { TemplateRef } from '#shared/templates/templates-contract.ts';
import type { OrganisationProfile } from '#shared/organisation/profile.ts';
import { letterRights, opensForReading, primaryAct } from './letter-acts.ts';
import { LetterBar, PRIMARY_VERBS } from './letter-bar.tsx';
import type { LetterTextHandle } from './editor/letter-text-editor.tsx';
import { IssueDialog } from './issue-dialogs.tsx';
import { FIELD_IDS, isTextTooLong, LetterForm, type Signatory } from './letter-form.tsx';
import { DeskNotices, ErrorNotice, type Missing } from './letter-notices.tsx';
import { LetterStateBadge } from '#renderer/ui/letter-state-badge.tsx';
import { fieldHolding } from './missing-character.ts';
import { PaperStage } from '#renderer/ui/pdf-stage.tsx';
import { useLivePreview } from './preview/use-live-preview.ts';
import { SaveStatus } from './save-status.tsx';
import { StyleNotice } from './style-notice.tsx';
import { ReturnDialog } from './small-dialogs.tsx';
import { TemplateDialog } from './templates/template-dialog.tsx';
import { useTemplateWriting } from './templates/use-template-writing.ts';
import type { LetterLinks } from './letter-start.ts';
import { useLetterAutosave } from './use-letter-autosave.ts';
import { useLetterFlow } from './use-letter-flow.ts';
import { useLetterWarnings } from './use-letter-warnings.ts';
import css from './letters.module.css';

export interface LetterDeskProps {
  /** Null while a new letter has no row yet. */
  readonly letter: Letter | null;
  readonly start: LetterContent;
  readonly links: LetterLinks;
  readonly profile: OrganisationProfile;
  readonly signatories: readonly Signatory[];
  readonly onCreated: (letter: Letter) => void;
  /** Asked for with the address: the letter begins from it. */
  readonly template: TemplateRef | null;
  /** After a conflict: opens what is stored, in place of what stands here. */
  readonly onReload: () => void;
}

type OpenDialog = 'issue' | 'return' | 'template' | null;

/** A letter on its way to issue: form and text beside the live page. */
export function LetterDesk(props: LetterDeskProps): ReactElement {
  const { letter, start, profile, signatories, onCreated, onReload } = props;
  const { t } = useText();
  const go = useGo();
  const me = useStaff();
  const rights = letterRights(me);
  const [content, setContent] = useState(start);
  const [links, setLinks] = useState(props.links);
  const autosave = useLetterAutosave(letter, content, links, onCreated);
  const flow = useLetterFlow(autosave.id);
  const state = letter?.state ?? autosave.state;
  const [unlocked, setUnlocked] = useState(!opensForReading(state));
  const [asked, setAsked] = useState(false);
  const [dialog, setDialog] = useState<OpenDialog>(props.template === null ? null : 'template');
  const writing = useTemplateWriting(content, setContent, links, setLinks);
  const [pictures, setPictures] = useState<SigningPictures>({ signature: false, stamp: false });
  const editor = useRef<LetterTextHandle>(null);
  const digits = profile.letters.fieldDigits;
  const preview = useLivePreview(content, true);
  const warnings = useLetterWarnings(content, digits);
  const readOnly = !rights.write || !unlocked;
  const primary = primaryAct(state, rights);
  const problems = letterProblems(content).map((problem): Missing => ({
    field: problem.field,
    text:
      problem.code === 'required'
        ? t(`letters.missing.${problem.field}`)
        : t('letters.missing.unfilledField', { names: unfilledNames(content, problem.field) }),
  }));
  const missing = asked ? problems : [];
  const tooLong = isTextTooLong(plainText(content.body).length);
  const clockError = isClockError(flow.error) ? flow.error : null;

  // Somebody else's step (or ours) changed what may be typed: a proof is read first.
  const [seenState, setSeenState] = useState(state);
  if (seenState !== state) {
    setSeenState(state);
    if (opensForReading(state)) setUnlocked(false);
    else if (state === 'returned') setUnlocked(true);
  }

  const showMissing = (fields: typeof problems): void => {
    setAsked(true);
    const first = fields[0]?.field;
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
    if (autosave.id !== null) await flow.issueAndPrint(autosave.id, confirmClock, pictures);
  };
  const printProof = async (): Promise<void> => {
    flow.clearError();
    const id = await autosave.flush();
    if (id !== null) await flow.print(id);
    else if (autosave.id === null) showMissing(problems);
  };
  const chooseProof = async (): Promise<void> => {
    flow.clearError();
    const id = await autosave.flush();
    if (id !== null) flow.choosePrint(id);
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
    if (field === null) editor.current?.showText(character);
    else document.getElementById(field)?.focus();
  };

  const keysOn = dialog === null && clockError === null;
  useKey('Ctrl+Enter', t(PRIMARY_VERBS[primary ?? 'submit']), () => void doPrimary(), {
    enabled: keysOn && primary !== null,
  });
  useKey('F9', t('letters.actions.proofPrint'), () => void printProof(), { enabled: keysOn });
  useKey('Shift+F9', t('letters.actions.printCopies'), () => void chooseProof(), { enabled: keysOn });
  useKey('F7', t('templates.dialog.open'), () => setDialog('template'), { enabled: keysOn && !readOnly });
  useKey('Ctrl+S', t('keys.saveDraft'), () => void autosave.flush(), { enabled: keysOn });

  // What went wrong is said on the page; only the clock is asked about over the dialog.
  const [seenError, setSeenError] = useState(flow.error);
  if (seenError !== flow.error) {
    setSeenError(flow.error);
    if (flow.error !== null && !isClockError(flow.error)) setDialog(null);
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
            key={writing.edition}
            content={content}
            onChange={setContent}
            onPerson={(partyId) => setLinks((old) => ({ ...old, partyId, requestId: null }))}
            readOnly={readOnly}
            isNew={letter === null}
            digits={digits}
            signatories={signatories}
            errors={Object.fromEntries(missing.map(({ field, text }) => [field, text]))}
            textTooLong={tooLong ? t('letters.missing.tooLong') : undefined}
            editor={editor}
            notices={
              <>
                {flow.printNotice}
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
              </>
            }
            remarks={
              warnings.length > 0 ? (
                <StyleNotice
                  warnings={warnings}
                  onFix={readOnly ? null : (changes) => editor.current?.applyChanges(changes)}
                  onShow={(text, at) => editor.current?.showText(text, at)}
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
            onTemplate={readOnly ? null : () => setDialog('template')}
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
      {dialog === 'template' ? (
        <TemplateDialog
          opened
          first={props.template}
          links={links}
          replaces={!richTextIsEmpty(content.body)}
          onFilled={(filled) => {
            setDialog(null);
            writing.write(filled);
          }}
          onClose={() => setDialog(null)}
        />
      ) : null}
      <IssueDialog
        opened={dialog === 'issue' && clockError === null}
        content={content}
        digits={digits}
        alsoApproves={state !== 'approved'}
        approver={state === 'approved' ? (letter?.approvedBy ?? null) : me.id}
        pictures={rights.pictures ? pictures : null}
        onPictures={setPictures}
        busy={flow.busy}
        error={null}
        onConfirm={() => void issue(false)}
        onClose={() => setDialog(null)}
      />
      <ClockDialog
        error={clockError}
        busy={flow.busy}
        verb={t('letters.clockDialog.confirm')}
        takes={t('letters.clockDialog.takes')}
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
