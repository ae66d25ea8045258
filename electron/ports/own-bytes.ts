/**
 * Bytes in a buffer of their own. A Node Buffer may be a window into a larger pool, and sending a window to the desk
 * would send the whole pool behind it.
 */
export const ownBytes = (bytes: Uint8Array): Uint8Array<ArrayBuffer> => new Uint8Array(bytes);
