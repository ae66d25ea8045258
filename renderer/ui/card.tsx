import { useEffect, useRef, type ReactNode, type RefObject } from 'react';
import { Count } from './badge.tsx';
import css from './card.module.css';

/**
 * A white card. `pane` names it as one of the screen's parts, which F6 visits in turn; `grow` lets it take the height
 * that is left and scroll inside (`CardBody scroll`).
 */
export function Card({
  children,
  pane,
  grow = false,
  label,
}: {
  readonly children: ReactNode;
  readonly pane?: string;
  readonly grow?: boolean;
  readonly label?: string;
}) {
  const name = pane ?? label;
  return (
    <section
      className={css['card']}
      data-grow={grow || undefined}
      data-pane={pane}
      aria-label={name}
      tabIndex={pane === undefined ? undefined : -1}
    >
      {children}
    </section>
  );
}

export function CardHeader({
  title,
  count,
  aside,
  actions,
}: {
  readonly title: ReactNode;
  readonly count?: string | number;
  /** Dimmed words after the title. */
  readonly aside?: ReactNode;
  readonly actions?: ReactNode;
}) {
  return (
    <header className={css['header']}>
      <h2>{title}</h2>
      {aside === undefined ? null : <span className={css['aside']}>{aside}</span>}
      <span className={css['spring']} />
      {count === undefined ? null : <Count value={count} />}
      {actions}
    </header>
  );
}

const TAKES_FOCUS = 'a[href], button, input, textarea, select, [contenteditable="true"], [tabindex]';

/** What overflows and holds nothing that takes the focus takes it itself: no key could scroll it otherwise. */
function useFocusToScroll(on: boolean): RefObject<HTMLDivElement | null> {
  const ref = useRef<HTMLDivElement>(null);
  useEffect(() => {
    const node = ref.current;
    if (!on || node === null) return undefined;
    const look = (): void => {
      // In this order: most hold something, and the heights cost a layout.
      const needed = node.querySelector(TAKES_FOCUS) === null && node.scrollHeight > node.clientHeight;
      if (needed) node.tabIndex = 0;
      else node.removeAttribute('tabindex');
    };
    look();
    // What it holds comes and goes without a render of the card: the answer of a query further in.
    const held = new MutationObserver(look);
    held.observe(node, { childList: true, subtree: true });
    const height = new ResizeObserver(look);
    height.observe(node);
    return () => {
      held.disconnect();
      height.disconnect();
    };
  }, [on]);
  return ref;
}

/** `scroll`: this part of the card scrolls, header and footer stay. `flush` leaves the sides to the content. */
export function CardBody({
  children,
  scroll = false,
  flush = false,
}: {
  readonly children: ReactNode;
  readonly scroll?: boolean;
  readonly flush?: boolean;
}) {
  const body = useFocusToScroll(scroll);
  return (
    <div ref={body} className={css['body']} data-scroll={scroll || undefined} data-flush={flush || undefined}>
      {children}
    </div>
  );
}

/** A part of a card between hairlines, with its own small heading. */
export function CardSection({
  title,
  aside,
  actions,
  children,
  grow = false,
}: {
  readonly title?: ReactNode;
  readonly aside?: ReactNode;
  readonly actions?: ReactNode;
  readonly children: ReactNode;
  readonly grow?: boolean;
}) {
  return (
    <section className={css['section']} data-grow={grow || undefined}>
      {title === undefined ? null : (
        <header className={css['sectionHeader']}>
          <h3>{title}</h3>
          {aside === undefined ? null : <span className={css['aside']}>{aside}</span>}
          <span className={css['spring']} />
          {actions}
        </header>
      )}
      {children}
    </section>
  );
}

/** The action bar of a card: stays in sight. Primary first; `end` holds the quiet ones at the far end. */
export function CardFooter({ children, end }: { readonly children?: ReactNode; readonly end?: ReactNode }) {
  return (
    <footer className={css['footer']}>
      {children}
      <span className={css['spring']} />
      {end}
    </footer>
  );
}

/** Columns of a screen between 12 px gaps, each full height: `columns="17.75rem 1fr 18rem"`. One column at 150 % zoom. */
export function SplitPane({ columns, children }: { readonly columns: string; readonly children: ReactNode }) {
  return (
    <div data-split className={css['split']} style={{ '--columns': columns } as React.CSSProperties}>
      {children}
    </div>
  );
}

/** Cards one under another in a column of a split; scrolls when they do not fit. */
export function CardStack({ children }: { readonly children: ReactNode }) {
  return <div className={css['stack']}>{children}</div>;
}
