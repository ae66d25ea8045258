// node refold-writer.ts DATA_FOLDER: folds the names again, one a slice, and says after each how far it is.
import { writeSync } from 'node:fs';
import { openDataFolder } from '#electron/app/open-data-folder.ts';
import { refreshSearchIndex } from '#db/search/refresh-index.ts';

const { db } = openDataFolder(process.argv[2]!);
const pause = new Int32Array(new SharedArrayBuffer(4));
refreshSearchIndex(db, 1, {
  slice: 1,
  onNames: ({ done }) => {
    writeSync(1, `${done}\n`);
    // Long enough for a kill to fall between two slices or into the next one.
    Atomics.wait(pause, 0, 0, 100);
  },
});
