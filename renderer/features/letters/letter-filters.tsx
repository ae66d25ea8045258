import { TextInput } from '@mantine/core';
import type { ReactElement, ReactNode } from 'react';
import { useChannelQuery } from '#renderer/api/use-channel.ts';
import { useText } from '#renderer/i18n/use-text.ts';
import { Chip, Chips, goToList, ListSearch } from '#renderer/ui/list-filters.tsx';
import { dualDate, formatDualDate, formatGregorian, formatHijri } from '#shared/calendar/dual-date.ts';
import { GREGORIAN_MONTHS, HIJRI_MONTHS } from '#shared/calendar/dual-date.ts';
import { parseTypedSpan, type TypedSpan } from '#shared/calendar/typed-span.ts';
import { readLetterSearch } from '#shared/letters/letter-find.ts';
import { LETTER_STATES, type LetterState } from '#shared/letters/letter.ts';
import css from './letters.module.css';

/** What the list is narrowed by, as it is typed and pressed. */
export interface Narrowed {
  readonly text: string;
  readonly states: readonly LetterState[];
  readonly unsigned: boolean;
  readonly undelivered: boolean;
  readonly paper: boolean;
  /** As typed: a day, a month or a year. */
  readonly from: string;
  readonly to: string;
}
export const NOTHING_NARROWED: Narrowed = {
  text: '',
  states: [],
  unsigned: false,
  undelivered: false,
  paper: false,
  from: '',
  to: '',
};

export type DateFault = 'dateWrong' | 'datesTurned' | null;

/** The days that were typed, or why they are none. */
export function readDays({ from, to }: Narrowed): {
  readonly from: string | null;
  readonly to: string | null;
  readonly fault: DateFault;
} {
  const [first, last] = [parseTypedSpan(from), parseTypedSpan(to)];
  const wrong = (from.trim() !== '' && first === null) || (to.trim() !== '' && last === null);
  const turned = first !== null && last !== null && first.from > last.to;
  if (wrong || turned) return { from: null, to: null, fault: wrong ? 'dateWrong' : 'datesTurned' };
  return { from: first?.from ?? null, to: last?.to ?? null, fault: null };
}

/** Search, days and chips above the list; beneath, in words, what the search is understood as. */
export function LetterFilters({
  value,
  onChange,
  meant,
}: {
  readonly value: Narrowed;
  readonly onChange: (value: Narrowed) => void;
  /** What was searched instead of what was typed. */
  readonly meant: string | null;
}): ReactElement {
  const { t, digits } = useText();
  const waiting = useChannelQuery('letters.waiting', undefined);
  const hint = useHint(value.text);
  const { fault } = readDays(value);
  const set = (change: Partial<Narrowed>): void => onChange({ ...value, ...change });
  const toggle = (state: LetterState): void =>
    set({
      states: value.states.includes(state)
        ? value.states.filter((one) => one !== state)
        : [...value.states, state],
    });
  const count = (n: number | undefined): ReactNode =>
    n === undefined || n === 0 ? null : <b className={css['chipCount']}>{digits(n)}</b>;
  const day = (name: 'from' | 'to'): ReactElement => (
    <TextInput
      className={css['day'] ?? ''}
      aria-label={t(`letterList.${name}`)}
      placeholder={t(`letterList.${name}`)}
      value={value[name]}
      onChange={(event) => set({ [name]: event.currentTarget.value })}
      onKeyDown={goToList}
      error={value[name].trim() !== '' && fault !== null}
      aria-describedby={fault === null ? undefined : 'letter-days-fault'}
      autoComplete="off"
      maxLength={40}
    />
  );
  return (
    <div className={css['filters']}>
      <div className={css['filterRow']}>
        <ListSearch
          className={css['search'] ?? ''}
          label={t('letterList.search')}
          value={value.text}
          onChange={(text) => set({ text })}
        />
        {day('from')}
        {day('to')}
      </div>
      <div className={css['filterRow']}>
        <Chips label={t('letterList.waitingLabel')}>
          <Chip pressed={value.unsigned} onClick={() => set({ unsigned: !value.unsigned })}>
            {t('letterList.unsigned')}
            {count(waiting.data?.unsigned)}
          </Chip>
          <Chip pressed={value.undelivered} onClick={() => set({ undelivered: !value.undelivered })}>
            {t('letterList.undelivered')}
            {count(waiting.data?.undelivered)}
          </Chip>
        </Chips>
        <span className={css['chipBar']} aria-hidden="true" />
        <Chips label={t('letters.register.filterLabel')}>
          {LETTER_STATES.map((state) => (
            <Chip key={state} pressed={value.states.includes(state)} onClick={() => toggle(state)}>
              {t(`domain.letterState.${state}`)}
            </Chip>
          ))}
          <Chip pressed={value.paper} onClick={() => set({ paper: !value.paper })}>
            {t('letterList.fromPaper')}
          </Chip>
        </Chips>
        <span className={css['hint']} role="status">
          {meant === null ? hint : t('letterList.meant', { text: meant })}
        </span>
      </div>
      {fault === null ? null : (
        <span id="letter-days-fault" className={css['fieldError']} role="alert">
          {t(`letterList.${fault}`)}
        </span>
      )}
    </div>
  );
}

/** «خطابات الأحد 12 جمادى الآخرة 1448 هـ…»: what a text means that is a number or days; empty for words. */
function useHint(text: string): string {
  const { t, digits } = useText();
  const { number, span } = readLetterSearch(text);
  const parts: string[] = [];
  if (number !== null)
    parts.push(
      number.year === null
        ? t('letterList.hint.number', { number: digits(number.number) })
        : t('letterList.hint.numberOf', { number: digits(number.number), year: digits(number.year) }),
    );
  if (span !== null) parts.push(t('letterList.hint.days', { days: digits(spanInWords(span)) }));
  const [one, other] = parts;
  if (one === undefined) return '';
  return other === undefined ? one : t('letterList.hint.both', { one, other });
}

function spanInWords({ of, calendar, parts, from }: TypedSpan): string {
  if (of === 'day') return formatDualDate(from);
  if (of === 'year') return calendar === 'hijri' ? `${parts.year} هـ` : `${parts.year} م`;
  // A month as its first day is written, without the day.
  const { hijri, gregorian } = dualDate(from);
  const written = calendar === 'hijri' ? formatHijri(hijri) : formatGregorian(gregorian);
  const names = calendar === 'hijri' ? HIJRI_MONTHS : GREGORIAN_MONTHS;
  return written.slice(written.indexOf(names[parts.month - 1] ?? ''));
}
