import { IconBook, IconTable } from '@tabler/icons-react';
import type { ReactElement } from 'react';
import { useChannelCommand } from '#renderer/api/use-channel.ts';
import { useErrorText } from '#renderer/i18n/error-text.ts';
import { useText } from '#renderer/i18n/use-text.ts';
import { AppLink, useGo } from '#renderer/ui/app-link.tsx';
import { Button } from '#renderer/ui/button.tsx';
import { Icon } from '#renderer/ui/icon.tsx';
import { paths } from '#renderer/ui/paths.ts';
import { ErrorBlock } from '#renderer/ui/states.tsx';
import { showToast } from '#renderer/ui/toast.tsx';
import type { PaperRange, RegisterSummary } from '#shared/registers/register.ts';
import css from './registers.module.css';

const FACTS = ['valid', 'voided', 'fromPaper', 'reserved'] as const;

/** One register in one year: where it began, where it stands, and its book. */
export function RegisterCard({
  summary,
  ranges,
}: {
  readonly summary: RegisterSummary;
  readonly ranges: readonly PaperRange[];
}): ReactElement {
  const { t, digits } = useText();
  const go = useGo();
  const say = useErrorText();
  const excel = useChannelCommand('registers.exportExcel');
  const { register, hijriYear, opening, first, last, missing } = summary;
  const named = { register: t(`registers.name.${register}`), year: digits(hijriYear) };
  const save = (): void =>
    excel.mutate(
      { register, hijriYear },
      {
        onSuccess: (saved) => {
          if (saved !== null) showToast(t('registers.acts.exported', { path: saved.path }));
        },
      },
    );
  return (
    <section className={css['register']} aria-label={`${named.register} ${named.year}`}>
      <div className={css['registerHead']}>
        <h3>{named.register}</h3>
        <span className={css['dim']}>{t('registers.year', { year: named.year })}</span>
        <span className={css['spring']} />
        <Button
          size="sm"
          icon={<Icon of={IconBook} size="sm" />}
          label={t('registers.acts.bookOf', named)}
          onClick={() => go(paths.paper({ kind: 'registerBook', register, hijriYear }))}
        >
          {t('registers.acts.book')}
        </Button>
        <Button
          size="sm"
          icon={<Icon of={IconTable} size="sm" />}
          label={t('registers.acts.excelOf', named)}
          loading={excel.isPending}
          onClick={save}
        >
          {t('registers.acts.excel')}
        </Button>
      </div>
      <dl className={css['facts']}>
        <div>
          <dt>{t('registers.summary.opening')}</dt>
          <dd>{digits(opening)}</dd>
        </div>
        <div>
          <dt>{t('registers.summary.last')}</dt>
          <dd className={css['strong']}>{first === null ? t('registers.summary.none') : digits(last)}</dd>
        </div>
        {FACTS.map((fact) => (
          <div key={fact} data-none={summary[fact] === 0 || undefined}>
            <dt>{t(`registers.summary.${fact}`)}</dt>
            <dd>{digits(summary[fact])}</dd>
          </div>
        ))}
        {missing === 0 ? null : (
          <div data-missing>
            <dt>{t('registers.summary.missing')}</dt>
            <dd>{digits(missing)}</dd>
          </div>
        )}
      </dl>
      {ranges.length === 0 ? null : (
        <ul className={css['ranges']} aria-label={t('registers.summary.ranges')}>
          {ranges.map((range) => (
            <li key={range.id}>
              <AppLink to={paths.paper({ kind: 'paperRange', rangeId: range.id })}>
                {t('registers.range.name', { first: digits(range.first), last: digits(range.last) })}
              </AppLink>
              <span className={css['dim']}>
                {t('registers.range.state', {
                  entered: digits(range.entered),
                  voided: digits(range.voided),
                  open: digits(range.open),
                })}
              </span>
            </li>
          ))}
        </ul>
      )}
      {excel.error === null ? null : <ErrorBlock text={say(excel.error)} />}
    </section>
  );
}
