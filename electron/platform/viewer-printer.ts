import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { app, shell } from 'electron';
import { AppError } from '#shared/app-error.ts';

let folder: string | undefined;

/** A folder of this user alone for papers on their way to the printer, taken away when the desk ends. */
export function paperFolder(): string {
  if (folder === undefined) {
    const made = mkdtempSync(join(tmpdir(), 'wisam-print-'));
    app.once('quit', () => rmSync(made, { recursive: true, force: true }));
    folder = made;
  }
  return folder;
}

let papers = 0;

export function putPaper(bytes: Uint8Array): string {
  const path = join(paperFolder(), `${++papers}.pdf`);
  writeFileSync(path, bytes, { mode: 0o600 });
  return path;
}

/** Where no printer can be reached: the paper is opened in the system's own viewer, whence the person prints it. */
export async function openInViewer(bytes: Uint8Array): Promise<void> {
  const refused = await shell.openPath(putPaper(bytes));
  if (refused !== '') throw new AppError('printerFailed', { reason: 'viewer', said: refused.slice(0, 200) });
}
