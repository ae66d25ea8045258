import { describe, expect, it } from 'vitest';
import { fieldOfHeading, findHeadingRow, headingKey, headingsOf } from '#shared/imports/headings.ts';
import { IMPORT_FIELDS } from '#shared/imports/fields.ts';
import { TEMPLATE_COLUMNS } from '#electron/imports/template-columns.ts';

describe('headings', () => {
  it.each([
    ['الاسم', 'name'],
    ['اسم المستفيد', 'name'],
    ['الاسم الرباعي', 'name'],
    ['الإسـم  الرباعى', 'name'],
    ['رقم الهوية', 'idNumber'],
    ['رقم الهويه', 'idNumber'],
    ['السجل المدني', 'idNumber'],
    ['الهوية/الإقامة', 'idNumber'],
    ['رقم الهوية الوطنية (10 أرقام)', 'idNumber'],
    ['الجوال', 'mobile'],
    ['رقم الجوال', 'mobile'],
    ['رقم الجوال:', 'mobile'],
    ['تاريخ الميلاد', 'birth'],
    ['تاريخ الميلاد هـ', 'birthHijri'],
    ['تاريخ الميلاد (هجري)', 'birthHijri'],
    ['تاريخ الميلاد\nبالميلادي', 'birthGregorian'],
    ['القرية', 'village'],
    ['الحي', 'district'],
    ['رقم الملف', 'legacyNumber'],
    ['الحالة الاجتماعية', 'socialStatus'],
    ['الجنس', 'sex'],
    ['الجنسية', 'nationality'],
    ['الآيبان', 'iban'],
    ['رقم الحساب (IBAN)', 'iban'],
    ['عدد أفراد الأسرة', 'labelledNote'],
    ['ملاحظات', 'note'],
    ['الاسم الأول', 'firstName'],
    ['اسم الأب', 'fatherName'],
    ['الجد', 'grandfatherName'],
    ['العائلة', 'familyName'],
    ['Full Name', 'name'],
    ['ID Number', 'idNumber'],
    ['Mobile', 'mobile'],
  ])('knows «%s»', (heading, field) => expect(fieldOfHeading(heading)).toBe(field));

  it.each([
    'اسم الوكيل',
    'جوال الوكيل',
    'رقم هوية الزوجة',
    'اسم الباحث',
    'تاريخ انتهاء الهوية',
    'م',
    'توقيع',
    '',
  ])('takes «%s» for nobody of the register', (heading) => expect(fieldOfHeading(heading)).toBeNull());

  it('finds the headings under titles, and none where there are none', () => {
    const rows = [
      ['جمعية التنمية'],
      [],
      ['كشف', 'المستفيدين'],
      ['م', 'الاسم', 'رقم الهوية', 'الجوال'],
      [1, 'أحمد علي', 1, 5],
    ];
    expect(findHeadingRow(rows)).toBe(3);
    expect(
      findHeadingRow([
        [1, 2],
        [3, 4],
      ]),
    ).toBeNull();
    expect(
      findHeadingRow([
        ['عمود', 'آخر'],
        ['x', 'y'],
      ]),
    ).toBe(0);
    expect(findHeadingRow([])).toBeNull();
  });

  it('takes a heading that is merged downwards, and leaves the columns beside one that is merged sideways without', () => {
    const rows = [
      ['الاسم', 'الهوية', null],
      [null, 'رقم الهوية', 'الجوال'],
      ['أحمد علي', '1', '2'],
    ];
    expect(headingsOf(rows, 1, [{ top: 0, bottom: 1, left: 0, right: 0 }])).toEqual([
      'الاسم',
      'رقم الهوية',
      'الجوال',
    ]);
    expect(headingsOf([['بيانات', null, 'الجوال']], 0, [{ top: 0, bottom: 0, left: 0, right: 1 }])).toEqual([
      'بيانات',
      '',
      'الجوال',
    ]);
  });

  it('recognises every heading of its own template, each as another field', () => {
    const fields = TEMPLATE_COLUMNS.map(({ heading }) => fieldOfHeading(heading));
    expect(fields.every((field) => field !== null && IMPORT_FIELDS.includes(field))).toBe(true);
    expect(new Set(fields).size).toBe(fields.length);
  });

  it('makes one key of the spellings of a heading', () => {
    expect(headingKey('الإسم الرُّباعي ')).toBe(headingKey('الاسم  الرباعى:'));
    expect(headingKey('الجنس')).not.toBe(headingKey('الجنسية'));
  });
});
