import type { Page } from '@playwright/test';
import { riyadhDay } from '#shared/calendar/dual-date.ts';
import type { RequestId } from '#shared/ids.ts';

/**
 * A session of three members that accepts the request, on the desk's own today: for specs of what comes after. Who is signed in may
 * record it.
 */
export const committeeAccepts = (
  page: Page,
  requestId: RequestId,
  today = riyadhDay(Date.now()),
): Promise<void> =>
  page.evaluate(
    async ({ id, day }) => {
      const value = <T>(result: { ok: true; value: T } | { ok: false; error: { code: string } }): T => {
        if (!result.ok) throw new Error(result.error.code);
        return result.value;
      };
      const { wisam } = window;
      for (const name of ['عبدالله سالم', 'منيرة فهد', 'حسن علي'])
        value(await wisam['committee.saveMember']({ id: null, member: { name, fromDay: day } }));
      const members = value(await wisam['committee.members']());
      const session = value(await wisam['committee.plan']({ day, requestIds: [id] }));
      const attendance = members.map((member) => ({ memberId: member.id, present: true }));
      value(await wisam['committee.attend']({ id: session.id, attendance }));
      value(
        await wisam['committee.decide']({
          sessionId: session.id,
          requestId: id,
          kind: 'accepted',
          earlyReason: 'حاجة عاجلة',
        }),
      );
    },
    { id: requestId, day: today },
  );

/** What the desk's own channels answer when a step is taken out of its order: the code and its reason. */
export const refusedActs = (
  page: Page,
  id: RequestId,
): Promise<Record<'reopen' | 'register' | 'close', string>> =>
  page.evaluate(async (requestId) => {
    const { wisam } = window;
    const said = (
      result: { ok: true } | { ok: false; error: { code: string; details: Record<string, unknown> } },
    ): string => (result.ok ? 'done' : `${result.error.code} ${String(result.error.details['reason'])}`);
    return {
      reopen: said(await wisam['requests.reopenStep']({ id: requestId, step: 5 })),
      register: said(await wisam['requests.completeRegistration']({ id: requestId })),
      close: said(await wisam['requests.close']({ id: requestId })),
    };
  }, id);
