import { Popover } from '@mantine/core';
import { IconPaperclip, IconPlus, IconTrash } from '@tabler/icons-react';
import { useState, type ReactElement } from 'react';
import { useText } from '#renderer/i18n/use-text.ts';
import { Button, IconButton } from '#renderer/ui/button.tsx';
import { DigitsInput, SelectField, TextField } from '#renderer/ui/fields.tsx';
import { Icon } from '#renderer/ui/icon.tsx';
import { useKey } from '#renderer/ui/keys.ts';
import { attachmentsText } from '#shared/arabic/counted.ts';
import type { DigitSystem } from '#shared/arabic/digits.ts';
import { ATTACHMENT_KINDS, type LetterAttachments } from '#shared/letters/letter.ts';
import css from './letters.module.css';

type Item = Extract<LetterAttachments, { kind: 'list' }>['items'][number];
type Unit = (typeof ATTACHMENT_KINDS)[number];
const NEW_ITEM: Item = { unit: 'attachment', count: 1, what: '' };

/** As the paper words it; empty where nothing was said. */
const wording = (attachments: LetterAttachments, digits: DigitSystem): string =>
  attachments.kind === 'text'
    ? attachments.text
    : attachments.items.length === 0
      ? ''
      : attachmentsText(attachments.items, digits);

/**
 * المرفقات: typed as they shall stand on paper, or counted by kind (the clip), worded in agreement as one counts.
 * Typing over a counted wording makes it free text.
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
  const items = value.kind === 'list' ? value.items : [];
  const setItems = (next: Item[]): void => onChange({ kind: 'list', items: next });
  const setItem = (index: number, change: Partial<Item>): void =>
    setItems(items.map((item, at) => (at === index ? { ...item, ...change } : item)));
  const toggle = (): void => {
    if (!open && items.length === 0) setItems([NEW_ITEM]);
    setOpen(!open);
  };
  const units = ATTACHMENT_KINDS.map((unit) => ({
    value: unit,
    label: t(`letters.attachments.kind.${unit}`),
  }));
  return (
    <Popover
      opened={open}
      onChange={setOpen}
      position="top-start"
      width="30rem"
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
            onChange={(text) =>
              onChange(text.trim() === '' ? { kind: 'list', items: [] } : { kind: 'text', text })
            }
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
        <ul>
          {items.map((item, index) => (
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
                onClick={() => setItems(items.filter((_, at) => at !== index))}
              />
            </li>
          ))}
        </ul>
        <footer className={css['attachmentsEnd']}>
          <Button
            kind="quiet"
            size="sm"
            icon={<Icon of={IconPlus} size="sm" />}
            onClick={() => setItems([...items, NEW_ITEM].slice(0, 20))}
          >
            {t('letters.attachments.add')}
          </Button>
          <span role="status" lang="ar">
            {t('letters.attachments.onPaper')} <b>{attachmentsText(items, digits)}</b>
          </span>
        </footer>
      </Popover.Dropdown>
    </Popover>
  );
}
