import { useState, useEffect } from 'react';
import { dualDate, riyadhDay, riyadhTime } from '#shared/calendar/dual-date.ts';
import { daysBetween } from '#shared/calendar/iso-day.ts';
import { useDigits } from '#renderer/i18n/digits.ts';
import { useText } from '#renderer/i18n/use-text.ts';
import css from './dates.module.css';

/** «الأحد 12 جمادى الآخرة 1448 هـ، الموافق 22 نوفمبر 2026 م»: one day, both calendars, with its weekday. */
export function DualDateText({
  iso,
  strongWeekday = false,
}: {
  readonly iso: string;
  readonly strongWeekday?: boolean;
}) {
  const { t, text, digits } = useText();
  const { weekday, hijri, gregorian } = dualDate(iso);
  const name = text('calendar.weekday', String(weekday));
  const comma = t('date.comma');
  return (
    <time dateTime={iso} className={css['date']}>
      <span className={css['whole']}>
        {strongWeekday ? <b>{name}</b> : name} <bdi>{digits(hijri.day)}</bdi>{' '}
        {text('calendar.hijri', String(hijri.month))} <bdi>{digits(hijri.year)}</bdi> {t('common.hijri')}
        {comma}
      </span>{' '}
      <span className={css['whole']}>
        {t('date.equals')} <bdi>{digits(gregorian.day)}</bdi>{' '}
        {text('calendar.gregorian', String(gregorian.month))} <bdi>{digits(gregorian.year)}</bdi>{' '}
        {t('common.gregorian')}
      </span>
    </time>
  );
}

/** The short form for lists: `12 / 6 / 1448 هـ`, each group isolated, right to left; the other calendar in the title. */
export function ShortDate({
  iso,
  calendar = 'hijri',
}: {
  readonly iso: string;
  readonly calendar?: 'hijri' | 'gregorian';
}) {
  const { t, text, digits } = useText();
  const dual = dualDate(iso);
  const parts = dual[calendar];
  const other = dual[calendar === 'hijri' ? 'gregorian' : 'hijri'];
  return (
    <time
      dateTime={iso}
      // As the rest of the screen runs: day first where reading starts.
      dir={document.documentElement.dir === 'ltr' ? 'ltr' : 'rtl'}
      className={css['groups']}
      title={digits(
        `${text('calendar.weekday', String(dual.weekday))} ${other.day} / ${other.month} / ${other.year} ${t(calendar === 'hijri' ? 'common.gregorian' : 'common.hijri')}`,
      )}
    >
      <bdi>{digits(parts.day)}</bdi>/<bdi>{digits(parts.month)}</bdi>/<bdi>{digits(parts.year)}</bdi>
      <span>{t(calendar === 'hijri' ? 'common.hijri' : 'common.gregorian')}</span>
    </time>
  );
}

/** The hour in Asia/Riyadh, `10:42`. A fact, never a running timer. */
export function Hour({ atMs }: { readonly atMs: number }) {
  const digits = useDigits();
  return (
    <time dateTime={new Date(atMs).toISOString()}>
      <bdi dir="ltr">{digits(riyadhTime(atMs))}</bdi>
    </time>
  );
}

/** «سارة المطيري، الأحد 12 جمادى الآخرة 1448 هـ، …، 10:42»: who did it, and when. */
export function PersonAt({ name, atMs }: { readonly name: string; readonly atMs: number }) {
  return (
    <>
      {name}، <DualDateText iso={riyadhDay(atMs)} />، <Hour atMs={atMs} />
    </>
  );
}

/** Today's hour, «أمس» with the hour, or the short date: for lists and timelines. */
export function When({ atMs, today }: { readonly atMs: number; readonly today?: string }) {
  const { t } = useText();
  const day = riyadhDay(atMs);
  const now = useToday();
  const away = daysBetween(day, today ?? now);
  if (away === 0) return <Hour atMs={atMs} />;
  if (away === 1) {
    return (
      <span>
        {t('date.yesterday')} <Hour atMs={atMs} />
      </span>
    );
  }
  return <ShortDate iso={day} />;
}

/** Today in Asia/Riyadh, ISO; moves on at midnight while the desk stays open, and when a computer that slept is woken. */
export function useToday(): string {
  const [day, setDay] = useState(() => riyadhDay(Date.now()));
  useEffect(() => {
    const look = (): void => setDay(riyadhDay(Date.now()));
    const timer = window.setInterval(look, 30_000);
    window.addEventListener('focus', look);
    return () => {
      window.clearInterval(timer);
      window.removeEventListener('focus', look);
    };
  }, []);
  return day;
}
