import { useRouterState } from '@tanstack/react-router';
import { useText } from '#renderer/i18n/use-text.ts';
import { useGo } from './app-link.tsx';
import css from './section-tabs.module.css';

const TABS = [
  { key: 'outgoing', path: '/letters' },
  { key: 'incoming', path: '/letters/incoming' },
  { key: 'templates', path: '/letters/templates' },
  { key: 'registers', path: '/letters/registers' },
  { key: 'verify', path: '/letters/verify' },
] as const;

/** The tab that a screen belongs to: the longest path that leads to it. */
const tabOf = (here: string): string | undefined =>
  TABS.filter(({ path }) => here === path || here.startsWith(`${path}/`))
    .toSorted((one, other) => other.path.length - one.path.length)
    .at(0)?.key;

/**
 * صادر · وارد · القوالب · السجلات · التحقق: the parts of the letters' section. Stands beside the title of each of its
 * lists (`<Screen title={t('letters.title')} aside={<LetterTabs />}>`), so that it never moves between them.
 */
export function LetterTabs() {
  const { t } = useText();
  const go = useGo();
  const here = useRouterState({ select: (state) => state.location.pathname });
  const current = tabOf(here);
  return (
    <nav className={css['tabs']} aria-label={t('registers.tabs.label')}>
      {TABS.map(({ key, path }) => (
        <a
          key={key}
          href={`#${path}`}
          aria-current={key === current ? 'page' : undefined}
          onClick={(event) => {
            event.preventDefault();
            go(path);
          }}
        >
          {t(`registers.tabs.${key}`)}
        </a>
      ))}
    </nav>
  );
}
