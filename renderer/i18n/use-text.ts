import type { TFunction } from 'i18next';
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { useDigits } from './digits.ts';

/** A key of the locale, checked by the compiler. */
export type Translate = TFunction;

/**
 * The words of the screen: `const { t, digits } = useText()`. Sentences come in the digits of the display setting.
 * A key that is put together at run time: `text('visits.purpose', purpose)` is `visits.purpose.<purpose>`.
 */
export function useText(): {
  readonly t: Translate;
  readonly digits: (text: string | number) => string;
  readonly text: (section: string, code: string, values?: Readonly<Record<string, unknown>>) => string;
} {
  const { t: translate } = useTranslation();
  const digits = useDigits();
  return useMemo(() => {
    const loose = translate as unknown as (key: string, values?: object) => string;
    return {
      t: ((key: string, values?: object) => digits(loose(key, values))) as unknown as Translate,
      digits,
      text: (section, code, values) => digits(loose(`${section}.${code}`, values ?? {})),
    };
  }, [translate, digits]);
}
