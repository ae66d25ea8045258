import type { ComponentType } from 'react';

/**
 * Every screen of the desk: its path, and the module that is fetched when it is first opened. A section appears in
 * the navigation once its path stands here: nothing is listed that does not work.
 */
export interface ScreenEntry {
  readonly path: string;
  readonly load: () => Promise<Record<string, ComponentType>>;
  /** The named export of the page. */
  readonly name: string;
}
