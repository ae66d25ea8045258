import { native } from '#shared/locales/ar/native.ts';
import type { SaveFile } from '../letters/letter-ports.ts';
import { writeFileSafely } from '../platform/node/write-file-safely.ts';
import type { Dialogs } from '../ports/dialogs.ts';

/** «حفظ نسخة» of a paper: asks where, and writes it whole or not at all. */
export const savePdfThrough =
  (dialogs: Dialogs): SaveFile =>
  async ({ suggestedName, bytes }) => {
    const words = native.dialogs;
    const path = await dialogs.chooseSaveFile(words.saveFile, suggestedName, {
      name: words.pdf,
      extensions: ['pdf'],
    });
    if (path !== null) writeFileSafely(path, bytes);
    return path;
  };
