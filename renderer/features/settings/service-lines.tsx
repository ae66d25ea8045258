import { MultiSelect } from '@mantine/core';
import { IconPlus, IconTrash } from '@tabler/icons-react';
import type { ReactElement } from 'react';
import { useFormContext, useFieldArray } from 'react-hook-form';
import type { CategoryId } from '#shared/ids.ts';
import { QUESTION_KINDS, type ServiceTyped } from '#shared/services/service.ts';
import { useChannelQuery } from '#renderer/api/use-channel.ts';
import { useText } from '#renderer/i18n/use-text.ts';
import { Button, IconButton } from '#renderer/ui/button.tsx';
import { FormLines } from '#renderer/ui/form-extra.tsx';
import { FormCheck, FormSelect, FormText, useFormField } from '#renderer/ui/form.tsx';
import { Icon } from '#renderer/ui/icon.tsx';
import css from './services-page.module.css';

/** One or more of the office’s categories, as ids in the form; none: everybody. */
export function FormCategories({
  name,
  label,
  help,
}: {
  readonly name: string;
  readonly label: string;
  readonly help?: string;
}): ReactElement {
  const { t } = useText();
  const field = useFormField(name, label);
  const list = useChannelQuery('categories.list', undefined);
  const chosen = Array.isArray(field.value) ? (field.value as readonly CategoryId[]) : [];
  return (
    <MultiSelect
      id={field.id}
      label={label}
      description={help}
      placeholder={chosen.length === 0 ? t('services.everybody') : ''}
      inputWrapperOrder={['label', 'description', 'input', 'error']}
      data={(list.data ?? [])
        .filter(({ id, active }) => active || chosen.includes(id))
        .map(({ id, name: word }) => ({ value: String(id), label: word }))}
      value={chosen.map(String)}
      onChange={(values) => field.onChange(values.map(Number))}
      searchable
      hidePickedOptions
      nothingFoundMessage={t('common.noResults')}
    />
  );
}

/** The checklist of S.6, line by line: what, and of whom. `name` is the list’s place in the form. */
export function RequirementLines({
  name,
}: {
  readonly name: 'ownRequirements' | 'requirements';
}): ReactElement {
  const { t, digits } = useText();
  const { control } = useFormContext();
  const { fields, append, remove } = useFieldArray({ control, name, keyName: 'row' });
  return (
    <div className={css['lines']}>
      {fields.map((row, index) => (
        <div key={row.row} className={css['requirement']}>
          <FormText
            name={`${name}.${index}.name`}
            label={t('services.requirement')}
            required
            maxLength={120}
          />
          <FormCategories name={`${name}.${index}.categoryIds`} label={t('services.requirementFor')} />
          <IconButton
            label={digits(t('services.removeRequirement', { number: index + 1 }))}
            icon={<Icon of={IconTrash} size="sm" />}
            onClick={() => remove(index)}
          />
        </div>
      ))}
      <div>
        <Button
          size="sm"
          icon={<Icon of={IconPlus} size="sm" />}
          onClick={() => append({ key: '', name: '', categoryIds: [] })}
        >
          {t('services.addRequirement')}
        </Button>
      </div>
    </div>
  );
}

/** Questions of T.4 that this service alone asks. */
export function QuestionLines(): ReactElement {
  const { t, digits } = useText();
  const { control, watch } = useFormContext<ServiceTyped>();
  const { fields, append, remove } = useFieldArray({ control, name: 'questions', keyName: 'row' });
  return (
    <div className={css['lines']}>
      {fields.map((row, index) => (
        <div key={row.row} className={css['question']}>
          <FormText
            name={`questions.${index}.label`}
            label={t('services.question')}
            required
            maxLength={200}
          />
          <FormSelect
            name={`questions.${index}.kind`}
            label={t('services.questionKind')}
            choices={QUESTION_KINDS.map((kind) => ({
              value: kind,
              label: t(`services.questionKindOf.${kind}`),
            }))}
          />
          <IconButton
            label={digits(t('services.removeQuestion', { number: index + 1 }))}
            icon={<Icon of={IconTrash} size="sm" />}
            onClick={() => remove(index)}
          />
          <FormCheck name={`questions.${index}.required`} label={t('services.required')} />
          {watch(`questions.${index}.kind`) === 'choice' ? (
            <FormLines
              name={`questions.${index}.choices`}
              label={t('services.choices')}
              help={t('services.choicesHelp')}
              required
              rows={3}
            />
          ) : null}
        </div>
      ))}
      <div>
        <Button
          size="sm"
          icon={<Icon of={IconPlus} size="sm" />}
          onClick={() => append({ key: '', label: '', kind: 'text', choices: [], required: false })}
        >
          {t('services.addQuestion')}
        </Button>
      </div>
    </div>
  );
}
