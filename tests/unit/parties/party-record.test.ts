import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { ar } from '#shared/locales/ar.ts';
import { en } from '#shared/locales/en.ts';
import { legacyKey } from '#shared/parties/legacy-number.ts';
import {
  partyRecordSchema,
  partyRecordSchemaOn,
  type PartyRecordInput,
  recordOfDoor,
  recordWithDoor,
} from '#shared/parties/party-record.ts';
import { partyInputSchema } from '#shared/parties/party.ts';

const TODAY = '2026-11-22';

const WHOLE = {
  kind: 'person',
  name: ' نورة بنت سليمان عوض اللحياني ',
  latinName: 'Noura Al-Lihyani',
  aliases: ['أم خالد', 'أم خالد', ''],
  idKind: 'nationalId',
  idNumber: '\u200F١٠٥٨٥٢٩٩٤٠\u00A0',
  birth: { printed: '1 رجب 1380', calendar: 'hijri' },
  sex: 'female',
  contactPoints: [
    { kind: 'mobile', value: '٠٥٠ ٨٠٧ ٢٦٧٥' },
    {
      kind: 'foreignMobile',
      value: '00967 771 234 567',
      owner: 'أخوها صالح',
      hours: 'بعد العصر',
      discreet: true,
    },
    { kind: 'whatsapp', value: '+967771234567' },
    { kind: 'landline', value: '012 555 1234' },
    { kind: 'email', value: 'Noura@Example.com' },
  ],
  village: 'الصمد',
  district: 'حي الربوة',
  shortAddress: 'RRRD2929',
  directions: 'خلف المسجد، الباب الأخضر',
  legacyNumbers: ['312 / ب', '٣١٢ب'],
  roles: ['beneficiary', 'beneficiary', 'donor'],
  note: 'تفضل الرسائل',
} satisfies PartyRecordInput;

const problems = (input: Partial<Record<keyof PartyRecordInput, unknown>>): Record<string, string> => {
  const parsed = partyRecordSchemaOn(TODAY).safeParse({ ...WHOLE, ...input });
  return Object.fromEntries(
    parsed.success ? [] : parsed.error.issues.map((issue) => [issue.path.join('.'), issue.message]),
  );
};

const worded = (words: object, code: string): unknown =>
  code.split('.').reduce<unknown>((at, key) => (at as Record<string, unknown> | undefined)?.[key], words);

describe('the whole record', () => {
  it('arrives as typed and leaves in its stored form', () => {
    const record = partyRecordSchemaOn(TODAY).parse(WHOLE);
    expect(record).toMatchObject({
      name: 'نورة بنت سليمان عوض اللحياني',
      aliases: ['أم خالد'],
      idNumber: '1058529940',
      nationality: 'SA',
      birth: { printed: '1380-07-01', calendar: 'hijri', day: '1960-12-19' },
      legacyNumbers: ['312 / ب'],
      roles: ['beneficiary', 'donor'],
    });
    expect(record.contactPoints.map((point) => point.value)).toStrictEqual([
      '+966508072675',
      '+967771234567',
      '+967771234567',
      '+966125551234',
      'noura@example.com',
    ]);
    expect(record.contactPoints[1]).toMatchObject({
      owner: 'أخوها صالح',
      hours: 'بعد العصر',
      discreet: true,
    });
    // What it gave it takes again: the desk judges, and the main process judges what the desk sends.
    expect(partyRecordSchema.parse(record)).toStrictEqual(record);
  });

  it.each<[string, Partial<Record<keyof PartyRecordInput, unknown>>, Record<string, string>]>([
    ['no name', { name: ' ' }, { name: 'name.required' }],
    ['one name', { name: 'نورة' }, { name: 'name.short' }],
    ['no digit check', { idNumber: '1058529941' }, { idNumber: 'nationalId.checkDigit' }],
    ['no reason', { idKind: 'none', noIdReason: '' }, { noIdReason: 'noIdReason.required' }],
    ['an organisation id', { idKind: 'licence', idNumber: '12' }, { idKind: 'idKind.other' }],
    ['a passport', { idKind: 'passport', idNumber: 'A1' }, { idNumber: 'passport.length' }],
    ['an id as border number', { idKind: 'borderNumber' }, { idNumber: 'borderNumber.prefix' }],
    ['Arabic in Latin', { latinName: 'نورة' }, { latinName: 'latinName.letters' }],
    ['no such country', { nationality: 'ZZ' }, { nationality: 'nationality.unknown' }],
    ['lower case', { shortAddress: 'rrrd2929' }, { shortAddress: 'shortAddress.lowerCase' }],
    ['no role', { roles: [] }, { roles: 'partyRoles.required' }],
    [
      'the wrong calendar',
      { birth: { printed: '1/7/1990', calendar: 'hijri' } },
      { 'birth.printed': 'birth.otherCalendar' },
    ],
    [
      'born tomorrow',
      { birth: { printed: '23/11/2026', calendar: null } },
      { 'birth.printed': 'birth.future' },
    ],
    [
      'a landline as mobile',
      { contactPoints: [{ kind: 'mobile', value: '0125551234' }] },
      { 'contactPoints.0.value': 'mobile.landline' },
    ],
    [
      'nothing where a number belongs',
      { contactPoints: [WHOLE.contactPoints[0], { kind: 'email', value: '', owner: 'ابنها' }] },
      { 'contactPoints.1.value': 'email.empty' },
    ],
    [
      'a Saudi number as foreign',
      { contactPoints: [{ kind: 'foreignMobile', value: '0508072675' }] },
      { 'contactPoints.0.value': 'foreignMobile.saudi' },
    ],
    [
      'more aliases than any merge leaves',
      { aliases: Array.from({ length: 97 }, (_, at) => `كنية ${at}`) },
      { aliases: 'aliases.tooMany' },
    ],
    ['a long note', { note: 'س'.repeat(1001) }, { note: 'tooLong' }],
  ])('%s: said at its field, with an example in both languages', (_name, input, expected) => {
    expect(problems(input)).toStrictEqual(expected);
    for (const code of Object.values(expected)) {
      for (const words of [ar, en]) expect(worded(words.validation, code), code).toBeTypeOf('string');
      if (code !== 'tooLong') expect(worded(ar.validation, code)).toContain('مثل');
    }
  });

  it('a resident is asked for the nationality, an organisation is no woman and has no birthday', () => {
    const resident = partyRecordSchema.parse({ ...WHOLE, idNumber: '2000000006' });
    expect(resident.nationality).toBe('');
    const body = partyRecordSchema.parse({
      ...WHOLE,
      kind: 'organisation',
      name: 'مؤسسة الوفاء',
      idKind: 'unifiedNumber',
      idNumber: '٧٠٠١٢٣٤٥٦٧',
      roles: ['partnerBody'],
    });
    expect(body).toMatchObject({ idNumber: '7001234567', sex: null, birth: null, nationality: '' });
  });
});

describe('the short form of the door', () => {
  const door = (over: object) =>
    partyInputSchema.parse({
      name: 'نورة سليمان اللحياني',
      idKind: 'nationalId',
      idNumber: '1058529940',
      mobile: '0508072675',
      ...over,
    });

  it('is widened to a whole record that the schema takes', () => {
    const record = recordOfDoor(door({}));
    expect(partyRecordSchema.parse(record)).toStrictEqual(record);
    expect(record).toMatchObject({
      nationality: 'SA',
      contactPoints: [{ kind: 'mobile', value: '+966508072675' }],
    });
    expect(recordOfDoor(door({ mobile: '' })).contactPoints).toStrictEqual([]);
  });

  it('leaves what it does not ask as it stands, safe contact too', () => {
    const whole = partyRecordSchema.parse(WHOLE);
    const same = recordWithDoor(
      whole,
      door({ name: whole.name, sex: 'female', village: 'الصمد', roles: whole.roles }),
    );
    expect(same).toStrictEqual(whole);
    const moved = recordWithDoor(whole, door({ mobile: '0551112222' }));
    expect(moved.contactPoints.map((point) => point.value)).toStrictEqual([
      '+966551112222',
      ...whole.contactPoints.slice(1).map((point) => point.value),
    ]);
    expect(moved.contactPoints[1]).toStrictEqual(whole.contactPoints[1]);
    expect(recordWithDoor(whole, door({ mobile: '' })).contactPoints).toHaveLength(4);
    const two = { ...whole, contactPoints: [...whole.contactPoints, ...moved.contactPoints.slice(0, 1)] };
    expect(recordWithDoor(two, door({ mobile: '0551112222' })).contactPoints).toHaveLength(6);
  });
});

describe('the number of a paper file', () => {
  it.each([
    ['٠٠١٢ / ب', '12/ب'],
    ['12-ب', '12/ب'],
    ['12ب', '12/ب'],
    ['ملف 0312', 'ملف/312'],
    ['A-07', 'a/7'],
    ['0', '0'],
    [' - ', ''],
  ])('%s folds to %s', (typed, key) => {
    expect(legacyKey(typed)).toBe(key);
  });

  it('folds once and for all', () => {
    fc.assert(
      fc.property(fc.string({ maxLength: 20 }), (text) => legacyKey(legacyKey(text)) === legacyKey(text)),
    );
  });
});
