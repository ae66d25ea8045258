import { useRouter } from '@tanstack/react-router';
import { useCallback, type MouseEvent, type ReactNode } from 'react';
import css from './app-link.module.css';

/** What keeps a screen mounted: its path, or the one it was opened under (`keepScreen`). */
export const screenOf = (location: { readonly pathname: string; readonly state: object }): string =>
  'screen' in location.state && typeof location.state.screen === 'string'
    ? location.state.screen
    : location.pathname;

interface GoOptions {
  readonly replace?: boolean;
  /** The screen that is open stays mounted under its new address: a new record that got its number while one types. */
  readonly keepScreen?: boolean;
}

/** Goes to a path of `paths`: `const go = useGo(); go(paths.letter(id))`. `go.back()` is what Esc does. */
export function useGo(): ((path: string, options?: GoOptions) => void) & { readonly back: () => void } {
  const router = useRouter();
  const go = useCallback(
    (path: string, { replace = false, keepScreen = false }: GoOptions = {}) => {
      const state = keepScreen ? { screen: screenOf(router.state.location) } : {};
      if (replace) router.history.replace(path, state);
      else router.history.push(path, state);
    },
    [router],
  );
  return Object.assign(go, { back: () => router.history.back() });
}

/** A link to another screen of the desk. */
export function AppLink({
  to,
  children,
  quiet = false,
  label,
  current = false,
}: {
  readonly to: string;
  readonly children: ReactNode;
  /** In the colour of its surroundings: crumbs, names in lists. */
  readonly quiet?: boolean;
  readonly label?: string;
  /** The page that is open: `aria-current`. */
  readonly current?: boolean;
}) {
  const router = useRouter();
  const go = useGo();
  const follow = (event: MouseEvent): void => {
    event.preventDefault();
    go(to);
  };
  return (
    <a
      className={css['link']}
      data-quiet={quiet || undefined}
      href={router.history.createHref(to)}
      aria-label={label}
      aria-current={current ? 'page' : undefined}
      onClick={follow}
    >
      {children}
    </a>
  );
}
