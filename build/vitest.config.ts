import { resolve } from 'node:path';
import { defineConfig } from 'vitest/config';

const root = resolve(import.meta.dirname, '..');

/** One project a folder of `tests/`, so that `npm run vitest -- --project db` runs one kind alone. */
const project = (name: string) => ({
  extends: true as const,
  test: {
    name,
    include: [`tests/${name}/**/*.test.ts`],
    setupFiles: [resolve(import.meta.dirname, 'test/fixed-chance.ts')],
  },
});

export default defineConfig({
  root,
  test: {
    testTimeout: 30_000,
    hookTimeout: 30_000,
    maxWorkers: 2,
    // Modules are loaded once a worker, not once a file: a third of the time was loading. None of ours keeps state that
    // a test could see, and a test that leaves something behind for the next file is a fault of that test.
    isolate: false,
    projects: ['unit', 'db', 'migrations', 'ipc', 'pdf', 'security', 'guards', 'backup', 'cli'].map(project),
  },
});
