import { join } from 'node:path';

const PRODUCT = 'Wisam';
/** Beside Chromium's own files in the platform's user-data folder, not among them. */
const WITHIN = 'data';

/**
 * The data folder when nobody names one: `data` within what Electron calls userData for this product, so that the
 * command line meets the desk's own folder without Electron.
 */
export const defaultDataFolder = (
  platform: NodeJS.Platform,
  env: Readonly<Record<string, string | undefined>>,
  home: string,
): string => {
  if (platform === 'win32') return join(env['APPDATA'] ?? join(home, 'AppData', 'Roaming'), PRODUCT, WITHIN);
  if (platform === 'darwin') return join(home, 'Library', 'Application Support', PRODUCT, WITHIN);
  const config = env['XDG_CONFIG_HOME'];
  // As the XDG rules say (and Electron does), a relative path there is ignored.
  return join(config?.startsWith('/') === true ? config : join(home, '.config'), PRODUCT, WITHIN);
};
