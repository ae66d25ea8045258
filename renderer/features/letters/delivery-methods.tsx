import { IconCheck } from '@tabler/icons-react';
import { useId, useRef, type KeyboardEvent, type ReactElement } from 'react';
import { useText } from '#renderer/i18n/use-text.ts';
import { Icon } from '#renderer/ui/icon.tsx';
import { toAsciiDigits } from '#shared/arabic/digits.ts';
import { DELIVERY_METHODS, type DeliveryMethod } from '#shared/letters/letter-life.ts';
import css from './issued.module.css';

/** Six ways as chips: arrows move and choose, and so do the digits 1 to 6 in either digit system. */
export function DeliveryMethods({
  value,
  onChange,
}: {
  readonly value: DeliveryMethod;
  readonly onChange: (method: DeliveryMethod) => void;
}): ReactElement {
  const { t, digits } = useText();
  const id = useId();
  const group = useRef<HTMLDivElement>(null);
  const at = DELIVERY_METHODS.indexOf(value);
  const choose = (index: number): void => {
    const method = DELIVERY_METHODS[index];
    if (method === undefined) return;
    onChange(method);
    group.current?.querySelectorAll<HTMLElement>('[role="radio"]')[index]?.focus();
  };
  const onKeyDown = (event: KeyboardEvent): void => {
    if (event.ctrlKey || event.altKey || event.metaKey) return;
    const forwards = document.documentElement.dir === 'rtl' ? 'ArrowLeft' : 'ArrowRight';
    const backwards = forwards === 'ArrowLeft' ? 'ArrowRight' : 'ArrowLeft';
    const count = DELIVERY_METHODS.length;
    const digit = /^[1-6]$/u.test(toAsciiDigits(event.key)) ? Number(toAsciiDigits(event.key)) : null;
    if (digit !== null) choose(digit - 1);
    else if (event.key === forwards || event.key === 'ArrowDown') choose((at + 1) % count);
    else if (event.key === backwards || event.key === 'ArrowUp') choose((at - 1 + count) % count);
    else return;
    event.preventDefault();
  };
  return (
    <div className={css['methods']}>
      <span id={id} className={css['methodsLabel']}>
        {t('letterLife.delivery.method')}
      </span>
      <div ref={group} role="radiogroup" aria-labelledby={id} className={css['chips']} onKeyDown={onKeyDown}>
        {DELIVERY_METHODS.map((method, index) => (
          <button
            key={method}
            type="button"
            role="radio"
            aria-checked={method === value}
            tabIndex={method === value ? 0 : -1}
            className={css['chip']}
            onClick={() => choose(index)}
          >
            {method === value ? (
              <Icon of={IconCheck} size="xs" />
            ) : (
              <span aria-hidden="true" className={css['chipDigit']}>
                {digits(index + 1)}
              </span>
            )}
            {t(`letterLife.method.${method}`)}
          </button>
        ))}
      </div>
    </div>
  );
}
