import { useId, useRef, type KeyboardEvent } from 'react';
import { VISIT_PURPOSES, type VisitPurpose } from '#shared/visits/visit.ts';
import { useText } from '#renderer/i18n/use-text.ts';
import { PURPOSE_SIGNS } from '#renderer/ui/domain-signs.ts';
import { Icon } from '#renderer/ui/icon.tsx';
import { KeyCap } from '#renderer/ui/key-cap.tsx';
import css from './visits.module.css';

/** The digit that chooses a purpose: 1 to 9, then 0. */
const digitOf = (index: number): string => String((index + 1) % 10);

/** Why the person came: a radio group in two columns; arrows move, a digit chooses. */
export function PurposeChooser({
  value,
  onChange,
  autoFocus = false,
  columns = 2,
}: {
  readonly value: VisitPurpose;
  readonly onChange: (purpose: VisitPurpose) => void;
  readonly autoFocus?: boolean;
  readonly columns?: 1 | 2;
}) {
  const { t, text, digits } = useText();
  const id = useId();
  const group = useRef<HTMLDivElement>(null);
  const choose = (index: number): void => {
    const purpose = VISIT_PURPOSES[(index + VISIT_PURPOSES.length) % VISIT_PURPOSES.length];
    if (purpose === undefined) return;
    onChange(purpose);
    group.current?.querySelector<HTMLElement>(`[data-purpose="${purpose}"]`)?.focus();
  };
  const moves: Readonly<Record<string, number>> = { ArrowDown: columns, ArrowUp: -columns };
  const onKeyDown = (event: KeyboardEvent): void => {
    const at = VISIT_PURPOSES.indexOf(value);
    const forwards = document.documentElement.dir === 'rtl' ? 'ArrowLeft' : 'ArrowRight';
    const backwards = forwards === 'ArrowLeft' ? 'ArrowRight' : 'ArrowLeft';
    const step = event.key === forwards ? 1 : event.key === backwards ? -1 : moves[event.key];
    const digit = /^(?:Digit|Numpad)(\d)$/u.exec(event.code)?.[1];
    if (step !== undefined) choose(at + step);
    else if (digit !== undefined && !event.ctrlKey && !event.altKey) choose((Number(digit) + 9) % 10);
    else return;
    event.preventDefault();
  };
  return (
    <div className={css['purposes']}>
      <span id={id} className={css['label']}>
        {t('visits.new.purpose')} <span className={css['dim']}>{t('visits.new.purposeHelp')}</span>
      </span>
      <div
        ref={group}
        role="radiogroup"
        aria-labelledby={id}
        className={css['purposeGrid']}
        data-columns={columns}
        onKeyDown={onKeyDown}
      >
        {VISIT_PURPOSES.map((purpose, index) => (
          <button
            key={purpose}
            type="button"
            role="radio"
            data-purpose={purpose}
            aria-checked={purpose === value}
            tabIndex={purpose === value ? 0 : -1}
            autoFocus={autoFocus && purpose === value}
            onClick={() => onChange(purpose)}
          >
            <Icon of={PURPOSE_SIGNS[purpose].icon} mirror={PURPOSE_SIGNS[purpose].mirror} />
            <span>{text('domain.visitPurpose', purpose)}</span>
            <KeyCap keys={digits(digitOf(index))} />
          </button>
        ))}
      </div>
    </div>
  );
}
