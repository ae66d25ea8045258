import { useMantineColorScheme } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { changeLanguage, type Language } from '#renderer/i18n/i18n.ts';
import { applyTextSize, storedTextSize, TEXT_SIZES, type TextSize } from '#renderer/i18n/preferences.ts';
import { useText } from '#renderer/i18n/use-text.ts';
import { Card, CardBody, CardHeader } from '#renderer/ui/card.tsx';
import { Segmented } from '#renderer/ui/segmented.tsx';
import css from './appearance-page.module.css';

const SCHEMES = ['auto', 'light', 'dark'] as const;
const LANGUAGES = ['ar', 'en'] as const;

/** What one seat likes: takes effect at once, and is kept on this computer. */
export function AppearancePage() {
  const { t, digits } = useText();
  const { i18n } = useTranslation();
  const { colorScheme, setColorScheme } = useMantineColorScheme();
  const [size, setSize] = useState<TextSize>(storedTextSize);
  const language: Language = i18n.language === 'en' ? 'en' : 'ar';
  return (
    <Card pane={t('settings.appearance')}>
      <CardHeader title={t('settings.appearance')} aside={t('settings.thisSeat')} />
      <CardBody scroll>
        <div className={css['choices']}>
          <Segmented
            label={t('settings.theme')}
            value={colorScheme}
            choices={SCHEMES.map((value) => ({ value, label: t(`settings.themeValue.${value}`) }))}
            onChange={setColorScheme}
          />
          <Segmented
            label={t('settings.textSize')}
            value={size}
            choices={TEXT_SIZES.map((value) => ({ value, label: `${digits(value)}٪` }))}
            onChange={(next) => {
              setSize(next);
              applyTextSize(next);
            }}
          />
          <Segmented
            label={t('settings.language')}
            value={language}
            choices={LANGUAGES.map((value) => ({ value, label: t(`settings.languageValue.${value}`) }))}
            onChange={(next) => void changeLanguage(next)}
          />
        </div>
      </CardBody>
    </Card>
  );
}
