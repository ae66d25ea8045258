import { readFileSync } from 'node:fs';
import { z } from 'zod';
import { AppError } from '#shared/app-error.ts';
import { keyCheck } from '#db/database-key.ts';
import { recoveryPath } from '../data-folder/data-folder-files.ts';
import { fileError, systemCode, writeFileDurably } from '../data-folder/durable-files.ts';
import { recipientCheckOf } from './key-check.ts';
import { unwrapDatabaseKey, wrapDatabaseKey } from './recovery-identity.ts';

const check = z.string().regex(/^[0-9a-f]{16}$/);

/** `DIR/recovery.json`: whom backups are encrypted to, and the database key for whoever holds the printed sheet. */
const recoveryFileSchema = z.object({
  app: z.literal('wisam'),
  format: z.literal(1),
  /** The public age recipient (`age1…`) of the printed recovery key. */
  recipient: z.string().regex(/^age1[0-9a-z]{58}$/),
  /** The database key as an age file to that recipient, base64. */
  wrappedKey: z.base64(),
  keyCheck: check,
  recipientCheck: check,
});
export type RecoveryFile = z.infer<typeof recoveryFileSchema>;

/** Writes `DIR/recovery.json`. Errors: diskFull, dataFolderReadOnly, dataFolderMissing. */
export const writeRecoveryFile = async (
  dataFolder: string,
  databaseKey: Buffer,
  recipient: string,
): Promise<RecoveryFile> => {
  const recovery: RecoveryFile = {
    app: 'wisam',
    format: 1,
    recipient,
    wrappedKey: await wrapDatabaseKey(databaseKey, recipient),
    keyCheck: keyCheck(databaseKey),
    recipientCheck: recipientCheckOf(databaseKey, recipient),
  };
  writeFileDurably(recoveryPath(dataFolder), `${JSON.stringify(recovery, null, 2)}\n`, 0o600);
  return recovery;
};

/** Null when there is none. Error: databaseKeyWrong { reason: 'recoveryFile' } when it cannot be understood. */
export const readRecoveryFile = (dataFolder: string): RecoveryFile | null => {
  let text: string;
  try {
    text = readFileSync(recoveryPath(dataFolder), 'utf8');
  } catch (error) {
    if (systemCode(error) === 'ENOENT') return null;
    throw fileError(error, dataFolder);
  }
  try {
    return recoveryFileSchema.parse(JSON.parse(text));
  } catch (error) {
    throw new AppError(
      'databaseKeyWrong',
      { reason: 'recoveryFile', file: recoveryPath(dataFolder) },
      { cause: error },
    );
  }
};

/** The database key from the folder and the printed sheet, when `database.key` is lost. Error: recoveryKeyWrong. */
export const recoverDatabaseKey = async (recovery: RecoveryFile, identity: string): Promise<Buffer> =>
  unwrapDatabaseKey(recovery.wrappedKey, identity);
