import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import Papa from 'papaparse';
import readExcelFile from 'read-excel-file/node';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { EXPORT_LISTS, type ExportListId } from '#shared/exports/export.ts';
import type { AppContract } from '#shared/ipc/app-contract.ts';
import type { Output } from '#shared/ipc/contract.ts';
import { maskIdentifier } from '#shared/identifiers/mask.ts';
import { recordOfDoor } from '#shared/parties/party-record.ts';
import { partyInputSchema } from '#shared/parties/party.ts';
import { insertParty } from '#db/parties/party-writes.ts';
import { EXPORT_REGISTRY } from '#electron/exports/lists.ts';
import { readZip } from '../support/read-zip.ts';
import { openOffice, person, type TestDesk } from '../support/office.ts';

let desk: TestDesk;
beforeEach(async () => {
  desk = await openOffice();
});
afterEach(() => desk.close());

const ID = '1058529940';
const take = async (
  list: ExportListId,
  format: 'xlsx' | 'csv' = 'xlsx',
  filter: Record<string, unknown> = {},
) => {
  const path = join(desk.folder, `out.${format}`);
  desk.saved.path = path;
  const { columns } = await desk.call('exports.plan', { list, filter });
  const made = await desk.call('exports.run', {
    list,
    filter,
    format,
    columns: columns.map(({ key }) => key),
    purpose: 'review',
  });
  return { path, rows: made?.rows, bytes: readFileSync(path) };
};
const sheetOf = async (path: string) => {
  const [sheet] = await readExcelFile(path);
  const [head, ...rows] = sheet?.data ?? [];
  return { head, rows, column: (title: string) => rows.map((row) => row[head?.indexOf(title) ?? -1]) };
};
const textOf = (bytes: Buffer): string => [...readZip(bytes).values()].join('\n');

describe('every list', () => {
  it.each(EXPORT_LISTS)('%s can be taken out when it is empty, and when it is not', async (list) => {
    expect((await take(list)).rows).toBe(0);
    const { id } = await desk.call('parties.add', { ...person(), roles: ['beneficiary', 'donor'] });
    await desk.call('visits.start', { partyId: id, purpose: 'inquiry' });
    await desk.call('requests.open', { partyId: id, service: 'سلة غذائية' });
    await desk.call('agreements.add', {
      partyId: id,
      terms: { kind: 'donation', title: 'اتفاقية دعم', theirDuties: 'تحويل شهري' },
    });
    await desk.call('contacts.log', {
      partyId: id,
      channel: 'website',
      direction: 'in',
      inquiry: 'سؤال',
      nextAction: 'إبلاغ القرار',
      nextActionOn: '2026-11-22',
    });
    const filled: readonly ExportListId[] = [
      'parties',
      'otherParties',
      'visits',
      'contacts',
      'requests',
      'agreements',
      'outreach',
    ];
    expect((await take(list)).rows).toBe(filled.includes(list) ? 1 : 0);
  });

  it.each(EXPORT_LISTS)('%s names no column twice, and none of its titles is empty', (list) => {
    const keys = EXPORT_REGISTRY[list].columns.map(({ key }) => key);
    expect(new Set(keys).size).toBe(keys.length);
  });
});

describe('whom to contact', () => {
  it('is taken out whole over many slices, each once, as the screen shows it, and the put off apart', async () => {
    let putOff = 0;
    for (let n = 0; n < 205; n += 1) {
      const { id } = await desk.call('parties.add', {
        name: `مستفيد رقم ${n} اللحياني`,
        idKind: 'none',
        noIdReason: 'مفقودة',
        mobile: '0508072675',
      });
      putOff = id;
      await desk.call('contacts.log', {
        partyId: id,
        channel: 'phoneCall',
        direction: 'in',
        inquiry: 'سؤال',
        nextAction: 'الاتصال',
        nextActionOn: `2026-11-${10 + (n % 13)}`,
      });
    }
    await desk.call('outreach.snooze', { partyId: putOff, until: '2026-12-01' });
    const { column } = await sheetOf((await take('outreach')).path);
    const shown: string[] = [];
    let after: Output<AppContract['outreach.list']>['next'] = null;
    do {
      const page: Output<AppContract['outreach.list']> = await desk.call('outreach.list', { after });
      shown.push(...page.rows.map(({ name }) => name));
      after = page.next;
    } while (after !== null);
    expect(column('الطرف')).toEqual(shown);
    expect(new Set(shown).size).toBe(204);
    expect(column('لماذا نتواصل')[0]).toBe('متابعة حلّت');
    expect(column('رقم التواصل')[0]).toBe('0508072675');
    expect((await take('outreach', 'xlsx', { snoozed: true })).rows).toBe(1);
    expect((await take('outreach', 'xlsx', { reason: 'documentExpired' })).rows).toBe(0);
    desk.become('auditor', ['auditor']);
    expect(textOf((await take('outreach')).bytes)).not.toContain('اللحياني');
  }, 30_000);
});

describe('the register', () => {
  it('hides the number for everybody but the manager: it is whole nowhere in the bytes of the file', async () => {
    await desk.call('parties.add', person());
    // The negative control: the manager's file holds it.
    const whole = await take('parties');
    expect(textOf(whole.bytes)).toContain(ID);
    expect((await take('parties', 'csv')).bytes.toString('utf8')).toContain(ID);

    for (const role of ['receptionist', 'socialResearchOfficer', 'committeeMember', 'auditor'] as const) {
      desk.become(role, [role]);
      const { path, bytes } = await take('parties');
      expect(textOf(bytes)).not.toContain(ID);
      expect((await take('parties', 'csv')).bytes.toString('utf8')).not.toContain(ID);
      const { head, column } = await sheetOf(path);
      if (role === 'auditor') {
        expect(head).not.toContain('الاسم');
        expect(head).not.toContain('رقم الهوية');
        expect(textOf(bytes)).not.toContain('فاطمة');
      } else {
        expect(column('رقم الهوية')).toEqual([maskIdentifier(ID)]);
        expect(column('الاسم')).toEqual(['فاطمة أحمد علي الحربي']);
      }
    }
  });

  it('keeps ids and mobiles as texts, with their zeros', async () => {
    await desk.call('parties.add', person());
    const { column } = await sheetOf((await take('parties')).path);
    expect(column('الجوال')).toEqual(['0508072675']);
    expect(column('رقم الهوية')).toEqual([ID]);
  });

  it('defuses a vector in each of its texts', async () => {
    const vector = '=HYPERLINK("http://x","ا")';
    const { id } = await desk.call('parties.add', { ...person(`${vector} الحربي`), village: '+الصمد' });
    await desk.call('parties.addRole', { id, role: 'donor' });
    const { head, rows, path } = await sheetOf((await take('parties')).path).then((sheet) => ({
      ...sheet,
      path: join(desk.folder, 'out.xlsx'),
    }));
    expect(head).toContain('القرية');
    for (const cell of rows.flat())
      if (typeof cell === 'string') expect(cell).not.toMatch(/^[\s\u200F]*[=+\-@]/u);
    expect(textOf(readFileSync(path))).not.toMatch(/<f[ >]/u);
    const csv = (await take('parties', 'csv')).bytes.toString('utf8').slice(1);
    for (const cell of Papa.parse<string[]>(csv, { newline: '\r\n' }).data.flat())
      expect(cell).not.toMatch(/^[\s\u200F]*[=+\-@]/u);
  });

  it('has the order and the filter of its screen, over many slices, each person once', async () => {
    const { db } = desk.office();
    const names = Array.from({ length: 950 }, (_, at) => `شخص ${String(at).padStart(4, '0')} الحربي`);
    db.write((tx) => {
      tx.unaudited();
      for (const [at, name] of names.entries())
        insertParty(
          tx,
          recordOfDoor(
            partyInputSchema.parse({
              name,
              idKind: 'none',
              noIdReason: 'لم تُحضر',
              village: at % 2 === 0 ? 'الصمد' : 'حدا',
              roles: ['volunteer'],
            }),
          ),
          desk.office().staff.listStaff()[0]!.id,
          desk.clock.nowMs(),
        );
    });
    const all = await sheetOf((await take('parties')).path);
    expect(all.column('الاسم')).toEqual(names);
    const { rows } = await take('otherParties', 'xlsx', { role: 'volunteer', village: 'حدا' });
    expect(rows).toBe(475);
    expect((await take('otherParties', 'xlsx', { role: 'donor' })).rows).toBe(0);
  });
});
