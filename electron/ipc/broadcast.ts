import type { AppEvents, EventName } from '#shared/ipc/events.ts';

/** The part of a window that hears an event. */
export interface Listener {
  readonly isDestroyed: () => boolean;
  readonly webContents: { readonly send: (channel: string, payload: unknown) => void };
}

export type Broadcast = <E extends EventName>(event: E, payload: AppEvents[E]) => void;

/** Tells every open window. */
export const createBroadcast =
  (windows: () => readonly Listener[]): Broadcast =>
  (event, payload) => {
    for (const window of windows()) if (!window.isDestroyed()) window.webContents.send(event, payload);
  };
