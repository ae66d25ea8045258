import { useState } from 'react';
import { z } from 'zod';
import { isoDaySchema } from '#shared/calendar/iso-day.ts';
import {
  type Representation,
  REPRESENTATION_KINDS,
  representationInputSchema,
} from '#shared/households/representation.ts';
import type { PartyId } from '#shared/ids.ts';
import { partyInputSchema } from '#shared/parties/party.ts';
import { call } from '#renderer/api/client.ts';
import { PersonPicker } from '#renderer/api/person-picker.tsx';
import { useText } from '#renderer/i18n/use-text.ts';
import { Button } from '#renderer/ui/button.tsx';
import { useToday } from '#renderer/ui/dates.tsx';
import { FieldRow, FormChoice, FormDate, FormText } from '#renderer/ui/form.tsx';
import { PartyFields } from '#renderer/ui/party-fields.tsx';
import { useZodForm } from '#renderer/ui/use-zod-form.ts';
import { FormDialog } from '#renderer/api/form-dialog.tsx';
import type { Acts } from '#renderer/api/use-acts.ts';
import css from './household.module.css';

interface Person {
  readonly id: PartyId;
  readonly name: string;
}

/** Who acts, on which deed: found in the register, or added short. Mounted while it is open. */
export function RepresentationDialog({
  partyId,
  name,
  deed,
  acts,
  onClose,
}: {
  readonly partyId: PartyId;
  readonly name: string;
  /** Null: a new one. */
  readonly deed: Representation | null;
  readonly acts: Acts;
  readonly onClose: () => void;
}) {
  const { t } = useText();
  const [person, setPerson] = useState<Person | null>(
    deed === null ? null : { id: deed.representativeId, name: deed.representativeName },
  );
  const [adding, setAdding] = useState(false);
  const form = useZodForm(representationInputSchema, inputOf(deed));
  const kind = form.watch('kind');
  const choose = (chosen: Person | null): void => {
    setPerson(chosen);
    form.setValue('representativeId', chosen?.id ?? null);
  };
  if (adding) return <AddPersonDialog onAdded={choose} onClose={() => setAdding(false)} />;
  return (
    <FormDialog
      form={form}
      title={
        deed === null
          ? t('representatives.addTitle', { name })
          : t('representatives.editTitle', { name: deed.representativeName })
      }
      verb={t('representatives.save')}
      width="44rem"
      onClose={onClose}
      save={async () => {
        const representation = form.getValues();
        const { id } = await call('representatives.save', { partyId, id: deed?.id ?? null, representation });
        const who = { name: person?.name ?? '' };
        if (deed === null)
          acts.tell(t('representatives.done.added', who), () => call('representatives.withdraw', { id }));
        else
          acts.tell(t('representatives.done.changed', who), () =>
            call('representatives.save', { partyId, id, representation: inputOf(deed) }),
          );
      }}
    >
      {person === null ? (
        <>
          <PersonPicker
            label={t('representatives.person')}
            nobody={t('representatives.nobody')}
            onPick={(hit) => choose(hit)}
          />
          <div>
            <Button size="sm" onClick={() => setAdding(true)}>
              {t('representatives.addPerson')}
            </Button>
          </div>
        </>
      ) : (
        <div className={css['chosen']}>
          <span className={css['name']}>{person.name}</span>
          <Button size="sm" onClick={() => choose(null)}>
            {t('representatives.otherPerson')}
          </Button>
        </div>
      )}
      <FieldRow>
        <FormChoice
          name="kind"
          label={t('representatives.kindLabel')}
          required
          choices={REPRESENTATION_KINDS.map((value) => ({
            value,
            label: t(`representatives.kindChoice.${value}`),
          }))}
        />
        <FormText
          name="relation"
          label={t('representatives.relation')}
          help={t('representatives.relationHelp')}
          optional
        />
      </FieldRow>
      <FieldRow>
        <FormText
          name="deedNumber"
          label={t('representatives.deedNumber')}
          {...(kind === 'guardian' ? { optional: true } : { required: true })}
        />
        <FormText
          name="deedIssuer"
          label={t('representatives.deedIssuer')}
          help={t('representatives.deedIssuerHelp')}
          optional
        />
      </FieldRow>
      <FormText
        name="scope"
        label={t('representatives.scope')}
        help={t('representatives.scopeHelp')}
        {...(kind === 'proxy' ? { required: true } : { optional: true })}
      />
      <FormDate name="issuedOn" label={t('representatives.issuedOn')} optional />
      <FormDate name="expiresOn" label={t('representatives.expiresOn')} optional />
    </FormDialog>
  );
}

const inputOf = (deed: Representation | null): z.input<typeof representationInputSchema> => ({
  representativeId: deed?.representativeId ?? null,
  kind: deed?.kind ?? 'proxy',
  relation: deed?.relation ?? '',
  deedNumber: deed?.deedNumber ?? '',
  deedIssuer: deed?.deedIssuer ?? '',
  scope: deed?.scope ?? '',
  issuedOn: deed?.issuedOn ?? null,
  expiresOn: deed?.expiresOn ?? null,
});

/** Somebody who has no file yet: short, as at the door; the role comes with what they act as. */
function AddPersonDialog({
  onAdded,
  onClose,
}: {
  readonly onAdded: (person: Person) => void;
  readonly onClose: () => void;
}) {
  const { t } = useText();
  const form = useZodForm(partyInputSchema, {
    kind: 'person',
    name: '',
    idKind: 'nationalId',
    idNumber: '',
    noIdReason: '',
    mobile: '',
    village: '',
    sex: null,
    roles: ['other'],
  });
  return (
    <FormDialog
      form={form}
      title={t('representatives.addPerson')}
      verb={t('representatives.save')}
      width="44rem"
      onClose={onClose}
      save={async () => {
        onAdded(await call('parties.add', form.getValues()));
      }}
    >
      <PartyFields />
    </FormDialog>
  );
}

const endSchema = z.object({
  on: isoDaySchema,
  reason: z.string().trim().min(1, { message: 'required' }).max(300, { message: 'tooLong' }),
});

export function EndRepresentationDialog({
  deed,
  acts,
  onClose,
}: {
  readonly deed: Representation;
  readonly acts: Acts;
  readonly onClose: () => void;
}) {
  const { t } = useText();
  const { id, representativeName: name } = deed;
  const form = useZodForm(endSchema, { on: useToday(), reason: '' });
  return (
    <FormDialog
      form={form}
      title={t('representatives.endTitle', { name })}
      verb={t('representatives.end')}
      onClose={onClose}
      save={async (end) => {
        await call('representatives.end', { id, end });
        acts.tell(t('representatives.done.ended', { name }), () =>
          call('representatives.end', { id, end: null }),
        );
      }}
    >
      <FormDate name="on" label={t('representatives.endOn')} required />
      <FormText
        name="reason"
        label={t('representatives.endReason')}
        help={t('representatives.endReasonHelp')}
        required
        autoFocus
      />
    </FormDialog>
  );
}
