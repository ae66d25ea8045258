import { IconArchive, IconListNumbers, IconListCheck, IconPrinter } from '@tabler/icons-react';
import { useText } from '#renderer/i18n/use-text.ts';
import { Button } from '#renderer/ui/button.tsx';
import { Icon } from '#renderer/ui/icon.tsx';
import css from './first-run.module.css';
import { StepFrame } from './step-frame.tsx';

export function WelcomeStep({
  dataFolder,
  onStart,
  onRestore,
}: {
  readonly dataFolder: string;
  readonly onStart: () => void;
  readonly onRestore: () => void;
}) {
  const { t } = useText();
  return (
    <StepFrame
      title={t('firstRun.welcomeTitle')}
      text={t('firstRun.welcomeText')}
      nextLabel={t('firstRun.start')}
      onNext={onStart}
    >
      <ul className={css['points']}>
        <li>
          <Icon of={IconListCheck} mirror />
          {t('firstRun.welcomePoints.minutes')}
        </li>
        <li>
          <Icon of={IconListNumbers} mirror />
          {t('firstRun.welcomePoints.numbers')}
        </li>
        <li>
          <Icon of={IconPrinter} />
          {t('firstRun.welcomePoints.printer')}
        </li>
      </ul>
      <div className={css['other']}>
        <Icon of={IconArchive} />
        <div>
          <h2>{t('firstRun.restoreTitle')}</h2>
          <p>{t('firstRun.restoreText')}</p>
        </div>
        <span className={css['spring']} />
        <Button onClick={onRestore}>{t('firstRun.restore')}</Button>
      </div>
      <p className={css['folder']}>
        {t('firstRun.folder')}
        <bdi dir="ltr">{dataFolder}</bdi>
      </p>
    </StepFrame>
  );
}
