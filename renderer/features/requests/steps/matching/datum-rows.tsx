import {
  IconAlertTriangle,
  IconAsterisk,
  IconCheck,
  IconPencilCheck,
  IconRosetteDiscountCheck,
} from '@tabler/icons-react';
import type { MatchSource } from '#shared/documents/matching.ts';
import { safetyOf } from '#shared/parties/contact-point.ts';
import type { Party } from '#shared/parties/party.ts';
import type { FormFieldStanding } from '#shared/requests/form-contract.ts';
import { bears } from '#shared/requests/form-matching.ts';
import { useText } from '#renderer/i18n/use-text.ts';
import { SafePhone } from '#renderer/ui/contact-points.tsx';
import { Icon } from '#renderer/ui/icon.tsx';
import { Iban, Identifier } from '#renderer/ui/numbers.tsx';
import css from './matching.module.css';

/** «الجوال», or the question itself. */
export const useFieldLabel = (): ((field: Pick<FormFieldStanding, 'field' | 'value'>) => string) => {
  const { t } = useText();
  return ({ value }) => (value.field === 'answer' ? value.question : t(`requestForm.field.${value.field}`));
};

/** The data of T.4, one a row: what the register says, how it stands at this request, and the ways to settle it. */
export function DatumRows({
  fields,
  party,
  against,
  mayWrite,
  busy,
  onConfirm,
  onChange,
}: {
  readonly fields: readonly FormFieldStanding[];
  readonly party: Party | undefined;
  readonly against: MatchSource | null;
  readonly mayWrite: boolean;
  readonly busy: boolean;
  readonly onConfirm: (field: FormFieldStanding) => void;
  readonly onChange: (field: FormFieldStanding) => void;
}) {
  const { t } = useText();
  const labelOf = useFieldLabel();
  return (
    <dl className={css['rows']} aria-label={t('requestForm.match.rows')}>
      {fields.map((field) => {
        const label = labelOf(field);
        const asked = field.value.field === 'answer';
        const matches = against !== null && bears(against, field.field);
        // What was confirmed as told can still be held against its original, as soon as that is there.
        const offers =
          mayWrite && !field.wanting && !asked && (field.open || (matches && field.matched === null));
        return (
          <div
            key={field.field}
            className={css['row']}
            data-field={field.field}
            data-open={field.open || undefined}
          >
            <dt>{label}</dt>
            <dd className={css['value']}>
              <DatumValue field={field} party={party} />
            </dd>
            <dd className={css['state']}>
              <Mark field={field} />
              {offers ? (
                <button
                  type="button"
                  className={css['confirm']}
                  disabled={busy}
                  data-confirm
                  aria-label={`${t(matches ? 'requestForm.match.matchOne' : 'requestForm.match.confirm')}: ${label}`}
                  onClick={() => onConfirm(field)}
                >
                  <Icon of={matches ? IconRosetteDiscountCheck : IconCheck} size="xs" />
                  {t(matches ? 'requestForm.match.matchOne' : 'requestForm.match.confirm')}
                </button>
              ) : null}
            </dd>
            <dd>
              {mayWrite && field.value.field !== 'representation' ? (
                <button
                  type="button"
                  className={css['change']}
                  aria-label={`${t(asked ? 'requestForm.match.answer' : 'common.edit')}: ${label}`}
                  onClick={() => onChange(field)}
                >
                  {t(asked ? 'requestForm.match.answer' : 'common.edit')}
                </button>
              ) : null}
            </dd>
          </div>
        );
      })}
    </dl>
  );
}

function Mark({ field }: { readonly field: FormFieldStanding }) {
  const { t } = useText();
  if (field.state === 'changed')
    return (
      <span className={css['warn']}>
        <Icon of={IconAlertTriangle} size="xs" />
        {t('requestForm.match.changed')}
      </span>
    );
  if (field.wanting)
    return (
      <span className={css['warn']}>
        <Icon of={IconAsterisk} size="xs" />
        {t('requestForm.match.wanting')}
      </span>
    );
  if (field.matched !== null) {
    const { against, byName: name } = field.matched;
    const what = against === '' ? '' : t(`documents.matching.source.${against}`);
    return (
      <span
        className={css['good']}
        title={what === '' ? undefined : t('requestForm.match.matchedWith', { what, name })}
      >
        <Icon of={IconRosetteDiscountCheck} size="xs" />
        {t('requestForm.match.matched')}
      </span>
    );
  }
  if (field.state === 'open') return null;
  return (
    <span className={css['told']}>
      <Icon of={field.state === 'corrected' ? IconPencilCheck : IconCheck} size="xs" />
      {t(`requestForm.match.${field.state}`)}
    </span>
  );
}

/** Direction marks belong to paper: on the screen digits stand in a place of their own. */
const plain = (text: string): string => text.replaceAll(/[\u2066-\u2069]/gu, '');

function DatumValue({
  field,
  party,
}: {
  readonly field: FormFieldStanding;
  readonly party: Party | undefined;
}) {
  const { digits } = useText();
  const { value, empty, text, detail } = field;
  if (empty) return <span className={css['dim']}>{text}</span>;
  if (value.field === 'mobile')
    return <SafePhone value={value.mobile} safe={safetyOf(party?.contactPoints ?? [], value.mobile)} />;
  if (value.field === 'idNumber' && value.number !== '') return <Identifier value={value.number} />;
  if (value.field === 'iban')
    return (
      <>
        <Iban value={value.iban} />
        {value.holder === '' ? null : <span className={css['detail']}>{value.holder}</span>}
      </>
    );
  return (
    <>
      <bdi>{digits(plain(text))}</bdi>
      {detail === '' ? null : <span className={css['detail']}>{digits(plain(detail))}</span>}
    </>
  );
}
