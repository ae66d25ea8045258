import { z } from 'zod';
import { command, defineContract, query } from '../ipc/contract.ts';
import {
  fileAcceptSchema,
  MOST_FILE_BYTES,
  fileRefSchema,
  mediaTypeSchema,
  storedFileSchema,
} from './stored-file.ts';

/** Four times what is kept: a file a little too large is refused by its name and the size it may have. */
const bytes = z
  .instanceof(Uint8Array)
  .refine(({ length }) => length <= 4 * MOST_FILE_BYTES, { message: 'tooLong' });
const sha256 = fileRefSchema.shape.sha256;

export const filesContract = defineContract({
  /**
   * Keeps a file. The same bytes are kept once. Errors: fileEmpty, fileTooLarge { maxMb }, fileTypeRefused { name },
   * imageUnreadable { name }, imageTooLarge { name, maxMegapixels }, pdfUnreadable { name } (cut short), diskFull.
   */
  'files.put': command(
    'signedIn',
    z.object({ name: z.string().min(1).max(1000), bytes, accept: fileAcceptSchema.default('any') }),
    storedFileSchema,
    [],
  ),
  /** What a kept file is, without its bytes; null when it was never kept here. */
  'files.describe': query(
    'signedIn',
    z.object({ sha256 }),
    storedFileSchema.omit({ name: true, pages: true }).nullable(),
  ),
  /**
   * The bytes. Looking at a file that hangs on a record is logged on that record, once for a while.
   * Errors: notFound, fileVanished { name }, notAllowed (pictures of stamp and signatures; papers of a case).
   */
  'files.get': query(
    'signedIn',
    z.object({ sha256, name: z.string().max(200).default('') }),
    z.object({ bytes, mediaType: mediaTypeSchema }),
  ),
  /** «حفظ نسخة»: asks for a place; null when the person closed the dialog. Logged. Errors as `files.get`. */
  'files.save': command('signedIn', fileRefSchema, z.object({ path: z.string() }).nullable(), ['audit']),
});
