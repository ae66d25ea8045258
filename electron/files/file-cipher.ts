import { createCipheriv, createDecipheriv, createHash, hkdfSync, randomBytes } from 'node:crypto';

/**
 * How a file lies in the folder of files: one version byte, a nonce, the ciphertext, the tag (AES-256-GCM). The version
 * and the address are authenticated with it, so that no file can stand in another's place. The archive's
 * `open-app-db.mjs` reads the same layout with nothing of ours.
 */
const VERSION = 1;
const NONCE_BYTES = 12;
const TAG_BYTES = 16;
const CIPHER_OVERHEAD = 1 + NONCE_BYTES + TAG_BYTES;

/** A key of its own, so that the database's cipher and this one never share one. */
export const fileKey = (databaseKey: Uint8Array): Buffer =>
  Buffer.from(hkdfSync('sha256', databaseKey, '', 'wisam files v1', 32));

/** SHA-256 of a file's plain bytes, 64 lower-case hex digits: its address. */
export const fileAddress = (bytes: Uint8Array): string => createHash('sha256').update(bytes).digest('hex');

const authenticated = (address: string): Buffer =>
  Buffer.concat([Buffer.of(VERSION), Buffer.from(address, 'hex')]);

/** The parts in their order, so that a large file needs no second copy of itself. */
export function encryptFile(bytes: Uint8Array, address: string, key: Buffer): readonly Uint8Array[] {
  const nonce = randomBytes(NONCE_BYTES);
  const cipher = createCipheriv('aes-256-gcm', key, nonce).setAAD(authenticated(address));
  const body = cipher.update(bytes);
  const last = cipher.final();
  return [Buffer.of(VERSION), nonce, body, last, cipher.getAuthTag()];
}

/** The plain bytes, or null when a bit of them is not what was written under this address with this key. */
export function decryptFile(stored: Uint8Array, address: string, key: Buffer): Buffer | null {
  if (stored.length < CIPHER_OVERHEAD || stored[0] !== VERSION) return null;
  const decipher = createDecipheriv('aes-256-gcm', key, stored.subarray(1, 1 + NONCE_BYTES), {
    authTagLength: TAG_BYTES,
  })
    .setAAD(authenticated(address))
    .setAuthTag(stored.subarray(stored.length - TAG_BYTES));
  try {
    const plain = Buffer.concat([
      decipher.update(stored.subarray(1 + NONCE_BYTES, stored.length - TAG_BYTES)),
      decipher.final(),
    ]);
    return fileAddress(plain) === address ? plain : null;
  } catch {
    return null;
  }
}
