import { IconInfoCircle } from '@tabler/icons-react';
import { useEffect, type ReactElement } from 'react';
import type { TemplateDetail, TemplateSummary } from '#shared/templates/templates-contract.ts';
import { useText } from '#renderer/i18n/use-text.ts';
import { AskedField } from '#renderer/ui/asked-field.tsx';
import { Card, CardBody, CardHeader } from '#renderer/ui/card.tsx';
import { SelectField, TextField } from '#renderer/ui/fields.tsx';
import { Note } from '#renderer/ui/states.tsx';
import type { BatchForm, Signatory } from './batch-draft-model.ts';
import css from './batches.module.css';

/** Where the primary act leads when something is missing. */
const FIELD_IDS = { missingTemplate: 'batch-template', missingSignatory: 'batch-signatory' } as const;

/** Step one: which template, what it asks once for all, who signs. */
export function TemplatePane({
  form,
  change,
  templates,
  template,
  signatories,
  missing,
  asked,
  checked,
}: {
  readonly form: BatchForm;
  readonly change: (part: Partial<BatchForm>) => void;
  readonly templates: readonly TemplateSummary[];
  readonly template: TemplateDetail | undefined;
  readonly signatories: readonly Signatory[];
  /** What the primary act found missing here. */
  readonly missing: 'missingTemplate' | 'missingSignatory' | null;
  /** How often it was asked for: each time the focus goes to what is missing. */
  readonly asked: number;
  /** What is wrong with the template's own fields is said. */
  readonly checked: boolean;
}): ReactElement {
  const { t } = useText();
  useEffect(() => {
    if (missing !== null) document.querySelector<HTMLElement>(`#${FIELD_IDS[missing]}`)?.focus();
  }, [missing, asked]);
  return (
    <Card pane={t('batches.step.template')}>
      <CardHeader title={t('batches.step.template')} />
      <CardBody scroll>
        <div className={css['fields']}>
          <SelectField
            label={t('batches.template.choose')}
            required
            searchable
            id={FIELD_IDS.missingTemplate}
            placeholder={t('batches.template.chooseHint')}
            value={form.templateRef}
            onChange={(templateRef) => change({ templateRef })}
            choices={templates.map(({ ref, name }) => ({ value: ref, label: name }))}
            error={missing === 'missingTemplate' ? t('batches.check.missingTemplate') : undefined}
          />
          {template === undefined ? null : (
            <>
              <p className={css['subject']}>{template.subject}</p>
              {template.wants.person ? null : (
                <Note kind="warning" icon={IconInfoCircle}>
                  {t('batches.template.samePage')}
                </Note>
              )}
            </>
          )}
          <SelectField
            label={t('batches.template.signatory')}
            required
            id={FIELD_IDS.missingSignatory}
            value={form.signatoryId === null ? null : String(form.signatoryId)}
            onChange={(id) =>
              change({ signatoryId: signatories.find((one) => String(one.id) === id)?.id ?? null })
            }
            choices={signatories.map(({ id, name, jobTitle }) => ({
              value: String(id),
              label: jobTitle === '' ? name : `${jobTitle}: ${name}`,
            }))}
            error={missing === 'missingSignatory' ? t('batches.check.missingSignatory') : undefined}
          />
          {template === undefined || template.asks.length === 0 ? null : (
            <section className={css['asked']} aria-label={t('batches.template.asked')}>
              <h3>{t('batches.template.asked')}</h3>
              {template.asks.map((field) => (
                <AskedField
                  key={field}
                  id={field}
                  required
                  checked={checked}
                  value={form.values[field] ?? ''}
                  onChange={(value) => change({ values: { ...form.values, [field]: value } })}
                />
              ))}
            </section>
          )}
          <TextField
            label={t('batches.template.name')}
            optional
            help={t('batches.template.nameHint')}
            value={form.name}
            onChange={(name) => change({ name })}
            maxLength={120}
          />
        </div>
      </CardBody>
    </Card>
  );
}
