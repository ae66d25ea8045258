import type { Attestation } from '#shared/attestation/attestation.ts';
import type { FileRef } from '#shared/files/stored-file.ts';
import type { PartyId, RequestId } from '#shared/ids.ts';
import type { TestDesk } from './office.ts';
import { completeMatching } from './request-form.ts';
import { tinyPng } from './sample-files.ts';

/** A picture that stands for a drawing or a scan; another colour is another file. */
export const keepPicture = async (desk: TestDesk, shade: number): Promise<FileRef> => {
  const bytes = tinyPng(60, 30, { colour: [shade, shade, shade] });
  const { sha256, name } = await desk.call('files.put', { name: `signature-${shade}.png`, bytes });
  return { sha256, name };
};

/** A request whose data were matched and whose referral was skipped: it waits for its signatures (S.4). */
export async function requestToSign(desk: TestDesk, partyId: PartyId): Promise<RequestId> {
  const { id } = await desk.call('requests.open', { partyId, service: 'سلة غذائية', need: 'أسرة بلا عائل' });
  await completeMatching(desk, id);
  await desk.call('requests.skipReferral', { id });
  return id;
}

/** Both signatures, the applicant's drawn on the screen. */
export async function signBoth(desk: TestDesk, requestId: RequestId): Promise<Attestation> {
  const { document } = await desk.call('attestations.prepare', { requestId });
  if (document === null) throw new Error('nothing was frozen');
  const file = await keepPicture(desk, 10);
  await desk.call('signatures.add', {
    documentId: document.id,
    signatures: [{ signer: 'applicant', mode: 'screen', file }],
  });
  await desk.call('signatures.add', {
    documentId: document.id,
    signatures: [{ signer: 'officer', mode: 'account' }],
  });
  return desk.call('attestations.get', { requestId });
}
