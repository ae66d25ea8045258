import { IconAlertTriangle, IconRosetteDiscountCheck } from '@tabler/icons-react';
import type { Attestation } from '#shared/attestation/attestation.ts';
import type { SupportRequest } from '#shared/requests/request.ts';
import { useText } from '#renderer/i18n/use-text.ts';
import { useGo } from '#renderer/ui/app-link.tsx';
import { Icon } from '#renderer/ui/icon.tsx';
import { Identifier } from '#renderer/ui/numbers.tsx';
import { paths } from '#renderer/ui/paths.ts';
import { SummaryList, type SummaryRow } from '#renderer/ui/summary-list.tsx';
import css from './attestation.module.css';

type Field = Attestation['fields'][number];

const OF_PERSON: readonly Field['field'][] = [
  'name',
  'idNumber',
  'birth',
  'nationality',
  'mobile',
  'housing',
];
const OF_LIFE: readonly Field['field'][] = ['socialStatus', 'income', 'expenses', 'work', 'health', 'iban'];

/** Where a datum is put right: in the register, which keeps its history, or at the request itself. */
function usePlaces(request: SupportRequest, onEdit: () => void): (field: Field['field']) => () => void {
  const go = useGo();
  return (field) => {
    if (OF_PERSON.includes(field)) return () => go(paths.beneficiaryEdit(request.partyId));
    if (OF_LIFE.includes(field)) return () => go(paths.beneficiaryPart(request.partyId, 'circumstances'));
    if (field === 'household') return () => go(paths.beneficiaryPart(request.partyId, 'household'));
    return onEdit;
  };
}

/** Direction marks belong to paper: here digits stand in a place of their own. */
const plain = (text: string): string => text.replace(/[\u2066-\u2069]/gu, '');

/** Check your answers: each datum that is attested, whether it was held against an original, and the way to change it. */
export function AttestedRows({
  attestation,
  request,
  mayWrite,
  onEdit,
}: {
  readonly attestation: Attestation;
  readonly request: SupportRequest;
  readonly mayWrite: boolean;
  readonly onEdit: () => void;
}) {
  const { t, digits } = useText();
  const placeOf = usePlaces(request, onEdit);
  const value = ({ field, text, detail, empty }: Field) => {
    if (empty) return <span className={css['dim']}>{digits(text)}</span>;
    if (field === 'idNumber' || field === 'mobile') return <Identifier value={plain(text)} />;
    return (
      <>
        {digits(text)}
        {detail === '' ? null : <span className={css['detail']}>{digits(detail)}</span>}
      </>
    );
  };
  const rows = attestation.fields.map((field): SummaryRow => {
    const changed = attestation.changed.includes(field.field);
    const mark = changed ? (
      <span className={css['changed']}>
        <Icon of={IconAlertTriangle} size="xs" />
        {t('sealed.attest.changedMark')}
      </span>
    ) : field.matched === null ? undefined : (
      <>
        <Icon of={IconRosetteDiscountCheck} size="xs" />
        {t('sealed.attest.matched')}
      </>
    );
    return {
      term: field.label,
      value: value(field),
      ...(mark === undefined ? {} : { mark }),
      ...(mayWrite ? { onChange: placeOf(field.field) } : {}),
    };
  });
  return <SummaryList rows={rows} label={t('sealed.attest.rows')} />;
}
