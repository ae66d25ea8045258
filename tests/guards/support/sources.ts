import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { root } from './plant.ts';

export const LAYERS = ['shared', 'db', 'electron', 'renderer', 'build', 'tests'] as const;

/** Every TypeScript source of the project, by its path from the root. */
export const sources = (layers: readonly string[] = LAYERS): string[] =>
  layers.flatMap((layer) =>
    readdirSync(join(root, layer), { recursive: true, encoding: 'utf8' })
      .filter((name) => /\.tsx?$/.test(name) && !name.endsWith('.d.ts'))
      .map((name) => `${layer}/${name.replaceAll('\\', '/')}`),
  );
