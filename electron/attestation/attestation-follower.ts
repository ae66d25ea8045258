import { AppError } from '#shared/app-error.ts';
import type { RequestId } from '#shared/ids.ts';
import type { RequestEvent } from '#shared/requests/request.ts';
import { type SealedDocument, type Signer, standing } from '#shared/sealed/sealed-document.ts';
import { findStandingAttestation } from '#db/attestation/attestation-queries.ts';
import { setAttestationSigned } from '#db/attestation/attestation-writes.ts';
import { findParty } from '#db/parties/party-queries.ts';
import { findRequest } from '#db/requests/request-queries.ts';
import type { WriteTransaction } from '#db/transaction.ts';
import { followAct, requireAct } from '../requests/request-acts.ts';
import type { SealChange, SealFollower } from '../sealed/sealed-service.ts';

/** Who may put a name under an attestation (S.4). */
const SIGNERS: readonly Signer[] = ['applicant', 'officer', 'witness'];

function requestOf({ requestId }: SealedDocument): RequestId {
  if (requestId === null) throw new AppError('sealedForbids', { reason: 'kind' });
  return requestId;
}

/** Whether it is the version that stands: a signature on an older one would bind nobody. */
function requireStanding(tx: WriteTransaction, document: SealedDocument): void {
  const stands = findStandingAttestation(tx, requestOf(document));
  if (stands?.documentId !== document.id) throw new AppError('sealedForbids', { reason: 'superseded' });
}

const signedAt = (document: SealedDocument, signer: Signer): number | null =>
  standing(document).find((one) => one.signer === signer)?.atMs ?? null;

/** What signatures, their withdrawal and a void mean to the request whose attestation it is. */
export const attestationFollower: SealFollower = {
  signing(tx, document) {
    const requestId = requestOf(document);
    requireStanding(tx, document);
    requireAct(tx, requestId, 'sign');
    const request = findRequest(tx, requestId);
    const party = request && findParty(tx, request.partyId);
    return {
      signers: SIGNERS,
      party: party === undefined ? null : { id: party.id, name: party.name },
      representationId: request?.representation?.id ?? null,
    };
  },

  voiding(tx, document) {
    requireStanding(tx, document);
    requireOpenStep(tx, document);
  },

  withdrawing(tx, document) {
    requireStanding(tx, document);
    requireOpenStep(tx, document);
  },

  follow(tx, document, change, actor, nowMs) {
    const requestId = requestOf(document);
    setAttestationSigned(tx, document.id, {
      officer: signedAt(document, 'officer'),
      applicant: signedAt(document, 'applicant'),
    });
    for (const { kind, text } of eventsOf(document, change))
      followAct(tx, actor, requestId, nowMs, {
        kind,
        step: 4,
        text,
        clause: 'S.4',
        subject: { kind: 'sealedDocument', id: document.id },
      });
  },
};

/** Once the step is behind, the signatures carry what follows: the step is taken back first. */
function requireOpenStep(tx: WriteTransaction, document: SealedDocument): void {
  const facts = requireAct(tx, requestOf(document), 'edit');
  if (facts.steps.some(({ step }) => step === 4)) throw new AppError('sealedForbids', { reason: 'stepDone' });
}

function eventsOf(
  document: SealedDocument,
  { act, signatures }: SealChange,
): { readonly kind: RequestEvent['kind']; readonly text: string }[] {
  if (act === 'voided') return [{ kind: 'attestationVoided', text: document.voided?.reason ?? '' }];
  return signatures
    .filter(({ signer }) => signer !== 'witness')
    .map(({ signer, name }) => ({
      kind:
        act === 'withdrawn'
          ? 'signatureWithdrawn'
          : signer === 'officer'
            ? 'officerSigned'
            : 'applicantSigned',
      text: name,
    }));
}
