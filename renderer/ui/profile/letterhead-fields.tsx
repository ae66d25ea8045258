import { useText } from '#renderer/i18n/use-text.ts';
import { FormLines, FormNumber } from '../form-extra.tsx';
import { FieldRow, FormCheck, FormChoice, FormSection, FormText } from '../form.tsx';

/** The texts and places of the head and foot (LH.* of the policy): first run and the settings ask for the same. */
export function LetterheadFields({ places = true }: { readonly places?: boolean }) {
  const { t } = useText();
  const choices = (['right', 'centre', 'left'] as const).map((value) => ({
    value,
    label: t(`profile.place.${value}`),
  }));
  return (
    <>
      <FormSection title={t('profile.identity')}>
        <FieldRow>
          <FormText name="name" label={t('profile.name')} required />
          <FormText name="licence" label={t('profile.licence')} />
        </FieldRow>
      </FormSection>
      <FormSection title={t('profile.head')}>
        <FieldRow>
          <FormText name="letterhead.name" label={t('profile.headName')} required />
          <FormText name="letterhead.brand.text" label={t('profile.brand')} />
        </FieldRow>
        <FormCheck name="letterhead.brand.shown" label={t('profile.brandShown')} />
        <FormLines
          name="letterhead.stateLines"
          label={t('profile.stateLines')}
          help={t('profile.stateLinesHelp')}
          rows={5}
        />
        <FormLines
          name="letterhead.registration"
          label={t('profile.registration')}
          help={t('profile.registrationHelp')}
          rows={1}
        />
      </FormSection>
      <FormSection title={t('profile.foot')}>
        <FormText name="letterhead.footer.address" label={t('profile.address')} />
        <FieldRow>
          <FormText name="letterhead.footer.phone" label={t('profile.phone')} ltr />
          <FormText name="letterhead.footer.email" label={t('profile.email')} ltr />
        </FieldRow>
        <FieldRow>
          <FormText name="letterhead.footer.handle" label={t('profile.handle')} ltr />
          <FormText name="letterhead.footer.link" label={t('profile.link')} ltr />
        </FieldRow>
        <FormText name="letterhead.footer.iban" label={t('profile.iban')} ltr />
      </FormSection>
      {places ? (
        <FormSection title={t('profile.places')}>
          <FormChoice name="letterhead.places.state" label={t('profile.placeState')} choices={choices} />
          <FormChoice name="letterhead.places.name" label={t('profile.placeName')} choices={choices} />
          <FormChoice name="letterhead.places.fields" label={t('profile.placeFields')} choices={choices} />
          <FieldRow columns={3}>
            <FormNumber
              name="letterhead.measures.sides"
              label={`${t('profile.sides')} (${t('profile.millimetres')})`}
            />
            <FormNumber
              name="letterhead.measures.top"
              label={`${t('profile.top')} (${t('profile.millimetres')})`}
            />
            <FormNumber
              name="letterhead.measures.bottom"
              label={`${t('profile.bottom')} (${t('profile.millimetres')})`}
            />
          </FieldRow>
          <FieldRow columns={3}>
            <FormNumber
              name="letterhead.measures.fieldsWidth"
              label={`${t('profile.fieldsWidth')} (${t('profile.millimetres')})`}
            />
            <FormNumber
              name="letterhead.measures.fieldsStep"
              label={`${t('profile.fieldsStep')} (${t('profile.millimetres')})`}
            />
          </FieldRow>
        </FormSection>
      ) : null}
    </>
  );
}
