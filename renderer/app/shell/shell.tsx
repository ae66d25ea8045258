import { Outlet, useRouter, useRouterState } from '@tanstack/react-router';
import { lazy, Suspense, useEffect, useState } from 'react';
import { onEvent } from '#renderer/api/client.ts';
import { lockDesk } from '#renderer/api/lock-desk.ts';
import { useText } from '#renderer/i18n/use-text.ts';
import { screenOf, useGo } from '#renderer/ui/app-link.tsx';
import { focusNextPane, pressKey, useKey } from '#renderer/ui/keys.ts';
import { paths } from '#renderer/ui/paths.ts';
import { ErrorBoundary } from '../error-boundary.tsx';
import { hasScreen } from '../screens.ts';
import { Navigation } from './navigation.tsx';
import css from './shell.module.css';
import { TopBar } from './top-bar.tsx';
import { useSections } from './use-sections.ts';

const Palette = lazy(async () => ({
  default: (await import('#renderer/features/palette/palette.tsx')).Palette,
}));
const KeysSheet = lazy(async () => ({
  default: (await import('#renderer/features/help/keys-sheet.tsx')).KeysSheet,
}));

/** What a key or a menu of the window asks for, as the key that does it. */
const COMMAND_KEYS = { newVisit: 'F2', lock: 'Ctrl+L', print: 'F9' } as const;

/** The frame around every screen, and the keys that work on all of them. */
export function Shell() {
  const { t } = useText();
  const go = useGo();
  const router = useRouter();
  const [finding, setFinding] = useState(false);
  const [keysOpen, setKeysOpen] = useState(false);
  const sections = useSections();
  const here = useRouterState({ select: (state) => state.location.pathname });
  const screen = useRouterState({ select: (state) => screenOf(state.location) });
  const everywhere = { scope: 'global' } as const;

  useKey('F1', t('keys.help'), () => setKeysOpen(true), everywhere);
  useKey('F2', t('keys.newVisit'), () => go(paths.newVisit), {
    ...everywhere,
    enabled: hasScreen(paths.newVisit),
  });
  useKey('F6', t('keys.panes'), () => focusNextPane(), everywhere);
  useKey('Shift+F6', t('keys.panesBack'), () => focusNextPane(true), everywhere);
  useKey('Ctrl+K', t('keys.palette'), () => setFinding(true), everywhere);
  useKey('Ctrl+L', t('keys.lock'), () => void lockDesk(), everywhere);
  useKey('Esc', t('keys.back'), () => router.history.back(), { ...everywhere, enabled: here !== paths.desk });
  useEffect(() => onEvent('desk.command', ({ command }) => pressKey(COMMAND_KEYS[command])), []);

  return (
    <div className={css['shell']}>
      <TopBar onFind={() => setFinding(true)} onKeys={() => setKeysOpen(true)} />
      <Navigation />
      <main className={css['main']}>
        <ErrorBoundary key={screen}>
          <Outlet />
        </ErrorBoundary>
      </main>
      <Suspense fallback={null}>
        {finding ? <Palette sections={sections} onClose={() => setFinding(false)} /> : null}
        {keysOpen ? <KeysSheet onClose={() => setKeysOpen(false)} /> : null}
      </Suspense>
    </div>
  );
}
