import { z } from 'zod';
import { useState } from 'react';
import { isoDaySchema } from '#shared/calendar/iso-day.ts';
import { type Member, RELATIONS } from '#shared/households/household.ts';
import { relationsUnder } from '#shared/households/household-rules.ts';
import { relationSchema } from '#shared/households/household.ts';
import type { PartyId } from '#shared/ids.ts';
import { call } from '#renderer/api/client.ts';
import { PersonPicker } from '#renderer/api/person-picker.tsx';
import { useText } from '#renderer/i18n/use-text.ts';
import { useToday } from '#renderer/ui/dates.tsx';
import { FormDate, FormSelect, FormText } from '#renderer/ui/form.tsx';
import { Button } from '#renderer/ui/button.tsx';
import { useZodForm } from '#renderer/ui/use-zod-form.ts';
import { FormDialog } from '#renderer/api/form-dialog.tsx';
import type { Acts } from '#renderer/api/use-acts.ts';
import css from './household.module.css';
import { useMemberWords } from '#renderer/api/register/member-words.ts';

interface OfMember {
  readonly member: Member;
  readonly acts: Acts;
  readonly onClose: () => void;
}

const daySchema = z.object({ on: isoDaySchema });

export function ComeBackDialog({ member, acts, onClose }: OfMember) {
  const { t } = useText();
  const { id, name } = member;
  const form = useZodForm(daySchema, { on: useToday() });
  return (
    <FormDialog
      form={form}
      title={t('household.backForm.title', { name })}
      verb={t('household.backForm.save')}
      onClose={onClose}
      save={async ({ on }) => {
        const back = await call('households.comeBack', { id, on });
        acts.tell(t('household.done.back', { name }), () => call('households.withdrawMember', back));
      }}
    >
      <FormDate name="on" label={t('household.backForm.on')} required autoFocus />
    </FormDialog>
  );
}

const fileSchema = z.object({
  name: z.string(),
  noIdReason: z.string().trim().max(200, { message: 'tooLong' }).default(''),
});

/** «افتح له ملفًا»: nothing is typed again; without an id number it is asked why. */
export function OpenFileDialog({ member, acts, onClose }: OfMember) {
  const { t } = useText();
  const { id, name, idNumber } = member;
  const form = useZodForm(fileSchema, { name, noIdReason: '' });
  return (
    <FormDialog
      form={form}
      title={t('household.fileForm.title', { name })}
      verb={t('household.fileForm.save')}
      onClose={onClose}
      save={async ({ noIdReason }) => {
        await call('households.openFile', { id, noIdReason });
        acts.tell(t('household.done.opened', { name }), () => call('households.closeFile', { id }));
      }}
    >
      <p>{t('household.fileForm.text')}</p>
      {idNumber === '' ? (
        <FormText
          name="noIdReason"
          label={t('household.fileForm.reason')}
          help={t('household.fileForm.reasonHelp')}
          required
          autoFocus
        />
      ) : null}
    </FormDialog>
  );
}

const linkSchema = z.object({ partyId: z.int().positive({ message: 'required' }) });

export function LinkDialog({ member, acts, onClose }: OfMember) {
  const { t } = useText();
  const { id, name } = member;
  const [picked, setPicked] = useState<{ readonly id: PartyId; readonly name: string } | null>(null);
  const form = useZodForm(linkSchema, { partyId: 0 });
  return (
    <FormDialog
      form={form}
      title={t('household.linkForm.title', { name })}
      verb={t('household.linkForm.save')}
      onClose={onClose}
      save={async () => {
        if (picked === null) return false;
        await call('households.linkMember', { id, partyId: picked.id });
        acts.tell(t('household.done.linked', { name }), () => call('households.unlinkMember', { id }));
        return true;
      }}
    >
      {picked === null ? (
        <PersonPicker
          label={t('household.form.search')}
          nobody={t('household.form.nobody')}
          onPick={(hit) => {
            setPicked(hit);
            form.setValue('partyId', hit.id);
          }}
        />
      ) : (
        <div className={css['chosen']}>
          <span className={css['name']}>{picked.name}</span>
          <Button size="sm" onClick={() => setPicked(null)}>
            {t('household.form.other')}
          </Button>
        </div>
      )}
    </FormDialog>
  );
}

const headSchema = z.object({ relations: z.array(z.object({ relation: relationSchema })) });

/** Another head: what everybody is to them is proposed, and confirmed one by one. */
export function HeadDialog({
  member,
  members,
  acts,
  onClose,
}: OfMember & { readonly members: readonly Member[] }) {
  const { t } = useText();
  const words = useMemberWords();
  const { name, sex } = member;
  const there = members.filter((one) => one.left === null);
  const proposed = relationsUnder(there, member);
  const form = useZodForm(headSchema, {
    relations: there.map((one) => ({ relation: proposed.get(one.id) ?? 'other' })),
  });
  return (
    <FormDialog
      form={form}
      title={t(sex === 'female' ? 'household.headForm.titleFemale' : 'household.headForm.title', { name })}
      verb={t('household.headForm.save')}
      onClose={onClose}
      save={async ({ relations }) => {
        const now = there.map(({ id }, index) => ({
          id,
          relation: relations[index]?.relation ?? ('other' as const),
        }));
        const before = there.map(({ id, relation }) => ({ id, relation }));
        await call('households.setHead', { relations: now });
        acts.tell(t(sex === 'female' ? 'household.done.headFemale' : 'household.done.head', { name }), () =>
          call('households.setHead', { relations: before }),
        );
      }}
    >
      <p>{t(sex === 'female' ? 'household.headForm.textFemale' : 'household.headForm.text')}</p>
      <div className={css['relations']}>
        {there.map((one, index) =>
          one.id === member.id ? null : (
            <FormSelect
              key={one.id}
              name={`relations.${index}.relation`}
              label={one.name}
              required
              searchable
              choices={RELATIONS.filter((value) => value !== 'head').map((value) => ({
                value,
                label: words.relation({ relation: value, sex: one.sex }),
              }))}
            />
          ),
        )}
      </div>
    </FormDialog>
  );
}
