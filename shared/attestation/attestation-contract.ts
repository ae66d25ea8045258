import { z } from 'zod';
import { requestIdSchema } from '../ids.ts';
import { command, defineContract, query } from '../ipc/contract.ts';
import { requestSchema } from '../requests/request.ts';
import { CASE_ROLES, DESK_ROLES } from '../staff/staff.ts';
import { attestationSchema } from './attestation.ts';

const ofRequest = z.object({ requestId: requestIdSchema });

export const attestationContract = defineContract({
  /** S.4 as it stands: what is attested, the frozen paper, and what changed since. Identity whole: looking is logged. */
  'attestations.get': query({ roles: CASE_ROLES }, ofRequest, attestationSchema),
  /**
   * Freezes what is attested now as a sealed paper, to be signed on the screen or printed; the one that stands, where
   * nothing changed since. An earlier one is superseded: unsigned, it is voided; signed, it stays, and is stale.
   * Errors: notFound, requestForbids { action: 'prepareAttestation' }, conflict (it changed meanwhile), missingGlyph.
   */
  'attestations.prepare': command({ roles: DESK_ROLES }, ofRequest, attestationSchema, ['requests', 'audit']),
  /** Ends step 4 once both have signed. Error: requestForbids { action: 'completeAttestation' }. */
  'attestations.complete': command({ roles: DESK_ROLES }, ofRequest, requestSchema, ['requests', 'audit']),
});
