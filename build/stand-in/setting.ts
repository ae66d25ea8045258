import { readFileSync } from 'node:fs';
import { join } from 'node:path';

/** What the launcher tells the stand-in, by environment: the app itself sees none of it. */
export const setting = {
  appPath: process.env.STAND_IN_APP ?? process.cwd(),
  headed: process.env.STAND_IN_HEADED === '1',
  /** The tests reach the same Chromium over its debugging port; without it there is none. */
  debuggingPort: process.env.STAND_IN_PORT,
  screenshot: process.env.STAND_IN_SCREENSHOT,
};

export const manifest = JSON.parse(readFileSync(join(setting.appPath, 'package.json'), 'utf8')) as {
  name: string;
  productName?: string;
  version: string;
};

export const electronVersion = (
  JSON.parse(readFileSync(new URL('../../node_modules/electron/package.json', import.meta.url), 'utf8')) as {
    version: string;
  }
).version;

/** The value of `--name=value`, as Chromium reads its switches. */
export const commandSwitch = (name: string): string | undefined =>
  process.argv.find((each) => each.startsWith(`--${name}=`))?.slice(name.length + 3);

/** Emits an event whose listeners may call `preventDefault()`; gives false when one did. */
export function emitCancellable(emitter: NodeJS.EventEmitter, type: string, ...args: unknown[]): boolean {
  let allowed = true;
  const event = {
    preventDefault: () => void (allowed = false),
    get defaultPrevented() {
      return !allowed;
    },
  };
  emitter.emit(type, event, ...args);
  return allowed;
}

/** What the app did that the desk must not do; the tests fail on a line like this. */
export const complain = (text: string): void => void process.stderr.write(`stand-in: ${text}\n`);
