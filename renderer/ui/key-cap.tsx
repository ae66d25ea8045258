import css from './key-cap.module.css';

/**
 * A physical key with its modifiers: `F2`, `Ctrl+Enter`, `Ctrl+K`, `Alt+1`. Letters and digits name the key's place on
 * the board (`event.code`), so they work whatever layout is on.
 */
export type KeyCombo = string;

const SIGNS: Readonly<Record<string, string>> = { Enter: '↵', Escape: 'Esc', Ctrl: 'Ctrl' };
const ARIA: Readonly<Record<string, string>> = { Ctrl: 'Control', Esc: 'Escape' };

/** For `aria-keyshortcuts`: `Control+Enter`. */
export const ariaKeys = (combo: KeyCombo): string =>
  combo
    .split('+')
    .map((part) => ARIA[part] ?? part)
    .join('+');

/** The printed key; decoration, since the button itself carries `aria-keyshortcuts`. */
export function KeyCap({
  keys,
  tone = 'plain',
}: {
  readonly keys: KeyCombo;
  readonly tone?: 'plain' | 'filled' | 'tinted';
}) {
  return (
    <kbd className={css['cap']} data-tone={tone} dir="ltr" aria-hidden="true">
      {keys
        .split('+')
        .map((part) => SIGNS[part] ?? part)
        .join(' ')}
    </kbd>
  );
}
