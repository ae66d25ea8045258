import {
  DISABILITIES,
  EDUCATION_LEVELS,
  type FactKind,
  factFormSchemas,
  HEALTH_STATES,
  HOUSING_STATES,
  SOCIAL_STATUSES,
  TENURES,
  WORK_STATES,
} from '#shared/circumstances/facts.ts';
import { bankOf } from '#shared/circumstances/banks.ts';
import { formatAmount } from '#shared/circumstances/money-text.ts';
import { assertNever } from '#shared/assert.ts';
import { parseIban } from '#shared/identifiers/iban.ts';
import { useText } from '#renderer/i18n/use-text.ts';
import { FieldRow, FormCheck, FormChoice, FormDigits, FormSelect, FormText } from '#renderer/ui/form.tsx';
import { useZodForm } from '#renderer/ui/use-zod-form.ts';
import { FormDialog } from '../form-dialog.tsx';
import { genderOf } from './member-words.ts';
import css from './register.module.css';
import { Dated, type FactProps, useFact, valueOf } from './fact-form.tsx';
import { useFactWords } from './fact-words.ts';

/** A fact as it is known from a day on: a new line of its history, whatever stood before. Mounted while it is open. */
export function FactDialog({ kind, ...props }: FactProps & { readonly kind: FactKind }) {
  switch (kind) {
    case 'socialStatus':
      return <SocialStatusDialog {...props} />;
    case 'education':
      return <EducationDialog {...props} />;
    case 'health':
      return <HealthDialog {...props} />;
    case 'work':
      return <WorkDialog {...props} />;
    case 'housing':
      return <HousingDialog {...props} />;
    case 'iban':
      return <IbanDialog {...props} />;
    default:
      return assertNever(kind);
  }
}

function SocialStatusDialog(props: FactProps) {
  const { t } = useText();
  const { word } = useFactWords(genderOf(props.person.sex));
  const { frame, dated, record } = useFact(props, 'socialStatus');
  const was = valueOf(props.standing, 'socialStatus');
  const form = useZodForm(factFormSchemas.socialStatus, {
    kind: 'socialStatus',
    value: { status: was?.status ?? 'married', note: was?.note ?? '' },
    ...dated,
  });
  return (
    <FormDialog {...frame} form={form} save={() => record(form.getValues())}>
      <FormSelect
        name="value.status"
        label={t('circumstances.form.status')}
        required
        autoFocus
        choices={SOCIAL_STATUSES.map((value) => ({ value, label: word('socialStatus', value) }))}
      />
      <FormText name="value.note" label={t('circumstances.form.note')} optional />
      <Dated />
    </FormDialog>
  );
}

function EducationDialog(props: FactProps) {
  const { t } = useText();
  const { word } = useFactWords(genderOf(props.person.sex));
  const { frame, dated, record } = useFact(props, 'education');
  const was = valueOf(props.standing, 'education');
  const form = useZodForm(factFormSchemas.education, {
    kind: 'education',
    value: { level: was?.level ?? 'none', studying: was?.studying ?? false, place: was?.place ?? '' },
    ...dated,
  });
  return (
    <FormDialog {...frame} form={form} save={() => record(form.getValues())}>
      <FormSelect
        name="value.level"
        label={t('circumstances.form.level')}
        required
        autoFocus
        choices={EDUCATION_LEVELS.map((value) => ({ value, label: word('education', value) }))}
      />
      <FormCheck name="value.studying" label={t('circumstances.form.studying')} />
      <FormText name="value.place" label={t('circumstances.form.place')} optional />
      <Dated />
    </FormDialog>
  );
}

function HealthDialog(props: FactProps) {
  const { t, text } = useText();
  const { word } = useFactWords(genderOf(props.person.sex));
  const { frame, dated, record } = useFact(props, 'health');
  const was = valueOf(props.standing, 'health');
  const form = useZodForm(factFormSchemas.health, {
    kind: 'health',
    value: {
      state: was?.state ?? 'well',
      illness: was?.illness ?? '',
      disability: was?.disability ?? 'none',
      disabilityNote: was?.disabilityNote ?? '',
    },
    ...dated,
  });
  return (
    <FormDialog {...frame} form={form} save={() => record(form.getValues())}>
      <FormChoice
        name="value.state"
        label={t('circumstances.form.state')}
        required
        choices={HEALTH_STATES.map((value) => ({ value, label: word('health', value) }))}
      />
      <FormText
        name="value.illness"
        label={t('circumstances.form.illness')}
        help={t('circumstances.form.illnessHelp')}
        optional
        autoFocus
      />
      <FieldRow>
        <FormSelect
          name="value.disability"
          label={t('circumstances.form.disability')}
          required
          choices={DISABILITIES.map((value) => ({ value, label: text('circumstances.disability', value) }))}
        />
        <FormText
          name="value.disabilityNote"
          label={t('circumstances.form.disabilityNote')}
          help={t('circumstances.form.disabilityNoteHelp')}
          optional
        />
      </FieldRow>
      <Dated />
    </FormDialog>
  );
}

function WorkDialog(props: FactProps) {
  const { t } = useText();
  const { word } = useFactWords(genderOf(props.person.sex));
  const { frame, dated, record } = useFact(props, 'work');
  const was = valueOf(props.standing, 'work');
  const form = useZodForm(factFormSchemas.work, {
    kind: 'work',
    value: { state: was?.state ?? 'none', job: was?.job ?? '', employer: was?.employer ?? '' },
    ...dated,
  });
  return (
    <FormDialog {...frame} form={form} save={() => record(form.getValues())}>
      <FormSelect
        name="value.state"
        label={t('circumstances.form.state')}
        required
        autoFocus
        choices={WORK_STATES.map((value) => ({ value, label: word('work', value) }))}
      />
      <FieldRow>
        <FormText name="value.job" label={t('circumstances.form.job')} optional />
        <FormText name="value.employer" label={t('circumstances.form.employer')} optional />
      </FieldRow>
      <Dated />
    </FormDialog>
  );
}

function HousingDialog(props: FactProps) {
  const { t, text } = useText();
  const { frame, dated, record } = useFact(props, 'housing');
  const was = valueOf(props.standing, 'housing');
  const form = useZodForm(factFormSchemas.housing, {
    kind: 'housing',
    value: {
      tenure: was?.tenure ?? 'rented',
      rent: was?.rentHalalas == null ? '' : formatAmount(was.rentHalalas),
      state: was?.state ?? 'good',
      rooms: was?.rooms == null ? '' : String(was.rooms),
      note: was?.note ?? '',
    },
    ...dated,
  });
  const rented = form.watch('value.tenure') === 'rented';
  return (
    <FormDialog {...frame} form={form} save={() => record(form.getValues())}>
      <FieldRow>
        <FormSelect
          name="value.tenure"
          label={t('circumstances.form.tenure')}
          required
          autoFocus
          choices={TENURES.map((value) => ({ value, label: text('circumstances.tenure', value) }))}
        />
        {rented ? <FormDigits name="value.rent" label={t('circumstances.form.rent')} required /> : null}
      </FieldRow>
      <FieldRow>
        <FormChoice
          name="value.state"
          label={t('circumstances.form.housingState')}
          required
          choices={HOUSING_STATES.map((value) => ({
            value,
            label: text('circumstances.housingState', value),
          }))}
        />
        <FormDigits name="value.rooms" label={t('circumstances.form.rooms')} optional maxLength={2} />
      </FieldRow>
      <FormText name="value.note" label={t('circumstances.form.note')} optional />
      <Dated />
    </FormDialog>
  );
}

/** The number is typed whole from the certificate, also when one stands: what is shown of that is masked. */
function IbanDialog(props: FactProps) {
  const { t, text } = useText();
  const { frame, dated, record } = useFact(props, 'iban');
  const was = valueOf(props.standing, 'iban');
  const form = useZodForm(factFormSchemas.iban, {
    kind: 'iban',
    value: { iban: '', holder: was?.holder ?? props.person.name },
    ...dated,
  });
  const typed = parseIban(form.watch('value.iban') ?? '');
  const bank = typed.ok ? bankOf(typed.value) : null;
  return (
    <FormDialog {...frame} form={form} save={() => record(form.getValues())}>
      <FormText
        name="value.iban"
        label={t('circumstances.form.iban')}
        help={t('circumstances.form.ibanHelp')}
        required
        autoFocus
        ltr
      />
      <p className={css['dim']} aria-live="polite">
        {typed.ok ? (bank === null ? t('circumstances.unknownBank') : text('circumstances.bank', bank)) : ''}
      </p>
      <FormText name="value.holder" label={t('circumstances.form.holder')} required />
      <Dated />
    </FormDialog>
  );
}
