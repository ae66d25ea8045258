import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { maskIdentifier } from '#shared/identifiers/mask.ts';
import type { Party } from '#shared/parties/party.ts';
import { type PartyRecordInput, recordOf } from '#shared/parties/party-record.ts';
import { queries } from '#db/statement.ts';
import { codeOf, openOffice, person, type TestDesk } from '../support/office.ts';

let desk: TestDesk;
beforeEach(async () => {
  desk = await openOffice();
});
afterEach(() => desk.close());

const WHOLE = {
  kind: 'person',
  name: 'نورة سليمان عوض اللحياني',
  latinName: 'Noura Al-Lihyani',
  aliases: ['أم خالد', 'بنت عوض'],
  idKind: 'passport',
  idNumber: 'a1234567',
  nationality: 'YE',
  birth: { printed: '1/7/1380', calendar: 'hijri' },
  sex: 'female',
  contactPoints: [
    { kind: 'mobile', value: '0508072675' },
    {
      kind: 'foreignMobile',
      value: '+967771234567',
      owner: 'أخوها صالح',
      hours: 'بعد العصر',
      discreet: true,
      note: 'تُرسل رسالة أولًا',
    },
    { kind: 'landline', value: '0125551234' },
    { kind: 'email', value: 'noura@example.com' },
    { kind: 'whatsapp', value: '0508072675' },
  ],
  village: 'الصمد',
  district: 'حي الربوة',
  shortAddress: 'RRRD2929',
  directions: 'خلف المسجد، الباب الأخضر',
  legacyNumbers: ['312/ب', '٧٧'],
  roles: ['beneficiary', 'guardian'],
  note: 'تفضل الرسائل',
} satisfies PartyRecordInput;

const TABLES = [
  'party',
  'party_role',
  'party_alias',
  'party_legacy_number',
  'contact_point',
  'party_version',
  'audit_log',
] as const;
const rows = (): Record<string, unknown[]> =>
  Object.fromEntries(
    TABLES.map((table) => [table, desk.office().db.list(queries.selectFrom(table).selectAll())]),
  );
const add = (record: PartyRecordInput = WHOLE): Promise<Party> => desk.call('parties.saveRecord', { record });
const edited = (party: Party, over: Partial<PartyRecordInput>) => ({
  id: party.id,
  version: party.version,
  record: { ...recordOf(party), ...over } as PartyRecordInput,
});

describe('a whole record', () => {
  it('comes back as it went in, each field', async () => {
    const added = await add();
    const read = await desk.call('parties.record', { id: added.id });
    expect(read).toStrictEqual(added);
    expect(recordOf(read)).toMatchObject({
      ...WHOLE,
      idNumber: 'A1234567',
      birth: { printed: '1380-07-01', calendar: 'hijri', day: '1960-12-19' },
      contactPoints: [
        { kind: 'mobile', value: '+966508072675', owner: '', discreet: false },
        WHOLE.contactPoints[1],
        { kind: 'landline', value: '+966125551234' },
        { kind: 'email', value: 'noura@example.com' },
        { kind: 'whatsapp', value: '+966508072675' },
      ],
    });
    expect(read).toMatchObject({ mobile: '+966508072675', version: 1, mergedInto: null, fileNumber: null });
    expect(rows()['party']).toMatchObject([{ birth_year: 1960, birth_day: '1960-12-19' }]);
  });

  it.each<[keyof PartyRecordInput, unknown, unknown?]>([
    ['name', 'نوره سليمان اللحياني'],
    ['latinName', ''],
    ['aliases', ['بنت عوض', 'أم صالح']],
    ['idNumber', 'B7654321'],
    ['nationality', ''],
    ['birth', null],
    [
      'birth',
      { printed: '1960', calendar: 'gregorian' },
      { printed: '1960', calendar: 'gregorian', day: null },
    ],
    ['sex', null],
    ['contactPoints', []],
    ['village', 'حدا'],
    ['district', ''],
    ['shortAddress', 'ABCD1234'],
    ['directions', ''],
    ['legacyNumbers', ['77']],
    ['roles', ['donor']],
    ['note', ''],
  ])('%s is changed by itself, and what it was is kept', async (field, value, stored = value) => {
    const before = await add();
    const after = await desk.call('parties.saveRecord', edited(before, { [field]: value }));
    expect(recordOf(after)).toStrictEqual({ ...recordOf(before), [field]: stored });
    expect(after.version).toBe(2);
    // Which identity it was is read in the record alone.
    const shown = (one: unknown): unknown => (field === 'idNumber' ? maskIdentifier(String(one)) : one);
    expect(await desk.call('parties.history', { id: before.id })).toMatchObject([
      {
        staffName: 'سارة محمد المطيري',
        changes: [{ field, before: shown(recordOf(before)[field]), after: shown(stored) }],
      },
    ]);
    const { events } = { events: rows()['audit_log'] as { action: string; details_json: string }[] };
    expect(events.find((event) => event.action === 'party.updated')?.details_json).toBe(
      JSON.stringify({ changed: [field] }),
    );
  });

  it('that is saved unchanged is no change', async () => {
    const party = await add();
    const before = rows();
    expect(await desk.call('parties.saveRecord', edited(party, {}))).toStrictEqual(party);
    expect(rows()).toStrictEqual(before);
  });

  it('keeps the rows of contact points that stay, in their new order', async () => {
    const party = await add();
    const ids = () =>
      desk
        .office()
        .db.list(queries.selectFrom('contact_point').select(['id', 'value']).orderBy('position'))
        .map((row) => row.id);
    const [first, second, ...rest] = ids();
    const points = party.contactPoints;
    const moved = await desk.call(
      'parties.saveRecord',
      edited(party, {
        contactPoints: [points[1]!, { ...points[0]!, owner: 'ابنها خالد' }, ...points.slice(2)],
      }),
    );
    expect(ids()).toStrictEqual([second, first, ...rest]);
    expect(moved.contactPoints[1]).toMatchObject({ value: '+966508072675', owner: 'ابنها خالد' });
    expect(moved.mobile).toBe('+966508072675');
  });
});

describe('nothing half written', () => {
  it('an identity that is taken is refused with its bearer, before anything is written', async () => {
    const first = await add();
    const other = await add({ ...WHOLE, idNumber: 'C1111111' });
    const before = rows();
    await expect(add()).rejects.toMatchObject({
      code: 'identifierTaken',
      details: { id: first.id, name: first.name },
    });
    const clash = edited(other, { idNumber: ' a1234567', village: 'حدا', aliases: [] });
    await expect(desk.call('parties.saveRecord', clash)).rejects.toMatchObject({ code: 'identifierTaken' });
    expect(rows()).toStrictEqual(before);
    // The same number of another kind of document is another number.
    await add({ ...WHOLE, idKind: 'passport', idNumber: 'D2222222' });
  });

  it('who saves over somebody else’s change is told, and their change stays', async () => {
    const party = await add();
    await desk.call('parties.saveRecord', edited(party, { village: 'حدا' }));
    const before = rows();
    await expect(desk.call('parties.saveRecord', edited(party, { note: '' }))).rejects.toMatchObject({
      code: 'conflict',
      details: { id: party.id },
    });
    expect(rows()).toStrictEqual(before);
  });

  it.each<[string, Partial<PartyRecordInput>, Record<string, string>]>([
    [
      'the wrong calendar',
      { birth: { printed: '1/7/1990', calendar: 'hijri' } },
      { 'record.birth.printed': 'birth.otherCalendar' },
    ],
    [
      'born tomorrow, by the office’s clock',
      { birth: { printed: '1448-06-13', calendar: 'hijri' } },
      { 'record.birth.printed': 'birth.future' },
    ],
    [
      'a number that is none',
      { contactPoints: [{ kind: 'mobile', value: '0528072675' }] },
      { 'record.contactPoints.0.value': 'mobile.prefix' },
    ],
  ])('%s is refused at its field', async (_name, over, details) => {
    const before = rows();
    await expect(add({ ...WHOLE, ...over })).rejects.toMatchObject({ code: 'invalidInput', details });
    expect(rows()).toStrictEqual(before);
  });

  it('a record that is not there is not found', async () => {
    for (const act of [
      () => desk.call('parties.record', { id: 99 }),
      () => desk.call('parties.history', { id: 99 }),
      () => desk.call('parties.addRole', { id: 99, role: 'donor' }),
      () => desk.call('parties.saveRecord', { id: 99, version: 1, record: WHOLE }),
    ])
      expect(await codeOf(act)).toBe('notFound');
  });
});

describe('one record, several roles (P.1)', () => {
  it('a role is added and taken away in the record that is there', async () => {
    const party = await desk.call('parties.add', person());
    expect((await desk.call('parties.addRole', { id: party.id, role: 'donor' })).roles).toStrictEqual([
      'beneficiary',
      'donor',
    ]);
    await desk.call('parties.addRole', { id: party.id, role: 'donor' });
    const left = await desk.call('parties.removeRole', { id: party.id, role: 'beneficiary' });
    expect(left).toMatchObject({ id: party.id, roles: ['donor'] });
    expect(await codeOf(() => desk.call('parties.removeRole', { id: party.id, role: 'donor' }))).toBe(
      'lastRole',
    );
    expect(rows()['party']).toHaveLength(1);
    expect(rows()['party_role']).toHaveLength(1);
    expect(await desk.call('parties.history', { id: party.id })).toHaveLength(2);
  });

  it('the short form changes what it asks, and nothing else', async () => {
    const party = await add({ ...WHOLE, idKind: 'nationalId', idNumber: '1058529940', nationality: 'SA' });
    await desk.call('parties.update', {
      id: party.id,
      party: { ...person('نورة سليمان اللحياني'), roles: ['beneficiary'] },
    });
    const after = await desk.call('parties.record', { id: party.id });
    expect(recordOf(after)).toStrictEqual({
      ...recordOf(party),
      name: 'نورة سليمان اللحياني',
      sex: null,
      roles: ['beneficiary'],
    });
    expect(rows()['party']).toHaveLength(1);
  });

  it('each look at the whole record is logged', async () => {
    const party = await add();
    await desk.call('parties.record', { id: party.id });
    await desk.call('parties.history', { id: party.id });
    const actions = (rows()['audit_log'] as { action: string }[]).map((event) => event.action);
    expect(actions.slice(-3)).toStrictEqual(['party.added', 'party.recordRead', 'party.historyRead']);
    expect(await desk.call('audit.verify')).toMatchObject({ fault: null });
  });
});
