import { IconChevronLeft } from '@tabler/icons-react';
import { Fragment, useEffect, useRef, type ReactNode } from 'react';
import { AppLink } from './app-link.tsx';
import { Icon } from './icon.tsx';
import { useKeptFocus } from './use-kept-focus.ts';
import css from './screen.module.css';

export interface Crumb {
  readonly name: string;
  readonly to?: string;
}

/**
 * A screen of the desk: crumbs, one title, what is said beside it, its actions at the far end, and the panes below.
 * The title takes the focus when the screen opens (unless something in it already has), so that a screen reader and
 * the Tab key start here.
 */
export function Screen({
  title,
  crumbs = [],
  aside,
  actions,
  children,
  scroll = false,
}: {
  readonly title: string;
  readonly crumbs?: readonly Crumb[];
  /** After the title: badges, counts (`Stats`), a dimmed sentence. */
  readonly aside?: ReactNode;
  readonly actions?: ReactNode;
  readonly children: ReactNode;
  /** The whole screen scrolls, where there are no panes that do. */
  readonly scroll?: boolean;
}) {
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => {
    document.title = title;
  }, [title]);
  // Once, when the screen opens: a title that changes while it is open (a draft's first save) must not take the focus out
  // of a menu or a dialog that stands beside the screen's own elements.
  useEffect(() => {
    const main = heading.current?.closest('main');
    if (main?.contains(document.activeElement) !== true) heading.current?.focus({ preventScroll: true });
  }, []);
  useKeptFocus(heading);
  return (
    <div className={css['screen']} data-scroll={scroll || undefined}>
      <div className={css['head']}>
        <div className={css['titles']}>
          {crumbs.length === 0 ? null : (
            <nav className={css['crumbs']}>
              {crumbs.map((crumb, index) => (
                <Fragment key={crumb.name}>
                  {index === 0 ? null : <Icon of={IconChevronLeft} size="xs" />}
                  {crumb.to === undefined ? (
                    <span>{crumb.name}</span>
                  ) : (
                    <AppLink to={crumb.to} quiet>
                      {crumb.name}
                    </AppLink>
                  )}
                </Fragment>
              ))}
            </nav>
          )}
          <div className={css['line']}>
            <h1 ref={heading} tabIndex={-1}>
              {title}
            </h1>
            {aside}
          </div>
        </div>
        <div className={css['actions']}>{actions}</div>
      </div>
      {children}
    </div>
  );
}

/** «4 في الانتظار»: figures beside a screen's title. */
export function Stats({
  items,
}: {
  readonly items: readonly { readonly value: string | number; readonly name: string }[];
}) {
  return (
    <div className={css['stats']}>
      {items.map((item) => (
        <span key={item.name}>
          <b>{item.value}</b>
          {item.name}
        </span>
      ))}
    </div>
  );
}
