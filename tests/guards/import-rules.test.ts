import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { PlantedFolder, root } from './support/plant.ts';
import { LAYERS, sources } from './support/sources.ts';

const PROGRAM = 'dependency-cruiser/bin/dependency-cruise.mjs';
const CONFIG = '.dependency-cruiser.cjs';

interface Cruise {
  readonly modules: readonly { readonly source: string }[];
  readonly summary: {
    readonly totalDependenciesCruised: number;
    readonly violations: readonly {
      readonly from: string;
      readonly to: string;
      readonly rule: { readonly name: string };
    }[];
  };
}
const cruise = (
  folder: { run: PlantedFolder['run'] },
  paths: readonly string[],
  more: readonly string[] = [],
): Cruise =>
  JSON.parse(
    folder.run(PROGRAM, ['--config', CONFIG, '--output-type', 'json', ...more, ...paths]).output,
  ) as Cruise;

/** For each rule a file that breaks it, and what that file imports. */
const VIOLATIONS: Readonly<Record<string, readonly [file: string, imported: string]>> = {
  'shared-is-pure': ['shared/a/impure.ts', 'node:fs'],
  'db-knows-no-shell': ['db/a/shell.ts', 'electron'],
  'migrations-are-frozen': ['db/migrations/0010-soft.ts', '#shared/a/good.ts'],
  'features-run-without-electron': ['electron/letters/letter-service.ts', 'electron'],
  'features-own-their-ports': ['electron/letters/reach.ts', '#electron/app/window.ts'],
  'main-process-knows-no-desk': ['electron/app/desk.ts', '#renderer/ui/good.ts'],
  'preload-stays-small': ['electron/preload.ts', 'zod'],
  'renderer-is-a-page': ['renderer/api/database.ts', '#db/a/good.ts'],
  'renderer-uses-no-node': ['renderer/api/files.ts', 'node:fs'],
  'features-keep-apart': ['renderer/features/letters/page.ts', '../visits/form.ts'],
  'features-know-no-frame': ['renderer/features/letters/frame.ts', '#renderer/app/router.ts'],
  'ui-is-only-ui': ['renderer/ui/clever.ts', '#renderer/features/visits/form.ts'],
  'only-declared-packages': ['build/undeclared.ts', 'rolldown'],
  'shipped-code-needs-shipped-packages': ['electron/letters/developer.ts', 'vite'],
  resolvable: ['build/nowhere.ts', './no-such-file.ts'],
};

const GOOD = [
  'shared/a/good.ts',
  'db/a/good.ts',
  'electron/app/window.ts',
  'renderer/ui/good.ts',
  'renderer/app/router.ts',
  'renderer/features/visits/form.ts',
];

describe('import rules', () => {
  const rules = (
    createRequire(import.meta.url)(join(root, CONFIG)) as { forbidden: { name: string }[] }
  ).forbidden.map(({ name }) => name);
  const planted = new PlantedFolder([CONFIG, 'package.json'], {
    ...Object.fromEntries(GOOD.map((name) => [name, 'export const good = 1;\n'])),
    ...Object.fromEntries(
      Object.values(VIOLATIONS).map(([file, imported]) => [
        file,
        `import * as it from '${imported}';\nexport { it };\n`,
      ]),
    ),
    'electron/platform/printer.ts': "import * as it from 'electron';\nexport { it };\n",
    'electron/letters/type-only.ts': "import type { App } from 'electron';\nexport type It = App;\n",
  });
  afterAll(() => planted.remove());
  const found = cruise(planted, ['shared', 'db', 'electron', 'renderer', 'build'], ['--preserve-symlinks'])
    .summary.violations;

  it('has one planted violation for each rule', () => {
    expect(Object.keys(VIOLATIONS).toSorted()).toEqual(rules.toSorted());
  });
  it.each(Object.entries(VIOLATIONS))('%s catches its planted violation', (rule, [file]) => {
    expect(found.filter(({ from }) => from === file).map((each) => each.rule.name)).toContain(rule);
  });
  it('a type-only import is an import', () => {
    expect(
      found.filter(({ from }) => from === 'electron/letters/type-only.ts').map((each) => each.rule.name),
    ).toEqual(['features-run-without-electron']);
  });
  it('leaves what is allowed alone', () => {
    expect(found.filter(({ from }) => [...GOOD, 'electron/platform/printer.ts'].includes(from))).toEqual([]);
  });

  // Without its parser, dependency-cruiser cruises nothing and says that all is well.
  it('cruises every source file of the project', () => {
    const here = {
      run: (program: string, args: readonly string[]) =>
        PlantedFolder.prototype.run.call({ path: root }, program, args),
    };
    const { modules, summary } = cruise(here, LAYERS);
    const cruised = new Set(modules.map(({ source }) => source));
    expect(sources().filter((file) => !cruised.has(file))).toEqual([]);
    expect(summary.totalDependenciesCruised).toBeGreaterThan(sources().length);
    expect(readFileSync(join(root, 'package.json'), 'utf8')).toContain('"@swc/core"');
  });
});
