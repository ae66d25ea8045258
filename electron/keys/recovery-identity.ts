import { Decrypter, Encrypter, generateX25519Identity, identityToRecipient } from 'age-encryption';
import { AppError } from '#shared/app-error.ts';
import { parseDatabaseKey } from '#db/database-key.ts';

export interface RecoveryIdentity {
  /** `AGE-SECRET-KEY-1…`: the secret that is printed, and kept nowhere on this machine. */
  readonly identity: string;
  /** `age1…`: public; every backup is encrypted to it. */
  readonly recipient: string;
}

/** A new age X25519 identity: what the chair keeps on paper. */
export const makeRecoveryIdentity = async (): Promise<RecoveryIdentity> => {
  const identity = await generateX25519Identity();
  return { identity, recipient: await identityToRecipient(identity) };
};

/** The recipient of a whole, well-typed identity. Error: recoveryKeyWrong { reason: 'mistyped' } (its checksum fails). */
export const recipientOf = async (identity: string): Promise<string> => {
  try {
    return await identityToRecipient(identity);
  } catch (error) {
    throw new AppError('recoveryKeyWrong', { reason: 'mistyped' }, { cause: error });
  }
};

/** The database key (as hex) as an age file to the recipient, base64. */
export const wrapDatabaseKey = async (databaseKey: Buffer, recipient: string): Promise<string> => {
  const encrypter = new Encrypter();
  encrypter.addRecipient(recipient);
  return Buffer.from(await encrypter.encrypt(databaseKey.toString('hex'))).toString('base64');
};

/** Error: recoveryKeyWrong { reason: 'otherKey' }. */
export const unwrapDatabaseKey = async (wrappedKey: string, identity: string): Promise<Buffer> => {
  await recipientOf(identity);
  try {
    const decrypter = new Decrypter();
    decrypter.addIdentity(identity);
    return parseDatabaseKey(await decrypter.decrypt(Buffer.from(wrappedKey, 'base64'), 'text'));
  } catch (error) {
    throw new AppError('recoveryKeyWrong', { reason: 'otherKey' }, { cause: error });
  }
};
