import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import type { Visit } from '#shared/visits/visit.ts';
import { call } from '#renderer/api/client.ts';
import { useAutosave, type Autosave } from '#renderer/api/use-autosave.ts';
import { useText } from '#renderer/i18n/use-text.ts';
import { DraftSaved } from '#renderer/ui/draft-saved.tsx';
import { useKey } from '#renderer/ui/keys.ts';
import css from './desk.module.css';

const NOTE_MAX = 4000;

export interface NoteDraft extends Autosave {
  readonly text: string;
  readonly setText: (text: string) => void;
}

/** The officer's note of one visit, saved while it is typed; the last text wins. */
export function useVisitNote(visit: Visit): NoteDraft {
  const { t } = useText();
  const queries = useQueryClient();
  const [text, setText] = useState(visit.note);
  const autosave = useAutosave(text, async (note) => {
    const { savedAtMs } = await call('visits.saveNote', { id: visit.id, note });
    // Typing sends no `data.changed`: the copy that a return to this visit shows is kept up here.
    queries.setQueryData(['visits.get', { id: visit.id }], (old: Visit | undefined) =>
      old === undefined ? old : { ...old, note },
    );
    return savedAtMs;
  });
  useKey('Ctrl+S', t('keys.saveDraft'), () => void autosave.flush());
  return { ...autosave, text, setText };
}

export function VisitNote({ note, readOnly }: { readonly note: NoteDraft; readonly readOnly: boolean }) {
  const { t } = useText();
  return (
    <section className={css['noteSection']}>
      <header className={css['sectionHead']}>
        <h3>{t('desk.note.title')}</h3>
        <DraftSaved state={note.state} savedAtMs={note.savedAtMs} />
      </header>
      {readOnly ? (
        <p>{note.text === '' ? t('desk.note.empty') : note.text}</p>
      ) : (
        <textarea
          className={css['note']}
          aria-label={t('desk.note.title')}
          placeholder={t('desk.note.placeholder')}
          maxLength={NOTE_MAX}
          value={note.text}
          onChange={(event) => note.setText(event.currentTarget.value)}
        />
      )}
    </section>
  );
}
