// node build/stand-in/run.ts APP_FOLDER [switches]: runs a built Electron main bundle, unchanged, over Chromium.
import { readFileSync } from 'node:fs';
import { createRequire, registerHooks } from 'node:module';
import { join, resolve } from 'node:path';

const [folder = '.', ...rest] = process.argv.slice(2);
const appPath = resolve(folder);
const { main } = JSON.parse(readFileSync(join(appPath, 'package.json'), 'utf8')) as { main: string };
const entry = resolve(appPath, main);
const standIn = new URL('./electron.ts', import.meta.url).href;
process.argv = [process.execPath, appPath, ...rest];
process.env.STAND_IN_APP = appPath;

registerHooks({
  resolve: (specifier, context, next) =>
    /^electron(\/(main|common))?$/.test(specifier)
      ? { url: standIn, shortCircuit: true }
      : next(specifier, context),
});
createRequire(entry)(entry);

if (process.env.STAND_IN_SCREENSHOT) {
  const { saveScreenshot } = await import('./screenshot.ts');
  await saveScreenshot(process.env.STAND_IN_SCREENSHOT);
}
