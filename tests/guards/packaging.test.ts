import { readdirSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { root } from './support/plant.ts';

/** The packager's own check; it comes with electron-builder and has no name of its own. */
const CHECKER = join(root, 'node_modules/app-builder-lib/out/util/config/config.js');

interface Configuration {
  readonly files: readonly { readonly filter: readonly string[] }[];
  readonly asarUnpack: readonly string[];
  readonly electronFuses: Readonly<Record<string, boolean>>;
  readonly [other: string]: unknown;
}
interface Builder {
  readonly getConfig: (folder: string, file: string, options: null) => Promise<Configuration>;
  readonly validateConfiguration: (configuration: object, log: { isEnabled: boolean }) => Promise<void>;
}

describe('electron-builder.yml', async () => {
  const builder = createRequire(import.meta.url)(CHECKER) as Builder;
  const configuration = await builder.getConfig(root, 'electron-builder.yml', null);
  const check = (changed: object): Promise<void> =>
    builder.validateConfiguration({ ...configuration, ...changed }, { isEnabled: false });

  it('is what the packager understands', async () => {
    await expect(check({})).resolves.toBeUndefined();
  });
  it.each([{ electronFuses: { runAsNode: 'perhaps' } }, { invented: true }, { nsis: { oneClik: true } }])(
    'a fault is refused: %o',
    async (fault) => {
      await expect(check(fault)).rejects.toThrow('Invalid configuration');
    },
  );
  it('closes every fuse that lets somebody else’s code in', () => {
    expect(configuration.electronFuses).toEqual({
      runAsNode: false,
      enableCookieEncryption: true,
      enableNodeOptionsEnvironmentVariable: false,
      enableNodeCliInspectArguments: false,
      enableEmbeddedAsarIntegrityValidation: true,
      onlyLoadAppFromAsar: true,
      grantFileProtocolExtraPrivileges: false,
    });
  });
  it('leaves native code outside the archive, and the pinned Node out of the package', () => {
    expect(configuration.asarUnpack).toEqual(['**/*.node']);
    expect(configuration.files.flatMap(({ filter }) => filter)).toContain('!node_modules/node-*-*/**');
  });
  it('keeps one prebuilt database engine for each system that is packaged', () => {
    const built = readdirSync(join(root, 'node_modules/better-sqlite3/prebuilds')).filter((name) =>
      name.endsWith('.node'),
    );
    for (const [os, arch] of [
      ['linux', 'x64'],
      ['linux', 'arm64'],
      ['win', 'x64'],
    ] as const) {
      const kept = built.filter((name) => name.startsWith(os) && name.endsWith(`-${arch}.node`));
      expect(kept.length, `${os}-${arch}: ${built.join(', ')}`).toBeGreaterThan(0);
    }
  });
});
