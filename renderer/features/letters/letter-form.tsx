import {
  lazy,
  memo,
  Suspense,
  useCallback,
  useId,
  useState,
  type ReactElement,
  type ReactNode,
  type Ref,
} from 'react';
import { useText } from '#renderer/i18n/use-text.ts';
import { SelectField, TextField } from '#renderer/ui/fields.tsx';
import type { DigitSystem } from '#shared/arabic/digits.ts';
import type { PartyId, StaffId } from '#shared/ids.ts';
import type { LetterContent } from '#shared/letters/letter.ts';
import { recipientLine, type LetterProblem } from '#shared/letters/letter-rules.ts';
import { RICH_TEXT_MAX_CHARACTERS, type RichText } from '#shared/letters/rich-text.ts';
import { AttachmentsField } from './attachments-field.tsx';
import type { LetterTextHandle } from './editor/letter-text-editor.tsx';
import { copiesAsText, copiesFromText } from './letter-content.ts';
import { RecipientFields } from './recipient-fields.tsx';
import css from './letters.module.css';

const LetterTextEditor = lazy(async () => ({
  default: memo((await import('./editor/letter-text-editor.tsx')).LetterTextEditor),
}));

export interface Signatory {
  readonly id: StaffId;
  readonly name: string;
  readonly jobTitle: string;
}

/** Ids of the fields that may be missing: the summary's links lead to them. */
export const FIELD_IDS: Readonly<Record<LetterProblem['field'], string>> = {
  recipient: 'letter-recipient',
  subject: 'letter-subject',
  body: 'letter-body',
  signatory: 'letter-signatory',
};

export interface LetterFormProps {
  readonly content: LetterContent;
  readonly onChange: (change: (content: LetterContent) => LetterContent) => void;
  /** The addressee was chosen among who has a file: the letter is about them. */
  readonly onPerson: (id: PartyId) => void;
  readonly readOnly: boolean;
  readonly isNew: boolean;
  readonly digits: DigitSystem;
  readonly signatories: readonly Signatory[];
  /** Fields that were found missing when the primary act was asked for, with their sentences. */
  readonly errors: Partial<Record<LetterProblem['field'], string>>;
  readonly textTooLong: string | undefined;
  readonly editor: Ref<LetterTextHandle>;
  /** What must be settled before the letter goes on: on top. */
  readonly notices: ReactNode;
  /** What looks wrong in the text: beneath it, so that nothing moves under the hands that type. */
  readonly remarks: ReactNode;
}

const signatoryKey = (one: { name: string; title: string }): string => `${one.name}\n${one.title}`;

/** What a letter is made of, in the order of the paper; the text takes the room that is left. */
export function LetterForm({
  content,
  onChange,
  onPerson,
  readOnly,
  isNew,
  digits,
  signatories,
  errors,
  textTooLong,
  editor,
  notices,
  remarks,
}: LetterFormProps): ReactElement {
  const { t } = useText();
  const labelId = useId();
  const noteId = useId();
  const errorId = useId();
  const [initial] = useState(content.body);
  const [reply, setReply] = useState(content.inReplyTo !== '');
  // A correction, an answer, a filled template: addressee and subject stand there, the text is next.
  const [startsInText] = useState(isNew && recipientLine(content.recipient) !== '' && content.subject !== '');
  const [copies, setCopies] = useState(() => copiesAsText(content.copies));
  const set = <K extends keyof LetterContent>(key: K, value: LetterContent[K]): void =>
    onChange((old) => ({ ...old, [key]: value }));
  // Stable, or every key press would render the editor again.
  const setBody = useCallback((body: RichText) => onChange((old) => ({ ...old, body })), [onChange]);

  const choices: { value: string; label: string; signatory: LetterContent['signatory'] }[] = signatories.map(
    (one) => ({
      value: signatoryKey({ name: one.name, title: one.jobTitle }),
      label: one.jobTitle === '' ? one.name : one.jobTitle,
      signatory: { name: one.name, title: one.jobTitle, staffId: one.id },
    }),
  );
  const chosen = content.signatory.name === '' ? null : signatoryKey(content.signatory);
  // Who signed an older letter may have left the office: the letter keeps their name.
  if (chosen !== null && !choices.some((choice) => choice.value === chosen)) {
    choices.push({ value: chosen, label: content.signatory.title, signatory: content.signatory });
  }
  const titles = choices.map((choice) => choice.label);
  const bodyError = errors.body ?? textTooLong;
  return (
    <div className={css['form']}>
      {notices}
      <RecipientFields
        recipient={content.recipient}
        disabled={readOnly}
        autoFocus={isNew && !startsInText}
        error={errors.recipient}
        onChange={(recipient) => set('recipient', recipient)}
        onPerson={(recipient, id) => {
          set('recipient', recipient);
          onPerson(id);
        }}
      />
      <TextField
        id={FIELD_IDS.subject}
        label={t('letters.form.subject')}
        required
        value={content.subject}
        disabled={readOnly}
        error={errors.subject}
        maxLength={200}
        onChange={(subject) => set('subject', subject)}
      />
      {reply ? (
        <TextField
          id="letter-in-reply-to"
          label={t('letters.form.inReplyTo')}
          optional
          value={content.inReplyTo}
          disabled={readOnly}
          maxLength={200}
          placeholder={t('letters.form.inReplyToHint')}
          onChange={(inReplyTo) => set('inReplyTo', inReplyTo)}
        />
      ) : null}
      <div className={css['body']}>
        <div className={css['bodyLabel']}>
          <span id={labelId}>
            {t('letters.form.body')} <span className={css['required']}>*</span>
          </span>
          {reply || readOnly ? null : (
            <button type="button" className={css['linkButton']} onClick={() => setReply(true)}>
              {t('letters.form.inReplyToAdd')}
            </button>
          )}
          <span id={noteId} className={css['note']}>
            {t('letters.form.bodyNote')}
          </span>
        </div>
        <Suspense fallback={<div className={css['editorPlace']} aria-busy="true" />}>
          <LetterTextEditor
            ref={editor}
            id={FIELD_IDS.body}
            initial={initial}
            editable={!readOnly}
            labelledBy={labelId}
            describedBy={bodyError === undefined ? noteId : errorId}
            invalid={bodyError !== undefined}
            placeholder={t('letters.form.bodyPlaceholder')}
            digits={digits}
            autoFocus={startsInText}
            onChange={setBody}
          />
        </Suspense>
        {bodyError === undefined ? null : (
          <p id={errorId} className={css['fieldError']}>
            {bodyError}
          </p>
        )}
        {remarks}
      </div>
      <div className={css['last']}>
        <AttachmentsField
          value={content.attachments}
          disabled={readOnly}
          digits={digits}
          onChange={(attachments) => set('attachments', attachments)}
        />
        <TextField
          id="letter-copies"
          label={t('letters.form.copies')}
          value={copies}
          placeholder={t('letters.form.copiesHint')}
          disabled={readOnly}
          onChange={(text) => {
            setCopies(text);
            set('copies', copiesFromText(text));
          }}
        />
        <SelectField
          id={FIELD_IDS.signatory}
          label={t('letters.form.signatory')}
          required
          value={chosen}
          disabled={readOnly}
          error={errors.signatory}
          placeholder={choices.length === 0 ? t('letters.form.signatoryNone') : t('form.choose')}
          // Two may bear one title: then the name tells them apart.
          choices={choices.map((choice) => ({
            value: choice.value,
            label:
              titles.filter((title) => title === choice.label).length > 1
                ? `${choice.label}: ${choice.signatory.name}`
                : choice.label,
          }))}
          onChange={(value) => {
            const found = choices.find((choice) => choice.value === value);
            if (found !== undefined) set('signatory', found.signatory);
          }}
        />
      </div>
    </div>
  );
}

export const isTextTooLong = (characters: number): boolean => characters > RICH_TEXT_MAX_CHARACTERS;
