import { DESK_ROLES } from '#shared/staff/staff.ts';
import { useText } from '#renderer/i18n/use-text.ts';
import { SectionTabs } from '#renderer/ui/section-tabs.tsx';
import { useHasRole } from './session.ts';

const TABS = [
  { key: 'register', path: '/beneficiaries' },
  { key: 'outreach', path: '/beneficiaries/outreach' },
  { key: 'duplicates', path: '/beneficiaries/duplicates' },
  { key: 'import', path: '/beneficiaries/import' },
  { key: 'parties', path: '/parties' },
  { key: 'agreements', path: '/parties/agreements' },
] as const;

/** السجل · التواصل الاستباقي · المكررون · الاستيراد · الأطراف الأخرى · الاتفاقيات: as far as one may open them. */
export function PartyTabs() {
  const { t } = useText();
  // Telephones, and whom not to name the association to: for who calls.
  const calls = useHasRole(...DESK_ROLES);
  return (
    <SectionTabs
      label={t('find.tabs.label')}
      tabs={TABS.filter(({ key }) => key !== 'outreach' || calls).map(({ key, path }) => ({
        path,
        name: t(`find.tabs.${key}`),
      }))}
    />
  );
}
