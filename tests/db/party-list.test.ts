import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { NORM_VERSION } from '#shared/arabic/search-key.ts';
import { memberInputSchema } from '#shared/households/household.ts';
import type { PartyId, StaffId } from '#shared/ids.ts';
import { EVERY_PARTY, type PartyFilter } from '#shared/parties/party-list.ts';
import { plainContact, recordOfDoor, type PartyRecord } from '#shared/parties/party-record.ts';
import { newDatabaseKey } from '#db/database-key.ts';
import { insertHousehold, insertMember } from '#db/households/household-writes.ts';
import { createDatabase, type Database } from '#db/open-database.ts';
import { insertInstallation } from '#db/organisation/organisation-rows.ts';
import { findParties, listParties, listPartyChoices } from '#db/parties/party-list.ts';
import { giveFileNumber, insertParty } from '#db/parties/party-writes.ts';
import { openRegister } from '#db/registers/register-counter.ts';
import { dropMember, indexMember } from '#db/search-index.ts';
import { refreshSearchIndex } from '#db/search/refresh-index.ts';
import { insertStaff } from '#db/staff/staff-writes.ts';
import { queries } from '#db/statement.ts';
import { demoPartyInput } from '#electron/demo/demo-register.ts';
import { tempFolder } from '../support/office.ts';

const TODAY = '2026-11-22';
const PEOPLE = 640;

let folder: string;
let db: Database;
let staff: StaffId;
let known: PartyId;
let member: number;

const write = (act: (tx: Parameters<Parameters<Database['write']>[0]>[0]) => void): void =>
  db.write((tx) => {
    tx.unaudited();
    act(tx);
  });

const person = (name: string, more: Partial<PartyRecord> = {}): PartyRecord => ({
  ...recordOfDoor({
    kind: 'person',
    name,
    idKind: 'passport',
    idNumber: `P${name.length}${more.village ?? ''}7`,
    noIdReason: '',
    mobile: '',
    village: '',
    sex: null,
    roles: ['beneficiary'],
  }),
  ...more,
});

beforeAll(() => {
  folder = tempFolder();
  db = createDatabase({ file: join(folder, 'app.db'), key: newDatabaseKey() });
  write((tx) => {
    insertInstallation(tx, { uuid: '0'.repeat(36), atMs: 1, normVersion: NORM_VERSION });
    openRegister(tx, 'files', 1448, 0);
    staff = insertStaff(tx, { name: 'سارة', jobTitle: '', roles: [], rights: [] }, '$argon2id$x', 1);
    for (let index = 0; index < PEOPLE; index += 1) {
      const id = insertParty(tx, recordOfDoor(demoPartyInput(index, 3)), staff, 1);
      if (index % 4 === 0) giveFileNumber(tx, id, 1448, 1 + index);
    }
    known = insertParty(
      tx,
      person('عبد الرحمن بن فهد القثامي', {
        idNumber: 'A1234567',
        latinName: 'Abdulrahman Al-Quthami',
        aliases: ['أبو تركي'],
        legacyNumbers: ['١٢٧/ب/1431'],
        village: 'قرية بعيدة',
        roles: ['donor', 'volunteer'],
        contactPoints: [
          plainContact('mobile', '+966590000001'),
          plainContact('foreignMobile', '+201001234567'),
          plainContact('landline', '+966125551234'),
          plainContact('email', 'quthami@example.com'),
        ],
      }),
      staff,
      1,
    );
    giveFileNumber(tx, known, 1448, 9001);
    const household = insertHousehold(tx, staff, 1);
    insertMember(tx, household, memberInputSchema.parse({ partyId: known, relation: 'head' }), staff, 1);
    member = insertMember(
      tx,
      household,
      memberInputSchema.parse({ relation: 'son', name: 'طرفة عبد الرحمن القثامي', idNumber: '1001244019' }),
      staff,
      1,
    );
    const first = insertParty(tx, person('دحيم فهد القثمي', { idNumber: 'M1' }), staff, 1);
    const second = insertParty(tx, person('دحيمان فهد القثمي', { idNumber: 'M2' }), staff, 1);
    tx.exec(queries.updateTable('party').set({ merged_into: second }).where('id', '=', first));
    tx.exec(queries.updateTable('party').set({ merged_into: known }).where('id', '=', second));
  });
});
afterAll(() => {
  db.close();
  rmSync(folder, { recursive: true, force: true });
});

const list = (filter: Partial<PartyFilter>, limit = 100, after: { name: string; id: number } | null = null) =>
  listParties(db, { ...EVERY_PARTY, ...filter }, { after, limit }, TODAY);

function walk(filter: Partial<PartyFilter>, limit: number): number[] {
  const ids: number[] = [];
  for (let after: { name: string; id: number } | null = null; ;) {
    const page = list(filter, limit, after);
    ids.push(...page.rows.map(({ id }) => id));
    if (page.next === null) return ids;
    after = page.next;
  }
}

describe('found by everything that somebody is known by', () => {
  it.each([
    ['A1234567', null],
    ['a1234', null],
    ['ش1234567', null],
    ['0590000001', null],
    ['٠٥٩٠٠٠٠٠٠١', null],
    ['+966 59 000 0001', null],
    ['+20 100 123 4567', 'contact'],
    ['00201001234567', 'contact'],
    ['0125551234', 'contact'],
    ['QUTHAMI@Example', 'contact'],
    ['1448-9001', null],
    ['ملف رقم 1448-9001', null],
    ['9001', null],
    ['127/ب/1431', 'legacy'],
    ['١٢٧/ب', 'legacy'],
    ['127 ب', 'legacy'],
    ['abdulrahman', 'latin'],
    ['al quthami ABDUL', 'latin'],
    ['شلايعمقشاةشى', 'latin'],
    ['أبو تركي', 'alias'],
    ['ابوتركي', 'alias'],
    ['طرفة', 'member'],
    ['طرفة القثامي', 'member'],
    ['1001244019', 'member'],
    ['دحيم', 'merged'],
    ['دحيمان فهد', 'merged'],
    ['M1', 'merged'],
  ])('%s', (text, via) => {
    const [hit] = findParties(db, text, 12).filter(({ id }) => id === known);
    expect(hit?.via?.kind ?? null).toBe(via);
    expect(hit?.name).toBe('عبد الرحمن بن فهد القثامي');
  });

  it('names nobody twice, and no record that was merged', () => {
    for (const text of ['القثامي', 'عبد الرحمن', 'فهد', 'دحيم', 'ا']) {
      const ids = findParties(db, text, 50).map(({ id }) => id);
      expect(new Set(ids).size).toBe(ids.length);
      expect(findParties(db, text, 50).some(({ name }) => name.includes('القثمي'))).toBe(false);
    }
  });

  it('finds nobody by what nobody bears', () => {
    for (const text of ['زرافة', '0599999999', 'Z9999999', '1448-9999', '128/ب/1431', 'nobody@', 'شسيبلاتنم'])
      expect(findParties(db, text, 12), text).toEqual([]);
  });

  it('forgets a member that is dropped, and learns another name', () => {
    write((tx) => dropMember(tx, member));
    write((tx) =>
      tx.exec(queries.updateTable('household_member').set({ search_name: 'سراج' }).where('id', '=', member)),
    );
    expect(findParties(db, 'طرفة', 12)).toEqual([]);
    write((tx) => indexMember(tx, member, 'طرفة عبد الرحمن القثامي'));
    expect(findParties(db, 'طرفة', 12)[0]?.id).toBe(known);
  });

  it('is found by all of it again after the index was folded anew', () => {
    db.sqlite.exec('UPDATE installation SET norm_version = 0');
    expect(refreshSearchIndex(db, 5)).toBe(true);
    for (const text of ['طرفة القثامي', 'ابوتركي', 'quthami', '127/ب', 'دحيمان'])
      expect(findParties(db, text, 12)[0]?.id, text).toBe(known);
  });
});

describe('the list', () => {
  it.each(['name', 'newest'] as const)('walks everybody once, page by page: %s', (sort) => {
    const whole = list({ sort }, 200);
    expect(whole).toMatchObject({ count: PEOPLE + 1, more: false });
    const ids = walk({ sort }, 37);
    expect(ids).toHaveLength(PEOPLE + 1);
    expect(new Set(ids).size).toBe(ids.length);
    expect(ids.slice(0, 200)).toEqual(whole.rows.map(({ id }) => id));
    if (sort === 'newest') expect(ids).toEqual(ids.toSorted((a, b) => b - a));
  });

  it('narrows by role, village, file and both together, each counted', () => {
    expect(walk({ role: 'donor' }, 5)).toEqual([known]);
    expect(walk({ village: 'قرية بعيدة' }, 5)).toEqual([known]);
    expect(list({ role: 'donor', state: 'noFile' })).toEqual({ rows: [], next: null, count: 0, more: false });
    const without = walk({ state: 'noFile' }, 50);
    expect(without).toHaveLength((PEOPLE * 3) / 4);
    expect(list({ state: 'noFile' }).count).toBe(without.length);
    for (const village of listPartyChoices(db).villages)
      expect(walk({ village }, 20)).toHaveLength(list({ village }).count);
  });

  it('says that a text may mean more than it gives, and narrows what it found', () => {
    const many = list({ text: 'ا' }, 200);
    expect(many).toMatchObject({ count: 200, more: true, next: null });
    const known200 = many.rows.map(({ id }) => id);
    expect(new Set(known200).size).toBe(200);
    for (const limit of [1, 60, 100, 199]) expect(walk({ text: 'ا' }, limit)).toEqual(known200);
    expect(list({ text: 'القثامي', role: 'donor' }).rows.map(({ id }) => id)).toEqual([known]);
    expect(list({ text: 'طرفة', role: 'donor' }).rows[0]?.via?.kind).toBe('member');
  });

  it('tells the villages that are in use, each once', () => {
    const { villages, categories } = listPartyChoices(db);
    expect(villages).toEqual([...new Set(villages)].toSorted());
    expect(villages).toContain('قرية بعيدة');
    expect(categories.map(({ name }) => name)).toContain('أرملة');
  });
});
