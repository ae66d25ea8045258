import type { Page } from '@playwright/test';
import { riyadhDay } from '#shared/calendar/dual-date.ts';
import type { CommitteeSessionId, RequestId } from '#shared/ids.ts';
import { tinyPng } from '../../support/sample-files.ts';

/** A woman's request whose every datum is matched (S.2), by the desk's own channels: S.3 is what waits. */
export const matchedRequest = (
  page: Page,
  person: { readonly name: string; readonly id: string; readonly mobile: string },
  service: string,
): Promise<RequestId> =>
  page.evaluate(
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
      const { id } = value(await wisam['requests.open']({ partyId: party.id, service: asked, need }));
      const { fields } = value(await wisam['form.ofRequest']({ id }));
      const data = fields.filter(({ open }) => open).map(({ field, seen }) => ({ field, seen }));
      value(await wisam['form.confirm']({ id, data }));
      value(await wisam['requests.completeStep']({ id, step: 2 }));
      return id;
    },
    { ...person, asked: service },
  );

/** S.4 and S.5: both sign, and it is raised. */
export const signAndRaise = (page: Page, id: RequestId): Promise<void> =>
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
      const { day } = value(await wisam['requests.raising']({ id: requestId }));
      value(await wisam['requests.raise']({ id: requestId, day }));
    },
    { requestId: id, drawing: [...tinyPng(60, 30, { colour: [10, 10, 10] })] },
  );

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
