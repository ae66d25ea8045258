import { createHash } from 'node:crypto';
import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';

/** Every file below a folder: its size, its access rights, when it was written and the hash of its bytes. */
export const folderState = (folder: string): Record<string, string> =>
  Object.fromEntries(
    readdirSync(folder, { recursive: true, withFileTypes: true })
      .map((entry) => join(entry.parentPath, entry.name))
      .toSorted()
      .map((path) => {
        const { size, mode, mtimeMs } = statSync(path);
        const name = path.slice(folder.length + 1);
        if (statSync(path).isDirectory()) return [name, 'folder'];
        const hash = createHash('sha256').update(readFileSync(path)).digest('hex');
        return [name, `${size} ${mode.toString(8)} ${mtimeMs} ${hash}`];
      }),
  );
