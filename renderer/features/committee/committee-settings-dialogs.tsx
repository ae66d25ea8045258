import { z } from 'zod';
import { toAsciiDigits } from '#shared/arabic/digits.ts';
import { type CommitteeMember, MEMBER_ROLES, memberInputSchema } from '#shared/committee/committee.ts';
import { type CommitteeSetting, committeeSettingSchema } from '#shared/committee/committee-setting.ts';
import { call } from '#renderer/api/client.ts';
import { FormDialog } from '#renderer/api/form-dialog.tsx';
import type { Acts } from '#renderer/api/use-acts.ts';
import { useChannelQuery } from '#renderer/api/use-channel.ts';
import { useText } from '#renderer/i18n/use-text.ts';
import { useToday } from '#renderer/ui/dates.tsx';
import { FieldRow, FormDate, FormDigits, FormSelect, FormText } from '#renderer/ui/form.tsx';
import { useZodForm } from '#renderer/ui/use-zod-form.ts';

/** What the main process takes, from what stands in the form; its messages stand at the form's own fields. */
function asStored<S extends z.ZodType>(schema: S, typed: unknown, context: z.RefinementCtx): z.output<S> {
  const parsed = schema.safeParse(typed);
  if (parsed.success) return parsed.data;
  for (const { path, message } of parsed.error.issues) context.addIssue({ code: 'custom', path, message });
  return z.NEVER;
}

/** As the form holds it: an account by the text of its id, empty for none. */
const memberFormSchema = z
  .object({
    account: z.string(),
    name: z.string(),
    title: z.string(),
    role: z.enum(MEMBER_ROLES),
    fromDay: z.string().nullable(),
    untilDay: z.string().nullable(),
  })
  .transform(({ account, ...member }, context) =>
    asStored(memberInputSchema, { ...member, staffId: account === '' ? null : Number(account) }, context),
  );

/** A membership: who, as what, from when until when. Nobody is deleted: a membership ends. */
export function MemberDialog({
  member,
  acts,
  onClose,
}: {
  /** Null: a new one. */
  readonly member: CommitteeMember | null;
  readonly acts: Acts;
  readonly onClose: () => void;
}) {
  const { t, text } = useText();
  const today = useToday();
  const staff = useChannelQuery('staff.list', undefined);
  const form = useZodForm(memberFormSchema, {
    account: member?.staffId?.toString() ?? '',
    name: member?.name ?? '',
    title: member?.title ?? '',
    role: member?.role ?? 'member',
    fromDay: member?.fromDay ?? today,
    untilDay: member?.untilDay ?? null,
  });
  return (
    <FormDialog
      form={form}
      title={t(member === null ? 'committee.settings.addMember' : 'committee.settings.editMember')}
      verb={t('committee.settings.save')}
      onClose={onClose}
      save={async (typed) => {
        const saved = await call('committee.saveMember', { id: member?.id ?? null, member: typed });
        const done = t('committee.settings.memberSaved', { name: saved.name });
        const { id } = saved;
        // A new one is taken back by ending it on the day before it began: nobody is deleted.
        if (member !== null)
          acts.tell(done, () => {
            const { id: _, ...before } = member;
            return call('committee.saveMember', { id, member: before });
          });
        else
          acts.tell(done, () =>
            call('committee.saveMember', { id, member: { ...typed, untilDay: typed.fromDay } }),
          );
      }}
    >
      <FormText name="name" label={t('committee.field.name')} required autoFocus maxLength={160} />
      <FieldRow>
        <FormSelect
          name="role"
          label={t('committee.field.role')}
          choices={MEMBER_ROLES.map((value) => ({ value, label: text('committee.role', value) }))}
        />
        <FormText name="title" label={t('committee.field.title')} optional maxLength={160} />
      </FieldRow>
      <FormSelect
        name="account"
        label={t('committee.field.account')}
        choices={[
          { value: '', label: t('committee.field.noAccount') },
          ...(staff.data ?? [])
            .filter(({ active }) => active)
            .map(({ id, name }) => ({ value: String(id), label: name })),
        ]}
      />
      <FormDate name="fromDay" label={t('committee.field.from')} required />
      <FormDate name="untilDay" label={t('committee.field.until')} optional />
    </FormDialog>
  );
}

const rulesFormSchema = z
  .object({ quorum: z.string(), place: z.string(), time: z.string(), appealLevel: z.string() })
  .transform(({ quorum, ...rest }, context) => {
    const typed = toAsciiDigits(quorum).trim();
    return asStored(
      committeeSettingSchema,
      { ...rest, quorum: typed === '' ? null : Number(typed) },
      context,
    );
  });

/** Quorum, usual place and hour, and the level of appeal. */
export function RulesDialog({
  setting,
  acts,
  onClose,
}: {
  readonly setting: CommitteeSetting;
  readonly acts: Acts;
  readonly onClose: () => void;
}) {
  const { t } = useText();
  const form = useZodForm(rulesFormSchema, { ...setting, quorum: setting.quorum?.toString() ?? '' });
  return (
    <FormDialog
      form={form}
      title={t('committee.settings.rules')}
      verb={t('committee.settings.save')}
      onClose={onClose}
      save={async (typed) => {
        await call('committee.saveSetting', typed);
        acts.tell(t('committee.settings.saved'), () => call('committee.saveSetting', setting));
      }}
    >
      <FormText
        name="appealLevel"
        label={t('committee.settings.appealLevel')}
        help={t('committee.settings.appealHelp')}
        required
        autoFocus
        maxLength={120}
      />
      <FormDigits
        name="quorum"
        label={t('committee.settings.quorum')}
        help={t('committee.settings.quorumHelp')}
        optional
        maxLength={2}
      />
      <FieldRow>
        <FormText name="place" label={t('committee.settings.place')} maxLength={120} />
        <FormText name="time" label={t('committee.settings.time')} placeholder="10:30" ltr maxLength={5} />
      </FieldRow>
    </FormDialog>
  );
}
