import { useController } from 'react-hook-form';
import { z } from 'zod';
import { isoDaySchema } from '#shared/calendar/iso-day.ts';
import {
  type Category,
  giveCategoriesSchema,
  type GivenCategory,
  type Need,
  needInputSchema,
} from '#shared/circumstances/categories.ts';
import type { RecordedFact } from '#shared/circumstances/circumstances-contract.ts';
import type { PartyId } from '#shared/ids.ts';
import { call } from '#renderer/api/client.ts';
import { useChannelQuery } from '#renderer/api/use-channel.ts';
import { useValidationText } from '#renderer/i18n/error-text.ts';
import { useText } from '#renderer/i18n/use-text.ts';
import { useToday } from '#renderer/ui/dates.tsx';
import { CheckField } from '#renderer/ui/fields.tsx';
import { FormDate, FormText } from '#renderer/ui/form.tsx';
import { ReasonDialog } from '#renderer/ui/reason-dialog.tsx';
import { ErrorBlock, Note } from '#renderer/ui/states.tsx';
import { useZodForm } from '#renderer/ui/use-zod-form.ts';
import { FormDialog } from '#renderer/api/form-dialog.tsx';
import type { Acts } from '#renderer/api/use-acts.ts';
import css from './circumstances.module.css';

interface Common {
  readonly acts: Acts;
  readonly onClose: () => void;
}

/** Several at a time, of those that are offered and not given yet. */
export function GiveCategoriesDialog({
  partyId,
  given,
  acts,
  onClose,
}: Common & { readonly partyId: PartyId; readonly given: readonly GivenCategory[] }) {
  const { t } = useText();
  const list = useChannelQuery('categories.list', undefined);
  const form = useZodForm(giveCategoriesSchema, { categoryIds: [], on: useToday(), reason: '' });
  const has = new Set(
    given.filter((one) => one.withdrawn === null && one.untilOn === null).map((one) => one.categoryId),
  );
  const offered = (list.data ?? []).filter((one) => one.active && !has.has(one.id));
  return (
    <FormDialog
      form={form}
      title={t('categories.giveTitle')}
      verb={t('categories.save')}
      onClose={onClose}
      save={async (typed) => {
        const { ids } = await call('categories.give', { partyId, ...typed });
        acts.tell(t('categories.done.given', { count: ids.length }), async () => {
          for (const id of ids) await call('circumstances.withdraw', { what: 'category', id, reason: '' });
        });
      }}
    >
      {list.data !== undefined && offered.length === 0 ? (
        <Note>{t('categories.all')}</Note>
      ) : (
        <Choices form={form} offered={offered} />
      )}
      <FormDate name="on" label={t('categories.on')} required />
      <FormText name="reason" label={t('categories.reason')} help={t('categories.reasonHelp')} optional />
    </FormDialog>
  );
}

function Choices({
  form,
  offered,
}: {
  readonly form: ReturnType<typeof useZodForm<typeof giveCategoriesSchema>>;
  readonly offered: readonly Category[];
}) {
  const { t } = useText();
  const say = useValidationText();
  const { field, fieldState } = useController({ name: 'categoryIds', control: form.control });
  const chosen: readonly number[] = field.value;
  const error = say(fieldState.error?.message);
  return (
    <fieldset className={css['choices']} id="field-categoryIds" tabIndex={-1}>
      <legend>{t('categories.choose')}</legend>
      {offered.map((one) => (
        <CheckField
          key={one.id}
          label={one.name}
          {...(one.description === '' ? {} : { help: one.description })}
          checked={chosen.includes(one.id)}
          onChange={(on) => field.onChange(on ? [...chosen, one.id] : chosen.filter((id) => id !== one.id))}
        />
      ))}
      {error === undefined ? null : <ErrorBlock text={error} />}
    </fieldset>
  );
}

const endSchema = z.object({
  on: isoDaySchema,
  reason: z.string().trim().min(1, { message: 'required' }).max(300, { message: 'tooLong' }),
});

export function EndCategoryDialog({ given, acts, onClose }: Common & { readonly given: GivenCategory }) {
  const { t } = useText();
  const { id, name } = given;
  const form = useZodForm(endSchema, { on: useToday(), reason: '' });
  return (
    <FormDialog
      form={form}
      title={t('categories.endTitle', { name })}
      verb={t('categories.endSave')}
      onClose={onClose}
      save={async (end) => {
        await call('categories.end', { id, end });
        acts.tell(t('categories.done.ended', { name }), () => call('categories.end', { id, end: null }));
      }}
    >
      <FormDate name="on" label={t('categories.endOn')} required />
      <FormText
        name="reason"
        label={t('categories.endReason')}
        help={t('categories.endReasonHelp')}
        required
        autoFocus
      />
    </FormDialog>
  );
}

export function AddNeedDialog({ partyId, acts, onClose }: Common & { readonly partyId: PartyId }) {
  const { t } = useText();
  const form = useZodForm(needInputSchema, { need: '', sinceOn: useToday() });
  return (
    <FormDialog
      form={form}
      title={t('needs.add')}
      verb={t('needs.save')}
      onClose={onClose}
      save={async (need) => {
        const { id } = await call('circumstances.addNeed', { partyId, need });
        acts.tell(t('needs.done.added', { need: need.need }), () =>
          call('circumstances.withdraw', { what: 'need', id, reason: '' }),
        );
      }}
    >
      <FormText name="need" label={t('needs.need')} help={t('needs.needHelp')} required autoFocus />
      <FormDate name="sinceOn" label={t('needs.sinceOn')} required />
    </FormDialog>
  );
}

const meetSchema = z.object({
  on: isoDaySchema,
  how: z.string().trim().min(1, { message: 'required' }).max(300, { message: 'tooLong' }),
});

export function MeetNeedDialog({ need, acts, onClose }: Common & { readonly need: Need }) {
  const { t } = useText();
  const { id } = need;
  const form = useZodForm(meetSchema, { on: useToday(), how: '' });
  return (
    <FormDialog
      form={form}
      title={t('needs.meetTitle', { need: need.need })}
      verb={t('needs.meetSave')}
      onClose={onClose}
      save={async (met) => {
        await call('circumstances.meetNeed', { id, met });
        acts.tell(t('needs.done.met', { need: need.need }), () =>
          call('circumstances.meetNeed', { id, met: null }),
        );
      }}
    >
      <FormDate name="on" label={t('needs.metOn')} required />
      <FormText name="how" label={t('needs.how')} help={t('needs.howHelp')} required autoFocus />
    </FormDialog>
  );
}

/** A record was a mistake: why is kept beside it. */
export function WithdrawFactDialog({ fact, acts, onClose }: Common & { readonly fact: RecordedFact }) {
  const { t } = useText();
  const { id, kind } = fact;
  return (
    <ReasonDialog
      opened
      onClose={onClose}
      title={t('circumstances.withdrawTitle')}
      summary={[{ term: t('circumstances.form.status'), value: t(`circumstances.kind.${kind}`) }]}
      consequence={t('circumstances.withdrawConsequence')}
      verb={t('circumstances.withdraw')}
      busy={acts.busy}
      field={{
        label: t('circumstances.withdrawReason'),
        help: t('circumstances.withdrawReasonHelp'),
        missing: t('circumstances.withdrawReasonMissing'),
      }}
      onConfirm={(reason) =>
        void acts
          .run(
            () => call('circumstances.withdraw', { what: 'fact', id, reason }),
            t('circumstances.done.withdrawn'),
            () => call('circumstances.restore', { what: 'fact', id }),
          )
          .then((done) => (done ? onClose() : undefined))
      }
    />
  );
}
