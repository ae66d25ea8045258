import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { openOffice, person, type TestDesk } from '../support/office.ts';
import { idOf, mobileOf, workbook, type Value } from '../support/workbooks.ts';

const HEADINGS = ['الاسم', 'رقم الهوية', 'الجوال', 'تاريخ الميلاد', 'القرية'];
const ROW: readonly Value[] = ['نورة سليمان محمد اللحياني', idOf(11), mobileOf(11), '1400/07/15', 'الصمد'];

let desk: TestDesk;
beforeEach(async () => {
  desk = await openOffice();
});
afterEach(() => desk.close());

const open = async (rows: readonly (readonly Value[])[], name = 'قائمة.xlsx') =>
  desk.call('imports.open', { name, bytes: await workbook(rows) });

const checked = async (rows: readonly (readonly Value[])[]) => {
  const state = await open(rows);
  return desk.call('imports.check', { columns: state.columns.map(({ choice }) => choice), options: {} });
};

describe('imports', () => {
  it('takes a list from its file to the register', async () => {
    const state = await open([['جمعية التنمية'], [], HEADINGS, ROW]);
    expect(state).toMatchObject({ step: 'columns', headingRow: 3, sheet: 0, remembered: false });
    expect(state.columns.map(({ choice }) => choice.field)).toEqual([
      'name',
      'idNumber',
      'mobile',
      'birth',
      'village',
    ]);
    const check = await desk.call('imports.check', {
      columns: state.columns.map(({ choice }) => choice),
      options: {},
    });
    expect(check.counts).toMatchObject({ rows: 1, ready: 1, faulty: 0, add: 1 });
    const report = await desk.call('imports.run');
    expect(report).toMatchObject({ rows: 1, added: 1, filled: 0, faulty: 0, leftOut: 0 });
    const { rows } = await desk.call('parties.list', { text: idOf(11) });
    expect(rows).toHaveLength(1);
    expect((await desk.call('imports.state'))?.step).toBe('done');
    expect((await desk.call('imports.runs', {}))[0]).toMatchObject({ added: 1, fileName: 'قائمة.xlsx' });
  });

  it('fills what is empty in whoever is registered by id number, and undoes it', async () => {
    await desk.call('parties.add', { ...person('نورة سليمان اللحياني', idOf(11)), mobile: '' });
    const before = await desk.call('parties.record', { id: 1 });
    const check = await checked([HEADINGS, ROW]);
    expect(check.counts).toMatchObject({ sameId: 1, fill: 1, add: 0 });
    const report = await desk.call('imports.run');
    expect(report).toMatchObject({ added: 0, filled: 1 });
    const plan = await desk.call('imports.undo', { id: report.runId });
    expect(plan).toMatchObject({ remove: 0, restore: 1, keep: [] });
    expect(await desk.call('parties.record', { id: 1 })).toEqual(before);
  });
});
