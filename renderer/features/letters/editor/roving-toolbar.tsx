import {
  useRef,
  useState,
  type FocusEvent,
  type KeyboardEvent,
  type ReactElement,
  type ReactNode,
} from 'react';
import { useText } from '#renderer/i18n/use-text.ts';
import { useKey } from '#renderer/ui/keys.ts';

const tools = (bar: HTMLElement): HTMLElement[] => [...bar.querySelectorAll<HTMLElement>('[data-tool]')];

/**
 * One stop of the Tab key; the arrows move inside it, in reading direction. Buttons mark themselves with `data-tool`
 * and take their `tabIndex` from the children's argument.
 */
export function RovingToolbar({
  label,
  controls,
  children,
  onLeave,
}: {
  readonly label: string;
  /** Id of the field that the tools work on. */
  readonly controls: string;
  readonly children: (tabIndex: (name: string) => 0 | -1) => ReactNode;
  /** Esc: back to the text. */
  readonly onLeave: () => void;
}): ReactElement {
  const bar = useRef<HTMLDivElement>(null);
  const { t } = useText();
  const [current, setCurrent] = useState<string | null>(null);
  const [within, setWithin] = useState(false);
  useKey('Esc', t('letters.tools.leave'), onLeave, { enabled: within });

  const onKeyDown = (event: KeyboardEvent<HTMLDivElement>): void => {
    if (bar.current === null || !(event.target instanceof HTMLElement)) return;
    // A menu opened from a tool is rendered inside the bar's React tree; its keys are its own.
    if (!bar.current.contains(event.target)) return;
    const all = tools(bar.current);
    const index = all.indexOf(event.target.closest<HTMLElement>('[data-tool]') ?? event.target);
    const forward = getComputedStyle(bar.current).direction === 'rtl' ? 'ArrowLeft' : 'ArrowRight';
    const backward = forward === 'ArrowLeft' ? 'ArrowRight' : 'ArrowLeft';
    const next =
      event.key === forward
        ? (index + 1) % all.length
        : event.key === backward
          ? (index - 1 + all.length) % all.length
          : event.key === 'Home'
            ? 0
            : event.key === 'End'
              ? all.length - 1
              : null;
    if (next === null || index < 0) return;
    event.preventDefault();
    all[next]?.focus();
  };

  const onFocus = (event: FocusEvent<HTMLDivElement>): void => {
    const name = event.target.closest<HTMLElement>('[data-tool]')?.dataset['tool'];
    if (name !== undefined) setCurrent(name);
    setWithin(true);
  };

  let first: string | null = null;
  const tabIndex = (name: string): 0 | -1 => {
    first ??= name;
    return (current ?? first) === name ? 0 : -1;
  };
  return (
    <div
      ref={bar}
      role="toolbar"
      tabIndex={-1}
      aria-label={label}
      aria-controls={controls}
      className="letter-tools"
      onKeyDown={onKeyDown}
      onFocus={onFocus}
      onBlur={(event) => setWithin(bar.current?.contains(event.relatedTarget) === true)}
    >
      {children(tabIndex)}
    </div>
  );
}
