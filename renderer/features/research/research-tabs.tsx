import { useText } from '#renderer/i18n/use-text.ts';
import { paths } from '#renderer/ui/paths.ts';
import { SectionTabs } from '#renderer/ui/section-tabs.tsx';

/** الإحالات · البحوث الاجتماعية: two records, never mixed. */
export function ResearchTabs() {
  const { t } = useText();
  return (
    <SectionTabs
      label={t('referrals.tabs.label')}
      tabs={[
        { path: paths.researchDesk, name: t('referrals.tabs.referrals') },
        { path: paths.studies, name: t('referrals.tabs.studies') },
      ]}
    />
  );
}
