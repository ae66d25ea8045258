import { useMemo, useState } from 'react';
import { NATIONALITIES } from '#shared/parties/nationalities.ts';
import { idKindsOf } from '#shared/parties/party-identity.ts';
import { partyRecordSchemaOn, recordOf } from '#shared/parties/party-record.ts';
import type { Party } from '#shared/parties/party.ts';
import type { PartyId } from '#shared/ids.ts';
import { useText } from '#renderer/i18n/use-text.ts';
import { FormBirth } from '#renderer/ui/birth-field.tsx';
import { useToday } from '#renderer/ui/dates.tsx';
import { FieldRow, FormArea, FormChoice, FormDigits, FormSelect, FormText } from '#renderer/ui/form.tsx';
import { useZodForm } from '#renderer/ui/use-zod-form.ts';
import { call } from '../client.ts';
import { FormDialog } from '../form-dialog.tsx';
import type { Acts } from '../use-acts.ts';
import { useChannelQuery } from '../use-channel.ts';
import { EMPTY_POINT, formOf } from './record-form-model.ts';

/** What of a record is put right by itself. */
export type RecordField = 'name' | 'idNumber' | 'birth' | 'nationality' | 'mobile' | 'address';

interface Props {
  readonly partyId: PartyId;
  readonly field: RecordField;
  /** «الجوال» */
  readonly label: string;
  readonly acts: Pick<Acts, 'tell'>;
  readonly onClose: () => void;
}

/** One datum of the record, put right where it is looked at; the record keeps what stood before. Mounted while it is open. */
export function RecordFieldDialog(props: Props) {
  const query = useChannelQuery('parties.record', { id: props.partyId }, { fresh: true });
  // What is typed is held against what was read: a change of somebody else's must not slip under it.
  const [seen, setSeen] = useState<Party | null>(null);
  if (seen === null && query.data !== undefined) setSeen(query.data);
  return seen === null ? null : <Loaded {...props} seen={seen} />;
}

function Loaded({ partyId, field, label, acts, onClose, seen }: Props & { readonly seen: Party }) {
  const { t, text } = useText();
  const today = useToday();
  const schema = useMemo(() => partyRecordSchemaOn(today), [today]);
  const start = formOf(seen);
  const mobile = start.contactPoints.findIndex(({ kind }) => kind === 'mobile');
  const point = mobile === -1 ? start.contactPoints.length : mobile;
  const form = useZodForm(schema, {
    ...start,
    contactPoints:
      mobile === -1 && field === 'mobile' ? [...start.contactPoints, EMPTY_POINT] : start.contactPoints,
  });
  const idKind = form.watch('idKind');
  const person = seen.kind === 'person';
  const { isDirty } = form.formState;
  return (
    <FormDialog
      form={form}
      title={t('requestForm.correct.title', { what: label })}
      verb={t('requestForm.correct.save')}
      onClose={onClose}
      width="40rem"
      save={async (record) => {
        // Saved as it stood: nothing was put right, and none of it may say so.
        if (!isDirty) return;
        const saved = await call('parties.saveRecord', { id: partyId, version: seen.version, record });
        const former = recordOf(seen);
        acts.tell(t('requestForm.correct.done', { what: label }), () =>
          call('parties.saveRecord', { id: partyId, version: saved.version, record: former }),
        );
      }}
    >
      {field === 'name' ? (
        <FormText
          name="name"
          label={t(person ? 'partyRecord.name' : 'partyRecord.organisationName')}
          required
          autoFocus
          maxLength={160}
        />
      ) : null}
      {field === 'idNumber' ? (
        <>
          <FormChoice
            name="idKind"
            label={t('partyRecord.idKind')}
            required
            choices={idKindsOf(seen.kind).map((value) => ({ value, label: text('domain.idKind', value) }))}
          />
          {idKind === 'none' ? (
            <FormText name="noIdReason" label={t('partyRecord.noIdReason')} required={person} />
          ) : idKind === 'passport' || idKind === 'licence' ? (
            <FormText name="idNumber" label={t(`partyRecord.${idKind}`)} required ltr autoFocus />
          ) : (
            <FormDigits
              name="idNumber"
              label={t(idKind === 'nationalId' ? 'partyRecord.idNumber' : `partyRecord.${idKind}`)}
              required
              autoFocus
            />
          )}
        </>
      ) : null}
      {field === 'birth' ? (
        <FormBirth name="birth" label={t('partyRecord.birth')} help={t('partyRecord.birthHelp')} />
      ) : null}
      {field === 'nationality' ? (
        <FormSelect
          name="nationality"
          label={t('partyRecord.nationality')}
          searchable
          autoFocus
          choices={NATIONALITIES.map((value) => ({ value, label: text('nationalities', value) }))}
        />
      ) : null}
      {field === 'mobile' ? (
        <FormDigits name={`contactPoints.${point}.value`} label={t('requestForm.correct.mobile')} autoFocus />
      ) : null}
      {field === 'address' ? (
        <>
          <FieldRow columns={3}>
            <FormText name="village" label={t('partyRecord.village')} autoFocus maxLength={80} />
            <FormText name="district" label={t('partyRecord.district')} optional maxLength={80} />
            <FormText name="shortAddress" label={t('partyRecord.shortAddress')} optional ltr maxLength={20} />
          </FieldRow>
          <FormArea name="directions" label={t('partyRecord.directions')} optional rows={1} maxRows={4} />
        </>
      ) : null}
    </FormDialog>
  );
}
