import { IconPlus, IconTrash } from '@tabler/icons-react';
import { useFormContext } from 'react-hook-form';
import { attachmentsText } from '#shared/arabic/counted.ts';
import { ATTACHMENT_KINDS, type LetterAttachments } from '#shared/letters/letter.ts';
import { FileChips } from '#renderer/api/file-chip.tsx';
import { FilePicker } from '#renderer/api/file-picker.tsx';
import { useText } from '#renderer/i18n/use-text.ts';
import { Button, IconButton } from '#renderer/ui/button.tsx';
import { DigitsInput, SelectField, TextField } from '#renderer/ui/fields.tsx';
import { useFormField, FormSection } from '#renderer/ui/form.tsx';
import { Icon } from '#renderer/ui/icon.tsx';
import css from './incoming.module.css';

type Item = Extract<LetterAttachments, { kind: 'list' }>['items'][number];
const itemsOf = (value: LetterAttachments): Item[] => (value.kind === 'list' ? value.items : []);
type Unit = (typeof ATTACHMENT_KINDS)[number];

/** What came with the letter: things on paper by kind and count, and files. */
export function AttachmentsList() {
  const { t, digits } = useText();
  const { getValues } = useFormContext();
  const field = useFormField('content.attachments', t('incoming.form.attachments'));
  const items = itemsOf(field.value as LetterAttachments);
  const set = (next: Item[]): void => field.onChange({ kind: 'list', items: next.slice(0, 20) });
  const change = (index: number, part: Partial<Item>): void =>
    set(items.map((item, at) => (at === index ? { ...item, ...part } : item)));
  const drop = (index: number): void => set(items.filter((_, at) => at !== index));
  const files = items.flatMap(({ file }, index) => (file === undefined ? [] : [{ file, index }]));
  const units = ATTACHMENT_KINDS.map((unit) => ({
    value: unit,
    label: t(`letters.attachments.kind.${unit}`),
  }));
  return (
    <FormSection title={t('incoming.form.attachments')}>
      {items.length === 0 ? null : (
        <ul className={css['attachments']}>
          {items.map((item, index) =>
            item.file === undefined ? (
              // Rows have no identity of their own; they are added and removed by place.
              <li key={index}>
                <DigitsInput
                  label={t('incoming.form.count')}
                  value={String(item.count)}
                  autoFocus={index === items.length - 1}
                  onChange={(count) =>
                    change(index, { count: Math.min(1000, Number(count.replace(/\D/gu, '')) || 0) })
                  }
                />
                <SelectField<Unit>
                  label={t('incoming.form.unit')}
                  value={item.unit}
                  choices={units}
                  onChange={(unit) => change(index, { unit: unit ?? 'attachment' })}
                />
                <TextField
                  label={t('incoming.form.what')}
                  value={item.what}
                  maxLength={80}
                  onChange={(what) => change(index, { what })}
                />
                <IconButton
                  label={t('incoming.form.removeAttachment', { number: index + 1 })}
                  icon={<Icon of={IconTrash} size="sm" />}
                  onClick={() => drop(index)}
                />
              </li>
            ) : null,
          )}
        </ul>
      )}
      <div className={css['attachmentsBar']}>
        <Button
          kind="quiet"
          size="sm"
          icon={<Icon of={IconPlus} size="sm" />}
          onClick={() => set([...items, { unit: 'attachment', count: 1, what: '' }])}
        >
          {t('incoming.form.addAttachment')}
        </Button>
        <span role="status">{items.length === 0 ? '' : digits(attachmentsText(items, 'latin'))}</span>
      </div>
      <FilePicker
        label={t('incoming.form.attachmentFiles')}
        accept="any"
        multiple
        onFile={({ sha256, name }) =>
          // Several come one after another, faster than the screen is drawn anew.
          set([
            ...itemsOf(getValues('content.attachments') as LetterAttachments),
            { unit: 'file', count: 1, what: '', file: { sha256, name } },
          ])
        }
      >
        <FileChips files={files.map(({ file }) => file)} onRemove={(at) => drop(files[at]?.index ?? -1)} />
      </FilePicker>
    </FormSection>
  );
}
