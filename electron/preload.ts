import { contextBridge, ipcRenderer, type IpcRendererEvent } from 'electron';
import { CHANNEL_NAMES } from '#shared/ipc/channel-names.ts';
import { EVENT_NAMES } from '#shared/ipc/events.ts';

// A page that could reach this script's variables, or Node, would own the desk: then it gets nothing at all.
if (!process.contextIsolated || !process.sandboxed)
  throw new Error('the desk opens only sandboxed and isolated');

const channels = CHANNEL_NAMES.map(
  (name) => [name, (input: unknown) => ipcRenderer.invoke(name, input)] as const,
);

/** Listens to one of the known events; gives back the function that ends it. */
function subscribe(event: string, listener: (payload: unknown) => void): () => void {
  if (!EVENT_NAMES.some((each) => each === event)) throw new Error(`no such event: ${event}`);
  const forward = (_event: IpcRendererEvent, payload: unknown): void => listener(payload);
  ipcRenderer.on(event, forward);
  return () => void ipcRenderer.off(event, forward);
}

contextBridge.exposeInMainWorld('wisam', { ...Object.fromEntries(channels), subscribe });
