import { createHmac } from 'node:crypto';
import { AppError } from '#shared/app-error.ts';
import { keyMatches } from '#db/database-key.ts';

/** Binds the recovery recipient to this database's key: a recovery.json of another folder is found out. */
export const recipientCheckOf = (databaseKey: Buffer, recipient: string): string =>
  createHmac('sha256', databaseKey)
    .update(`wisam recovery recipient ${recipient}`)
    .digest('hex')
    .slice(0, 16);

/** Whether a key and a `recovery.json` belong together. Error: databaseKeyWrong { reason: 'otherKey' | 'otherRecipient' }. */
export const requireKeyMatches = (
  databaseKey: Buffer,
  recovery: { readonly keyCheck: string; readonly recipient: string; readonly recipientCheck: string },
): void => {
  if (!keyMatches(databaseKey, recovery.keyCheck)) {
    throw new AppError('databaseKeyWrong', { reason: 'otherKey' });
  }
  if (recipientCheckOf(databaseKey, recovery.recipient) !== recovery.recipientCheck) {
    throw new AppError('databaseKeyWrong', { reason: 'otherRecipient' });
  }
};
