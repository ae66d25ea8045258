import type { Page } from '@playwright/test';
import type { RequestId } from '#shared/ids.ts';
import { tinyPng } from '../../support/sample-files.ts';
import { committeeAccepts } from './committee-decides.ts';

/** S.2: every datum as it was told; S.3 is what waits. */
export const match = (page: Page, id: RequestId): Promise<void> =>
  page.evaluate(async (requestId) => {
    const value = <T>(result: { ok: true; value: T } | { ok: false; error: { code: string } }): T => {
      if (!result.ok) throw new Error(result.error.code);
      return result.value;
    };
    const { wisam } = window;
    const { fields } = value(await wisam['form.ofRequest']({ id: requestId }));
    const data = fields.filter(({ open }) => open).map(({ field, seen }) => ({ field, seen }));
    value(await wisam['form.confirm']({ id: requestId, data }));
    value(await wisam['requests.completeStep']({ id: requestId, step: 2 }));
  }, id);

/** S.4: signed by both, the applicant on the pad. */
export const sign = (page: Page, id: RequestId): Promise<void> =>
  page.evaluate(
    async ({ requestId, drawing }) => {
      const value = <T>(result: { ok: true; value: T } | { ok: false; error: { code: string } }): T => {
        if (!result.ok) throw new Error(result.error.code);
        return result.value;
      };
      const { wisam } = window;
      const { document } = value(await wisam['attestations.prepare']({ requestId }));
      const documentId = document!.id;
      const bytes = Uint8Array.from(drawing);
      const { sha256, name } = value(await wisam['files.put']({ name: 'signature.png', bytes }));
      const applicant = { signer: 'applicant', mode: 'screen', file: { sha256, name } } as const;
      value(await wisam['signatures.add']({ documentId, signatures: [applicant] }));
      const officer = { signer: 'officer', mode: 'account' } as const;
      value(await wisam['signatures.add']({ documentId, signatures: [officer] }));
      value(await wisam['attestations.complete']({ requestId }));
    },
    { requestId: id, drawing: [...tinyPng(60, 30, { colour: [10, 10, 10] })] },
  );

/** S.5, however its clock was set. */
export const raise = (page: Page, id: RequestId): Promise<void> =>
  page.evaluate(async (requestId) => {
    const raising = await window.wisam['requests.raising']({ id: requestId });
    if (!raising.ok) throw new Error(raising.error.code);
    const { day } = raising.value;
    const raised = await window.wisam['requests.raise']({ id: requestId, day, confirmClock: true });
    if (!raised.ok) throw new Error(raised.error.code);
  }, id);

/** S.2 to S.4 of a request by the desk's own channels, for specs of what comes after: it waits to be raised. */
export async function toRaising(page: Page, id: RequestId): Promise<void> {
  await match(page, id);
  await page.evaluate(async (requestId) => {
    const clear = await window.wisam['requests.skipReferral']({ id: requestId });
    if (!clear.ok) throw new Error(clear.error.code);
  }, id);
  await sign(page, id);
}

/** S.5 to S.7, however its clock was set: raised, accepted, registered, with one thing to hand over on `day`, the desk's own today. */
export async function toService(page: Page, id: RequestId, day: string): Promise<void> {
  await raise(page, id);
  await committeeAccepts(page, id, day);
  await page.evaluate(
    async ({ requestId, today }) => {
      const value = <T>(result: { ok: true; value: T } | { ok: false; error: { code: string } }): T => {
        if (!result.ok) throw new Error(result.error.code);
        return result.value;
      };
      const { wisam } = window;
      const { requirements } = value(await wisam['requests.get']({ id: requestId }));
      for (const { key } of requirements)
        value(await wisam['form.setRequirement']({ id: requestId, key, state: 'matched' }));
      value(await wisam['requests.completeRegistration']({ id: requestId, confirmClock: true }));
      const [service] = value(await wisam['services.choices']());
      const what = { serviceId: service!.id, quantity: '1', unit: 'سلة', value: '' };
      const plan = { ...what, frequency: 'once', firstOn: today, times: '1' } as const;
      value(await wisam['deliveries.plan']({ requestId, plan }));
    },
    { requestId: id, today: day },
  );
}
