import { useFormContext } from 'react-hook-form';
import type { ServiceChoice } from '#shared/services/service.ts';
import { useChannelQuery } from '#renderer/api/use-channel.ts';
import { useText } from '#renderer/i18n/use-text.ts';
import { Note } from '#renderer/ui/states.tsx';
import { FormSuggest } from '#renderer/ui/suggest-field.tsx';
import css from './requests.module.css';

/** The catalogue, and which of it is meant by a name; undefined: a service in words alone. */
export function useServices(): {
  readonly names: readonly string[];
  readonly named: (name: string) => ServiceChoice | undefined;
} {
  const { data = [] } = useChannelQuery('services.choices', undefined);
  return {
    names: data.map(({ name }) => name),
    named: (name) => data.find((one) => one.name === name.trim()),
  };
}

/** What is asked for: of the catalogue, which then says what it is and what it needs, or in words of its own. */
export function ServiceField({ autoFocus = false }: { readonly autoFocus?: boolean }) {
  const { t } = useText();
  const { watch } = useFormContext();
  const { names, named } = useServices();
  const typed: unknown = watch('service');
  const chosen = typeof typed === 'string' ? named(typed) : undefined;
  return (
    <>
      <FormSuggest
        name="service"
        label={t('requests.open.service')}
        help={t('requests.open.serviceHelp')}
        suggestions={names}
        required
        autoFocus={autoFocus}
      />
      {chosen === undefined ? null : (
        <Note>
          {chosen.description === '' ? null : <p>{chosen.description}</p>}
          <p className={css['small']}>
            {t('requestForm.open.asks')}: {chosen.requirements.map(({ name }) => name).join('، ')}
          </p>
        </Note>
      )}
    </>
  );
}
