import { IconArrowBackUp, IconCheck, IconLock, IconMinus, IconX } from '@tabler/icons-react';
import type { CSSProperties, ReactNode } from 'react';
import { useText } from '#renderer/i18n/use-text.ts';
import { Icon } from './icon.tsx';
import css from './spine.module.css';

/** As the policy's step stands; `returned` and `refused` are the committee's answers. */
export type SpineState =
  | 'done'
  | 'current'
  | 'skipped'
  | 'blocked'
  | 'incomplete'
  | 'notStarted'
  | 'returned'
  | 'refused';

export interface SpineStep {
  readonly number: number;
  readonly name: string;
  readonly state: SpineState;
  /** Second line: who and when, «ناقص: 3 من 5», what opens it. */
  readonly detail: ReactNode;
}

const SIGN = {
  done: IconCheck,
  skipped: IconMinus,
  blocked: IconLock,
  returned: IconArrowBackUp,
  refused: IconX,
} as const;

/** The steps of a request or a letter, over its whole width; a vertical list when zoomed. */
export function Spine({ steps, label }: { readonly steps: readonly SpineStep[]; readonly label?: string }) {
  const { t, digits } = useText();
  return (
    <ol
      className={css['spine']}
      style={{ '--before-last': steps.length - 1 } as CSSProperties}
      aria-label={label ?? t('spine.steps')}
    >
      {steps.map((step) => {
        const sign = step.state in SIGN ? SIGN[step.state as keyof typeof SIGN] : undefined;
        return (
          <li
            key={step.number}
            data-state={step.state}
            aria-current={step.state === 'current' ? 'step' : undefined}
          >
            <span className={css['node']}>
              {sign === undefined ? digits(step.number) : <Icon of={sign} size="xs" />}
            </span>
            <span className={css['words']}>
              <span className={css['name']}>{step.name}</span>
              <span className={css['detail']}>{step.detail}</span>
            </span>
          </li>
        );
      })}
    </ol>
  );
}

/** The seven-bar strip of lists: decoration; «الخطوة 4: …» stands beside it in words. */
export function StepBars({ states }: { readonly states: readonly SpineState[] }) {
  return (
    <div className={css['bars']} aria-hidden="true">
      {states.map((state, index) => (
        // The strip never reorders: a bar is its place.
        <i key={index} data-state={state} />
      ))}
    </div>
  );
}
