import { useRouterState } from '@tanstack/react-router';
import { useChannelQuery } from '#renderer/api/use-channel.ts';
import { useText } from '#renderer/i18n/use-text.ts';
import { useGo } from '#renderer/ui/app-link.tsx';
import { Count } from '#renderer/ui/badge.tsx';
import { Icon } from '#renderer/ui/icon.tsx';
import { useKey } from '#renderer/ui/keys.ts';
import css from './navigation.module.css';
import { type Section, sectionKey } from './sections.ts';
import { useSections } from './use-sections.ts';

function SectionKey({ section, index }: { readonly section: Section; readonly index: number }) {
  const { t } = useText();
  const go = useGo();
  useKey(`Alt+${index + 1}`, t(`nav.${section.key}`), () => go(section.path), {
    scope: 'global',
    enabled: sectionKey(index) !== undefined,
  });
  return null;
}

/** The sections at the start of the screen. */
export function Navigation() {
  const { t, digits } = useText();
  const go = useGo();
  const sections = useSections();
  const desk = useChannelQuery('desk.today', undefined);
  const here = useRouterState({ select: (state) => state.location.pathname });
  const waiting = desk.data?.counts.waiting ?? 0;
  return (
    <nav className={css['nav']} aria-label={t('nav.label')} data-pane={t('nav.label')} tabIndex={-1}>
      {sections.map((section, index) => {
        const current = [section.path, section.also].some(
          (path) => path !== undefined && (here === path || here.startsWith(`${path}/`)),
        );
        const starts = index > 0 && sections[index - 1]?.group !== section.group;
        return (
          <div key={section.key} className={css['item']} data-starts={starts || undefined}>
            <SectionKey section={section} index={index} />
            <a
              href={`#${section.path}`}
              aria-current={current ? 'page' : undefined}
              aria-keyshortcuts={sectionKey(index)}
              onClick={(event) => {
                event.preventDefault();
                go(section.path);
              }}
            >
              <Icon of={section.icon} mirror={section.mirror ?? false} />
              <span>{t(`nav.${section.key}`)}</span>
              {section.key === 'visits' && waiting > 0 ? <Count value={digits(waiting)} /> : null}
            </a>
          </div>
        );
      })}
    </nav>
  );
}
