import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openDataFolder } from '#electron/app/open-data-folder.ts';
import { createPartyService } from '#electron/parties/party-service.ts';
import { partyInputSchema } from '#shared/parties/party.ts';
import { listStaff } from '#db/staff/staff-queries.ts';
import { makeOffice, test as desk } from './prepared-office.ts';

/** In the order of their names; the first one has no id on record, which a certificate needs. */
export const WITHOUT_ID = 'أحمد سعيد مرزوق الحربي';
const FAMILIES = ['الحربي', 'السلمي', 'الشريف', 'القرشي', 'اللحياني'];
const FIRST = ['خالد', 'سعد', 'عبدالله', 'فهد', 'محمد', 'ناصر', 'هاني', 'يوسف'];
export const VOLUNTEERS: readonly string[] = [
  WITHOUT_ID,
  ...FIRST.flatMap((first) => FAMILIES.map((family) => `${first} علي سالم ${family}`)),
];

/** A desk over an office that knows these volunteers, and a beneficiary. */
export const test = desk.extend<object, { office: string }>({
  office: [
    async ({}, use) => {
      const folder = mkdtempSync(join(tmpdir(), 'wisam-office-'));
      const office = join(folder, 'office');
      await makeOffice(office);
      const { db, close } = openDataFolder(office);
      const parties = createPartyService({ db, clock: { nowMs: () => Date.now() } });
      const actor = listStaff(db)[0]!;
      for (const [index, name] of VOLUNTEERS.entries())
        parties.addParty(
          partyInputSchema.parse({
            name,
            idKind: name === WITHOUT_ID ? 'none' : 'passport',
            idNumber: name === WITHOUT_ID ? '' : `P${10_000 + index}`,
            noIdReason: 'لم يُحضرها',
            mobile: `05011000${10 + index}`,
            village: 'الصمد',
            sex: 'male',
            roles: ['volunteer'],
          }),
          actor,
        );
      parties.addParty(
        partyInputSchema.parse({
          name: 'هند صالح الهذلي',
          idKind: 'none',
          noIdReason: 'لم تُحضرها',
          village: 'حدا',
        }),
        actor,
      );
      close();
      await use(office);
      rmSync(folder, { recursive: true, force: true });
    },
    { scope: 'worker' },
  ],
});
export { CHAIR, expect, OFFICER, signIn } from './prepared-office.ts';
