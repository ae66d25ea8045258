import { IconCheck } from '@tabler/icons-react';
import type { ReactElement } from 'react';
import { useText } from '#renderer/i18n/use-text.ts';
import { Icon } from '#renderer/ui/icon.tsx';
import css from './imports.module.css';

const STEPS = ['file', 'columns', 'check', 'done'] as const;
export type ImportStep = (typeof STEPS)[number];

/** الملف ← الأعمدة ← المراجعة ← التقرير: where the import stands. */
export function ImportSteps({ step }: { readonly step: ImportStep }): ReactElement {
  const { t, digits } = useText();
  const at = STEPS.indexOf(step);
  return (
    <ol className={css['steps']} aria-label={t('imports.step.label')}>
      {STEPS.map((name, index) => (
        <li
          key={name}
          data-state={index < at || step === 'done' ? 'done' : index === at ? 'current' : 'next'}
          aria-current={index === at ? 'step' : undefined}
        >
          <i aria-hidden="true">
            {index < at || step === 'done' ? <Icon of={IconCheck} size="xs" /> : digits(index + 1)}
          </i>
          <span>{t(`imports.step.${name}`)}</span>
        </li>
      ))}
    </ol>
  );
}
