import { useController, useFormContext, useWatch } from 'react-hook-form';
import { MOST_LEGACY_NUMBERS } from '#shared/parties/party-record.ts';
import { PARTY_ROLES, type PartyRole } from '#shared/parties/party.ts';
import { useText } from '#renderer/i18n/use-text.ts';
import { useValidationText } from '#renderer/i18n/error-text.ts';
import { CheckField } from '#renderer/ui/fields.tsx';
import { FieldRow, FormArea, FormSection, FormText, useFormField } from '#renderer/ui/form.tsx';
import { FormTexts } from '#renderer/ui/texts-field.tsx';
import css from './record.module.css';
import type { RecordForm } from '#renderer/api/register/record-form-model.ts';

/** Where somebody lives, so that a delegate finds the house. */
export function AddressFields() {
  const { t } = useText();
  return (
    <FormSection title={t('partyRecord.section.address')}>
      <FieldRow columns={3}>
        <FormText name="village" label={t('partyRecord.village')} optional maxLength={80} />
        <FormText name="district" label={t('partyRecord.district')} optional maxLength={80} />
        <FormText name="shortAddress" label={t('partyRecord.shortAddress')} optional ltr maxLength={20} />
      </FieldRow>
      <FormArea
        name="directions"
        label={t('partyRecord.directions')}
        placeholder={t('partyRecord.directionsHelp')}
        optional
        rows={1}
        maxRows={4}
      />
    </FormSection>
  );
}

/** What the register itself needs: paper numbers, roles, a remark. */
export function FileFields() {
  const { t } = useText();
  return (
    <FormSection title={t('partyRecord.section.file')}>
      <FieldRow>
        <FormTexts
          name="legacyNumbers"
          label={t('partyRecord.legacyNumber')}
          placeholder={t('partyRecord.legacyHelp')}
          most={MOST_LEGACY_NUMBERS}
          addLabel={t('partyRecord.addLegacy')}
          removeLabel={(name) => t('partyRecord.removeLegacy', { name })}
          maxLength={40}
        />
        <FormArea name="note" label={t('partyRecord.note')} optional rows={1} maxRows={4} />
      </FieldRow>
      <RolesField />
    </FormSection>
  );
}

/** P.1: one party, several roles. The last one stays. */
function RolesField() {
  const { t, text } = useText();
  const { control } = useFormContext<RecordForm>();
  const { field } = useController({ name: 'roles', control });
  const { error, id } = useFormField('roles', t('partyRecord.roles'));
  const say = useValidationText();
  const kind = useWatch({ control, name: 'kind' });
  const roles: readonly PartyRole[] = field.value;
  const offered = PARTY_ROLES.filter((role) => roles.includes(role) || suits(role, kind));
  const set = (role: PartyRole, on: boolean): void =>
    field.onChange(PARTY_ROLES.filter((one) => (one === role ? on : roles.includes(one))));
  return (
    <fieldset id={id} tabIndex={-1}>
      <legend className={css['legend']}>{t('partyRecord.roles')}</legend>
      <div className={css['roles']}>
        {offered.map((role) => (
          <CheckField
            key={role}
            label={text('domain.partyRole', role)}
            checked={roles.includes(role)}
            // A party without a role is nobody's.
            disabled={roles.length === 1 && roles.includes(role)}
            onChange={(on) => set(role, on)}
          />
        ))}
      </div>
      {error === undefined ? null : <p className={css['error']}>{error ?? say('partyRoles.required')}</p>}
    </fieldset>
  );
}

/** A body is nobody's guardian, and a person no partner body. */
const suits = (role: PartyRole, kind: RecordForm['kind']): boolean =>
  kind === 'person'
    ? role !== 'partnerBody'
    : role !== 'guardian' && role !== 'proxy' && role !== 'volunteer';
