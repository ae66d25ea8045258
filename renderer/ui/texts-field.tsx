import { IconPlus, IconX } from '@tabler/icons-react';
import { useRef } from 'react';
import { useFormContext } from 'react-hook-form';
import { useValidationText } from '#renderer/i18n/error-text.ts';
import { Button, IconButton } from './button.tsx';
import { TextField } from './fields.tsx';
import { useFormField } from './form.tsx';
import { Icon } from './icon.tsx';
import css from './texts-field.module.css';

/**
 * Short texts one under another: كنى, numbers of paper files. There is always a box to type in; Enter in the last one
 * makes the next. Empty ones are nothing.
 */
export function FormTexts({
  name,
  label,
  placeholder,
  most,
  addLabel,
  removeLabel,
  maxLength,
}: {
  readonly name: string;
  readonly label: string;
  readonly placeholder?: string;
  /** How many there may be. */
  readonly most: number;
  readonly addLabel: string;
  readonly removeLabel: (text: string) => string;
  readonly maxLength: number;
}) {
  const field = useFormField(name, label);
  const { formState } = useFormContext();
  const say = useValidationText();
  const box = useRef<HTMLDivElement>(null);
  const held = Array.isArray(field.value) ? (field.value as readonly string[]) : [];
  const texts = held.length === 0 ? [''] : held;
  const set = (next: readonly string[]): void => field.onChange([...next]);
  const focus = (index: number): void => {
    window.requestAnimationFrame(() => box.current?.querySelectorAll('input')[index]?.focus());
  };
  const add = (): void => {
    if (texts.length >= most) return;
    set([...texts, '']);
    focus(texts.length);
  };
  const remove = (index: number): void => {
    set(texts.filter((_, at) => at !== index));
    focus(Math.max(0, index - 1));
  };
  const wrong = formState.errors[name] as Readonly<Record<number, { message?: string }>> | undefined;
  return (
    <div ref={box} className={css['texts']}>
      {texts.map((text, index) => (
        <div
          // The rows have nothing but their place; each is controlled, so none keeps another's text.
          key={index}
          className={css['row']}
          onKeyDown={(event) => {
            if (event.key !== 'Enter' || event.ctrlKey || text.trim() === '') return;
            event.preventDefault();
            if (index === texts.length - 1) add();
            else focus(index + 1);
          }}
        >
          <TextField
            label={index === 0 ? label : `${label} ${index + 1}`}
            {...(index === 0 ? { id: field.id, optional: true } : {})}
            {...(index === 0 && placeholder !== undefined ? { placeholder } : {})}
            value={text}
            onChange={(typed) => set(texts.map((one, at) => (at === index ? typed : one)))}
            onBlur={field.onBlur}
            maxLength={maxLength}
            error={index === 0 ? (field.error ?? say(wrong?.[0]?.message)) : say(wrong?.[index]?.message)}
            {...(texts.length === 1
              ? {}
              : {
                  end: (
                    <IconButton
                      label={removeLabel(text)}
                      icon={<Icon of={IconX} size="sm" />}
                      onClick={() => remove(index)}
                    />
                  ),
                })}
          />
        </div>
      ))}
      {texts.at(-1)?.trim() === '' || texts.length >= most ? null : (
        <Button size="sm" kind="quiet" icon={<Icon of={IconPlus} size="sm" />} onClick={add}>
          {addLabel}
        </Button>
      )}
    </div>
  );
}
