import type { Page } from '@playwright/test';
import { riyadhDay } from '#shared/calendar/dual-date.ts';
import type { CommitteeSessionId, RequestId } from '#shared/ids.ts';
import { match } from './request-by-channels.ts';

/** A woman's request whose every datum is matched (S.2), by the desk's own channels: S.3 is what waits. */
export async function matchedRequest(
  page: Page,
  person: { readonly name: string; readonly id: string; readonly mobile: string },
  service: string,
): Promise<RequestId> {
  const id = await page.evaluate(
    async ({ name, id: idNumber, mobile, asked }) => {
      const value = <T>(result: { ok: true; value: T } | { ok: false; error: { code: string } }): T => {
        if (!result.ok) throw new Error(result.error.code);
        return result.value;
      };
      const { wisam } = window;
      const known = { village: 'قرية الصمد', sex: 'female' } as const;
      const party = value(
        await wisam['parties.add']({ name, idKind: 'nationalId', idNumber, mobile, ...known }),
      );
      const need = 'أرملة بلا عائل';
      return value(await wisam['requests.open']({ partyId: party.id, service: asked, need })).id;
    },
    { ...person, asked: service },
  );
  await match(page, id);
  return id;
}

/** A session of three, today, that has met over this one case; who appeals goes to the board. */
export const committeeMeets = (page: Page, id: RequestId): Promise<CommitteeSessionId> =>
  page.evaluate(
    async ({ requestId, day }) => {
      const value = <T>(result: { ok: true; value: T } | { ok: false; error: { code: string } }): T => {
        if (!result.ok) throw new Error(result.error.code);
        return result.value;
      };
      const { wisam } = window;
      value(await wisam['committee.saveSetting']({ appealLevel: 'مجلس الإدارة' }));
      for (const name of ['عبدالله سالم', 'منيرة فهد', 'حسن علي'])
        value(await wisam['committee.saveMember']({ id: null, member: { name, fromDay: day } }));
      const members = value(await wisam['committee.members']());
      const session = value(await wisam['committee.plan']({ day, requestIds: [requestId] }));
      const attendance = members.map((member) => ({ memberId: member.id, present: true }));
      value(await wisam['committee.attend']({ id: session.id, attendance }));
      return session.id;
    },
    { requestId: id, day: riyadhDay(Date.now()) },
  );

/** The appeal that waits is answered, by the desk's own channels: the refusal is upheld. */
export const upheldByMistake = (page: Page, id: RequestId): Promise<void> =>
  page.evaluate(
    async ({ requestId, answeredOn }) => {
      const value = <T>(result: { ok: true; value: T } | { ok: false; error: { code: string } }): T => {
        if (!result.ok) throw new Error(result.error.code);
        return result.value;
      };
      const { wisam } = window;
      const { appeals } = value(await wisam['requests.reply']({ id: requestId }));
      const [{ id: appeal } = { id: null }] = appeals;
      if (appeal === null) throw new Error('no appeal waits');
      value(
        await wisam['appeals.answer']({
          id: appeal,
          outcome: 'upheld',
          answer: 'الدخل يغطي الحاجة',
          answeredOn,
          answeredByName: 'سعد العتيبي، رئيس المجلس',
        }),
      );
    },
    { requestId: id, answeredOn: riyadhDay(Date.now()) },
  );
