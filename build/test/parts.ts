import { existsSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { runProgram } from '../run-program.ts';
import { ofExitCode, ofPlaywright, ofVitest, type Outcome } from './outcome.ts';

// Set by many terminals; Node warns of it at every start of a tool that is told NO_COLOR.
if (!process.stdout.isTTY) delete process.env.FORCE_COLOR;

const root = resolve(import.meta.dirname, '../..');
const reports = join(root, 'node_modules/.cache/reports');

/** One part of `npm test`. */
export interface Part {
  readonly name: string;
  readonly run: () => Promise<Outcome>;
}

/** A log file wants no colours, whatever the tools think of their output. */
const COLOURS = process.stdout.isTTY ? {} : { NO_COLOR: '1' };

const modules = (path: string): string => join(root, 'node_modules', path);
const node = (args: readonly string[], env: Readonly<Record<string, string>> = {}): Promise<number> =>
  runProgram(process.execPath, args, { cwd: root, env: { ...COLOURS, ...env } });

/** A tool of node_modules whose exit code is its verdict. */
const tool = (name: string, program: string, args: readonly string[]): Part => ({
  name,
  run: async () => ofExitCode(await node([modules(program), ...args])),
});

function testFiles(folder: string, ending: string): number {
  const path = join(root, 'tests', folder);
  if (!existsSync(path)) return 0;
  return readdirSync(path, { recursive: true, encoding: 'utf8' }).filter((name) => name.endsWith(ending))
    .length;
}

function readReport(file: string): unknown {
  try {
    return JSON.parse(readFileSync(file, 'utf8')) as unknown;
  } catch {
    return undefined; // the runner died before it wrote one: counted as a failure
  }
}

const vitest = (project: string): Part => ({
  name: project,
  run: async () => {
    const report = join(reports, `${project}.json`);
    rmSync(report, { force: true });
    const args = ['run', '--config', 'build/vitest.config.ts', '--project', project];
    const reporters = ['--reporter=default', '--reporter=json', `--outputFile.json=${report}`];
    const code = await node([modules('vitest/vitest.mjs'), ...args, ...reporters]);
    return ofVitest(readReport(report), code, testFiles(project, '.test.ts'));
  },
});

const endToEnd: Part = {
  name: 'end to end',
  run: async () => {
    const report = join(reports, 'e2e.json');
    rmSync(report, { force: true });
    const args = ['test', '--config', 'build/playwright.config.ts', '--reporter=dot,json'];
    // Playwright tells its workers FORCE_COLOR: with NO_COLOR beside it every program they start would warn.
    const code = await runProgram(process.execPath, [modules('@playwright/test/cli.js'), ...args], {
      cwd: root,
      env: { PLAYWRIGHT_JSON_OUTPUT_FILE: report },
    });
    return ofPlaywright(readReport(report), code, testFiles('e2e', '.spec.ts'));
  },
};

/** In this order: what is quick and tells most comes first. */
export const PARTS: readonly Part[] = [
  tool('types', 'typescript/bin/tsc', ['-b']),
  tool('lint', 'oxlint/bin/oxlint', ['--type-aware']),
  tool('import rules', 'dependency-cruiser/bin/dependency-cruise.mjs', [
    '--config',
    '.dependency-cruiser.cjs',
    'shared',
    'db',
    'electron',
    'renderer',
    'build',
    'tests',
  ]),
  tool('format', 'oxfmt/bin/oxfmt', ['--check']),
  ...['unit', 'db', 'migrations', 'ipc', 'pdf', 'security', 'guards', 'backup', 'cli'].map(vitest),
  endToEnd,
];
