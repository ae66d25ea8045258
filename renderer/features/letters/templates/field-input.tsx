import { Menu } from '@mantine/core';
import { IconBraces } from '@tabler/icons-react';
import { useRef, type ReactElement } from 'react';
import { useText } from '#renderer/i18n/use-text.ts';
import { TextField, type FieldProps } from '#renderer/ui/fields.tsx';
import { Icon } from '#renderer/ui/icon.tsx';
import { fieldText } from '#shared/letters/templates/merge-fields.ts';
import { BY_SEX_SAMPLE, FieldMenuItems } from '../editor/field-menu-items.tsx';
import css from '../letters.module.css';

/** A line of a template with the palette of fields at its end: what is chosen goes where the cursor stood. */
export function FieldInput({
  value,
  onChange,
  maxLength,
  ...field
}: FieldProps & {
  readonly value: string;
  readonly onChange: (value: string) => void;
  readonly maxLength: number;
}): ReactElement {
  const { t } = useText();
  const input = useRef<HTMLInputElement>(null);
  const insert = (text: string): void => {
    const at = input.current?.selectionStart ?? value.length;
    const to = input.current?.selectionEnd ?? at;
    onChange((value.slice(0, at) + text + value.slice(to)).slice(0, maxLength));
    const end = at + text.length;
    // Once React has put the new value in, else the cursor would jump to the end.
    window.requestAnimationFrame(() => {
      input.current?.focus();
      input.current?.setSelectionRange(end, end);
    });
  };
  return (
    <TextField
      {...field}
      ref={input}
      value={value}
      onChange={onChange}
      maxLength={maxLength}
      end={
        field.disabled === true ? undefined : (
          <Menu position="bottom-end" width={240} returnFocus={false}>
            <Menu.Target>
              <button
                type="button"
                className={css['inField']}
                aria-label={`${t('templates.insertField')}: ${field.label}`}
                title={t('templates.insertField')}
              >
                <Icon of={IconBraces} size="sm" />
              </button>
            </Menu.Target>
            <Menu.Dropdown className="letter-phrases">
              <FieldMenuItems
                onPick={(id) => insert(fieldText(id))}
                onPickBySex={() => insert(BY_SEX_SAMPLE)}
              />
            </Menu.Dropdown>
          </Menu>
        )
      }
    />
  );
}
