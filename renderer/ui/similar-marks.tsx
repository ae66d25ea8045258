import { IconCheck, IconEqualNot, IconTilde } from '@tabler/icons-react';
import type { SimilarParty } from '#shared/duplicates/duplicates-contract.ts';
import type { Verdict } from '#shared/duplicates/similarity.ts';
import { useText } from '#renderer/i18n/use-text.ts';
import { Badge, type BadgeKind } from './badge.tsx';
import { Icon } from './icon.tsx';
import { Identifier, Phone } from './numbers.tsx';
import css from './similar-marks.module.css';

type Part = SimilarParty['parts'][number];

const BAND_KIND: Readonly<Record<SimilarParty['band'], BadgeKind>> = {
  strong: 'danger',
  likely: 'warning',
  possible: 'neutral',
};

/** How sure it is, in words; never by colour alone. */
export function BandBadge({ band }: { readonly band: SimilarParty['band'] }) {
  const { text } = useText();
  return <Badge kind={BAND_KIND[band]}>{text('duplicates.band', band)}</Badge>;
}

/** A found record in two lines: who it is, then each thing that agrees, comes close, or speaks against (bold, «≠»). */
export function SimilarMarks({
  party,
}: {
  readonly party: Pick<SimilarParty, 'name' | 'fileNumber' | 'band' | 'parts'>;
}) {
  return (
    <div className={css['who']}>
      <p className={css['name']}>
        <b>{party.name}</b>
        {party.fileNumber === null ? null : <Identifier value={party.fileNumber} />}
        <BandBadge band={party.band} />
      </p>
      <PartMarks parts={party.parts} />
    </div>
  );
}

const SIGN = { same: IconCheck, close: IconTilde, different: IconEqualNot } as const;
const ORDER: Readonly<Record<Verdict, number>> = { same: 0, close: 1, different: 2, missing: 3 };

/** The parts of a score that say something, for before against; a differing one shows the other record's value. */
export function PartMarks({ parts }: { readonly parts: readonly Part[] }) {
  const { text } = useText();
  const said = parts
    .filter(({ verdict, weight }) => verdict !== 'missing' && (weight !== 0 || verdict === 'different'))
    .filter(({ field }) => field !== 'alias' || parts.some((one) => one.field === 'alias' && one.weight > 0))
    .toSorted((a, b) => ORDER[a.verdict] - ORDER[b.verdict] || Math.abs(b.weight) - Math.abs(a.weight));
  return (
    <ul className={css['parts']}>
      {said.map((part) => (
        <li key={part.field} className={css['part']} data-verdict={part.verdict}>
          {part.verdict === 'missing' ? null : <Icon of={SIGN[part.verdict]} size="xs" />}
          <span>{text('duplicates.how', part.how)}</span>
          {part.verdict === 'same' || part.value === '' || part.field === 'name' ? null : (
            <PartValue part={part} />
          )}
        </li>
      ))}
    </ul>
  );
}

function PartValue({ part }: { readonly part: Part }) {
  const { text } = useText();
  const { field, value } = part;
  return (
    <span className={css['value']}>
      {field === 'phone' && !value.includes('@') ? (
        <Phone value={value} />
      ) : field === 'sex' && (value === 'male' || value === 'female') ? (
        text('domain.sex', value)
      ) : field === 'kind' && (value === 'person' || value === 'organisation') ? (
        text('domain.partyKind', value)
      ) : field === 'village' ? (
        value
      ) : (
        <Identifier value={value} />
      )}
    </span>
  );
}
