import { IconCheck, IconInfoCircle, IconQuestionMark } from '@tabler/icons-react';
import { formatAmount } from '#shared/circumstances/money-text.ts';
import type { Advice } from '#shared/requests/eligibility.ts';
import { useText } from '#renderer/i18n/use-text.ts';
import { Icon } from '#renderer/ui/icon.tsx';
import requestCss from '../../requests.module.css';
import css from './matching.module.css';

const SIGNS = { fits: IconCheck, outside: IconInfoCircle, unknown: IconQuestionMark } as const;

/** نطاق الخدمة: what the rules of the service say. It advises and never refuses. */
export function AdviceList({ advice }: { readonly advice: readonly Advice[] }) {
  const { t, digits } = useText();
  if (advice.length === 0) return null;
  const said = ({ rule, verdict, found, asked }: Advice): string => {
    const words = (list: readonly string[]): string =>
      rule === 'perHead' ? list.map((halalas) => formatAmount(Number(halalas))).join('، ') : list.join('، ');
    return digits(t(`requestForm.advice.${rule}.${verdict}`, { found: words(found), asked: words(asked) }));
  };
  return (
    <section aria-label={t('requestForm.advice.title')}>
      <p className={requestCss['dim']}>
        {t('requestForm.advice.title')}: {t('requestForm.advice.help')}
      </p>
      <ul className={css['advice']}>
        {advice.map((one) => (
          <li key={one.rule} data-verdict={one.verdict}>
            <Icon of={SIGNS[one.verdict]} size="xs" />
            <span>{said(one)}</span>
          </li>
        ))}
      </ul>
    </section>
  );
}
