import { IconSearch } from '@tabler/icons-react';
import { useText } from '#renderer/i18n/use-text.ts';
import { BrandMark } from '#renderer/ui/brand-mark.tsx';
import { DualDateText, useToday } from '#renderer/ui/dates.tsx';
import { Icon } from '#renderer/ui/icon.tsx';
import { KeyCap } from '#renderer/ui/key-cap.tsx';
import css from './top-bar.module.css';
import { UserMenu } from './user-menu.tsx';

/** Mark, palette, today in both calendars, who sits here. */
export function TopBar({ onFind, onKeys }: { readonly onFind: () => void; readonly onKeys: () => void }) {
  const { t } = useText();
  const today = useToday();
  return (
    <header className={css['bar']}>
      <span className={css['brand']}>
        <BrandMark />
        {t('app.name')}
      </span>
      <button type="button" className={css['find']} aria-keyshortcuts="Control+K" onClick={onFind}>
        <Icon of={IconSearch} />
        <span>{t('header.find')}</span>
        <KeyCap keys="Ctrl+K" />
      </button>
      <div className={css['end']}>
        <span className={css['date']}>
          <DualDateText iso={today} strongWeekday />
        </span>
        <UserMenu onKeys={onKeys} />
      </div>
    </header>
  );
}
