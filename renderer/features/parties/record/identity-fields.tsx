import { useEffect, useRef } from 'react';
import { useFormContext, useWatch } from 'react-hook-form';
import { assertNever } from '#shared/assert.ts';
import { NATIONALITIES } from '#shared/parties/nationalities.ts';
import { idKindsOf, nationalityByIdentity } from '#shared/parties/party-identity.ts';
import { MOST_ALIASES } from '#shared/parties/party-record.ts';
import { useText } from '#renderer/i18n/use-text.ts';
import { FormBirth } from '#renderer/ui/birth-field.tsx';
import { FieldRow, FormChoice, FormDigits, FormSection, FormSelect, FormText } from '#renderer/ui/form.tsx';
import { FormTexts } from '#renderer/ui/texts-field.tsx';
import type { RecordForm } from '#renderer/api/register/record-form-model.ts';

/** Who somebody is, as the document prints it. */
export function IdentityFields() {
  const { t, text } = useText();
  const { control, setValue } = useFormContext<RecordForm>();
  const [kind, idKind, idNumber, nationality] = useWatch({
    control,
    name: ['kind', 'idKind', 'idNumber', 'nationality'],
  });
  const person = kind === 'person';
  useNationalityOfId(idKind, idNumber, nationality, (code) => setValue('nationality', code));
  return (
    <FormSection title={t('partyRecord.section.identity')}>
      <FormText
        name="name"
        label={t(person ? 'partyRecord.name' : 'partyRecord.organisationName')}
        {...(person ? { help: t('partyRecord.nameHelp') } : {})}
        required
        autoFocus
        maxLength={160}
      />
      <FormChoice
        name="idKind"
        label={t('partyRecord.idKind')}
        required
        choices={idKindsOf(kind).map((value) => ({ value, label: text('domain.idKind', value) }))}
      />
      <FieldRow>
        <IdNumberField person={person} idKind={idKind} />
        {person ? (
          <FormSelect
            name="nationality"
            label={t('partyRecord.nationality')}
            optional
            searchable
            clearable={nationality !== ''}
            choices={NATIONALITIES.map((value) => ({ value, label: text('nationalities', value) }))}
          />
        ) : null}
      </FieldRow>
      {person ? (
        <>
          <FormBirth name="birth" label={t('partyRecord.birth')} help={t('partyRecord.birthHelp')} optional />
          <FormChoice
            name="sex"
            label={t('partyRecord.sex')}
            optional
            choices={(['male', 'female'] as const).map((value) => ({
              value,
              label: text('domain.sex', value),
            }))}
          />
        </>
      ) : null}
      <FieldRow>
        <FormTexts
          name="aliases"
          label={t('partyRecord.alias')}
          placeholder={t('partyRecord.aliasHelp')}
          most={MOST_ALIASES}
          addLabel={t('partyRecord.addAlias')}
          removeLabel={(name) => t('partyRecord.removeAlias', { name })}
          maxLength={80}
        />
        <FormText name="latinName" label={t('partyRecord.latinName')} optional ltr maxLength={160} />
      </FieldRow>
    </FormSection>
  );
}

function IdNumberField({
  person,
  idKind,
}: {
  readonly person: boolean;
  readonly idKind: RecordForm['idKind'];
}) {
  const { t } = useText();
  switch (idKind) {
    case 'none':
      return (
        <FormText name="noIdReason" label={t('partyRecord.noIdReason')} required={person} maxLength={200} />
      );
    case 'passport':
    case 'licence':
      return <FormText name="idNumber" label={t(`partyRecord.${idKind}`)} required ltr maxLength={40} />;
    case 'borderNumber':
    case 'unifiedNumber':
      return <FormDigits name="idNumber" label={t(`partyRecord.${idKind}`)} required maxLength={40} />;
    case 'nationalId':
      return <FormDigits name="idNumber" label={t('partyRecord.idNumber')} required maxLength={40} />;
    default:
      return assertNever(idKind);
  }
}

/** 1… is a Saudi's id: the nationality follows it, as long as nobody chose another. */
function useNationalityOfId(
  idKind: RecordForm['idKind'],
  idNumber: string,
  nationality: string,
  set: (code: string) => void,
): void {
  const given = useRef('');
  const derived = nationalityByIdentity(idKind, idNumber);
  useEffect(() => {
    if (derived === given.current) return;
    if (nationality === '' || nationality === given.current) set(derived);
    given.current = derived;
  });
}
