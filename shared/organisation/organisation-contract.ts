import { z } from 'zod';
import { command, defineContract, query } from '../ipc/contract.ts';
import { organisationProfileSchema } from './profile.ts';

export const organisationContract = defineContract({
  'organisation.get': query('signedIn', z.void(), organisationProfileSchema),
  'organisation.update': command(
    { roles: ['manager', 'administrator'] },
    organisationProfileSchema,
    organisationProfileSchema,
    ['profile'],
  ),
  /** A sheet with the head alone, or with the given profile before it is saved: the live preview of the settings. */
  'organisation.previewHead': query('anyone', organisationProfileSchema, z.instanceof(Uint8Array)),
});
