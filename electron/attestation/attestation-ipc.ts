import type { attestationContract } from '#shared/attestation/attestation-contract.ts';
import { actorOf } from '../audit/actor.ts';
import type { Handlers } from '../ipc/dispatch.ts';
import type { AttestationService } from './attestation-service.ts';

export const attestationHandlers = (
  service: () => AttestationService,
): Handlers<typeof attestationContract> => ({
  'attestations.get': ({ requestId }, { signedIn }) => service().get(requestId, signedIn().staff),
  'attestations.prepare': ({ requestId }, { signedIn }) => service().prepare(requestId, signedIn().staff),
  'attestations.complete': ({ requestId }, { signedIn }) =>
    service().complete(requestId, actorOf(signedIn().staff)),
});
