import { z } from 'zod';
import {
  AGREEMENT_KINDS,
  type Agreement,
  agreementKindSchema,
  type AgreementTerms,
  agreementTermsSchema,
} from '#shared/agreements/agreement.ts';
import type { ApiError } from '#renderer/api/client.ts';
import { useRecoverableDraft } from '#renderer/api/use-recoverable-draft.tsx';
import { useErrorText } from '#renderer/i18n/error-text.ts';
import { useText } from '#renderer/i18n/use-text.ts';
import { Button } from '#renderer/ui/button.tsx';
import { Card, CardBody, CardFooter, CardHeader, SplitPane } from '#renderer/ui/card.tsx';
import { DraftSaved } from '#renderer/ui/draft-saved.tsx';
import { FieldRow, Form, FormArea, FormDate, FormSelect, FormText } from '#renderer/ui/form.tsx';
import { useKey } from '#renderer/ui/keys.ts';
import { useQueryParam } from '#renderer/ui/use-route.ts';
import { useZodForm } from '#renderer/ui/use-zod-form.ts';
import css from './agreements.module.css';
import { PolicyQuote } from './policy-quote.tsx';

export type TermsInput = z.input<typeof agreementTermsSchema>;

export const EMPTY_TERMS: TermsInput = {
  kind: 'partnership',
  title: '',
  number: '',
  signedOn: null,
  startsOn: null,
  endsOn: null,
  ourDuties: '',
  theirDuties: '',
  liability: '',
};

export const termsOf = (agreement: Agreement): TermsInput => ({
  kind: agreement.kind,
  title: agreement.title,
  number: agreement.number,
  signedOn: agreement.signedOn,
  startsOn: agreement.startsOn,
  endsOn: agreement.endsOn,
  ourDuties: agreement.ourDuties,
  theirDuties: agreement.theirDuties,
  liability: agreement.liability,
});

/** A draft comes from the disk, perhaps from an older Wisam: what is odd is left empty. */
const word = z.string().catch('');
const day = z.string().nullable().catch(null);
const draftSchema = z.object({
  kind: agreementKindSchema.catch('partnership'),
  title: word,
  number: word,
  signedOn: day,
  startsOn: day,
  endsOn: day,
  ourDuties: word,
  theirDuties: word,
  liability: word,
});

/** What each side owes, for how long, and how far each is liable; P.2 beside it. */
export function AgreementForm({
  name,
  draftKey,
  start,
  busy,
  error,
  onSave,
}: {
  /** The party's. */
  readonly name: string;
  readonly draftKey: string;
  readonly start: TermsInput;
  readonly busy: boolean;
  readonly error: ApiError | null;
  /** Resolves to true once it is kept. */
  readonly onSave: (terms: AgreementTerms) => Promise<boolean>;
}) {
  const { t } = useText();
  const say = useErrorText();
  const form = useZodForm(agreementTermsSchema, start);
  const fromDrafts = useQueryParam('draft') !== undefined;
  const typed = form.watch();
  const draft = useRecoverableDraft(
    { kind: 'agreement', key: draftKey, title: t('agreements.form.draftTitle', { name }), data: typed },
    JSON.stringify(typed) !== JSON.stringify(start) && !busy,
    (data) => form.reset(draftSchema.parse(data)),
    fromDrafts,
  );
  const save = async (terms: AgreementTerms): Promise<void> => {
    if (busy || !(await onSave(terms))) return;
    await draft.discard();
  };
  const press = (): void => void form.handleSubmit(save)();
  useKey('Ctrl+Enter', t('agreements.form.save'), press);
  useKey('Ctrl+S', t('keys.saveDraft'), () => void draft.flush());
  return (
    <SplitPane columns="minmax(0, 1fr) 22rem">
      <Card pane={t('agreements.facts.label')}>
        <CardHeader title={name} actions={<DraftSaved state={draft.state} savedAtMs={draft.savedAtMs} />} />
        <div className={css['formBody']}>
          {draft.offer}
          <Form
            form={form}
            label={t('agreements.facts.label')}
            onSubmit={save}
            problem={error === null ? undefined : say(error)}
          >
            <FieldRow>
              <FormSelect
                name="kind"
                label={t('agreements.form.kind')}
                required
                choices={AGREEMENT_KINDS.map((value) => ({ value, label: t(`agreements.kind.${value}`) }))}
              />
              <FormText name="number" label={t('agreements.form.number')} optional maxLength={60} />
            </FieldRow>
            <FormText
              name="title"
              label={t('agreements.form.title')}
              help={t('agreements.form.titleHelp')}
              required
              autoFocus
              maxLength={160}
            />
            <FormDate name="signedOn" label={t('agreements.form.signedOn')} optional />
            <FieldRow>
              <FormDate name="startsOn" label={t('agreements.form.startsOn')} optional />
              <FormDate name="endsOn" label={t('agreements.form.endsOn')} optional />
            </FieldRow>
            <FormArea name="ourDuties" label={t('agreements.form.ourDuties')} rows={3} />
            <FormArea
              name="theirDuties"
              label={t('agreements.form.theirDuties')}
              help={t('agreements.form.dutiesHelp')}
              rows={3}
            />
            <FormArea name="liability" label={t('agreements.form.liability')} rows={2} optional />
          </Form>
        </div>
        <CardFooter>
          <Button kind="filled" keys="Ctrl+Enter" loading={busy} onClick={press}>
            {t('agreements.form.save')}
          </Button>
        </CardFooter>
      </Card>
      <Card pane={t('agreements.policy')}>
        <CardHeader title={t('agreements.policy')} />
        <CardBody scroll>
          <PolicyQuote />
        </CardBody>
      </Card>
    </SplitPane>
  );
}
