import { IconPencil, IconTrash } from '@tabler/icons-react';
import { useRef, useState, type ReactElement } from 'react';
import { call, isApiError, type ApiError } from '#renderer/api/client.ts';
import { QueryView } from '#renderer/api/query-view.tsx';
import { useChannelQuery } from '#renderer/api/use-channel.ts';
import { useErrorText } from '#renderer/i18n/error-text.ts';
import { useText } from '#renderer/i18n/use-text.ts';
import { Button, IconButton } from '#renderer/ui/button.tsx';
import { SideDrawer } from '#renderer/ui/dialog.tsx';
import { SelectField, TextArea } from '#renderer/ui/fields.tsx';
import { Icon } from '#renderer/ui/icon.tsx';
import { useKey } from '#renderer/ui/keys.ts';
import { ErrorBlock, Note } from '#renderer/ui/states.tsx';
import { PHRASE_GROUP_IDS, type PhraseGroupId } from '#shared/letters/templates/phrases.ts';
import type { Phrase } from '#shared/templates/templates-contract.ts';
import css from './templates.module.css';

interface Draft {
  readonly id: number | null;
  readonly group: PhraseGroupId;
  readonly text: string;
}
const NEW: Draft = { id: null, group: 'opening', text: '' };

/** What is typed: a new phrase, or one of the office's that is put in other words. */
function PhraseForm({
  draft,
  onChange,
  onDone,
}: {
  readonly draft: Draft;
  readonly onChange: (draft: Draft) => void;
  readonly onDone: () => void;
}): ReactElement {
  const { t } = useText();
  const errorText = useErrorText();
  const field = useRef<HTMLTextAreaElement>(null);
  const [asked, setAsked] = useState(false);
  const [error, setError] = useState<ApiError | null>(null);
  const missing = draft.text.trim() === '';
  const save = async (): Promise<void> => {
    setAsked(true);
    setError(null);
    if (missing) return field.current?.focus();
    try {
      await call('phrases.save', draft);
      setAsked(false);
      onDone();
      field.current?.focus();
    } catch (caught) {
      if (!isApiError(caught)) throw caught;
      setError(caught);
    }
  };
  useKey('Ctrl+Enter', t('templates.phrases.save'), () => void save());
  return (
    <div className={css['form']}>
      {error === null ? null : <ErrorBlock text={errorText(error)} />}
      <TextArea
        ref={field}
        label={t(draft.id === null ? 'templates.phrases.new' : 'templates.phrases.edit')}
        value={draft.text}
        rows={2}
        autoFocus
        help={t('templates.phrases.hint')}
        error={asked && missing ? t('templates.phrases.missing') : undefined}
        onChange={(text) => onChange({ ...draft, text: text.slice(0, 500) })}
      />
      <SelectField<PhraseGroupId>
        label={t('templates.phrases.group')}
        value={draft.group}
        choices={PHRASE_GROUP_IDS.map((value) => ({ value, label: t(`letters.tools.phraseGroup.${value}`) }))}
        onChange={(group) => onChange({ ...draft, group: group ?? draft.group })}
      />
      <div className={css['acts']}>
        <Button kind="filled" keys="Ctrl+Enter" onClick={() => void save()}>
          {t('templates.phrases.save')}
        </Button>
        {draft.id === null ? null : <Button onClick={onDone}>{t('templates.phrases.stop')}</Button>}
      </div>
    </div>
  );
}

/** العبارات الجاهزة: Wisam's, and the office's own beside them, to add, put in other words and take away. */
export function PhrasesDrawer({
  opened,
  keeps,
  onClose,
}: {
  readonly opened: boolean;
  /** May change them. */
  readonly keeps: boolean;
  readonly onClose: () => void;
}): ReactElement {
  const { t } = useText();
  const errorText = useErrorText();
  const list = useChannelQuery('phrases.list', undefined, { enabled: opened });
  const [draft, setDraft] = useState<Draft>(NEW);
  /** The last one taken away: a toast would lie under the drawer. */
  const [removed, setRemoved] = useState<number | null>(null);
  const [problem, setProblem] = useState<ApiError | null>(null);
  const attempt = async (act: () => Promise<unknown>): Promise<void> => {
    setProblem(null);
    try {
      await act();
    } catch (error) {
      if (!isApiError(error)) throw error;
      setProblem(error);
    }
  };
  const undo = (id: number): Promise<void> =>
    attempt(async () => {
      await call('phrases.undoRemove', { id });
      setRemoved(null);
    });
  const remove = (id: number): Promise<void> =>
    attempt(async () => {
      await call('phrases.remove', { id });
      if (draft.id === id) setDraft(NEW);
      setRemoved(id);
    });
  const row = (phrase: Phrase): ReactElement => (
    <li key={phrase.id ?? phrase.text} className={css['phrase']}>
      <span lang="ar">{phrase.text.trim()}</span>
      {phrase.id === null || !keeps ? null : (
        <span className={css['acts']}>
          <IconButton
            label={t('templates.phrases.editOne', { text: phrase.text.trim() })}
            icon={<Icon of={IconPencil} size="sm" />}
            onClick={() => setDraft(phrase)}
          />
          <IconButton
            label={t('templates.phrases.removeOne', { text: phrase.text.trim() })}
            icon={<Icon of={IconTrash} size="sm" />}
            onClick={() => void remove(phrase.id ?? 0)}
          />
        </span>
      )}
    </li>
  );
  return (
    <SideDrawer opened={opened} onClose={onClose} title={t('templates.phrases.title')}>
      {keeps ? (
        <PhraseForm key={draft.id ?? 'new'} draft={draft} onChange={setDraft} onDone={() => setDraft(NEW)} />
      ) : null}
      {problem === null ? null : <ErrorBlock text={errorText(problem)} />}
      {removed === null ? null : (
        <Note kind="success">
          <div className={css['chosenRow']} role="status">
            <span>{t('templates.phrases.removed')}</span>
            <Button size="sm" autoFocus onClick={() => void undo(removed)}>
              {t('templates.phrases.undo')}
            </Button>
          </div>
        </Note>
      )}
      <QueryView query={list} rows={8}>
        {(phrases) => (
          <>
            {PHRASE_GROUP_IDS.map((group) => (
              <section key={group} aria-label={t(`letters.tools.phraseGroup.${group}`)}>
                <h3 className={css['phraseGroup']}>{t(`letters.tools.phraseGroup.${group}`)}</h3>
                <ul>{phrases.filter((phrase) => phrase.group === group).map(row)}</ul>
              </section>
            ))}
          </>
        )}
      </QueryView>
    </SideDrawer>
  );
}
