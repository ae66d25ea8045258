import { useRouter } from '@tanstack/react-router';
import { useCallback, type MouseEvent, type ReactNode } from 'react';
import css from './app-link.module.css';

/** Goes to a path of `paths`: `const go = useGo(); go(paths.letter(id))`. `go.back()` is what Esc does. */
export function useGo(): ((path: string, options?: { readonly replace?: boolean }) => void) & {
  readonly back: () => void;
} {
  const router = useRouter();
  const go = useCallback(
    (path: string, { replace = false }: { readonly replace?: boolean } = {}) => {
      if (replace) router.history.replace(path);
      else router.history.push(path);
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
