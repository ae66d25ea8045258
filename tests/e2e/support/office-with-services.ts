import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { riyadhDay } from '#shared/calendar/dual-date.ts';
import { fakeClock, openDesk } from '../../support/office.ts';
import { requestInService } from '../../support/request-in-service.ts';
import { decide, toCommittee } from '../../support/request-path.ts';
import { makeOffice, test as desk } from './prepared-office.ts';

/** Whose request is accepted and registered: the first has nothing planned yet, the others a basket today. */
export const SERVED = ['نورة بنت سليمان اللحياني', 'هند بنت صالح الهذلي', 'سعاد بنت علي القرشي'] as const;
export const REFUSED = 'مها بنت سعد العتيبي';
const IDS = ['1058529940', '1094238621', '1100000007', '1000000008'];

/** A desk over an office where three wait for their service and one was refused; the requests are 1 to 4. */
export const test = desk.extend<object, { office: string }>({
  office: [
    async ({}, use) => {
      const folder = mkdtempSync(join(tmpdir(), 'wisam-office-'));
      const office = join(folder, 'office');
      await makeOffice(office);
      const served = openDesk({ dataFolder: office, clock: fakeClock(Date.now()) });
      served.app.session.open(served.office().staff.listStaff()[0]!);
      const add = async (index: number, name: string) =>
        (
          await served.call('parties.add', {
            name,
            idKind: 'nationalId',
            idNumber: IDS[index]!,
            mobile: `050000014${index}`,
            village: 'قرية الصمد',
            sex: 'female',
          })
        ).id;
      for (const [index, name] of SERVED.entries()) {
        const { id, serviceId } = await requestInService(served, await add(index, name));
        if (index > 0)
          await served.call('deliveries.plan', {
            requestId: id,
            plan: {
              serviceId,
              frequency: 'once',
              firstOn: riyadhDay(Date.now()),
              times: '1',
              quantity: '1',
              unit: 'سلة',
              value: '350',
              place: 'مستودع الجمعية',
            },
          });
      }
      const { id } = await served.call('requests.open', {
        partyId: await add(3, REFUSED),
        service: 'سلة غذائية شهرية',
      });
      await toCommittee(served, id);
      await decide(served, id, 'refused');
      served.app.holder.close();
      rmSync(served.folder, { recursive: true, force: true });
      await use(office);
      rmSync(folder, { recursive: true, force: true });
    },
    { scope: 'worker' },
  ],
});
export { expect, OFFICER, signIn } from './prepared-office.ts';
