import type { ReactElement } from 'react';
import { isApiError, type ApiError } from '#renderer/api/client.ts';
import { useErrorText } from '#renderer/i18n/error-text.ts';
import { useText } from '#renderer/i18n/use-text.ts';
import { Button } from '#renderer/ui/button.tsx';
import { ErrorBlock, Note } from '#renderer/ui/states.tsx';
import type { LetterProblem } from '#shared/letters/letter-rules.ts';
import type { Letter, LetterState } from '#shared/letters/letter.ts';
import { FIELD_IDS } from './letter-form.tsx';
import css from './letters.module.css';

export interface Missing {
  readonly field: LetterProblem['field'];
  /** What to do about it, in words. */
  readonly text: string;
}

/** What keeps the letter from going on, with a link to each field. */
function MissingNotice({ fields }: { readonly fields: readonly Missing[] }): ReactElement {
  const { t } = useText();
  return (
    <ErrorBlock
      title={t('letters.missing.title')}
      text=""
      actions={
        <ul className={css['problems']}>
          {fields.map(({ field, text }) => (
            <li key={text}>
              <a
                href={`#${FIELD_IDS[field]}`}
                onClick={(event) => {
                  event.preventDefault();
                  document.getElementById(FIELD_IDS[field])?.focus();
                }}
              >
                {text}
              </a>
            </li>
          ))}
        </ul>
      }
    />
  );
}

/** A refusal of the main process; a character that the font lacks gets the button that shows it in the text. */
export function ErrorNotice({
  error,
  onShowCharacter,
}: {
  readonly error: ApiError;
  readonly onShowCharacter: (character: string) => void;
}): ReactElement {
  const { t } = useText();
  const errorText = useErrorText();
  const { character, codePoint, place } = error.details;
  if (!isApiError(error, 'missingGlyph') || typeof character !== 'string') {
    return <ErrorBlock text={errorText(error)} />;
  }
  return (
    <ErrorBlock
      title={t('letters.glyph.title')}
      text={t('letters.glyph.text', {
        character,
        code: String(codePoint ?? ''),
        around: String(place ?? ''),
      })}
      actions={
        <Button size="sm" onClick={() => onShowCharacter(character)}>
          {t('letters.glyph.show')}
        </Button>
      }
    />
  );
}

/** Two windows wrote one letter: nothing is lost, and a person says which stays here. */
function ConflictNotice({
  onTheirs,
  onMine,
}: {
  readonly onTheirs: () => void;
  readonly onMine: () => void;
}): ReactElement {
  const { t } = useText();
  return (
    <ErrorBlock
      title={t('letters.save.conflictTitle')}
      text={t('letters.save.conflictText')}
      actions={
        <div className={css['noticeRow']}>
          <Button size="sm" onClick={onMine}>
            {t('letters.save.conflictMine')}
          </Button>
          <Button size="sm" onClick={onTheirs}>
            {t('letters.save.conflictTheirs')}
          </Button>
        </div>
      }
    />
  );
}

/** What must be settled before the letter goes on; takes no room while there is nothing. */
export function DeskNotices({
  letter,
  state,
  missing,
  error,
  conflict,
  locked,
  canEdit,
  onEdit,
  onTheirs,
  onMine,
  onShowCharacter,
}: {
  readonly letter: Letter | null;
  readonly state: LetterState;
  readonly missing: readonly Missing[];
  readonly error: ApiError | null;
  readonly conflict: boolean;
  /** A proof or an approval that is being read. */
  readonly locked: boolean;
  readonly canEdit: boolean;
  readonly onEdit: () => void;
  readonly onTheirs: () => void;
  readonly onMine: () => void;
  readonly onShowCharacter: (character: string) => void;
}): ReactElement | null {
  const { t } = useText();
  const returned = state === 'returned' && letter !== null;
  const read = locked && (state === 'proof' || state === 'approved');
  if (!conflict && missing.length === 0 && error === null && !returned && !read) return null;
  return (
    <div className={css['notices']}>
      {conflict ? <ConflictNotice onTheirs={onTheirs} onMine={onMine} /> : null}
      {missing.length > 0 ? <MissingNotice fields={missing} /> : null}
      {error === null ? null : <ErrorNotice error={error} onShowCharacter={onShowCharacter} />}
      {returned ? (
        <Note kind="warning">
          {t('letters.state.returned')} <bdi>{letter.remarks}</bdi>
        </Note>
      ) : null}
      {read ? (
        <Note>
          <div className={css['noticeRow']}>
            <span>
              {state === 'proof'
                ? t('letters.state.proof')
                : t('letters.state.approved', { name: letter?.approvedByName ?? '' })}
            </span>
            {canEdit ? (
              <Button size="sm" onClick={onEdit}>
                {t('letters.state.edit')}
              </Button>
            ) : null}
          </div>
        </Note>
      ) : null}
    </div>
  );
}
