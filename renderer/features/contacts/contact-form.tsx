import { IconUserSearch } from '@tabler/icons-react';
import { useEffect } from 'react';
import { useController, useFormContext } from 'react-hook-form';
import { contactInputSchema, type ContactInput } from '#shared/contacts/contact.ts';
import type { PartyPage } from '#shared/parties/profile.ts';
import { CHANNELS, channel } from '#shared/policy/channels.ts';
import { useChannelCommand } from '#renderer/api/use-channel.ts';
import { useRecoverableDraft } from '#renderer/api/use-recoverable-draft.tsx';
import { useErrorText } from '#renderer/i18n/error-text.ts';
import { useText } from '#renderer/i18n/use-text.ts';
import { Button } from '#renderer/ui/button.tsx';
import { SafeContactWarning } from '#renderer/ui/contact-points.tsx';
import { Card, CardBody, CardFooter, CardHeader, SplitPane } from '#renderer/ui/card.tsx';
import { When } from '#renderer/ui/dates.tsx';
import { CHANNEL_SIGNS } from '#renderer/ui/domain-signs.ts';
import { DraftSaved } from '#renderer/ui/draft-saved.tsx';
import { SelectField, TextField } from '#renderer/ui/fields.tsx';
import { FieldRow, Form, FormArea, FormChoice, FormDate, FormSelect, FormText } from '#renderer/ui/form.tsx';
import { Icon } from '#renderer/ui/icon.tsx';
import { useKey } from '#renderer/ui/keys.ts';
import { PersonFacts } from '#renderer/ui/person.tsx';
import { Timeline } from '#renderer/ui/timeline.tsx';
import { showToast } from '#renderer/ui/toast.tsx';
import { useZodForm } from '#renderer/ui/use-zod-form.ts';
import { fromDraft, isWorthKeeping, PLATFORMS, startOf, type Platform } from './contact-form-model.ts';
import css from './contacts.module.css';

export function ContactForm({
  page,
  about,
  restoreAtOnce,
  onSaved,
  onBack,
}: {
  readonly page: PartyPage;
  /** What we call about; empty when they came to us. */
  readonly about: string;
  readonly restoreAtOnce: boolean;
  readonly onSaved: () => void;
  readonly onBack: () => void;
}) {
  const { t } = useText();
  const say = useErrorText();
  const { party } = page;
  const log = useChannelCommand('contacts.log');
  const form = useZodForm(contactInputSchema, startOf(party.id, about));
  const values = form.watch();
  const draft = useRecoverableDraft(
    {
      kind: 'contact',
      key: `party:${party.id}`,
      title: t('contacts.form.draftTitle', { name: party.name }),
      data: { ...values },
    },
    isWorthKeeping(values, about) && !log.isSuccess,
    (data) => form.reset(fromDraft(party.id, data)),
    restoreAtOnce,
  );
  const save = async (contact: ContactInput): Promise<void> => {
    await log.mutateAsync(contact.channel === 'socialMedia' ? contact : { ...contact, platform: '' });
    await draft.discard();
    showToast(t('contacts.form.saved', { name: party.name }));
    onSaved();
  };
  const press = (): void =>
    void form
      .handleSubmit(save)()
      .catch(() => undefined);
  useKey('Ctrl+Enter', t('contacts.form.save'), press);
  useKey('Ctrl+S', t('keys.saveDraft'), () => void draft.flush());

  return (
    <SplitPane columns="minmax(0, 1fr) 20rem">
      <Card pane={t('contacts.form.label')}>
        <div className={css['formBody']}>
          {draft.offer}
          <div className={css['who']}>
            <h2>{party.name}</h2>
            <DraftSaved state={draft.state} savedAtMs={draft.savedAtMs} />
          </div>
          <PersonFacts person={party} />
          <SafeContactWarning points={party.contactPoints} />
          <Form
            form={form}
            label={t('contacts.form.label')}
            onSubmit={(contact) => save(contact).catch(() => undefined)}
            problem={log.error === null ? undefined : say(log.error)}
          >
            <FieldRow columns={3}>
              <FormSelect
                name="channel"
                label={t('contacts.form.channel')}
                required
                autoFocus
                choices={CHANNELS.map(({ code, name }) => ({ value: code, label: name }))}
              />
              <PlatformField />
              <FormChoice
                name="direction"
                label={t('contacts.form.direction')}
                choices={(['in', 'out'] as const).map((value) => ({
                  value,
                  label: t(`contacts.form.${value}`),
                }))}
              />
            </FieldRow>
            <FormArea name="inquiry" label={t('contacts.form.inquiry')} rows={2} required />
            <FormArea
              name="answer"
              label={t('contacts.form.answer')}
              help={t('contacts.form.answerHelp')}
              rows={2}
              optional
            />
            <FieldRow>
              <FormText
                name="nextAction"
                label={t('contacts.form.nextAction')}
                help={t('contacts.form.nextActionHelp')}
                optional
              />
              <FormDate
                name="nextActionOn"
                label={t('contacts.form.nextActionOn')}
                help={t('contacts.form.nextActionOnHelp')}
                optional
              />
            </FieldRow>
          </Form>
        </div>
        <CardFooter
          end={
            <Button kind="quiet" icon={<Icon of={IconUserSearch} size="sm" />} onClick={onBack}>
              {t('contacts.form.changePerson')}
            </Button>
          }
        >
          <Button kind="filled" keys="Ctrl+Enter" loading={log.isPending} onClick={press}>
            {t('contacts.form.save')}
          </Button>
        </CardFooter>
      </Card>
      <Earlier page={page} />
    </SplitPane>
  );
}

/** The platform of C.3, WhatsApp until another is chosen; one that is not listed is written out. */
function PlatformField() {
  const { t } = useText();
  const { control, watch, setValue } = useFormContext();
  const { field } = useController({ name: 'platform', control });
  const social = watch('channel') === 'socialMedia';
  const written = String(field.value ?? '');
  const names = PLATFORMS.map((value) => ({ value, label: t(`contacts.platform.${value}`) }));
  const known = names.find(({ value, label }) => value !== 'other' && label === written);
  const choice: Platform | null = known?.value ?? (written === '' ? null : 'other');
  const whatsApp = t('contacts.platform.whatsapp');
  useEffect(() => {
    if (social && written === '') setValue('platform', whatsApp);
  }, [social, written, whatsApp, setValue]);
  if (!social) return null;
  const pick = (next: Platform | null): void =>
    setValue('platform', next === null ? '' : next === 'other' ? ' ' : t(`contacts.platform.${next}`));
  return (
    <div className={css['platform']}>
      <SelectField label={t('contacts.form.platform')} value={choice} onChange={pick} choices={names} />
      {choice === 'other' ? (
        <TextField
          label={t('contacts.form.platformOther')}
          value={written.trimStart()}
          onChange={(text) => setValue('platform', text === '' ? ' ' : text)}
          maxLength={40}
          autoFocus
        />
      ) : null}
    </div>
  );
}

/** What was said before, so that nothing is asked twice (O.1). */
function Earlier({ page }: { readonly page: PartyPage }) {
  const { t } = useText();
  return (
    <Card pane={t('contacts.form.earlier')}>
      <CardHeader title={t('contacts.form.earlier')} />
      <CardBody scroll>
        {page.contacts.length === 0 ? (
          <p className={css['dim']}>{t('contacts.form.noEarlier')}</p>
        ) : (
          <Timeline
            label={t('contacts.form.earlier')}
            items={page.contacts.slice(0, 30).map((contact) => ({
              key: contact.id,
              icon: CHANNEL_SIGNS[contact.channel].icon,
              mirror: CHANNEL_SIGNS[contact.channel].mirror,
              kind: 'contact',
              text: contact.inquiry,
              by: [channel(contact.channel).name, contact.answer].filter((part) => part !== '').join('، '),
              time: <When atMs={contact.happenedAtMs} />,
            }))}
          />
        )}
      </CardBody>
    </Card>
  );
}
