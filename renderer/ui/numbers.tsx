import { Fragment } from 'react';
import { formatIban } from '#shared/identifiers/iban.ts';
import { formatPhone } from '#shared/identifiers/mobile.ts';
import { useDigits } from '#renderer/i18n/digits.ts';
import css from './numbers.module.css';

const copyClean =
  (plain: string) =>
  (event: React.ClipboardEvent): void => {
    event.preventDefault();
    event.clipboardData.setData('text/plain', plain);
  };

/** An id, a file or a request number: isolated, left to right; what is copied is clean ASCII. */
export function Identifier({ value }: { readonly value: string }) {
  const digits = useDigits();
  return (
    <bdi dir="ltr" className={css['number']} onCopy={copyClean(value)}>
      {digits(value)}
    </bdi>
  );
}

/** A phone as Saudis read it out, `050 807 2675`; what is copied is `0508072675`. */
export function Phone({ value }: { readonly value: string }) {
  const digits = useDigits();
  const shown = formatPhone(value);
  return (
    <bdi dir="ltr" className={css['number']} onCopy={copyClean(shown.replaceAll(' ', ''))}>
      {digits(shown)}
    </bdi>
  );
}

export function Iban({ value }: { readonly value: string }) {
  return (
    <bdi dir="ltr" className={css['number']} onCopy={copyClean(value)}>
      {formatIban(value)}
    </bdi>
  );
}

/**
 * A register's number, `127/ص/1448`: each group isolated in a right-to-left row, the number next to the reader's start
 * as on the paper.
 */
export function Ref({ value }: { readonly value: string }) {
  const digits = useDigits();
  return (
    <span className={css['groups']} dir="rtl" onCopy={copyClean(value)}>
      {value.split('/').map((group, index) => (
        <Fragment key={`${index}-${group}`}>
          {index === 0 ? null : <span>/</span>}
          <bdi>{digits(group)}</bdi>
        </Fragment>
      ))}
    </span>
  );
}
