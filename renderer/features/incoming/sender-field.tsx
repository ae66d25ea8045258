import { Autocomplete } from '@mantine/core';
import { useDeferredValue } from 'react';
import { useFormContext } from 'react-hook-form';
import type { Sender } from '#shared/incoming/incoming.ts';
import { senderLine } from '#shared/incoming/incoming-rules.ts';
import { useChannelQuery } from '#renderer/api/use-channel.ts';
import { useText } from '#renderer/i18n/use-text.ts';
import { useWrapperProps } from '#renderer/ui/fields.tsx';
import { asText, useFormField } from '#renderer/ui/form.tsx';

const NAME = 'content.sender.organisation';

/** The sending body; who wrote before is offered while one types, and chosen with the arrows and Enter, whole. */
export function SenderField() {
  const { t } = useText();
  const { setValue } = useFormContext();
  const field = useFormField(NAME, t('incoming.form.organisation'));
  const typed = asText(field.value);
  const asked = useDeferredValue(typed.trim());
  const senders = useChannelQuery('incoming.senders', { text: asked }, { keepPrevious: true });
  const known = new Map<string, Sender>(
    (senders.data ?? []).map(({ sender }) => [senderLine(sender), sender]),
  );
  const take = (line: string): void => {
    const sender = known.get(line);
    if (sender === undefined) return;
    setValue(NAME, sender.organisation, { shouldValidate: false });
    setValue('content.sender.name', sender.name);
    setValue('content.sender.title', sender.title);
  };
  const { value: _, onChange, error, ref, ...rest } = field;
  return (
    <Autocomplete
      {...useWrapperProps({
        ...rest,
        label: t('incoming.form.organisation'),
        placeholder: t('incoming.form.organisationHelp'),
        required: true,
        autoFocus: true,
        ...(error === undefined ? {} : { error }),
      })}
      ref={ref}
      value={typed}
      onChange={(next) => {
        // The list's own choice arrives here as well, as the whole line.
        if (known.has(next)) take(next);
        else onChange(next);
      }}
      data={[...known.keys()].filter((line) => line !== typed)}
      filter={({ options }) => options}
      limit={8}
      maxLength={200}
      autoComplete="off"
      spellCheck={false}
      aria-label={t('incoming.form.organisation')}
    />
  );
}
