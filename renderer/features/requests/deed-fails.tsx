import { type Representation, representationOn } from '#shared/households/representation.ts';
import { useText } from '#renderer/i18n/use-text.ts';
import { useToday } from '#renderer/ui/dates.tsx';
import { Identifier } from '#renderer/ui/numbers.tsx';

/** Whose deed does not hold today, why, and what makes it hold. */
export function DeedFails({ deed }: { readonly deed: Representation }) {
  const { t } = useText();
  const standing = representationOn(deed, useToday());
  const { kind, deedNumber, representativeName: name, ended } = deed;
  const why =
    standing.state === 'expired'
      ? t('representatives.say.expired', { count: standing.days })
      : standing.state === 'ended'
        ? [t('representatives.state.ended'), ended?.reason ?? ''].filter((part) => part !== '').join('، ')
        : t(`representatives.say.${standing.state === 'notYet' ? 'notYet' : 'unmatched'}`);
  return (
    <>
      <b>
        {t('requestForm.open.by', { name, kind: t(`requestForm.open.deed.${kind}`) })}{' '}
        {deedNumber === '' ? null : <Identifier value={deedNumber} />}
      </b>
      <p>{why}</p>
    </>
  );
}
