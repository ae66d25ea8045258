import { IconMapOff } from '@tabler/icons-react';
import { useText } from '#renderer/i18n/use-text.ts';
import { AppLink } from '#renderer/ui/app-link.tsx';
import { paths } from '#renderer/ui/paths.ts';
import { EmptyState } from '#renderer/ui/states.tsx';

export function NotFound() {
  const { t } = useText();
  return (
    <EmptyState
      icon={IconMapOff}
      text={t('nav.notFound')}
      action={<AppLink to={paths.desk}>{t('nav.toDesk')}</AppLink>}
    />
  );
}
