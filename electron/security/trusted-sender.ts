import { APP_ORIGIN } from './app-protocol.ts';

/** The part of Electron's event that says who calls: a frame that has gone away is null. */
export interface Sender {
  readonly senderFrame: { readonly url: string; readonly parent: object | null } | null;
}

/** Whether a call comes from the top frame of the desk's own page. Everything else is refused at every channel. */
export function isTrustedSender({ senderFrame }: Sender): boolean {
  if (senderFrame === null || senderFrame.parent !== null) return false;
  return senderFrame.url === APP_ORIGIN || senderFrame.url.startsWith(`${APP_ORIGIN}/`);
}
