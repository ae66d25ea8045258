import { Popover } from '@mantine/core';
import { IconPaperclip, IconPlus, IconTrash } from '@tabler/icons-react';
import { useState, type ReactElement } from 'react';
import { FileChip } from '#renderer/api/file-chip.tsx';
import { FilePicker } from '#renderer/api/file-picker.tsx';
import { useText } from '#renderer/i18n/use-text.ts';
import { Button, IconButton } from '#renderer/ui/button.tsx';
import { DigitsInput, SelectField, TextField } from '#renderer/ui/fields.tsx';
import { Icon } from '#renderer/ui/icon.tsx';
import { useKey } from '#renderer/ui/keys.ts';
import { useLatest } from '#renderer/ui/use-latest.ts';
import { attachmentsText } from '#shared/arabic/counted.ts';
import type { DigitSystem } from '#shared/arabic/digits.ts';
import { ATTACHMENT_KINDS, type LetterAttachments } from '#shared/letters/letter.ts';
import css from './letters.module.css';

type Listed = Extract<LetterAttachments, { kind: 'list' }>;
type Item = Listed['items'][number];
type Unit = (typeof ATTACHMENT_KINDS)[number];
const NEW_ITEM: Item = { unit: 'attachment', count: 1, what: '' };
const MOST_ITEMS = 20;

/** As the paper words it; empty where nothing was said. */
const wording = (attachments: LetterAttachments, digits: DigitSystem): string =>
  attachments.kind === 'text'
    ? attachments.text
    : (attachments.instead ??
      (attachments.items.length === 0 ? '' : attachmentsText(attachments.items, digits)));

/** The list behind the field; a free text becomes the wording that stands instead of it. */
const listOf = (value: LetterAttachments): Listed =>
  value.kind === 'list'
    ? value
    : { kind: 'list', items: [], ...(value.text === '' ? {} : { instead: value.text }) };

/** A list with nothing in it is its free text. */
const settled = ({ items, instead }: { readonly items: Item[]; readonly instead: string | undefined }) => {
  const said = instead === undefined || instead === '' ? undefined : instead;
  if (items.length === 0 && said !== undefined) return { kind: 'text', text: said } as const;
  return { kind: 'list', items, ...(said === undefined ? {} : { instead: said }) } as const;
};

/** «كشف الأسر.pdf» is «كشف الأسر» on paper. */
const nameOnPaper = (name: string): string => name.replace(/\.[A-Za-z0-9]{1,5}$/u, '').slice(0, 80);

/** Things on paper, by count and kind. */
function Things({
  items,
  onChange,
}: {
  readonly items: readonly Item[];
  readonly onChange: (items: Item[]) => void;
}): ReactElement {
  const { t } = useText();
  const units = ATTACHMENT_KINDS.map((unit) => ({
    value: unit,
    label: t(`letters.attachments.kind.${unit}`),
  }));
  const setItem = (index: number, change: Partial<Item>): void =>
    onChange(items.map((item, at) => (at === index ? { ...item, ...change } : item)));
  return (
    <ul>
      {items.map((item, index) =>
        item.file === undefined ? (
          // Rows have no identity of their own; they are added and removed by place.
          <li key={index} className={css['attachment']}>
            <DigitsInput
              label={t('letters.attachments.count')}
              value={String(item.count)}
              onChange={(count) =>
                setItem(index, { count: Math.min(1000, Number(count.replace(/\D/g, '')) || 0) })
              }
            />
            <SelectField<Unit>
              label={t('letters.attachments.unit')}
              searchable
              value={item.unit}
              choices={units}
              onChange={(unit) => setItem(index, { unit: unit ?? 'attachment' })}
            />
            <TextField
              label={t('letters.attachments.what')}
              optional
              value={item.what}
              maxLength={80}
              onChange={(what) => setItem(index, { what })}
            />
            <IconButton
              label={t('letters.attachments.remove')}
              icon={<Icon of={IconTrash} size="sm" />}
              onClick={() => onChange(items.filter((_, at) => at !== index))}
            />
          </li>
        ) : null,
      )}
    </ul>
  );
}

/**
 * المرفقات: typed as they shall stand on paper, or listed (the clip): things by kind and count, and files, worded in
 * agreement as one counts. A text typed over a list is printed instead of its wording, and the list stays.
 */
export function AttachmentsField({
  value,
  disabled,
  digits,
  onChange,
}: {
  readonly value: LetterAttachments;
  readonly disabled: boolean;
  readonly digits: DigitSystem;
  readonly onChange: (value: LetterAttachments) => void;
}): ReactElement {
  const { t } = useText();
  const [open, setOpen] = useState(false);
  useKey('Esc', t('common.close'), () => setOpen(false), { enabled: open });
  const latest = useLatest(value);
  const { items, instead } = listOf(value);
  const put = (next: { items?: Item[]; instead?: string }): void =>
    onChange(
      settled({ items: (next.items ?? items).slice(0, MOST_ITEMS), instead: next.instead ?? instead }),
    );
  const toggle = (): void => {
    if (!open && items.length === 0 && instead === undefined) put({ items: [NEW_ITEM] });
    setOpen(!open);
  };
  return (
    <Popover
      opened={open}
      onChange={setOpen}
      position="top-start"
      width="34rem"
      trapFocus
      returnFocus
      closeOnEscape
      withRoles={false}
      shadow="md"
    >
      <Popover.Target>
        <div>
          <TextField
            id="letter-attachments"
            label={t('letters.form.attachments')}
            value={wording(value, digits)}
            disabled={disabled}
            maxLength={200}
            placeholder={t('letters.issueDialog.noAttachments')}
            onChange={(text) => {
              // What the list says by itself needs no words of its own.
              const own = items.length > 0 && text === attachmentsText(items, digits);
              put({ instead: own || text.trim() === '' ? '' : text });
            }}
            end={
              <button
                type="button"
                className={css['inField']}
                disabled={disabled}
                aria-label={t('letters.attachments.asList')}
                aria-haspopup="dialog"
                aria-expanded={open}
                title={t('letters.attachments.asList')}
                onClick={toggle}
              >
                <Icon of={IconPaperclip} size="sm" />
              </button>
            }
          />
        </div>
      </Popover.Target>
      <Popover.Dropdown
        role="dialog"
        aria-label={t('letters.attachments.title')}
        className={css['attachments'] ?? ''}
      >
        <Things items={items} onChange={(next) => put({ items: next })} />
        <div className={css['attachmentsAdd']}>
          <Button
            kind="quiet"
            size="sm"
            icon={<Icon of={IconPlus} size="sm" />}
            onClick={() => put({ items: [...items, NEW_ITEM] })}
          >
            {t('letters.attachments.add')}
          </Button>
        </div>
        <FilePicker
          label={t('letters.attachments.files')}
          accept="any"
          multiple
          help={t('letters.attachments.filesHint')}
          onFile={({ sha256, name }) => {
            // Several files come one after another, each after the one before it stands in the list.
            const now = listOf(latest.current).items;
            const file = { sha256, name };
            put({ items: [...now, { unit: 'file', count: 1, what: nameOnPaper(name), file }] });
          }}
        >
          {items.map((item, index) =>
            item.file === undefined ? null : (
              <FileChip
                key={`${item.file.sha256} ${index}`}
                file={item.file}
                onRemove={() => put({ items: items.filter((_, at) => at !== index) })}
              />
            ),
          )}
        </FilePicker>
        <TextField
          label={t('letters.attachments.instead')}
          optional
          value={instead ?? ''}
          maxLength={200}
          help={t('letters.attachments.insteadHint')}
          onChange={(text) => put({ instead: text })}
        />
        <p role="status" lang="ar" className={css['attachmentsEnd']}>
          {t('letters.attachments.onPaper')}{' '}
          <b>{instead === undefined ? attachmentsText(items, digits) : instead}</b>
        </p>
      </Popover.Dropdown>
    </Popover>
  );
}
