import type { officeImagesContract } from '#shared/organisation/office-images-contract.ts';
import type { Handlers } from '../ipc/dispatch.ts';
import type { OfficeImageService } from './office-image-service.ts';

export const officeImageHandlers = (
  service: () => OfficeImageService,
): Handlers<typeof officeImagesContract> => ({
  'officeImages.list': () => service().list(),
  'officeImages.set': ({ kind, staffId = null, file }, { signedIn }) =>
    service().set({ kind, staffId }, file, signedIn().staff),
  'officeImages.remove': ({ kind, staffId = null }, { signedIn }) =>
    service().remove({ kind, staffId }, signedIn().staff),
});
