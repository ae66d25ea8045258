import { IconCheck } from '@tabler/icons-react';
import { useState } from 'react';
import { DigitsContext } from '#renderer/i18n/digits.ts';
import { useText } from '#renderer/i18n/use-text.ts';
import { BrandMark } from '#renderer/ui/brand-mark.tsx';
import { Icon } from '#renderer/ui/icon.tsx';
import css from './first-run.module.css';
import { START, STEPS, type FirstRunValues, type Step } from './first-run-model.ts';
import { OrganisationStep } from './organisation-step.tsx';
import { PersonStep } from './person-step.tsx';
import { RecoveryStep } from './recovery-step.tsx';
import { RegistersStep } from './registers-step.tsx';
import { RestoreStep } from './restore-step.tsx';
import { WelcomeStep } from './welcome-step.tsx';

function Progress({ step }: { readonly step: Step }) {
  const { t, digits } = useText();
  const at = STEPS.indexOf(step);
  return (
    <ol className={css['progress']} aria-label={t('firstRun.stepOf', { step: at + 1, steps: STEPS.length })}>
      {STEPS.map((name, index) => (
        <li key={name} data-done={index < at || undefined} aria-current={index === at ? 'step' : undefined}>
          <span className={css['node']}>
            {index < at ? <Icon of={IconCheck} size="xs" /> : digits(index + 1)}
          </span>
          {t(`firstRun.steps.${name}`)}
        </li>
      ))}
    </ol>
  );
}

/** The first time on this computer: five steps, or a restore. What is typed stays when a person goes back. */
export function FirstRunPage({ dataFolder }: { readonly dataFolder: string }) {
  const { t } = useText();
  const [step, setStep] = useState<Step | 'restore'>('welcome');
  const [values, setValues] = useState<FirstRunValues>(START);
  const keep = (part: Partial<FirstRunValues>, next: Step): void => {
    setValues((before) => ({ ...before, ...part }));
    setStep(next);
  };
  return (
    <DigitsContext value={values.profile.screenDigits}>
      <div className={css['page']}>
        <header className={css['top']}>
          <span className={css['brand']}>
            <BrandMark />
            {t('app.name')}
          </span>
          {step === 'restore' ? null : <Progress step={step} />}
        </header>
        <main className={css['main']}>
          {step === 'welcome' ? (
            <WelcomeStep
              dataFolder={dataFolder}
              onStart={() => setStep('organisation')}
              onRestore={() => setStep('restore')}
            />
          ) : step === 'restore' ? (
            <RestoreStep onBack={() => setStep('welcome')} />
          ) : step === 'organisation' ? (
            <OrganisationStep
              values={values.profile}
              onBack={(profile) => keep({ profile }, 'welcome')}
              onNext={(profile) => keep({ profile }, 'person')}
            />
          ) : step === 'person' ? (
            <PersonStep
              values={values.person}
              onBack={(person) => keep({ person }, 'organisation')}
              onNext={(person) => keep({ person }, 'registers')}
            />
          ) : step === 'registers' ? (
            <RegistersStep
              values={values.registers}
              profile={values.profile}
              onBack={(registers) => keep({ registers }, 'person')}
              onNext={(registers) => keep({ registers }, 'recovery')}
            />
          ) : (
            <RecoveryStep values={values} onBack={() => setStep('registers')} />
          )}
        </main>
      </div>
    </DigitsContext>
  );
}
