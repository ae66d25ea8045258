import { join } from 'node:path';
import { readSheet } from 'read-excel-file/node';
import { expect, it } from 'vitest';
import { partyRecordSchema } from '#shared/parties/party-record.ts';
import { insertParty } from '#db/parties/party-writes.ts';
import { lineOf, MESSY, MESSY_FAULTY, messySheet, nameOf } from '../support/messy-list.ts';
import { openOffice } from '../support/office.ts';
import { idOf, mobileOf, workbook } from '../support/workbooks.ts';

it('ends an import of a messy list of five thousand in the right report, number by number', async () => {
  const desk = await openOffice();
  const { db } = desk.office();
  const known = (n: number, village: string, withId: boolean) =>
    partyRecordSchema.parse({
      name: nameOf(n),
      ...(withId
        ? { idKind: 'nationalId', idNumber: idOf(n), birth: { printed: String(lineOf(n).birth) } }
        : { idKind: 'none', noIdReason: 'لم تُحضر' }),
      contactPoints: [{ kind: 'mobile', value: mobileOf(n) }],
      sex: n % 2 === 0 ? 'male' : 'female',
      village,
    });
  db.write((tx) => {
    tx.unaudited();
    for (let n = 0; n < MESSY.sameId; n += 1)
      insertParty(tx, known(n, n < MESSY.nothingNew ? 'حدا' : '', true), 1 as never, 1000);
    for (let n = 40; n < 40 + MESSY.likely; n += 1)
      insertParty(tx, known(n, 'الصمد', false), 1 as never, 1000);
  });

  const opened = await desk.call('imports.open', { name: 'كشف.xlsx', bytes: await workbook(messySheet()) });
  expect(opened).toMatchObject({ headingRow: 3, notes: [{ code: 'totalLines', details: { count: 1 } }] });
  expect(opened.columns.map(({ choice }) => choice.field)).toEqual([
    null,
    'name',
    'idNumber',
    'mobile',
    'birthHijri',
    'sex',
    'nationality',
    'village',
    'note',
    null,
  ]);
  const columns = opened.columns.map(({ choice }) => choice);
  const check = await desk.call('imports.check', { columns, options: {} });
  expect(check.counts).toEqual({
    rows: MESSY.rows,
    faulty: MESSY_FAULTY,
    warned: MESSY.noId + MESSY.wrongSex + MESSY.wrongNation + MESSY.alike,
    sameId: MESSY.sameId,
    likely: MESSY.likely + MESSY.alike,
    undecided: MESSY.likely + MESSY.alike,
    fill: MESSY.sameId,
    leave: MESSY.twice,
    ready: MESSY.rows - MESSY_FAULTY - MESSY.twice,
    add: MESSY.rows - MESSY_FAULTY - MESSY.twice - MESSY.sameId - MESSY.likely - MESSY.alike,
  });

  // What was repaired and what is wrong, column by column.
  const found = (heading: string) => {
    const column = check.columns.find((one) => one.heading === heading)!;
    return {
      ...Object.fromEntries(column.fixes.map(({ fix, count }) => [fix, count])),
      ...Object.fromEntries(column.problems.map(({ code, count }) => [code, count])),
    };
  };
  expect(found('رقم الهوية')).toEqual({
    'nationalId.checkDigit': MESSY.wrongId,
    'importCell.scientific': MESSY.scientific,
    'importCell.becameDate': MESSY.becameDate,
    'importCell.noId': MESSY.noId + MESSY.alike,
    placeholder: MESSY.noId / 2,
    spaces: MESSY.spacedId,
  });
  expect(found('رقم الجوال')).toEqual({
    'mobile.landline': MESSY.wrongMobile / 2,
    'mobile.length': MESSY.wrongMobile / 2,
    leadingZero: MESSY.lostZero,
    severalNumbers: MESSY.twoMobiles,
  });
  expect(found('تاريخ الميلاد هـ')).toEqual({
    'birth.notADate': MESSY.noDate,
    'birth.future': MESSY.future,
    'birth.otherCalendar': MESSY.otherCalendar,
    serialDate: MESSY.serialDates,
  });
  expect(found('الاسم الرباعي')).toEqual({
    'name.short': MESSY.oneWord,
    'name.required': MESSY.noName,
    placeholder: MESSY.noName,
  });
  expect(found('الجنس')).toEqual({ 'importCell.sex': MESSY.wrongSex });
  expect(found('الجنسية')).toEqual({ 'importCell.nationality': MESSY.wrongNation });

  // Undecided rows keep everything from being written.
  await expect(desk.call('imports.run')).rejects.toMatchObject({
    code: 'importUndecided',
    details: { count: 30 },
  });
  const likely = (await desk.call('imports.rows', { filter: 'likely', limit: 200 })).rows;
  const rows = likely.filter(({ match }) => match?.kind === 'likely').map(({ row }) => row);
  expect(rows).toHaveLength(MESSY.likely);
  await desk.call('imports.decide', { rows: rows.slice(0, 8), decision: 'fill' });
  await desk.call('imports.decide', { rows: rows.slice(8, 15), decision: 'add' });
  const decided = await desk.call('imports.decide', { rows: 'undecided', decision: 'leave' });
  expect(decided.counts).toMatchObject({ undecided: 0, leave: MESSY.twice + 5 + MESSY.alike });

  const parties = (): number => db.sqlite.prepare('SELECT count(*) FROM party').pluck().get() as number;
  const before = parties();
  const report = await desk.call('imports.run');
  const leftOut = MESSY.twice + 5 + MESSY.alike;
  expect(report).toMatchObject({
    rows: MESSY.rows,
    added: MESSY.rows - MESSY_FAULTY - leftOut - MESSY.sameId - 8,
    filled: MESSY.sameId - MESSY.nothingNew + 8,
    unchanged: MESSY.nothingNew,
    faulty: MESSY_FAULTY,
    leftOut,
  });
  expect(parties() - before).toBe(report.added);

  // One entry of the log, with numbers and without a name.
  const [entry, ...more] = db.sqlite
    .prepare(`SELECT details_json FROM audit_log WHERE action = 'import.completed'`)
    .pluck()
    .all() as string[];
  expect(more).toEqual([]);
  expect(JSON.parse(entry!)).toMatchObject({ added: report.added, filled: report.filled, rows: MESSY.rows });
  expect(entry).not.toContain('محمد');

  // The rows that were not taken come out as they came, texts for good, each with its reason.
  desk.saved.path = join(desk.folder, 'مرفوض.xlsx');
  expect(await desk.call('imports.saveRejected')).toBe(desk.saved.path);
  const [headings, ...rejected] = await readSheet(desk.saved.path);
  expect(headings?.slice(-2)).toEqual(['السبب', 'الصف في الملف']);
  expect(rejected).toHaveLength(MESSY_FAULTY + leftOut);
  const reasons = rejected.map((row) => String(row.at(-2)));
  const counted = (part: string): number => reasons.filter((reason) => reason.includes(part)).length;
  expect(counted('بصيغة علمية')).toBe(MESSY.scientific);
  expect(counted('مكرر: رقم الهوية نفسه')).toBe(MESSY.twice);
  expect(counted('هاتف ثابت')).toBe(MESSY.wrongMobile / 2);
  const first = rejected.find((row) => String(row.at(-2)).includes('رقم الهوية: في الرقم خطأ'));
  expect(first?.[2]).toBe(String(lineOf(100).id));
  expect(first?.[8]).toBe(`'=HYPERLINK("x")`);
  desk.close();
}, 90_000);
