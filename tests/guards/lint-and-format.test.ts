import { afterAll, describe, expect, it } from 'vitest';
import { PlantedFolder } from './support/plant.ts';

const FAULTS: Readonly<Record<string, readonly [file: string, text: string]>> = {
  'no-explicit-any': ['any.ts', 'export const a = (b: any): unknown => b;\n'],
  'no-floating-promises': [
    'floating.ts',
    'const later = async (): Promise<number> => 1;\nexport const run = (): void => {\n  later();\n};\n',
  ],
  'no-misused-promises': [
    'misused.ts',
    'const later = async (): Promise<boolean> => true;\nexport const run = (): number => {\n  if (later()) return 1;\n  return 2;\n};\n',
  ],
  'switch-exhaustiveness-check': [
    'switch.ts',
    "export function f(a: 'x' | 'y'): number {\n  switch (a) {\n    case 'x':\n      return 1;\n  }\n  return 2;\n}\n",
  ],
  'consistent-type-imports': [
    'type-import.ts',
    "import { good, type Good } from './good.ts';\nimport { Other } from './other.ts';\nexport const a: Good & Other = { good, other: 1 };\n",
  ],
  'no-cycle': ['cycle-a.ts', "import { b } from './cycle-b.ts';\nexport const a = (): number => b();\n"],
  'no-unused-vars': [
    'unused.ts',
    'export const run = (): number => {\n  const forgotten = 1;\n  return 2;\n};\n',
  ],
};
const GOOD = 'export interface Good {\n  readonly good: number;\n}\nexport const good = 1;\n';

describe('lint', () => {
  const folder = new PlantedFolder(['.oxlintrc.json', '.gitignore'], {
    'tsconfig.json': JSON.stringify({
      compilerOptions: {
        strict: true,
        module: 'esnext',
        moduleResolution: 'bundler',
        target: 'es2024',
        noEmit: true,
        allowImportingTsExtensions: true,
      },
      include: ['*.ts'],
    }),
    'good.ts': GOOD,
    'other.ts': 'export interface Other {\n  readonly other: number;\n}\n',
    'cycle-b.ts': "import { a } from './cycle-a.ts';\nexport const b = (): number => a();\n",
    ...Object.fromEntries(Object.values(FAULTS)),
  });
  afterAll(() => folder.remove());
  const { output } = folder.run('oxlint/bin/oxlint', ['--type-aware', '--format=unix']);

  it.each(Object.entries(FAULTS))('%s is caught', (rule, [file]) => {
    expect(
      output.split('\n').filter((line) => line.startsWith(`${file}:`) && line.includes(rule)),
    ).not.toEqual([]);
  });
  it('leaves a good file alone', () => {
    expect(output.split('\n').filter((line) => line.startsWith('good.ts:'))).toEqual([]);
  });
});

describe('format', () => {
  const folder = new PlantedFolder(['.oxfmtrc.json'], {
    'good.ts': GOOD,
    'bad.ts': 'export const  a = "1" ;',
  });
  afterAll(() => folder.remove());

  it('refuses a file that is not formatted, and lets a formatted one pass', () => {
    const refused = folder.run('oxfmt/bin/oxfmt', ['--check', '.']);
    expect(refused.code).not.toBe(0);
    expect(refused.output).toContain('bad.ts');
    expect(refused.output).not.toContain('good.ts');
    expect(folder.run('oxfmt/bin/oxfmt', ['--check', 'good.ts']).code).toBe(0);
  });
});
