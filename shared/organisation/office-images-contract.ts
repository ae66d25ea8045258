import { z } from 'zod';
import { fileRefSchema } from '../files/stored-file.ts';
import { staffIdSchema } from '../ids.ts';
import { command, defineContract, query } from '../ipc/contract.ts';
import { officeImageKindSchema, officeImageSchema } from './office-images.ts';

const place = {
  kind: officeImageKindSchema,
  /** Whose signature; absent for logo and stamp. */
  staffId: staffIdSchema.optional(),
};
const ownerNamed = ({ kind, staffId }: { readonly kind: string; readonly staffId?: unknown }): boolean =>
  (kind === 'signature') === (staffId !== undefined);

export const officeImagesContract = defineContract({
  /** Every picture in use, without its bytes: those come by `files.get`, to who may see them. */
  'officeImages.list': query('signedIn', z.void(), z.array(officeImageSchema)),
  /**
   * Puts a kept picture (`files.put`, PNG or JPEG) to use. Logo and stamp: manager or administrator; a signature: its
   * owner or the administrator. Errors: notAllowed, notFound (staff), fileVanished { name }, imageUnreadable { name },
   * imageTooLarge { name, maxMegapixels }, fileTooLarge { name, maxMb }, pictureUnreadable { picture }.
   */
  'officeImages.set': command(
    'signedIn',
    z
      .object({ ...place, file: fileRefSchema })
      .refine(ownerNamed, { path: ['staffId'], message: 'required' }),
    z.array(officeImageSchema),
    ['officeImages', 'profile'],
  ),
  /** Takes it out of use; letters that bear it keep it. Errors: notAllowed, notFound. */
  'officeImages.remove': command(
    'signedIn',
    z.object(place).refine(ownerNamed, { path: ['staffId'], message: 'required' }),
    z.array(officeImageSchema),
    ['officeImages', 'profile'],
  ),
});
