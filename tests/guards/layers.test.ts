import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { PlantedFolder, root } from './support/plant.ts';

const TEXT: Readonly<Record<string, string>> = {
  dom: 'export const title = document.title;\n',
  node: "import { readFileSync } from 'node:fs';\nexport const read = readFileSync;\n",
  global: 'export const where = process.cwd();\n',
  enum: 'export enum Colour { red }\n',
  'parameter property': 'export class A { constructor(readonly x: number) {} }\n',
  'unchecked index': 'export const first = (list: readonly string[]): string => list[0];\n',
  'optional undefined': 'interface A { b?: string }\nexport const a: A = { b: undefined };\n',
  'forgotten type': "import { A } from './a.ts';\nexport const a: A = { b: 1 };\n",
};
const ALWAYS = ['enum', 'parameter property', 'unchecked index', 'optional undefined', 'forgotten type'];
const REFUSED: Readonly<Record<string, readonly string[]>> = {
  shared: ['dom', 'node', 'global', ...ALWAYS],
  db: ['dom', ...ALWAYS],
  electron: ['dom', ...ALWAYS],
  renderer: ['node', 'global', ...ALWAYS],
};

/** The layer's own settings over one planted file; only what belongs to a whole project is switched off. */
function check(
  layer: string,
  kinds: readonly string[],
): { folder: PlantedFolder; refused: (kind: string) => boolean } {
  const name = (kind: string): string => `${kind.replaceAll(' ', '-')}.ts`;
  const folder = new PlantedFolder([], {
    'a.ts': 'export interface A { b: number }\n',
    'tsconfig.json': JSON.stringify({
      extends: join(root, layer, 'tsconfig.json'),
      compilerOptions: {
        composite: false,
        incremental: false,
        emitDeclarationOnly: false,
        noEmit: true,
        rootDir: '.',
      },
      include: ['*.ts'],
      references: [],
    }),
    ...Object.fromEntries(kinds.map((kind) => [name(kind), TEXT[kind]!])),
  });
  const { output } = folder.run('typescript/bin/tsc', ['-p', '.']);
  return {
    folder,
    refused: (kind) => new RegExp(String.raw`^${name(kind)}\(\d+,\d+\): error TS`, 'm').test(output),
  };
}

describe.each(Object.keys(REFUSED))('types of %s', (layer) => {
  const kinds = Object.keys(TEXT);
  const { folder, refused } = check(layer, kinds);
  afterAll(() => folder.remove());

  it.each(kinds)('%s is judged as the layer wants it', (kind) => {
    expect(refused(kind)).toBe(REFUSED[layer]!.includes(kind));
  });
});
