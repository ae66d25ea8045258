import { useState } from 'react';
import { useController, useFormContext } from 'react-hook-form';
import type { CalendarName } from '#shared/calendar/dual-date.ts';
import { isoWeekday } from '#shared/calendar/iso-day.ts';
import {
  type Birth,
  type BirthOffer,
  CALENDARS,
  formatBirth,
  formatBirthTwin,
  parseBirth,
  typedBirth,
} from '#shared/parties/birth-date.ts';
import { useValidationText } from '#renderer/i18n/error-text.ts';
import { useText } from '#renderer/i18n/use-text.ts';
import css from './birth-field.module.css';
import { Button } from './button.tsx';
import { useToday } from './dates.tsx';
import { DigitsInput, type FieldProps } from './fields.tsx';
import { useFormField } from './form.tsx';
import { useKey } from './keys.ts';
import { Segmented } from './segmented.tsx';

/** As it is typed, and the calendar that was said; null: the year tells it. */
export interface TypedBirth {
  readonly printed: string;
  readonly calendar: CalendarName | null;
}

/**
 * A date of birth as the document prints it: the day, or only month and year, or the year; in either digit system, with
 * its calendar. What it is in the other calendar stands beneath; a year of the other calendar is told at once, and F7
 * takes the right one.
 */
export function BirthField({
  value,
  onChange,
  onBlur,
  error,
  help,
  ref,
  ...field
}: Omit<FieldProps, 'error'> & {
  readonly value: TypedBirth;
  readonly onChange: (value: TypedBirth) => void;
  readonly error?: string | undefined;
  readonly ref?: (element: HTMLInputElement | null) => void;
}) {
  const { t, text, digits } = useText();
  const say = useValidationText();
  const today = useToday();
  const [left, setLeft] = useState(false);
  const { printed, calendar } = value;
  const read = printed.trim() === '' ? null : parseBirth(printed, calendar, today);
  const offer = read?.ok === false ? read.offer : null;
  const take = (): void => {
    if (offer !== null) onChange({ printed: typedBirth(offer.printed), calendar: offer.calendar });
  };
  const offered = offer === null ? null : wordsOf(offer, read?.ok === false ? read.code : '');
  useKey('F7', offered?.take ?? '', take, { enabled: offered !== null });
  const own = read?.ok === false && left ? say(`birth.${read.code}`) : undefined;
  return (
    <div className={css['birth']}>
      <div className={css['line']}>
        <DigitsInput
          {...field}
          value={printed}
          onChange={(typed) => {
            setLeft(false);
            onChange({ printed: typed, calendar });
          }}
          onBlur={() => {
            setLeft(true);
            onBlur?.();
          }}
          {...(ref === undefined ? {} : { ref })}
          error={offered?.say ?? error ?? own}
        />
        <Segmented
          label={t('partyRecord.calendar')}
          value={calendar ?? (read?.ok === true ? read.value.calendar : null)}
          onChange={(chosen) => onChange({ printed, calendar: chosen })}
          choices={CALENDARS.map((one) => ({ value: one, label: text('domain.calendarName', one) }))}
        />
      </div>
      <div className={css['beneath']} role="status">
        {offered === null ? null : (
          <Button size="sm" kind="tinted" keys="F7" onClick={take}>
            {offered.take}
          </Button>
        )}
        {read?.ok === true ? <span className={css['twin']}>{digits(twinOf(read.value))}</span> : null}
        {read === null && help !== undefined ? <span className={css['twin']}>{help}</span> : null}
      </div>
    </div>
  );

  function wordsOf(found: BirthOffer, code: string): { say: string; take: string } {
    if (code === 'otherCalendar')
      return {
        say: t(`partyRecord.offer.${found.calendar}`, { year: found.printed.slice(0, 4) }),
        take: t(`partyRecord.takeOffer.${found.calendar}`),
      };
    const date = formatBirth({ ...found, day: null });
    return { say: t('partyRecord.offerSwap', { date }), take: t('partyRecord.takeSwap', { date }) };
  }

  function twinOf(birth: Birth): string {
    const twin = formatBirthTwin(birth);
    if (twin === null) return t('partyRecord.noTwin');
    const beside = t('partyRecord.twin', { date: twin });
    return birth.day === null
      ? beside
      : `${text('calendar.weekday', String(isoWeekday(birth.day)))}، ${beside}`;
  }
}

/** `BirthField` over `{ printed, calendar }` of the form around it. */
export function FormBirth({
  name,
  ...props
}: Omit<FieldProps, 'error' | 'id' | 'onBlur'> & { readonly name: string }) {
  const { control } = useFormContext();
  const field = useFormField(`${name}.printed`, props.label);
  const calendar = useController({ name: `${name}.calendar`, control }).field;
  return (
    <BirthField
      {...props}
      {...field}
      value={{
        printed: typeof field.value === 'string' ? field.value : '',
        calendar: (calendar.value as CalendarName | null) ?? null,
      }}
      onChange={(typed) => {
        field.onChange(typed.printed);
        calendar.onChange(typed.calendar);
      }}
    />
  );
}
