import type { Birth } from '#shared/parties/birth-date.ts';
import { useText } from '#renderer/i18n/use-text.ts';
import css from './dates.module.css';
import { ShortDate } from './dates.tsx';

/**
 * A date of birth as the document prints it, in its own calendar, day or month missing where they are not known; the day
 * of the other calendar beside it is a hint.
 */
export function BirthText({ birth }: { readonly birth: Birth }) {
  const { t, digits } = useText();
  const groups = birth.printed.split('-').toReversed().map(Number);
  return (
    <span>
      <span className={css['groups']} dir={document.documentElement.dir === 'ltr' ? 'ltr' : 'rtl'}>
        {groups.map((group, index) => (
          // Day, month, year: a group is its place.
          <span key={index}>
            {index === 0 ? null : '/'}
            <bdi>{digits(group)}</bdi>
          </span>
        ))}
        <span>{t(birth.calendar === 'hijri' ? 'common.hijri' : 'common.gregorian')}</span>
      </span>
      {birth.day === null ? null : (
        <>
          {t('date.comma')} {t('date.equals')}{' '}
          <ShortDate iso={birth.day} calendar={birth.calendar === 'hijri' ? 'gregorian' : 'hijri'} />
        </>
      )}
    </span>
  );
}
