import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { finishResearch, recordCircumstances } from '../../support/committee-desk.ts';
import { fakeClock, openDesk } from '../../support/office.ts';
import type { ReplyMode } from '#shared/requests/reply-clock.ts';
import { toCommittee } from '../../support/request-path.ts';
import { makeOffice, SIGNATORY, test as desk } from './prepared-office.ts';

const DAY_MS = 86_400_000;

/** Who waits for the committee, in the order in which they were raised; the manager made the research of the first. */
export const CASES = ['نورة بنت سليمان اللحياني', 'هند بنت صالح الهذلي', 'سعاد بنت علي القرشي'] as const;
const IDS = ['1058529940', '1094238621', '1100000007'];

interface CasesOffice {
  /** Of each of `CASES`, how many days ago it was raised; the oldest first. */
  readonly raisedDaysAgo: readonly number[];
  readonly mode?: ReplyMode;
}

/** A desk over an office whose committee has three members and as many cases. */
export const officeWithCases = ({ raisedDaysAgo, mode = 'notice' }: CasesOffice) =>
  desk.extend<object, { office: string }>({
    office: [
      async ({}, use) => {
        const folder = mkdtempSync(join(tmpdir(), 'wisam-office-'));
        const office = join(folder, 'office');
        const nowMs = Date.now();
        const ago = (days: number): number => nowMs - days * DAY_MS;
        const clock = fakeClock(ago(Math.max(...raisedDaysAgo)));
        await makeOffice(office, clock.nowMs());
        const cases = openDesk({ dataFolder: office, clock });
        const staff = cases.office().staff.listStaff();
        const manager = staff.find(({ name }) => name === SIGNATORY)!;
        cases.app.session.open(staff[0]!);
        // Something is logged each week: a clock that leaps a fortnight would be asked about.
        const until = async (daysAgo: number): Promise<void> => {
          while (clock.nowMs() < ago(daysAgo)) {
            clock.set(Math.min(clock.nowMs() + 7 * DAY_MS, ago(daysAgo)));
            await cases.call('committee.saveSetting', { appealLevel: 'مجلس الإدارة' });
          }
        };
        await cases.call('reply.saveSetting', { ...(await cases.call('reply.setting')), mode });
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
          await until(raisedDaysAgo[index]!);
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
        await until(0);
        cases.app.holder.close();
        rmSync(cases.folder, { recursive: true, force: true });
        await use(office);
        rmSync(folder, { recursive: true, force: true });
      },
      { scope: 'worker' },
    ],
  });

/** All three were raised fifteen days ago: the committee may reply. */
export const test = officeWithCases({ raisedDaysAgo: [15, 15, 15] });
export { CHAIR, expect, OFFICER, SIGNATORY, signIn } from './prepared-office.ts';
