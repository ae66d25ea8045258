/**
 * What one seat at the desk likes (theme, text size, language; how a person narrows the register): of the window, not of the
 * data folder.
 */
type PreferenceName = 'language' | 'textSize' | `parties.${number}`;

const key = (name: PreferenceName): string => `wisam.${name}`;

export function readPreference(name: PreferenceName): string | null {
  try {
    return window.localStorage.getItem(key(name));
  } catch {
    // A window without storage keeps working with the defaults.
    return null;
  }
}

export function writePreference(name: PreferenceName, value: string): void {
  try {
    window.localStorage.setItem(key(name), value);
  } catch {
    // As above: the choice then lasts as long as the window.
  }
}

export const TEXT_SIZES = ['100', '112.5', '125'] as const;
export type TextSize = (typeof TEXT_SIZES)[number];

export const storedTextSize = (): TextSize =>
  TEXT_SIZES.find((size) => size === readPreference('textSize')) ?? '100';

/** The root's size: every measure is in rem, so everything follows. */
export function applyTextSize(size: TextSize): void {
  document.documentElement.dataset['textSize'] = size;
  writePreference('textSize', size);
}
