import { useRouter, useRouterState } from '@tanstack/react-router';
import { DESK_ROLES } from '#shared/staff/staff.ts';
import { useHasRole } from './session.ts';
import { useText } from '#renderer/i18n/use-text.ts';
import { useGo } from '#renderer/ui/app-link.tsx';
import css from '#renderer/ui/section-tabs.module.css';

const TABS = [
  { key: 'register', path: '/beneficiaries' },
  { key: 'outreach', path: '/beneficiaries/outreach' },
  { key: 'duplicates', path: '/beneficiaries/duplicates' },
  { key: 'import', path: '/beneficiaries/import' },
  { key: 'parties', path: '/parties' },
  { key: 'agreements', path: '/parties/agreements' },
] as const;

/** The tab that a screen belongs to: the longest path that leads to it. */
const tabOf = (here: string): string | undefined =>
  TABS.filter(({ path }) => here === path || here.startsWith(`${path}/`))
    .toSorted((one, other) => other.path.length - one.path.length)
    .at(0)?.key;

/**
 * السجل · التواصل الاستباقي · المكررون · الاستيراد · الأطراف الأخرى · الاتفاقيات: the parts of the people's section, as
 * far as this program has their screens. Stands beside the title of each (`<Screen title={…} aside={<PartyTabs />}>`).
 */
export function PartyTabs() {
  const { t } = useText();
  const go = useGo();
  const { routesByPath } = useRouter();
  const here = useRouterState({ select: (state) => state.location.pathname });
  const current = tabOf(here);
  // Telephones, and whom not to name the association to: for who calls.
  const calls = useHasRole(...DESK_ROLES);
  return (
    <nav className={css['tabs']} aria-label={t('find.tabs.label')}>
      {TABS.filter(({ key, path }) => Object.hasOwn(routesByPath, path) && (key !== 'outreach' || calls)).map(
        ({ key, path }) => (
          <a
            key={key}
            href={`#${path}`}
            aria-current={key === current ? 'page' : undefined}
            onClick={(event) => {
              event.preventDefault();
              go(path);
            }}
          >
            {t(`find.tabs.${key}`)}
          </a>
        ),
      )}
    </nav>
  );
}
