import { useFormContext } from 'react-hook-form';
import { idKindsOf } from '#shared/parties/party-identity.ts';
import { useText } from '#renderer/i18n/use-text.ts';
import { FieldRow, FormChoice, FormDigits, FormText } from './form.tsx';

/**
 * The fields of `partyInputSchema` that a desk asks at the door; inside a `Form`. Short enough for a queue: name,
 * identity, mobile, village, sex.
 */
export function PartyFields({ focus = 'name' }: { readonly focus?: 'name' | 'idNumber' }) {
  const { t, text } = useText();
  const { watch } = useFormContext();
  const idKind = String(watch('idKind'));
  const person = watch('kind') !== 'organisation';
  return (
    <>
      <FormText
        name="name"
        label={t('parties.form.name')}
        help={t('parties.form.nameHelp')}
        required
        autoFocus={focus === 'name'}
      />
      <FormChoice
        name="idKind"
        label={t('parties.form.idKind')}
        choices={idKindsOf(person ? 'person' : 'organisation').map((value) => ({
          value,
          label: text('domain.idKind', value),
        }))}
      />
      <FieldRow>
        {idKind === 'none' ? (
          <FormText name="noIdReason" label={t('parties.form.noIdReason')} required={person} />
        ) : idKind === 'nationalId' ? (
          <FormDigits
            name="idNumber"
            label={t('parties.form.idNumber')}
            required
            autoFocus={focus === 'idNumber'}
          />
        ) : (
          <FormText
            name="idNumber"
            label={t(idKind === 'passport' ? 'parties.form.passport' : 'parties.form.borderNumber')}
            required
            ltr
          />
        )}
        <FormDigits name="mobile" label={t('parties.form.mobile')} optional />
      </FieldRow>
      <FieldRow>
        <FormText name="village" label={t('parties.form.village')} optional />
        {person ? (
          <FormChoice
            name="sex"
            label={t('parties.form.sex')}
            optional
            choices={(['male', 'female'] as const).map((value) => ({
              value,
              label: text('domain.sex', value),
            }))}
          />
        ) : null}
      </FieldRow>
    </>
  );
}
