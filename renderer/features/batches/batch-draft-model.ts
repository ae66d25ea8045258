import { useState } from 'react';
import type { BatchDraft } from '#shared/batches/batch-template.ts';
import { personFilterSchema, type PersonFilter } from '#shared/batches/batch.ts';
import type { PartyId, StaffId } from '#shared/ids.ts';
import { askedProblem } from '#shared/letters/templates/field-values.ts';
import type { AskedFieldId } from '#shared/letters/templates/merge-fields.ts';
import type { TemplateDetail } from '#shared/templates/templates-contract.ts';

export type Values = Partial<Record<AskedFieldId, string>>;
export interface Signatory {
  readonly id: StaffId;
  readonly name: string;
  readonly jobTitle: string;
}

const NO_FILTER: PersonFilter = personFilterSchema.parse({});

/** Whether the whole register is shown. */
export const isUnfiltered = ({ text, role, village, request }: PersonFilter): boolean =>
  text.trim() === '' && role === null && village === null && request === null;

/** What a person has put together so far, over the three steps that stand beside each other. */
export interface BatchForm {
  readonly templateRef: string | null;
  readonly values: Values;
  readonly signatoryId: StaffId | null;
  readonly name: string;
  readonly filter: PersonFilter;
  readonly chosen: ReadonlySet<PartyId>;
}

export function useBatchForm(start: Partial<PersonFilter>) {
  const [form, setForm] = useState<BatchForm>({
    templateRef: null,
    values: {},
    signatoryId: null,
    name: '',
    filter: { ...NO_FILTER, ...start },
    chosen: new Set(),
  });
  const change = (part: Partial<BatchForm>): void => setForm((old) => ({ ...old, ...part }));
  return { form, change };
}

/** What is still to be chosen, in the order of the screen. */
export type BatchGap = 'missingTemplate' | 'missingSignatory' | 'missingPersons';

/** The first thing that the template asks for and that is not given, or not as it must be: nobody would get a letter. */
export const unansweredField = (
  template: Pick<TemplateDetail, 'asks'> | undefined,
  values: Values,
): AskedFieldId | null =>
  template?.asks.find((id) => {
    const value = values[id] ?? '';
    return value.trim() === '' || askedProblem(id, value) !== null;
  }) ?? null;

export function draftOf(
  form: BatchForm,
  template: TemplateDetail | undefined,
  signatory: Signatory | undefined,
): { readonly draft: BatchDraft; readonly gap: null } | { readonly draft: null; readonly gap: BatchGap } {
  if (template === undefined) return { draft: null, gap: 'missingTemplate' };
  if (signatory === undefined) return { draft: null, gap: 'missingSignatory' };
  if (form.chosen.size === 0) return { draft: null, gap: 'missingPersons' };
  const asked = new Set(template.asks);
  return {
    gap: null,
    draft: {
      template: template.template,
      // Values of a template that was chosen before stay in the form, and out of the letters.
      values: Object.fromEntries(
        Object.entries(form.values).filter(([field]) => asked.has(field as AskedFieldId)),
      ),
      signatory: { name: signatory.name, title: signatory.jobTitle, staffId: signatory.id },
      persons: { kind: 'ids', ids: [...form.chosen] },
      request: form.filter.request,
    },
  };
}
