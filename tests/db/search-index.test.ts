import { rmSync } from 'node:fs';
import { join } from 'node:path';
import * as fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { NORM_VERSION } from '#shared/arabic/search-key.ts';
import type { StaffId } from '#shared/ids.ts';
import { EVERY_PARTY, type PartyFilter } from '#shared/parties/party-list.ts';
import { recordOfDoor } from '#shared/parties/party-record.ts';
import { newDatabaseKey } from '#db/database-key.ts';
import { createDatabase, type Database } from '#db/open-database.ts';
import { insertInstallation } from '#db/organisation/organisation-rows.ts';
import { findParties, listParties } from '#db/parties/party-list.ts';
import { giveFileNumber, insertParty, updateParty } from '#db/parties/party-writes.ts';
import { openRegister } from '#db/registers/register-counter.ts';
import { refreshSearchIndex } from '#db/search/refresh-index.ts';
import { insertStaff } from '#db/staff/staff-writes.ts';
import { tempFolder } from '../support/office.ts';

let folder: string;
let db: Database;
let staff: StaffId;

const PEOPLE: readonly (readonly [name: string, id: string, mobile: string])[] = [
  ['فاطمة أحمد علي الحربي', '1058529940', '+966508072675'],
  ['عبدالله محمد سعد القحطاني', '1001244019', '+966551112222'],
  ['حسن علي حسين المطيري', '1101798278', ''],
  ['حسين علي حسن المطيري', '2456789011', ''],
  ['محمد أحمد عتيبي', '1000000008', '+966501234567'],
  ['أبو بكر صالح الزهراني', '', ''],
  ['نور الدين يوسف خان', '2000000006', ''],
];

const party = (name: string, id: string, mobile: string, kind: 'person' | 'organisation' = 'person') =>
  recordOfDoor({
    kind,
    name,
    idKind: id === '' ? ('none' as const) : ('nationalId' as const),
    idNumber: id,
    noIdReason: id === '' ? 'لا يحمل هوية' : '',
    mobile,
    village: '',
    sex: null,
    roles: ['beneficiary' as const],
  });

beforeAll(() => {
  folder = tempFolder();
  db = createDatabase({ file: join(folder, 'app.db'), key: newDatabaseKey() });
  db.write((tx) => {
    tx.unaudited();
    insertInstallation(tx, { uuid: '0'.repeat(36), atMs: 1, normVersion: NORM_VERSION });
    openRegister(tx, 'files', 1447, 0);
    openRegister(tx, 'files', 1448, 0);
    staff = insertStaff(tx, { name: 'سارة', jobTitle: '', roles: [], rights: [] }, '$argon2id$x', 1);
    for (const [name, id, mobile] of PEOPLE) {
      const added = insertParty(tx, party(name, id, mobile), staff, 1);
      if (id === '1058529940') giveFileNumber(tx, added, 1448, 92);
      if (id === '1000000008') giveFileNumber(tx, added, 1447, 92);
    }
    insertParty(tx, party('جمعية البر الخيرية', '', '', 'organisation'), staff, 1);
  });
});
afterAll(() => {
  db.close();
  rmSync(folder, { recursive: true, force: true });
});

const names = (text: string, limit = 12): string[] => findParties(db, text, limit).map((hit) => hit.name);

describe('finding a person by any fragment', () => {
  it.each([
    ['فاطمه احمد', 'فاطمة أحمد علي الحربي'],
    ['فَاطِمَة', 'فاطمة أحمد علي الحربي'],
    ['الحربي', 'فاطمة أحمد علي الحربي'],
    ['حربي فاطمة', 'فاطمة أحمد علي الحربي'],
    ['ف', 'فاطمة أحمد علي الحربي'],
    ['عبد الله', 'عبدالله محمد سعد القحطاني'],
    ['عبدالله بن محمد', 'عبدالله محمد سعد القحطاني'],
    ['عبد ال', 'عبدالله محمد سعد القحطاني'],
    ['قحطاني', 'عبدالله محمد سعد القحطاني'],
    ['القحط', 'عبدالله محمد سعد القحطاني'],
    ['العتيبي', 'محمد أحمد عتيبي'],
    ['ابوبكر', 'أبو بكر صالح الزهراني'],
    ['نورالدين', 'نور الدين يوسف خان'],
    ['البر الخيرية', 'جمعية البر الخيرية'],
    ['1058529940', 'فاطمة أحمد علي الحربي'],
    ['١٠٥٨٥٢', 'فاطمة أحمد علي الحربي'],
    ['0508072675', 'فاطمة أحمد علي الحربي'],
    ['٠٥٠٨ ٠٧', 'فاطمة أحمد علي الحربي'],
    ['508072675', 'فاطمة أحمد علي الحربي'],
    ['+966 50 807 2675', 'فاطمة أحمد علي الحربي'],
    ['00966508072675', 'فاطمة أحمد علي الحربي'],
    ['1448-0092', 'فاطمة أحمد علي الحربي'],
    ['١٤٤٨-٩٢', 'فاطمة أحمد علي الحربي'],
  ])('%s → %s', (text, name) => {
    expect(names(text)[0]).toBe(name);
  });

  it('keeps حسن and حسين apart, best first', () => {
    expect(names('حسن')).toEqual(['حسن علي حسين المطيري', 'حسين علي حسن المطيري']);
    expect(names('حسين')[0]).toBe('حسين علي حسن المطيري');
  });

  it('finds a bare file number in every year, the latest first', () => {
    expect(names('92')).toEqual(['فاطمة أحمد علي الحربي', 'محمد أحمد عتيبي']);
  });

  it('understands the wrong keyboard layout', () => {
    // «فاطمة» on the same keys.
    expect(names("th'lm")).toContain('فاطمة أحمد علي الحربي');
  });

  it.each([
    '',
    '   ',
    '*',
    '"',
    "'",
    'NEAR(',
    'words:',
    '-',
    'AND',
    'OR OR',
    '\u0000',
    '%',
    '()',
    '1'.repeat(200),
    'ء',
  ])('takes %j without harm', (text) => {
    expect(() => names(text)).not.toThrow();
  });

  it('takes any text at all without harm', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 60 }), (text) => {
        names(text);
      }),
      { numRuns: 500 },
    );
  });

  it('finds everybody by their own whole name, and by each word of it', () => {
    for (const [name] of PEOPLE) {
      expect(names(name)[0]).toBe(name);
      for (const word of name.split(' ').filter((part) => part.length > 2))
        expect(names(word)).toContain(name);
    }
  });

  it('follows a changed name and forgets the old one', () => {
    const hit = findParties(db, 'نور الدين يوسف', 1)[0]!;
    db.write((tx) => {
      tx.unaudited();
      updateParty(tx, hit.id, party('ضياء الدين يوسف خان', '2000000006', ''), staff, 2);
    });
    expect(names('ضياء')).toEqual(['ضياء الدين يوسف خان']);
    expect(names('نور')).toEqual([]);
  });

  it('folds everything again when the rules of folding change', () => {
    db.sqlite.exec(
      `UPDATE party SET search_name = 'x', name_key = 'x'; UPDATE installation SET norm_version = 0`,
    );
    expect(names('فاطمه احمد علي حربي')).not.toContain('محمد أحمد عتيبي');
    expect(refreshSearchIndex(db, 5)).toBe(true);
    expect(names('فاطم')).toEqual(['فاطمة أحمد علي الحربي']);
    expect(names('الحربي')).toEqual(['فاطمة أحمد علي الحربي']);
    expect(refreshSearchIndex(db, 6)).toBe(false);
  });

  it('pages the register by name, and by role', () => {
    const list = (filter: Partial<PartyFilter>, limit = 10) =>
      listParties(db, { ...EVERY_PARTY, ...filter }, { after: null, limit }, '2026-11-22');
    const all = list({}, 3);
    expect(all).toMatchObject({ count: PEOPLE.length + 1, more: false });
    expect(all.rows).toHaveLength(3);
    expect(list({ role: 'donor' })).toEqual({ count: 0, more: false, next: null, rows: [] });
    expect(list({ text: 'المطيري', role: 'beneficiary' })).toMatchObject({ count: 2, more: false });
  });
});
