import { BrowserWindow, type App } from 'electron';

export interface Lifecycle {
  /** Opens everything; a failure ends the program with 1. */
  readonly start: () => Promise<void>;
  /** Writes everything out. Runs once, when nothing can keep the program from ending any more. */
  readonly close: () => void;
  readonly failed: (error: unknown) => void;
}

/** One desk a profile: a second start brings the first one's window to the front and ends. */
export function runLifecycle(app: App, { start, close, failed }: Lifecycle): void {
  if (!app.requestSingleInstanceLock()) {
    app.quit();
    return;
  }
  app.on('second-instance', () => {
    const [window] = BrowserWindow.getAllWindows();
    if (window?.isMinimized()) window.restore();
    window?.focus();
  });
  app.on('window-all-closed', () => app.quit());
  app.on('will-quit', () => {
    try {
      close();
    } catch (error) {
      failed(error);
    }
  });
  start().catch((error: unknown) => {
    failed(error);
    // Whoever started it from a terminal sees why; the log keeps no message, this line is kept nowhere.
    process.stderr.write(
      `Wisam could not start: ${error instanceof Error ? error.message : String(error)}\n`,
    );
    app.exit(1);
  });
}
