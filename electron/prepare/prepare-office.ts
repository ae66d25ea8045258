import { refreshLetterSearch } from '#db/letters/letter-search.ts';
import { openDatabase } from '#db/open-database.ts';
import { type NamesFolded, refreshSearchIndex } from '#db/search/refresh-index.ts';

/** What the thread needs to bring an office of an older program up to date. */
export interface PrepareJob {
  readonly file: string;
  readonly key: Uint8Array;
  readonly nowMs: number;
}

/**
 * Migrations first, each whole or not at all, then the words of letters, then the names in slices. May be ended anywhere:
 * the next start goes on from what is on the disk. A throw of `onNames` ends it between two slices.
 */
export function prepareOffice(
  { file, key, nowMs }: PrepareJob,
  onNames: (names: NamesFolded) => void = () => {},
): void {
  const db = openDatabase({ file, key: Buffer.from(key) });
  try {
    refreshLetterSearch(db);
    refreshSearchIndex(db, nowMs, { onNames });
  } finally {
    db.close();
  }
}
