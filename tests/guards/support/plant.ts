import { spawnSync } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, realpathSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';

export const root = resolve(import.meta.dirname, '../../..');

/** A folder with the project's own tool settings, where faults are planted without touching the sources. */
export class PlantedFolder {
  readonly path: string;

  constructor(settings: readonly string[], files: Readonly<Record<string, string>>) {
    this.path = realpathSync(mkdtempSync(join(tmpdir(), 'wisam-guard-')));
    symlinkSync(join(root, 'node_modules'), join(this.path, 'node_modules'), 'junction');
    for (const setting of settings) cpSync(join(root, setting), join(this.path, setting));
    for (const [name, text] of Object.entries(files)) this.plant(name, text);
  }
  plant(name: string, text: string): void {
    mkdirSync(dirname(join(this.path, name)), { recursive: true });
    writeFileSync(join(this.path, name), text);
  }
  /** Runs a program of node_modules here. */
  run(program: string, args: readonly string[]): { code: number | null; output: string } {
    const ended = spawnSync(process.execPath, [join(root, 'node_modules', program), ...args], {
      cwd: this.path,
      encoding: 'utf8',
      env: { ...process.env, NO_COLOR: '1', FORCE_COLOR: '0' },
      maxBuffer: 64 * 1024 * 1024,
    });
    return { code: ended.status, output: ended.stdout + ended.stderr };
  }
  remove(): void {
    rmSync(this.path, { recursive: true, force: true });
  }
}
