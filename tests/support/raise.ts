import type { RequestId } from '#shared/ids.ts';
import type { SupportRequest } from '#shared/requests/request.ts';
import type { SealedDocument } from '#shared/sealed/sealed-document.ts';
import type { TestDesk } from './office.ts';

/** S.5: what is told is read out, and the request is raised with its slip. */
export async function raise(
  desk: TestDesk,
  id: RequestId,
): Promise<{ readonly request: SupportRequest; readonly slip: SealedDocument }> {
  const { day } = await desk.call('requests.raising', { id });
  return desk.call('requests.raise', { id, day });
}
