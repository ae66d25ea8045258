import type { ReactElement } from 'react';
import { useWatch } from 'react-hook-form';
import { z } from 'zod';
import { formatAmount } from '#shared/circumstances/money-text.ts';
import {
  requirementInputSchema,
  type Service,
  SERVICE_KINDS,
  serviceInputSchema,
  type ServiceRequirement,
  type ServiceTyped,
} from '#shared/services/service.ts';
import { call } from '#renderer/api/client.ts';
import { FormDialog } from '#renderer/api/form-dialog.tsx';
import type { Acts } from '#renderer/api/use-acts.ts';
import { useText } from '#renderer/i18n/use-text.ts';
import { FormLines } from '#renderer/ui/form-extra.tsx';
import { FieldRow, FormArea, FormDigits, FormSection, FormSelect, FormText } from '#renderer/ui/form.tsx';
import { Segmented } from '#renderer/ui/segmented.tsx';
import { useZodForm } from '#renderer/ui/use-zod-form.ts';
import { FormCategories, QuestionLines, RequirementLines } from './service-lines.tsx';

const amount = (halalas: number | null): string => (halalas === null ? '' : formatAmount(halalas));

/** As the form holds it: counts and amounts in words of their own. */
const typedOf = (service: Service | null): ServiceTyped => ({
  name: service?.name ?? '',
  kind: service?.kind ?? 'inKind',
  description: service?.description ?? '',
  unit: service?.unit ?? '',
  quantity: String(service?.quantity ?? 1),
  value: amount(service?.valueHalalas ?? null),
  eligibility: {
    villages: [...(service?.eligibility.villages ?? [])],
    categoryIds: [...(service?.eligibility.categoryIds ?? [])],
    perHeadCeiling: amount(service?.eligibility.perHeadCeilingHalalas ?? null),
  },
  questions: (service?.questions ?? []).map((one) => ({ ...one })),
  ownRequirements: service?.ownRequirements?.map((one) => ({ ...one })) ?? null,
});

/** A service of the catalogue. Mounted while it is open. */
export function ServiceDialog({
  service,
  general,
  acts,
  onClose,
}: {
  /** Null: a new one. */
  readonly service: Service | null;
  readonly general: readonly ServiceRequirement[];
  readonly acts: Acts;
  readonly onClose: () => void;
}): ReactElement {
  const { t } = useText();
  const before = typedOf(service);
  const form = useZodForm(serviceInputSchema, before);
  const own = useWatch({ control: form.control, name: 'ownRequirements' });
  return (
    <FormDialog
      form={form}
      title={service === null ? t('services.add') : t('services.editTitle', { name: service.name })}
      verb={t('services.save')}
      width="46rem"
      onClose={onClose}
      save={async (typed) => {
        const { eligibility, value, ...rest } = typed;
        const { perHeadCeiling, ...asked } = eligibility;
        const { id, version } = await call('services.save', {
          id: service?.id ?? null,
          version: service?.version ?? null,
          service: {
            ...rest,
            value: amount(value),
            eligibility: { ...asked, perHeadCeiling: amount(perHeadCeiling) },
          },
        });
        const { name } = typed;
        if (service === null)
          acts.tell(t('services.done.added', { name }), () => call('services.remove', { id }));
        else
          acts.tell(t('services.done.changed', { name }), () =>
            call('services.save', { id, version, service: before }),
          );
      }}
    >
      <FieldRow>
        <FormText name="name" label={t('services.name')} required autoFocus maxLength={120} />
        <FormSelect
          name="kind"
          label={t('services.kind')}
          choices={SERVICE_KINDS.map((kind) => ({ value: kind, label: t(`deliveries.kind.${kind}`) }))}
        />
      </FieldRow>
      <FieldRow columns={3}>
        <FormText
          name="unit"
          label={t('services.unit')}
          help={t('services.unitHelp')}
          required
          maxLength={40}
        />
        <FormDigits
          name="quantity"
          label={t('services.quantity')}
          help={t('services.quantityHelp')}
          required
        />
        <FormDigits name="value" label={t('services.value')} help={t('services.valueHelp')} optional />
      </FieldRow>
      <FormArea
        name="description"
        label={t('services.description')}
        help={t('services.descriptionHelp')}
        optional
        rows={2}
      />
      <FormSection title={t('services.eligibility')}>
        <FieldRow>
          <FormLines
            name="eligibility.villages"
            label={t('services.villages')}
            help={t('services.villagesHelp')}
            optional
            rows={2}
          />
          <div style={{ display: 'grid', gap: 'var(--w-sp-3)' }}>
            <FormCategories
              name="eligibility.categoryIds"
              label={t('services.categories')}
              help={t('services.categoriesHelp')}
            />
            <FormDigits
              name="eligibility.perHeadCeiling"
              label={t('services.ceiling')}
              help={t('services.ceilingHelp')}
              optional
            />
          </div>
        </FieldRow>
      </FormSection>
      <FormSection title={t('services.requirements')}>
        <Segmented
          label={t('services.requirements')}
          hideLabel
          value={own === null ? 'general' : 'own'}
          onChange={(which) =>
            form.setValue(
              'ownRequirements',
              which === 'general' ? null : general.map((one) => ({ ...one, key: '' })),
            )
          }
          choices={(['general', 'own'] as const).map((value) => ({
            value,
            label: t(`services.requirementsOf.${value}`),
          }))}
        />
        {own === null ? null : <RequirementLines name="ownRequirements" />}
      </FormSection>
      <FormSection title={t('services.questions')}>
        <QuestionLines />
      </FormSection>
    </FormDialog>
  );
}

const generalSchema = z.object({ requirements: z.array(requirementInputSchema).max(40) });

/** The requirements of every service that has none of its own. Mounted while it is open. */
export function GeneralDialog({
  general,
  acts,
  onClose,
}: {
  readonly general: readonly ServiceRequirement[];
  readonly acts: Acts;
  readonly onClose: () => void;
}): ReactElement {
  const { t } = useText();
  const before = general.map((one) => ({ ...one }));
  const form = useZodForm(generalSchema, { requirements: before });
  return (
    <FormDialog
      form={form}
      title={t('services.editGeneral')}
      verb={t('services.saveGeneral')}
      width="46rem"
      onClose={onClose}
      save={async ({ requirements }) => {
        await call('services.saveGeneral', { requirements });
        acts.tell(t('services.done.general'), () => call('services.saveGeneral', { requirements: before }));
      }}
    >
      <RequirementLines name="requirements" />
    </FormDialog>
  );
}
