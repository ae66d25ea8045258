import { dualDate } from '#shared/calendar/dual-date.ts';
import { referenceNumber } from '#shared/letters/letter-rules.ts';
import type { OrganisationProfile } from '#shared/organisation/profile.ts';
import { QueryView } from '#renderer/api/query-view.tsx';
import { useChannelQuery } from '#renderer/api/use-channel.ts';
import { useText } from '#renderer/i18n/use-text.ts';
import { Card, CardBody, CardHeader } from '#renderer/ui/card.tsx';
import { useToday } from '#renderer/ui/dates.tsx';
import { FieldRow, Form, FormCheck, FormChoice, FormSection, FormText } from '#renderer/ui/form.tsx';
import { Ref } from '#renderer/ui/numbers.tsx';
import css from './numbering-page.module.css';
import { SaveBar } from './save-bar.tsx';
import { useProfileForm } from './use-profile-form.ts';

const EXAMPLE = 127;
/** Shown as they are, whatever the screen's own digits. */
const SAMPLE = { latin: '0123456789', arabicIndic: '٠١٢٣٤٥٦٧٨٩' } as const;

function NumberingForm({ profile }: { readonly profile: OrganisationProfile }) {
  const { t } = useText();
  const year = dualDate(useToday()).hijri.year;
  const { form, typed, mayChange, save, submit, busy, problem } = useProfileForm(profile);
  const digitChoices = (['latin', 'arabicIndic'] as const).map((value) => ({
    value,
    label: SAMPLE[value],
  }));
  const example = (pattern: string | undefined) =>
    pattern?.includes('{number}') === true ? (
      <p className={css['example']}>
        {t('profile.exampleOf')} <Ref value={referenceNumber(pattern, EXAMPLE, year)} />
      </p>
    ) : null;
  return (
    <Card pane={t('settings.numbering')}>
      <CardHeader title={t('settings.numbering')} />
      <CardBody scroll>
        <div className={css['form']}>
          <Form
            form={form}
            label={t('settings.numbering')}
            onSubmit={save}
            problem={problem}
            readOnly={!mayChange}
          >
            <FormSection title={t('profile.numbers')} help={t('profile.patternHelp')}>
              <FieldRow>
                <div>
                  <FormText name="letters.outgoingPattern" label={t('profile.outgoingPattern')} required />
                  {example(typed.letters?.outgoingPattern)}
                </div>
                <div>
                  <FormText name="letters.incomingPattern" label={t('profile.incomingPattern')} required />
                  {example(typed.letters?.incomingPattern)}
                </div>
              </FieldRow>
              <FormCheck name="letters.restartYearly" label={t('profile.restartYearly')} />
              <FieldRow>
                <FormChoice
                  name="letters.fieldDigits"
                  label={t('profile.fieldDigits')}
                  choices={digitChoices}
                />
                <FormChoice name="screenDigits" label={t('profile.screenDigits')} choices={digitChoices} />
              </FieldRow>
            </FormSection>
            <FormSection title={t('profile.letterTexts')}>
              <FormChoice
                name="letters.order"
                label={t('profile.order')}
                choices={(['addresseeFirst', 'subjectFirst'] as const).map((value) => ({
                  value,
                  label: t(`profile.orderValue.${value}`),
                }))}
              />
              <FieldRow>
                <FormText name="letters.basmala" label={t('profile.basmala')} />
                <FormText name="letters.greeting" label={t('profile.greeting')} />
              </FieldRow>
              <FormText name="letters.closing" label={t('profile.closing')} />
            </FormSection>
            <FormSection title={t('profile.queue')}>
              <FormCheck name="tickets" label={t('profile.tickets')} help={t('profile.ticketsHelp')} />
            </FormSection>
          </Form>
        </div>
      </CardBody>
      <SaveBar mayChange={mayChange} busy={busy} onSave={submit} onReset={() => form.reset(profile)} />
    </Card>
  );
}

/** How letters are numbered and worded, and the digits of the screen. */
export function NumberingPage() {
  const profile = useChannelQuery('organisation.get', undefined);
  return <QueryView query={profile}>{(data) => <NumberingForm profile={data} />}</QueryView>;
}
