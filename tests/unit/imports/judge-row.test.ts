import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { columnName, daySerial, type CellValue } from '#shared/imports/grid.ts';
import type { ImportField, ImportFix } from '#shared/imports/fields.ts';
import { fillEmpty } from '#shared/imports/fill-empty.ts';
import { createRowJudge } from '#shared/imports/judge-row.ts';
import { partyRecordSchema } from '#shared/parties/party-record.ts';

const judge = (
  cells: Partial<Record<ImportField, CellValue>>,
  { byYear = false, keep = [] as ImportFix[] } = {},
) => {
  const entries = Object.entries({ name: 'نورة سليمان اللحياني', ...cells }) as [ImportField, CellValue][];
  const columns = entries.map(([field], index) => ({ field, byYear, keep, index, heading: field }));
  const row = createRowJudge({
    columns,
    roles: ['beneficiary'],
    noIdReason: 'لم ترد',
    today: '2026-11-22',
    categories: new Map([['ارمله', 1 as never]]),
  })(entries.map(([, value]) => value));
  return {
    ...row,
    codes: row.problems.map(({ code }) => code),
    fixed: row.fixes.map(({ fix }) => fix),
  };
};

describe('a row of a list', () => {
  it.each<[CellValue, string]>([
    ['1058529940', '1058529940'],
    [1058529940, '1058529940'],
    ['١٠٥٨٥٢٩٩٤٠', '1058529940'],
    ['1058 529 940', '1058529940'],
    ["'1058529940", '1058529940'],
    ['1058-529-940', '1058529940'],
  ])('reads the id %s', (cell, id) => expect(judge({ idNumber: cell }).record?.idNumber).toBe(id));

  it.each<[CellValue, string]>([
    ['1.05853E+09', 'importCell.scientific'],
    ['1,06E+09', 'importCell.scientific'],
    [new Date(Date.UTC(2020, 1, 1)), 'importCell.becameDate'],
    [{ fault: 'formula' }, 'importCell.formula'],
    [{ fault: 'error' }, 'importCell.excelError'],
    ['105852994', 'nationalId.length'],
    ['1058529941', 'nationalId.checkDigit'],
  ])('refuses the id %s', (cell, code) => {
    const row = judge({ idNumber: cell });
    expect(row.record).toBeNull();
    expect(row.codes).toEqual([code]);
  });

  it('takes a passport and a border number for what they are', () => {
    expect(judge({ idNumber: 'a1234567' }).record).toMatchObject({
      idKind: 'passport',
      idNumber: 'A1234567',
    });
    expect(judge({ idNumber: '3058529940' }).record).toMatchObject({ idKind: 'borderNumber' });
  });

  it('registers whoever has no id with the reason, and warns', () => {
    const row = judge({ idNumber: 'لا يوجد' });
    expect(row.record).toMatchObject({ idKind: 'none', noIdReason: 'لم ترد' });
    expect(row.codes).toEqual(['importCell.noId']);
    expect(judge({ idNumber: '-', noIdReason: 'مفقودة' }).codes).toEqual([]);
  });

  it.each<[CellValue, string]>([
    [508072675, '+966508072675'],
    ['508072675', '+966508072675'],
    [966508072675, '+966508072675'],
    ['+966 50 807 2675', '+966508072675'],
    ['٠٥٠٨٠٧٢٦٧٥', '+966508072675'],
    [5.08072675e8, '+966508072675'],
  ])('reads the mobile %s', (cell, mobile) =>
    expect(judge({ mobile: cell }).record?.contactPoints[0]?.value).toBe(mobile),
  );

  it('parts two mobiles of a cell, unless the column says no', () => {
    const two = '0508072675 / 0551234567';
    expect(judge({ mobile: two }).record?.contactPoints.map(({ value }) => value)).toEqual([
      '+966508072675',
      '+966551234567',
    ]);
    expect(judge({ mobile: two }, { keep: ['severalNumbers'] }).record).toBeNull();
    expect(judge({ mobile: '508072675' }, { keep: ['leadingZero'] }).codes).toContain('mobile.prefix');
  });

  it.each<[ImportField, CellValue, string, 'hijri' | 'gregorian']>([
    ['birth', '1400/07/15', '1400-07-15', 'hijri'],
    ['birth', '15-07-1400', '1400-07-15', 'hijri'],
    ['birth', '١٤٠٠/٧/١٥هـ', '1400-07-15', 'hijri'],
    ['birth', '1980-05-29', '1980-05-29', 'gregorian'],
    ['birth', '1400', '1400', 'hijri'],
    ['birth', 1400, '1400', 'hijri'],
    ['birth', new Date(Date.UTC(1980, 4, 29)), '1980-05-29', 'gregorian'],
    ['birth', 29370, '1980-05-29', 'gregorian'],
    ['birthHijri', new Date(Date.UTC(1980, 4, 29)), '1980-05-29', 'gregorian'],
    ['birthHijri', 29370, '1980-05-29', 'gregorian'],
    ['birthGregorian', '29/5/1980', '1980-05-29', 'gregorian'],
  ])('reads %s %s', (field, cell, printed, calendar) =>
    expect(judge({ [field]: cell }).record?.birth).toMatchObject({ printed, calendar }),
  );

  it('recognises a date of the other calendar, offers the right one, and takes it by its year where told', () => {
    const row = judge({ birthHijri: '1990/03/04' });
    expect(row.record).toBeNull();
    expect(row.problems.slice(0, 1)).toMatchObject([
      { code: 'birth.otherCalendar', details: { offer: '4 مارس 1990 م' } },
    ]);
    expect(judge({ birthHijri: '1990/03/04' }, { byYear: true }).record?.birth).toMatchObject({
      calendar: 'gregorian',
    });
  });

  it('keeps the Hijri date of two columns and tells when the other does not agree', () => {
    expect(judge({ birthHijri: '1400/07/15', birthGregorian: '1980-05-29' }).codes).not.toContain(
      'importCell.birthsDiffer',
    );
    const row = judge({ birthHijri: '1400/07/15', birthGregorian: '1981-05-29' });
    expect(row.record?.birth?.printed).toBe('1400-07-15');
    expect(row.codes).toContain('importCell.birthsDiffer');
  });

  it('joins a name of four columns', () => {
    const row = judge({
      name: null,
      firstName: 'نورة',
      fatherName: 'سليمان',
      grandfatherName: '-',
      familyName: 'اللحياني',
    });
    expect(row.record?.name).toBe('نورة سليمان اللحياني');
    expect(row.codes).toContain('importCell.namePart');
  });

  it('drops no word that it does not know: it stands in the note', () => {
    const row = judge({
      sex: 'غ',
      nationality: 'أخرى',
      socialStatus: 'كذا',
      category: 'غيرها',
      labelledNote: 6,
      note: 'تزار',
    });
    expect(row.record?.note.split('\n')).toEqual([
      'sex: غ',
      'nationality: أخرى',
      'category: غيرها',
      'socialStatus: كذا',
      'تزار',
      'labelledNote: 6',
    ]);
    expect(
      judge({ sex: 'انثى', nationality: 'يمنية', socialStatus: 'ارمله', category: 'أرملة' }),
    ).toMatchObject({
      record: { sex: 'female', nationality: 'YE', note: '' },
      extras: { socialStatus: 'widowed', categoryId: 1 },
    });
  });

  it('judges an IBAN and keeps it as a fact', () => {
    expect(judge({ iban: 'sa49 8000 0324 6080 1016 0967' }).extras.iban).toBe('SA4980000324608010160967');
    expect(judge({ iban: 'SA4980000324608010160968' }).codes).toContain('iban.checkDigits');
  });

  it('never throws, whatever stands in the cells', () => {
    const cell = fc.oneof(
      fc.string(),
      fc.double(),
      fc.boolean(),
      fc.constant(null),
      fc.date({ noInvalidDate: true }),
      fc.constant<CellValue>({ fault: 'formula' }),
    );
    fc.assert(
      fc.property(cell, cell, cell, cell, (name, idNumber, mobile, birth) => {
        const row = judge({ name, idNumber, mobile, birth });
        expect(row.record !== null || row.problems.some(({ severity }) => severity === 'error')).toBe(true);
      }),
    );
  });
});

describe('filling what is empty', () => {
  const record = (over: object) =>
    partyRecordSchema.parse({ name: 'نورة سليمان اللحياني', idKind: 'none', noIdReason: 'مفقودة', ...over });

  it('overwrites nothing that somebody entered, and adds what is new', () => {
    const stands = record({
      village: 'الصمد',
      contactPoints: [{ kind: 'mobile', value: '0508072675', owner: 'أخوها' }],
      legacyNumbers: ['17/ب'],
    });
    const row = record({
      idKind: 'nationalId',
      idNumber: '1058529940',
      noIdReason: '',
      village: 'حدا',
      district: 'الحي',
      contactPoints: [
        { kind: 'mobile', value: '0508072675' },
        { kind: 'mobile', value: '0551234567' },
      ],
      legacyNumbers: ['١٧ / ب', '18'],
      roles: ['donor'],
    });
    expect(fillEmpty(stands, row)).toMatchObject({
      idNumber: '1058529940',
      village: 'الصمد',
      district: 'الحي',
      contactPoints: [{ value: '+966508072675', owner: 'أخوها' }, { value: '+966551234567' }],
      legacyNumbers: ['17/ب', '18'],
      roles: ['beneficiary', 'donor'],
    });
  });

  it('changes nothing the second time', () =>
    fc.assert(
      fc.property(fc.string({ maxLength: 40 }), fc.string({ maxLength: 40 }), (village, note) => {
        const stands = record({});
        const once = fillEmpty(stands, record({ village, note, district: 'الحي' }));
        expect(fillEmpty(once, record({ village, note, district: 'الحي' }))).toEqual(once);
      }),
    ));
});

describe('columns and days of Excel', () => {
  it('names columns as Excel does', () =>
    expect([0, 25, 26, 51, 701, 702].map(columnName)).toEqual(['A', 'Z', 'AA', 'AZ', 'ZZ', 'AAA']));
  it('reads serial days, and no number that is none', () => {
    expect(daySerial(29370)).toBe('1980-05-29');
    expect(daySerial(25569)).toBe('1970-01-01');
    for (const serial of [0, 60, 2.5, 90_000, Number.NaN]) expect(daySerial(serial)).toBeNull();
  });
});
