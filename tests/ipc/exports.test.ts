import { existsSync, readdirSync, readFileSync, utimesSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setImmediate } from 'node:timers/promises';
import Papa from 'papaparse';
import readExcelFile from 'read-excel-file/node';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { listAuditEvents } from '#db/audit/audit-queries.ts';
import { readZip } from '../support/read-zip.ts';
import { codeOf, openOffice, person, type TestDesk } from '../support/office.ts';

let desk: TestDesk;
beforeEach(async () => {
  desk = await openOffice();
});
afterEach(() => desk.close());

const VECTORS = ['=HYPERLINK("http://x";"ا")', '+1', '-1+2', '@SUM(A1)', '\uFF1D1', ' \u200F=1', 'سطر\n=2'];

const contacts = async (inquiries: readonly string[]): Promise<void> => {
  const { id } = await desk.call('parties.add', person());
  for (const inquiry of inquiries) {
    desk.clock.advance(60_000);
    await desk.call('contacts.log', {
      partyId: id,
      channel: 'phoneCall',
      direction: 'in',
      inquiry,
      answer: `جواب ${inquiry}`,
      nextAction: inquiry,
      nextActionOn: '2026-12-01',
    });
  }
};
const place = (name: string): string => join(desk.folder, name);
const run = (format: 'xlsx' | 'csv', more: object = {}) => {
  desk.saved.path = place(`list.${format}`);
  return desk.call('exports.run', {
    list: 'contacts',
    columns: ['happened', 'party', 'inquiry', 'answer', 'nextAction', 'nextActionOn'],
    format,
    purpose: 'review',
    ...more,
  });
};

describe('a workbook', () => {
  it('gives back every cell, dates with their type and in both calendars, texts as they were', async () => {
    await contacts(['متى الزيارة؟ "غدًا" & <بعده>', '_x0041_ 1058529940', '0508072675']);
    expect(await run('xlsx')).toEqual({ path: place('list.xlsx'), rows: 3 });
    const [sheet] = await readExcelFile(place('list.xlsx'));
    expect(sheet?.sheet).toBe('سجل التواصل');
    expect(sheet?.data).toEqual([
      [
        'وقت التواصل (هـ)',
        'وقت التواصل (م)',
        'وقت التواصل (الساعة)',
        'الطرف',
        'الاستفسار',
        'الإجابة',
        'الإجراء التالي',
        'موعد الإجراء (هـ)',
        'موعد الإجراء (م)',
      ],
      ...[
        ['10:03', '0508072675'],
        ['10:02', '_x0041_ 1058529940'],
        ['10:01', 'متى الزيارة؟ "غدًا" & <بعده>'],
      ].map(([hour, text]) => [
        '1448/06/12',
        new Date('2026-11-22T00:00:00Z'),
        hour,
        'فاطمة أحمد علي الحربي',
        text,
        `جواب ${text}`,
        text,
        '1448/06/21',
        new Date('2026-12-01T00:00:00Z'),
      ]),
    ]);
  });

  it('is read from right to left under a frozen heading, each column as wide as it needs', async () => {
    await contacts(['سؤال']);
    await run('xlsx');
    const sheet = readZip(readFileSync(place('list.xlsx')))
      .get('xl/worksheets/sheet1.xml')!
      .toString();
    expect(sheet).toContain('rightToLeft="1"');
    expect(sheet).toContain('<pane ySplit="1" topLeftCell="A2" activePane="bottomLeft" state="frozen"/>');
    expect(sheet.match(/<col /gu)).toHaveLength(9);
    expect(sheet).toContain('<autoFilter ref="A1:I2"/>');
  });

  it('computes nothing that anybody typed: no cell is a formula, each vector is a text behind an apostrophe', async () => {
    await contacts(VECTORS);
    await run('xlsx');
    const parts = readZip(readFileSync(place('list.xlsx')));
    expect(parts.get('xl/worksheets/sheet1.xml')!.toString()).not.toMatch(/<f[ >]/u);
    const cells = (await readExcelFile(place('list.xlsx')))[0]!.data.slice(1).map((row) => row[4]);
    // The schema of contacts trims what is typed; a formula behind a line break stays within its cell of a workbook.
    expect(cells.toReversed()).toEqual(
      VECTORS.map((text) => text.trim()).map((text) => (text.startsWith('سطر') ? text : `'${text}`)),
    );
  });

  it('opens though a text holds what XML cannot', async () => {
    await contacts(['قبل\u0000\u0001\uFFFEبعد', 'س'.repeat(3990)]);
    await run('xlsx');
    const cells = (await readExcelFile(place('list.xlsx')))[0]!.data.slice(1).map((row) => row[4]);
    expect(cells).toEqual(['س'.repeat(3990), 'قبلبعد']);
  });
});

describe('a CSV file', () => {
  it('has its mark, CRLF, quoted texts, and gives back every cell', async () => {
    await contacts(['"نص"، وفاصلة, هنا', '0508072675', ...VECTORS]);
    await run('csv');
    const text = readFileSync(place('list.csv'), 'utf8');
    expect(text.startsWith('\uFEFF"وقت التواصل (هـ)"')).toBe(true);
    const { data, errors } = Papa.parse<string[]>(text.slice(1), { newline: '\r\n' });
    expect(errors).toEqual([]);
    const rows = data.slice(1, -1);
    expect(rows).toHaveLength(9);
    expect(rows.map((row) => row[4]).slice(-2)).toEqual(['0508072675', '"نص"، وفاصلة, هنا']);
    expect(text).toContain('"0508072675"');
    expect(rows[0]?.[1]).toBe('2026-11-22');
    // Whatever sign a program takes for the separator, no piece begins a formula.
    for (const cell of rows.flat())
      for (const piece of cell.split(/[;,\t\r\n]/u))
        expect(piece).not.toMatch(/^[\s\u200E\u200F]*[=+\-@\uFF1D]/u);
  });
});

describe('who takes out what', () => {
  it('tells an auditor of the columns that are withheld, and leaves them out though asked for', async () => {
    await contacts(['سؤال عن أم محمد']);
    desk.become('مدقق', ['auditor']);
    const plan = await desk.call('exports.plan', { list: 'contacts' });
    const withheld = plan.columns.filter(({ treatment }) => treatment === 'withheld').map(({ key }) => key);
    expect(withheld).toEqual(['party', 'inquiry', 'answer', 'nextAction']);
    expect(plan.chosen).not.toContain('party');
    await run('xlsx');
    const bytes = [...readZip(readFileSync(place('list.xlsx'))).values()].join('\n');
    expect(bytes).not.toMatch(/فاطمة|أم محمد/u);
    // The rows themselves are there: the work can be counted.
    expect((await readExcelFile(place('list.xlsx')))[0]!.data).toHaveLength(2);
    expect(await codeOf(() => run('xlsx', { columns: ['party'] }))).toBe('invalidInput');
  });

  it('is open to nobody before sign-in', async () => {
    desk.app.session.close();
    expect(await codeOf(() => run('xlsx'))).toBe('notSignedIn');
  });
});

describe('the act', () => {
  it('is logged with list, filters, columns, rows, format and purpose, and with no value', async () => {
    await contacts(['سؤال سري']);
    await run('csv', {
      filter: { channel: 'phoneCall', openOnly: false },
      purpose: 'other',
      purposeNote: 'حصر لمركز التنمية',
    });
    const [event] = listAuditEvents(desk.office().db, null, 1);
    expect(event).toMatchObject({
      action: 'export.made',
      details: {
        list: 'contacts',
        filters: ['channel'],
        columns: ['happened', 'party', 'inquiry', 'answer', 'nextAction', 'nextActionOn'],
        masked: [],
        rows: 1,
        format: 'csv',
        purpose: 'other',
        purposeNote: 'حصر لمركز التنمية',
      },
    });
    expect(JSON.stringify(event)).not.toMatch(/سري|فاطمة/u);
  });

  it('asks for a purpose in words where none of the ready ones fits', async () => {
    expect(await codeOf(() => run('csv', { purpose: 'other' }))).toBe('invalidInput');
  });

  it('remembers the columns and the kind of file for the person and the list', async () => {
    await run('csv', { columns: ['happened', 'channel'] });
    expect(await desk.call('exports.plan', { list: 'contacts' })).toMatchObject({
      chosen: ['happened', 'channel'],
      format: 'csv',
    });
    desk.become('نورة', ['receptionist']);
    expect((await desk.call('exports.plan', { list: 'contacts' })).format).toBe('xlsx');
  });

  it('counts what the filter leaves, and refuses a filter of another list', async () => {
    await contacts(['أ ب', 'ج د']);
    const rows = async (filter: Record<string, unknown>) =>
      (await desk.call('exports.plan', { list: 'contacts', filter })).rows;
    expect([await rows({}), await rows({ channel: 'website' })]).toEqual([2, 0]);
    expect(await codeOf(() => rows({ channel: 'telegram' }))).toBe('invalidInput');
  });

  it('writes nothing and logs nothing when no place is chosen, or when it is stopped', async () => {
    await contacts(['أ ب', 'ج د']);
    const before = listAuditEvents(desk.office().db, null, 1)[0]?.seq;
    desk.saved.path = null;
    expect(
      await desk.call('exports.run', {
        list: 'contacts',
        columns: ['happened'],
        format: 'xlsx',
        purpose: 'review',
      }),
    ).toBeNull();
    const running = run('xlsx');
    expect(await desk.call('exports.progress')).toEqual({ done: 0, total: 2 });
    expect(await codeOf(() => run('csv'))).toBe('exportRunning');
    await desk.call('exports.cancel');
    expect(await running).toBeNull();
    expect(await desk.call('exports.progress')).toBeNull();
    expect(readdirSync(desk.folder).filter((name) => name.startsWith('list.'))).toEqual([]);
    expect(listAuditEvents(desk.office().db, null, 1)[0]?.seq).toBe(before);
  });

  it('leaves no half of a list behind: not when the desk closes in the middle, not of a power cut', async () => {
    await contacts(['أ ب', 'ج د']);
    const halves = (): string[] => readdirSync(desk.folder).filter((name) => name.endsWith('.part'));
    const [old, other, young] = ['كشف.csv.0a1b2c3d.part', 'كشف.xlsx.part', 'كشف.csv.11111111.part'];
    for (const name of [old, other, young]) writeFileSync(place(name), 'نورة');
    for (const name of [old, other]) utimesSync(place(name), 1000, 1000);
    const running = run('csv');
    for (let turn = 0; turn < 10_000 && !halves().some((name) => name.startsWith('list.')); turn += 1)
      await setImmediate();
    expect(halves().filter((name) => name.startsWith('list.'))).toHaveLength(1);
    desk.office().people.close();
    expect(await running).toBeNull();
    expect(halves().toSorted()).toEqual([young, other].toSorted());
    expect(listAuditEvents(desk.office().db, null, 1)[0]?.action).not.toBe('export.made');
  });

  it('leaves the file that was there when the new one fails', async () => {
    await contacts(['أ ب']);
    await run('csv');
    const before = readFileSync(place('list.csv'));
    desk.saved.path = join(desk.folder, 'no', 'such', 'folder.csv');
    expect(
      await codeOf(() =>
        desk.call('exports.run', {
          list: 'contacts',
          columns: ['happened'],
          format: 'csv',
          purpose: 'review',
        }),
      ),
    ).toBe('fileMissing');
    expect(readFileSync(place('list.csv'))).toEqual(before);
    expect(existsSync(join(desk.folder, 'no'))).toBe(false);
  });
});
