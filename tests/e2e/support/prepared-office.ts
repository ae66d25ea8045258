import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from '@playwright/test';
import { insertStaff } from '#db/staff/staff-writes.ts';
import { createOfficeFolder } from '#electron/first-run/create-office-folder.ts';
import { makeRecoveryIdentity } from '#electron/keys/recovery-identity.ts';
import { createPasswords } from '#electron/staff/passwords.ts';
import { FIRST_RUN_PROFILE } from '#shared/organisation/profile.ts';
import type { Right, Role } from '#shared/staff/staff.ts';
import { test as desk } from './desktop.ts';

export const PASSWORD = 'كلمة مرور 1448';
/** Holds both rights: approves and issues in one act. */
export const CHAIR = 'نورة سالم اللحياني';
/** Holds none: sends to the signatory. */
export const OFFICER = 'سارة محمد المطيري';
/** Approves, and does not issue. */
export const SIGNATORY = 'خالد علي الحربي';

/**
 * An office past its first run with three at the desk; the last outgoing number on paper was 126. `nowMs` is what the
 * computer's clock said at its first run.
 */
export async function makeOffice(folder: string, nowMs = Date.now()): Promise<void> {
  // The hash itself is as in the office; only its cost is not paid again in every test.
  const passwordHash = await createPasswords({ memoryKiB: 8, passes: 1 }).hash(PASSWORD);
  const office = await createOfficeFolder({
    dataFolder: folder,
    profile: FIRST_RUN_PROFILE,
    person: { name: CHAIR, jobTitle: 'رئيسة مجلس الإدارة', passwordHash },
    lastPaperNumbers: { outgoing: 126, incoming: 33 },
    recipient: (await makeRecoveryIdentity()).recipient,
    nowMs,
  });
  const others: { name: string; jobTitle: string; roles: Role[]; rights: Right[] }[] = [
    { name: OFFICER, jobTitle: 'علاقات المستفيدين', roles: ['beneficiaryRelationsOfficer'], rights: [] },
    { name: SIGNATORY, jobTitle: 'نائب رئيس المجلس', roles: ['manager'], rights: ['approveLetters'] },
  ];
  office.db.write((tx) => {
    tx.unaudited();
    for (const one of others) insertStaff(tx, one, passwordHash, nowMs);
  });
  office.close();
}

/** A desk over a copy of a prepared office, at its sign-in screen. */
export const test = desk.extend<object, { office: string }>({
  office: [
    async ({}, use) => {
      const folder = mkdtempSync(join(tmpdir(), 'wisam-office-'));
      const office = join(folder, 'office');
      await makeOffice(office);
      await use(office);
      rmSync(folder, { recursive: true, force: true });
    },
    { scope: 'worker' },
  ],
  prepared: async ({ office }, use) => use(office),
});
export { expect } from './desktop.ts';

/** From the sign-in or the lock screen: the name, the password, Enter. */
export async function signIn(page: Page, name: string): Promise<void> {
  await page.getByRole('option', { name }).click();
  await page.getByLabel(`كلمة مرور ${name}`).fill(PASSWORD);
  await page.keyboard.press('Enter');
  await page.getByRole('navigation', { name: 'أقسام وسام' }).waitFor();
}
