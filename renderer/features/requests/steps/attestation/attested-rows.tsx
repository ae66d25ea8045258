import { IconAlertTriangle, IconRosetteDiscountCheck } from '@tabler/icons-react';
import type { Attestation } from '#shared/attestation/attestation.ts';
import { useText } from '#renderer/i18n/use-text.ts';
import { Icon } from '#renderer/ui/icon.tsx';
import { Identifier } from '#renderer/ui/numbers.tsx';
import { SummaryList, type SummaryRow } from '#renderer/ui/summary-list.tsx';
import css from './attestation.module.css';

export type AttestedDatum = Attestation['fields'][number];

/** Direction marks belong to paper: here digits stand in a place of their own. */
const plain = (text: string): string => text.replace(/[\u2066-\u2069]/gu, '');

/** Check your answers: each datum that is attested, whether it was held against an original, and the way to change it. */
export function AttestedRows({
  attestation,
  mayWrite,
  onChange,
}: {
  readonly attestation: Attestation;
  readonly mayWrite: boolean;
  readonly onChange: (field: AttestedDatum) => void;
}) {
  const { t, digits } = useText();
  const value = ({ field, text, detail, empty }: AttestedDatum) => {
    if (empty) return <span className={css['dim']}>{digits(text)}</span>;
    if (field === 'idNumber' || field === 'mobile') return <Identifier value={plain(text)} />;
    return (
      <>
        <bdi>{digits(text)}</bdi>
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
      ...(mayWrite ? { onChange: () => onChange(field) } : {}),
    };
  });
  return <SummaryList rows={rows} label={t('sealed.attest.rows')} />;
}
