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
import type { RichText } from '#shared/letters/rich-text.ts';
import type { TemplatePlace } from '#shared/letters/templates/merge-fields.ts';
import { TEMPLATE_CATEGORIES, type LetterTemplate } from '#shared/letters/templates/template.ts';
import type { LetterTextHandle } from '../editor/letter-text-editor.tsx';
import { copiesAsText, copiesFromText } from '../letter-content.ts';
import letterCss from '../letters.module.css';
import { RecipientFields } from '../recipient-fields.tsx';
import { FieldInput } from './field-input.tsx';
import css from './templates.module.css';

const LetterTextEditor = lazy(async () => ({
  default: memo((await import('../editor/letter-text-editor.tsx')).LetterTextEditor),
}));

/** Where a problem of a template stands on the form. */
export const PLACE_IDS: Readonly<Record<TemplatePlace, string>> = {
  recipient: 'letter-recipient',
  subject: 'letter-subject',
  inReplyTo: 'letter-in-reply-to',
  body: 'letter-body',
  copies: 'letter-copies',
};

/** What a template is made of, in the order of the paper. */
export function TemplateForm({
  template,
  onChange,
  readOnly,
  digits,
  nameError,
  bodyError,
  wrongPlaces,
  editor,
  notices,
}: {
  readonly template: LetterTemplate;
  readonly onChange: (change: (template: LetterTemplate) => LetterTemplate) => void;
  readonly readOnly: boolean;
  readonly digits: DigitSystem;
  readonly nameError: string | undefined;
  readonly bodyError: string | undefined;
  /** What is wrong at a place, in words. */
  readonly wrongPlaces: ReadonlyMap<TemplatePlace, string>;
  readonly editor: Ref<LetterTextHandle>;
  readonly notices: ReactNode;
}): ReactElement {
  const { t } = useText();
  const labelId = useId();
  const noteId = useId();
  const [initial] = useState(template.body);
  const [copies, setCopies] = useState(() => copiesAsText(template.copies));
  const set = <K extends keyof LetterTemplate>(key: K, value: LetterTemplate[K]): void =>
    onChange((old) => ({ ...old, [key]: value }));
  const setBody = useCallback((body: RichText) => onChange((old) => ({ ...old, body })), [onChange]);
  const wrongBody = bodyError ?? wrongPlaces.get('body');
  return (
    <div className={letterCss['form']}>
      {notices}
      <div className={css['pair']}>
        <TextField
          id="template-name"
          label={t('templates.form.name')}
          required
          value={template.name}
          disabled={readOnly}
          placeholder={t('templates.form.nameHint')}
          maxLength={80}
          autoFocus={template.name === ''}
          error={nameError}
          onChange={(name) => set('name', name)}
        />
        <SelectField
          id="template-category"
          label={t('templates.form.category')}
          required
          value={template.category}
          disabled={readOnly}
          choices={TEMPLATE_CATEGORIES.map((value) => ({ value, label: t(`templates.category.${value}`) }))}
          onChange={(category) => set('category', category ?? template.category)}
        />
      </div>
      <RecipientFields
        recipient={template.recipient}
        disabled={readOnly}
        autoFocus={false}
        template
        error={wrongPlaces.get('recipient')}
        onChange={(recipient) => set('recipient', recipient)}
      />
      <FieldInput
        id={PLACE_IDS.subject}
        label={t('letters.form.subject')}
        value={template.subject}
        disabled={readOnly}
        error={wrongPlaces.get('subject')}
        maxLength={200}
        onChange={(subject) => set('subject', subject)}
      />
      <FieldInput
        id={PLACE_IDS.inReplyTo}
        label={t('letters.form.inReplyTo')}
        optional
        value={template.inReplyTo}
        disabled={readOnly}
        error={wrongPlaces.get('inReplyTo')}
        maxLength={200}
        onChange={(inReplyTo) => set('inReplyTo', inReplyTo)}
      />
      <div className={letterCss['body']}>
        <div className={letterCss['bodyLabel']}>
          <span id={labelId}>
            {t('letters.form.body')} <span className={letterCss['required']}>*</span>
          </span>
          <span id={noteId} className={letterCss['note']}>
            {t('templates.form.fieldsHint')}
          </span>
        </div>
        <Suspense fallback={<div className={letterCss['editorPlace']} aria-busy="true" />}>
          <LetterTextEditor
            ref={editor}
            id={PLACE_IDS.body}
            kind="template"
            initial={initial}
            editable={!readOnly}
            labelledBy={labelId}
            describedBy={noteId}
            invalid={wrongBody !== undefined}
            placeholder={t('templates.form.bodyPlaceholder')}
            digits={digits}
            onChange={setBody}
          />
        </Suspense>
        {wrongBody === undefined ? null : <p className={letterCss['fieldError']}>{wrongBody}</p>}
      </div>
      <TextField
        id={PLACE_IDS.copies}
        label={t('letters.form.copies')}
        optional
        value={copies}
        disabled={readOnly}
        error={wrongPlaces.get('copies')}
        placeholder={t('letters.form.copiesHint')}
        onChange={(text) => {
          setCopies(text);
          set('copies', copiesFromText(text));
        }}
      />
    </div>
  );
}
