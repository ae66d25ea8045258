import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { finishResearch, recordCircumstances } from '../../support/committee-desk.ts';
import { fakeClock, openDesk } from '../../support/office.ts';
import { toCommittee } from '../../support/request-path.ts';
import { makeOffice, SIGNATORY, test as desk } from './prepared-office.ts';

const DAY_MS = 86_400_000;

/** Who waits for the committee, in the order in which they were raised; the manager made the research of the first. */
export const CASES = ['نورة بنت سليمان اللحياني', 'هند بنت صالح الهذلي', 'سعاد بنت علي القرشي'] as const;
const IDS = ['1058529940', '1094238621', '1100000007'];

/** A desk over an office whose committee has three members and as many cases, raised fifteen days ago. */
export const test = desk.extend<object, { office: string }>({
  office: [
    async ({}, use) => {
      const folder = mkdtempSync(join(tmpdir(), 'wisam-office-'));
      const office = join(folder, 'office');
      const raisedAt = Date.now() - 15 * DAY_MS;
      await makeOffice(office, raisedAt);
      const clock = fakeClock(raisedAt);
      const cases = openDesk({ dataFolder: office, clock });
      const staff = cases.office().staff.listStaff();
      const manager = staff.find(({ name }) => name === SIGNATORY)!;
      cases.app.session.open(staff[0]!);
      for (const [name, staffId] of [
        [SIGNATORY, manager.id],
        ['منيرة بنت فهد القثامي', null],
        ['حسن بن علي السلمي', null],
      ] as const)
        await cases.call('committee.saveMember', {
          id: null,
          member: { name, staffId, fromDay: '2020-01-01' },
        });
      for (const [index, name] of CASES.entries()) {
        const party = await cases.call('parties.add', {
          name,
          idKind: 'nationalId',
          idNumber: IDS[index]!,
          mobile: `050000014${index}`,
          village: 'قرية الصمد',
          sex: 'female',
        });
        const { id } = await cases.call('requests.open', {
          partyId: party.id,
          service: 'سلة غذائية',
          need: 'أسرة بلا عائل',
        });
        await recordCircumstances(cases, party.id);
        await toCommittee(cases, id);
        if (index === 0) finishResearch(cases, id, manager);
      }
      // Something is logged between then and today: a clock that leaps a fortnight would be asked about.
      for (const daysAgo of [8, 0]) {
        clock.set(Date.now() - daysAgo * DAY_MS);
        await cases.call('committee.saveSetting', { appealLevel: 'مجلس الإدارة' });
      }
      cases.app.holder.close();
      rmSync(cases.folder, { recursive: true, force: true });
      await use(office);
      rmSync(folder, { recursive: true, force: true });
    },
    { scope: 'worker' },
  ],
});
export { CHAIR, expect, OFFICER, SIGNATORY, signIn } from './prepared-office.ts';
