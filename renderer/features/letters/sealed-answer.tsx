import { IconAlertTriangle, IconBan, IconRosetteDiscountCheck } from '@tabler/icons-react';
import type { ReactElement } from 'react';
import type { CodeAnswer } from '#shared/letters/verified-letter.ts';
import { useText } from '#renderer/i18n/use-text.ts';
import { PersonAt } from '#renderer/ui/dates.tsx';
import { SummaryList } from '#renderer/ui/summary-list.tsx';
import css from './issued.module.css';
import { Verdict } from './verdict.tsx';

/** A paper of a case: genuine or not, and what it is; whose it is stands on the paper in the hand. */
export function SealedAnswer({
  paper,
}: {
  readonly paper: Extract<CodeAnswer, { readonly outcome: 'sealed' }>['paper'];
}): ReactElement {
  const { t, digits } = useText();
  const verdict =
    paper.fault !== null
      ? ({ kind: 'danger', icon: IconAlertTriangle, title: t('letterLife.verify.altered') } as const)
      : paper.voidReason !== null
        ? ({ kind: 'warning', icon: IconBan, title: t('sealed.verify.voided') } as const)
        : ({ kind: 'success', icon: IconRosetteDiscountCheck, title: t('sealed.verify.genuine') } as const);
  const text =
    paper.fault !== null
      ? t('sealed.verify.altered', { what: t(`sealed.verify.fault.${paper.fault}`) })
      : (paper.voidReason ?? t('sealed.verify.compare'));
  return (
    <div className={css['answer']}>
      <Verdict {...verdict} text={text} />
      <SummaryList
        label={t('letterLife.verify.result')}
        rows={[
          { term: t('sealed.verify.what'), value: t(`sealed.kind.${paper.kind}`) },
          { term: t('sealed.verify.version'), value: digits(paper.version) },
          {
            term: t('sealed.verify.made'),
            value: <PersonAt name={paper.madeByName} atMs={paper.madeAtMs} />,
          },
          { term: t('letterLife.verify.facts.pages'), value: digits(paper.pages) },
        ]}
      />
    </div>
  );
}
