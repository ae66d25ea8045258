import { Select } from '@mantine/core';
import { IconPlus, IconSelector } from '@tabler/icons-react';
import { useState, type ReactElement } from 'react';
import { useText } from '#renderer/i18n/use-text.ts';
import { TextField, useWrapperProps } from '#renderer/ui/fields.tsx';
import { Icon } from '#renderer/ui/icon.tsx';
import type { PartyId } from '#shared/ids.ts';
import { HONORIFICS, prayersFor } from '#shared/letters/honorifics.ts';
import type { Recipient } from '#shared/letters/letter.ts';
import { RecipientPerson } from './recipient-person.tsx';
import css from './letters.module.css';

/** «بلا» needs a value of its own: an empty one is «nothing chosen» to a select. */
const NONE = '-';

const HONORIFIC_FIELDS = ['{لقب المستفيد}'] as const;
const PRAYER_FIELDS = ['{المحترم|المحترمة}', '{وفقه الله|وفقها الله}', '{حفظه الله|حفظها الله}'] as const;

/** A short list of words; a word from an older letter that is not in it stays choosable. */
function WordSelect({
  id,
  label,
  value,
  disabled,
  groups,
  onChange,
}: {
  readonly id: string;
  readonly label: string;
  readonly value: string;
  readonly disabled: boolean;
  readonly groups: readonly { readonly group: string; readonly items: readonly string[] }[];
  readonly onChange: (value: string) => void;
}): ReactElement {
  const { t } = useText();
  const known = groups.some((group) => group.items.includes(value));
  const plain = groups.length === 1 ? groups[0] : undefined;
  const none = { value: NONE, label: t('letters.form.none') };
  const own = known || value === '' ? [] : [value];
  const items = groups.map((group) => ({ group: group.group, items: [...group.items] }));
  return (
    <Select
      {...useWrapperProps({ id, label, disabled })}
      value={value === '' ? NONE : value}
      onChange={(next) => onChange(next === null || next === NONE ? '' : next)}
      data={plain === undefined ? [none, ...own, ...items] : [...plain.items, ...own, none]}
      allowDeselect={false}
      comboboxProps={{ width: 'max-content', position: 'bottom-start' }}
      maxDropdownHeight={320}
      rightSection={<Icon of={IconSelector} size="sm" />}
      rightSectionPointerEvents="none"
    />
  );
}

/** اللقب · المرسل إليه · الدعاء, and on demand the addressee's office and body. */
export function RecipientFields({
  recipient,
  disabled,
  autoFocus,
  template = false,
  error,
  onChange,
  onPerson,
}: {
  readonly recipient: Recipient;
  readonly disabled: boolean;
  /** A new letter begins here. */
  readonly autoFocus: boolean;
  /** A template's addressee may be a field: the lists offer those that fit. */
  readonly template?: boolean;
  readonly error: string | undefined;
  readonly onChange: (recipient: Recipient) => void;
  /** Chosen among who has a file. */
  readonly onPerson?: (recipient: Recipient, id: PartyId) => void;
}): ReactElement {
  const { t } = useText();
  const [more, setMore] = useState(recipient.title !== '' || recipient.organisation !== '');
  const set = (change: Partial<Recipient>): void => onChange({ ...recipient, ...change });
  const fields = (items: readonly string[]) =>
    template ? [{ group: t('templates.form.fromFields'), items }] : [];
  const groups = [
    ...fields(HONORIFIC_FIELDS),
    ...HONORIFICS.map((group) => ({
      group: t(`letters.honorific.${group.kind}`),
      items: group.words as readonly string[],
    })),
  ];
  const prayers = prayersFor(recipient.honorific);

  const setHonorific = (honorific: string): void => {
    const fitting = prayersFor(honorific);
    // The prayer follows the honorific unless the person chose one that fits both.
    const keep = recipient.closingHonorific !== '' && fitting.includes(recipient.closingHonorific);
    set({
      honorific,
      closingHonorific: honorific === '' || keep ? recipient.closingHonorific : (fitting[0] ?? ''),
    });
  };
  return (
    <>
      <div className={css['recipient']} data-wide={template || undefined}>
        <WordSelect
          id="letter-honorific"
          label={t('letters.form.honorific')}
          value={recipient.honorific}
          disabled={disabled}
          groups={groups}
          onChange={setHonorific}
        />
        <TextField
          id="letter-recipient"
          label={t('letters.form.recipient')}
          required
          autoFocus={autoFocus}
          value={recipient.name}
          disabled={disabled}
          error={error}
          maxLength={200}
          onChange={(name) => set({ name })}
          {...(disabled || (more && onPerson === undefined)
            ? {}
            : {
                end: (
                  <span className={css['inFieldPair']}>
                    {onPerson === undefined ? null : <RecipientPerson onPick={onPerson} />}
                    {more ? null : (
                      <button
                        type="button"
                        className={css['inField']}
                        aria-label={t('letters.form.recipientMore')}
                        title={t('letters.form.recipientMore')}
                        onClick={() => setMore(true)}
                      >
                        <Icon of={IconPlus} size="sm" />
                      </button>
                    )}
                  </span>
                ),
              })}
        />
        <WordSelect
          id="letter-prayer"
          label={t('letters.form.closingHonorific')}
          value={recipient.closingHonorific}
          disabled={disabled}
          groups={
            template
              ? [...fields(PRAYER_FIELDS), { group: t('letters.form.closingHonorific'), items: prayers }]
              : [{ group: '', items: prayers }]
          }
          onChange={(closingHonorific) => set({ closingHonorific })}
        />
      </div>
      {more ? (
        <div className={css['pair']}>
          <TextField
            id="letter-recipient-title"
            label={t('letters.form.recipientTitle')}
            optional
            value={recipient.title}
            disabled={disabled}
            maxLength={200}
            onChange={(title) => set({ title })}
          />
          <TextField
            id="letter-recipient-organisation"
            label={t('letters.form.recipientOrganisation')}
            optional
            value={recipient.organisation}
            disabled={disabled}
            maxLength={200}
            onChange={(organisation) => set({ organisation })}
          />
        </div>
      ) : null}
    </>
  );
}
