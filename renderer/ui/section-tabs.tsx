import { useRouterState } from '@tanstack/react-router';
import { useText } from '#renderer/i18n/use-text.ts';
import { useGo } from './app-link.tsx';
import css from './section-tabs.module.css';

export interface SectionTab {
  readonly path: string;
  readonly name: string;
}

/**
 * The parts of a section of the desk. Stands beside the title of each of its lists (`<Screen title={…} aside={…}>`), so
 * that it never moves between them. A screen belongs to the tab with the longest path that leads to it.
 */
export function SectionTabs({
  label,
  tabs,
}: {
  readonly label: string;
  readonly tabs: readonly SectionTab[];
}) {
  const go = useGo();
  const here = useRouterState({ select: (state) => state.location.pathname });
  const current = tabs
    .filter(({ path }) => here === path || here.startsWith(`${path}/`))
    .toSorted((one, other) => other.path.length - one.path.length)
    .at(0);
  return (
    <nav className={css['tabs']} aria-label={label}>
      {tabs.map((tab) => (
        <a
          key={tab.path}
          href={`#${tab.path}`}
          aria-current={tab === current ? 'page' : undefined}
          onClick={(event) => {
            event.preventDefault();
            go(tab.path);
          }}
        >
          {tab.name}
        </a>
      ))}
    </nav>
  );
}

const LETTERS = [
  { key: 'outgoing', path: '/letters' },
  { key: 'incoming', path: '/letters/incoming' },
  { key: 'templates', path: '/letters/templates' },
  { key: 'registers', path: '/letters/registers' },
  { key: 'verify', path: '/letters/verify' },
] as const;

/** صادر · وارد · القوالب · السجلات · التحقق */
export function LetterTabs() {
  const { t } = useText();
  return (
    <SectionTabs
      label={t('registers.tabs.label')}
      tabs={LETTERS.map(({ key, path }) => ({ path, name: t(`registers.tabs.${key}`) }))}
    />
  );
}
