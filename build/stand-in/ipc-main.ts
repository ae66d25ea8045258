import { nodeCodec } from './codec.ts';

export interface InvokeEvent {
  sender: object;
  senderFrame: { url: string; origin: string; parent: null };
  frameId: number;
  processId: number;
  type: 'frame';
}
type Handler = (event: InvokeEvent, ...args: unknown[]) => unknown;

/** `ipcMain`: the app only answers calls; it listens to no message. */
class IpcMain {
  readonly handlers = new Map<string, Handler>();

  handle(channel: string, handler: Handler): void {
    if (this.handlers.has(channel))
      throw new Error(`Attempted to register a second handler for '${channel}'`);
    this.handlers.set(channel, handler);
  }
  removeHandler(channel: string): void {
    this.handlers.delete(channel);
  }
}
export const theIpcMain = new IpcMain();

/** Runs a call of the page. As in Electron, an error crosses as its text alone: its class and its code are lost. */
export async function answerCall(event: InvokeEvent, channel: string, data: string): Promise<string> {
  try {
    const handler = theIpcMain.handlers.get(channel);
    if (!handler) throw new Error(`No handler registered for '${channel}'`);
    return nodeCodec.encode({ result: await handler(event, ...(nodeCodec.decode(data) as unknown[])) });
  } catch (error) {
    process.stderr.write(`Error occurred in handler for '${channel}': ${String(error)}\n`);
    return nodeCodec.encode({ error: String(error) });
  }
}
