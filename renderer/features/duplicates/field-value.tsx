import type { ReactNode } from 'react';
import { IconCircleCheck } from '@tabler/icons-react';
import { assertNever } from '#shared/assert.ts';
import type { ComparedSide } from '#shared/duplicates/merge-contract.ts';
import { formatBirth } from '#shared/parties/birth-date.ts';
import { useText } from '#renderer/i18n/use-text.ts';
import { Icon } from '#renderer/ui/icon.tsx';
import { Identifier, Phone } from '#renderer/ui/numbers.tsx';
import type { ChoiceField } from './compare-model.ts';
import css from './duplicates.module.css';

const MATCHED_AS: Readonly<Partial<Record<ChoiceField, string>>> = {
  name: 'name',
  identity: 'idNumber',
  birth: 'birth',
  contactPoints: 'mobile',
};

/** What one record says of a field, as a person reads it; what was matched to its original says so. */
export function FieldValue({ side, field }: { readonly side: ComparedSide; readonly field: ChoiceField }) {
  const { t } = useText();
  const value = useValue(side, field);
  const matched = side.matched.includes(MATCHED_AS[field] ?? '');
  return (
    <>
      {value ?? <span className={css['dim']}>{t('duplicates.compare.nothing')}</span>}
      {matched && value !== null ? (
        <span className={css['matched']}>
          <Icon of={IconCircleCheck} size="xs" />
          {t('duplicates.compare.matched')}
        </span>
      ) : null}
    </>
  );
}

function useValue(side: ComparedSide, field: ChoiceField): ReactNode | null {
  const { t, text, digits } = useText();
  const { party } = side;
  switch (field) {
    case 'identity':
      return party.idKind === 'none' ? (
        `${t('duplicates.compare.none')}: ${party.noIdReason}`
      ) : (
        <>
          {text('domain.idKind', party.idKind)} <Identifier value={party.idNumber} />
        </>
      );
    case 'birth':
      return party.birth === null ? null : digits(formatBirth(party.birth));
    case 'contactPoints':
      return party.contactPoints.length === 0 ? null : (
        <span className={css['phones']}>
          {party.contactPoints.map((point) => (
            <span key={`${point.kind}-${point.value}`}>
              {point.kind === 'email' ? <Identifier value={point.value} /> : <Phone value={point.value} />}
              {point.owner === '' ? null : <span className={css['dim']}> {point.owner}</span>}
            </span>
          ))}
        </span>
      );
    case 'fileNumber':
      return party.fileNumber === null ? null : <Identifier value={party.fileNumber} />;
    case 'household':
      return side.household === null
        ? null
        : t('duplicates.compare.members', { count: side.household.members });
    case 'sex':
      return party.sex === null ? null : text('domain.sex', party.sex);
    case 'nationality':
      return party.nationality === '' ? null : text('nationalities', party.nationality);
    case 'shortAddress':
      return party.shortAddress === '' ? null : <Identifier value={party.shortAddress} />;
    case 'name':
    case 'latinName':
    case 'village':
    case 'district':
    case 'directions':
    case 'note':
      return party[field] === '' ? null : <span dir="auto">{digits(party[field])}</span>;
    default:
      return assertNever(field);
  }
}
