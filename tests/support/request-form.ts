import type { RequestId } from '#shared/ids.ts';
import type { SupportRequest } from '#shared/requests/request.ts';
import type { TestDesk } from './office.ts';

/** Confirms all that is still open of a request's form, as the applicant says it (S.2). */
export async function confirmForm(desk: TestDesk, id: RequestId): Promise<void> {
  const { fields } = await desk.call('form.ofRequest', { id });
  const data = fields.filter(({ open }) => open).map(({ field, seen }) => ({ field, seen }));
  if (data.length > 0) await desk.call('form.confirm', { id, data });
}

/** S.2 from its form to its end. */
export async function completeMatching(desk: TestDesk, id: RequestId): Promise<SupportRequest> {
  await confirmForm(desk, id);
  return desk.call('requests.completeStep', { id, step: 2 });
}
