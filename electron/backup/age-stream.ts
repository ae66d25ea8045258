import { Decrypter, Encrypter, type Identity } from 'age-encryption';
import { AppError } from '#shared/app-error.ts';

const AGE_MAGIC = 'age-encryption.org/v1\n';

/** The random key of one age file: opens that file and no other. Kept in memory only, between writing and verifying. */
export type FileKey = Uint8Array;

export interface EncryptedStream {
  readonly bytes: AsyncIterable<Uint8Array>;
  /** Known as soon as the stream exists. */
  readonly fileKey: FileKey;
}

/**
 * Encrypts to one recipient. The recovery secret lies on paper, far from this machine, yet what was written must be read
 * back: so the file's own key is kept aside while it is made. The file has one recipient and nothing extra in it.
 */
export const encryptTo = async (
  recipient: string,
  plain: ReadableStream<Uint8Array>,
): Promise<EncryptedStream> => {
  let fileKey: FileKey | undefined;
  const encrypter = new Encrypter();
  encrypter.addRecipient(recipient);
  encrypter.addRecipient({
    wrapFileKey: (key) => {
      fileKey = key.slice();
      return [];
    },
  });
  const bytes = await encrypter.encrypt(plain);
  if (fileKey === undefined) throw new Error('the file key was not seen');
  return { bytes, fileKey };
};

/** Who opens an archive: the holder of the printed key, or the run that has just written it. */
export type Opener = { readonly identity: string } | { readonly fileKey: FileKey };

/**
 * Errors, also while the stream is read: backupNotOurs (no age file), recoveryKeyWrong (this key does not open it),
 * backupDamaged (its header or any later byte is not what was written, or its end is missing).
 */
export const decryptWith = async (
  opener: Opener,
  cipher: ReadableStream<Uint8Array>,
): Promise<AsyncIterable<Uint8Array>> => {
  const decrypter = new Decrypter();
  const known: Identity | string =
    'identity' in opener ? opener.identity : { unwrapFileKey: () => opener.fileKey };
  decrypter.addIdentity(known);
  return damagedIfFails(await decryptHeader(decrypter, cipher));
};

const decryptHeader = async (
  decrypter: Decrypter,
  cipher: ReadableStream<Uint8Array>,
): Promise<AsyncIterable<Uint8Array>> => {
  try {
    return await decrypter.decrypt(cipher);
  } catch (error) {
    if (error instanceof AppError || isFromTheSystem(error)) throw error;
    // The library has no error codes; this is its only sentence for it.
    if (error instanceof Error && error.message.startsWith('no identity matched')) {
      throw new AppError('recoveryKeyWrong', { reason: 'otherKey' }, { cause: error });
    }
    throw new AppError('backupDamaged', { reason: 'header' }, { cause: error });
  }
};

async function* damagedIfFails(source: AsyncIterable<Uint8Array>): AsyncGenerator<Uint8Array> {
  try {
    yield* source;
  } catch (error) {
    if (error instanceof AppError || isFromTheSystem(error)) throw error;
    throw new AppError('backupDamaged', { reason: 'bytes' }, { cause: error });
  }
}

/** A failed read (the stick was pulled) is no fault of the archive. */
const isFromTheSystem = (error: unknown): boolean => error instanceof Error && 'syscall' in error;

/** Whether a file begins as an age file does. */
export const beginsLikeAge = (head: Uint8Array): boolean =>
  Buffer.from(head.subarray(0, AGE_MAGIC.length)).toString('latin1') === AGE_MAGIC;
