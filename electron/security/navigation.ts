import type { App, Session, WebContents } from 'electron';
import { APP_ORIGIN } from './app-protocol.ts';

/** Every address that would leave the machine. The desk works without a network, and none of its data may go out. */
const NETWORK = ['http://*/*', 'https://*/*', 'ws://*/*', 'wss://*/*', 'ftp://*/*'];

export const blockNetwork = (session: Session): void =>
  session.webRequest.onBeforeRequest({ urls: NETWORK }, (_details, answer) => answer({ cancel: true }));

/** Keeps one page in its place: no new window, no navigation away from the desk, no embedded page. */
function holdInPlace(contents: WebContents): void {
  contents.setWindowOpenHandler(() => ({ action: 'deny' }));
  contents.on('will-navigate', (event, url) => {
    if (!url.startsWith(`${APP_ORIGIN}/`)) event.preventDefault();
  });
  contents.on('will-attach-webview', (event) => event.preventDefault());
}

/** For every page that the app will ever open, whoever opens it. */
export const holdEveryPage = (app: App): void => {
  app.on('web-contents-created', (_event, contents) => holdInPlace(contents));
};
