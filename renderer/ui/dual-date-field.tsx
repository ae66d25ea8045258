import { IconAlertCircle } from '@tabler/icons-react';
import { useId, useRef, useState } from 'react';
import { AppError } from '#shared/app-error.ts';
import { toAsciiDigits } from '#shared/arabic/digits.ts';
import { dualDate } from '#shared/calendar/dual-date.ts';
import { gregorianFromHijri } from '#shared/calendar/hijri.ts';
import { parseIsoDay, writeParts, type DateParts } from '#shared/calendar/iso-day.ts';
import { useValidationText } from '#renderer/i18n/error-text.ts';
import { useText } from '#renderer/i18n/use-text.ts';
import css from './dual-date-field.module.css';
import type { FieldProps } from './fields.tsx';
import { Icon } from './icon.tsx';

type Side = 'hijri' | 'gregorian';
type Typed = Record<'day' | 'month' | 'year', string>;
const EMPTY: Typed = { day: '', month: '', year: '' };
const PARTS = ['day', 'month', 'year'] as const;
const LENGTH = { day: 2, month: 2, year: 4 } as const;
/** A greater digit begins no day and no month of two digits. */
const LARGEST_FIRST = { day: 3, month: 1 } as const;

const asTyped = (parts: DateParts): Typed => ({
  day: String(parts.day),
  month: String(parts.month),
  year: String(parts.year),
});

const bothSides = (iso: string | null): Record<Side, Typed> => {
  if (iso === null) return { hijri: EMPTY, gregorian: EMPTY };
  const dual = dualDate(iso);
  return { hijri: asTyped(dual.hijri), gregorian: asTyped(dual.gregorian) };
};

const isEmpty = (typed: Typed): boolean => PARTS.every((part) => typed[part] === '');

/** The ISO day of what was typed, null while nothing was, or a `validation` code. */
function read(side: Side, typed: Typed): { iso: string | null } | { code: string } {
  if (isEmpty(typed)) return { iso: null };
  if (PARTS.some((part) => !/^\d+$/u.test(typed[part])) || typed.year.length < 4)
    return { code: 'dateIncomplete' };
  const parts = { day: Number(typed.day), month: Number(typed.month), year: Number(typed.year) };
  try {
    if (side === 'hijri') return { iso: gregorianFromHijri(parts) };
    const iso = writeParts(parts);
    parseIsoDay(iso);
    return { iso };
  } catch (error) {
    if (error instanceof AppError) return { code: error.code };
    throw error;
  }
}

/**
 * A day typed in either calendar, each part in its own box; the other side follows, the weekday stands beneath, and
 * one value is kept: ISO Gregorian, or null. An impossible day stays as typed, with its reason.
 */
export function DualDateField({
  label,
  value,
  onChange,
  onBlur,
  error,
  help,
  required = false,
  optional = false,
  id,
  autoFocus = false,
  disabled = false,
  onUnfinished,
}: FieldProps & {
  readonly value: string | null;
  readonly onChange: (iso: string | null) => void;
  /** Something stands here that is no day (yet). Without it, that counts as nothing typed. */
  readonly onUnfinished?: () => void;
}) {
  const { t, text: word, digits } = useText();
  const say = useValidationText();
  const own = useId();
  const first = id ?? own;
  const group = useRef<HTMLDivElement>(null);
  const [typed, setTyped] = useState(() => bothSides(value));
  const [problem, setProblem] = useState<string | undefined>(undefined);
  // A value from outside (a restored draft) fills both sides; what was typed here has already done so.
  const [given, setGiven] = useState(value);
  if (given !== value) {
    setGiven(value);
    setTyped(bothSides(value));
    setProblem(undefined);
  }

  const type = (side: Side, part: keyof Typed, text: string): void => {
    const next = {
      ...typed[side],
      [part]: toAsciiDigits(text)
        .replace(/[^0-9]/gu, '')
        .slice(0, LENGTH[part]),
    };
    const other: Side = side === 'hijri' ? 'gregorian' : 'hijri';
    const answer = read(side, next);
    if ('iso' in answer) {
      setGiven(answer.iso);
      const twin = answer.iso === null ? EMPTY : asTyped(dualDate(answer.iso)[other]);
      setTyped({ ...typed, [side]: next, [other]: twin });
      setProblem(undefined);
      onChange(answer.iso);
    } else {
      setGiven(null);
      setTyped({ ...typed, [side]: next, [other]: EMPTY });
      setProblem(answer.code === 'dateIncomplete' ? undefined : answer.code);
      if (onUnfinished === undefined) onChange(null);
      else onUnfinished();
    }
    // A full part leads on to the next, and so does a slash: 12061448, 1261448 and 12/6/1448 are typed without a Tab.
    const full =
      next[part].length === LENGTH[part] ||
      (next[part] !== '' && text.includes('/')) ||
      (part !== 'year' && Number(next[part]) > LARGEST_FIRST[part]);
    if (full && part !== 'year') {
      const boxes = [...(group.current?.querySelectorAll('input') ?? [])];
      boxes[boxes.findIndex((box) => box === document.activeElement) + 1]?.select();
    }
  };

  const leave = (): void => {
    const unfinished = (['hijri', 'gregorian'] as const).find((side) => 'code' in read(side, typed[side]));
    const answer = unfinished === undefined ? undefined : read(unfinished, typed[unfinished]);
    setProblem(answer !== undefined && 'code' in answer ? answer.code : undefined);
    onBlur?.();
  };

  const shown = say(problem) ?? error;
  const note = `${first}-note`;
  const weekday = value === null ? undefined : word('calendar.weekday', String(dualDate(value).weekday));
  const box = (side: Side, part: keyof Typed) => (
    <input
      key={part}
      id={side === 'hijri' && part === 'day' ? first : undefined}
      data-part={part}
      inputMode="numeric"
      autoComplete="off"
      disabled={disabled}
      autoFocus={autoFocus && side === 'hijri' && part === 'day'}
      // In a dialog the focus trap looks for this, and would otherwise take the first button.
      data-autofocus={(autoFocus && side === 'hijri' && part === 'day') || undefined}
      aria-label={`${label}، ${t(side === 'hijri' ? 'form.dateHijri' : 'form.dateGregorian')}، ${t(`form.${part}`)}`}
      aria-invalid={shown !== undefined}
      aria-describedby={note}
      placeholder={t(`form.${part}`)}
      value={digits(typed[side][part])}
      onChange={(event) => type(side, part, event.currentTarget.value)}
    />
  );
  const month = (side: Side): string =>
    value === null ? '' : word(`calendar.${side}`, String(dualDate(value)[side].month));
  return (
    <div
      ref={group}
      role="group"
      aria-label={label}
      className={css['field']}
      onBlur={(event) => {
        if (!event.currentTarget.contains(event.relatedTarget)) leave();
      }}
    >
      <span className={css['label']}>
        {label}
        {required ? <span className={css['required']}>*</span> : null}
        {optional ? <span className={css['optional']}>{t('common.optional')}</span> : null}
      </span>
      {help === undefined ? null : <span className={css['help']}>{help}</span>}
      <div className={css['sides']}>
        {(['hijri', 'gregorian'] as const).map((side) => (
          <div key={side} className={css['box']} data-error={shown === undefined ? undefined : true}>
            {PARTS.map((part, index) => (
              <span key={part} className={css['part']}>
                {index === 0 ? null : <i aria-hidden="true">/</i>}
                {box(side, part)}
              </span>
            ))}
            <span className={css['era']} title={month(side)}>
              {t(side === 'hijri' ? 'common.hijri' : 'common.gregorian')}
            </span>
          </div>
        ))}
      </div>
      <span id={note} className={shown === undefined ? css['weekday'] : css['error']} aria-live="polite">
        {shown === undefined ? (
          weekday === undefined ? (
            ''
          ) : (
            [weekday, month('hijri'), month('gregorian')].join(' · ')
          )
        ) : (
          <>
            <Icon of={IconAlertCircle} size="sm" />
            {shown}
          </>
        )}
      </span>
    </div>
  );
}
