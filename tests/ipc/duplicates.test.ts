import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { PartyId, StaffId } from '#shared/ids.ts';
import { recordOfDoor } from '#shared/parties/party-record.ts';
import { partyInputSchema } from '#shared/parties/party.ts';
import { insertParty } from '#db/parties/party-writes.ts';
import { codeOf, openOffice, person, type TestDesk } from '../support/office.ts';

let desk: TestDesk;
beforeEach(async () => {
  desk = await openOffice();
});
afterEach(() => desk.close());

const noId = (name: string, more: object = {}) => ({
  name,
  idKind: 'none' as const,
  noIdReason: 'لا يحملها',
  ...more,
});
const low = (one: PartyId, other: PartyId) => ({
  low: one < other ? one : other,
  high: one < other ? other : one,
});
const list = (view: 'open' | 'dismissed' = 'open') => desk.call('duplicates.list', { view });
/** As an import or an older version wrote them: nobody looked for duplicates. */
const addSilently = (names: readonly object[]): PartyId[] =>
  desk.office().db.write((tx) => {
    tx.unaudited();
    return names.map((one) =>
      insertParty(tx, recordOfDoor(partyInputSchema.parse(one)), 1 as StaffId, desk.clock.nowMs()),
    ) as never;
  });

describe('while typing', () => {
  it('names who is likely meant, why, and what differs; ids by their last four digits', async () => {
    const known = await desk.call('parties.add', {
      ...person('فاطمة أحمد علي الحربي', '1058529940'),
      mobile: '0508072675',
      village: 'الحميمة',
    });
    const [hit, ...rest] = await desk.call('duplicates.similar', {
      candidate: { name: 'فاطمه احمد علي', phones: [{ value: '٠٥٠٨٠٧٢٦٧٥' }], village: 'وادي الدواسر' },
    });
    expect(rest).toEqual([]);
    expect(hit).toMatchObject({ id: known.id, name: known.name, band: 'likely' });
    const part = (field: string) => hit?.parts.find((one) => one.field === field);
    expect(part('phone')).toMatchObject({ verdict: 'same', how: 'phoneSame', value: '+966508072675' });
    expect(part('village')).toMatchObject({ verdict: 'different', value: 'الحميمة' });
    expect(part('idNumber')).toMatchObject({ verdict: 'missing', value: '••••••9940' });
  });

  it('finds an id with one digit mistyped, and the exact one, in either digit system', async () => {
    const known = await desk.call('parties.add', person('فاطمة أحمد علي الحربي', '1058529940'));
    const found = async (idNumber: string) =>
      (await desk.call('duplicates.similar', { candidate: { idNumber, name: 'فاطمة الحربي' } })).map(
        ({ id }) => id,
      );
    expect(await found('1058529840')).toEqual([known.id]);
    expect(await found('١٠٥٨٥٢٩٩٤٠')).toEqual([known.id]);
    expect(await found('1001244019')).toEqual([]);
  });

  it('leaves out the record that is edited, and shows nothing of what was merged', async () => {
    const one = await desk.call('parties.add', noId('فاطمة أحمد علي الحربي', { mobile: '0508072675' }));
    const other = await desk.call('parties.add', noId('فاطمه احمد علي حربي', { mobile: '0508072675' }));
    const ids = async (id: PartyId | null) =>
      (
        await desk.call('duplicates.similar', {
          candidate: { id, name: 'فاطمة أحمد علي الحربي', phones: [{ value: '0508072675' }] },
        })
      ).map((hit) => hit.id);
    expect(new Set(await ids(null))).toEqual(new Set([one.id, other.id]));
    expect(await ids(one.id)).toEqual([other.id]);
    const versions = { kept: one.version, merged: other.version };
    await desk.call('duplicates.merge', { keptId: one.id, mergedId: other.id, versions, choices: {} });
    expect(await ids(null)).toEqual([one.id]);
  });
});

describe('the duplicate desk', () => {
  it('finds a pair as its second record is written, and forgets it when they part', async () => {
    const one = await desk.call('parties.add', noId('فاطمة أحمد علي الحربي', { mobile: '0508072675' }));
    const other = await desk.call('parties.add', noId('فاطمه احمد علي حربي', { mobile: '0508072675' }));
    const { rows, total, counts } = await list();
    expect({ total, counts }).toMatchObject({ total: 1, counts: { strong: 1, likely: 0 } });
    expect(rows[0]).toMatchObject({ low: { id: one.id }, high: { id: other.id }, band: 'strong' });
    await desk.call('parties.update', { id: other.id, party: noId('خالد سعد العتيبي') });
    expect((await list()).total).toBe(0);
  });

  it('«شخصان مختلفان» never comes back, and can be taken back', async () => {
    const one = await desk.call('parties.add', noId('فاطمة أحمد علي الحربي', { mobile: '0508072675' }));
    const other = await desk.call('parties.add', noId('فاطمه احمد علي حربي', { mobile: '0508072675' }));
    const pair = low(one.id, other.id);
    await desk.call('duplicates.dismiss', { ...pair, reason: 'ابنة عمها' });
    expect(
      await codeOf(() => desk.call('duplicates.dismiss', { ...low(one.id, 999 as PartyId), reason: 'x' })),
    ).toBe('notFound');
    await desk.call('parties.update', {
      id: other.id,
      party: noId('فاطمة احمد علي الحربي', { mobile: '0508072675' }),
    });
    await desk.call('duplicates.scan');
    await desk.office().people.duplicates.scanDone();
    expect((await list()).total).toBe(0);
    expect((await list('dismissed')).rows[0]?.dismissed).toMatchObject({ reason: 'ابنة عمها' });
    await desk.call('duplicates.undoDismiss', pair);
    expect((await list()).total).toBe(1);
  });

  it('a full scan finds what was imported before: by name, telephone, slip of the id, birth, شهرة', async () => {
    const [a, b, c, d, e, f] = addSilently([
      noId('فاطمة أحمد علي الحربي', { mobile: '0508072675' }),
      noId('فاطمه أحمد الحربي', { mobile: '0508072675' }),
      noId('سالم سعد علي العتيبي', { village: 'الحميمة' }),
      noId('سالم سعد علي عتيبي', { village: 'الحميمه' }),
      { name: 'كومار سينغ رام', idKind: 'borderNumber', idNumber: '3012345678' },
      { name: 'كومار سينغ رام', idKind: 'borderNumber', idNumber: '3012345687' },
    ]);
    expect((await list()).total).toBe(0);
    await desk.call('duplicates.scan');
    await desk.office().people.duplicates.scanDone();
    const status = await desk.call('duplicates.scanStatus');
    expect(status).toMatchObject({ running: false, progress: 1, cancelled: false });
    const found = (await list()).rows.map((row) => [row.low.id, row.high.id]);
    expect(found).toEqual(
      expect.arrayContaining([
        [a, b],
        [c, d],
        [e, f],
      ]),
    );
    expect(found).toHaveLength(3);
    expect((await desk.call('audit.list', {}))[0]?.action).toBe('duplicates.scanned');
  });

  it('a scan that fails says so, is logged, and can be started again', async () => {
    const faults: unknown[] = [];
    const own = await openOffice({ ports: { onFault: (error) => void faults.push(error) } });
    try {
      for (const name of ['سالم سعد علي العتيبي', 'سالم سعد علي عتيبي'])
        await own.call('parties.add', noId(name, { mobile: '0508072675' }));
      const { db } = own.office();
      db.sqlite.exec(`DELETE FROM duplicate_pair;
        CREATE TEMP TRIGGER broken BEFORE INSERT ON main.duplicate_pair BEGIN SELECT RAISE(ABORT, 'broken'); END`);
      await own.call('duplicates.scan');
      // Nobody awaits it in the office: a rejection would be nobody's.
      await own.office().people.duplicates.scanDone();
      expect(await own.call('duplicates.scanStatus')).toMatchObject({ running: false, failed: 'internal' });
      expect(faults).toHaveLength(1);
      db.sqlite.exec('DROP TRIGGER broken');
      await own.call('duplicates.scan');
      await own.office().people.duplicates.scanDone();
      expect(await own.call('duplicates.scanStatus')).toMatchObject({ failed: null });
      expect((await own.call('duplicates.list', { view: 'open' })).total).toBe(1);
    } finally {
      own.close();
    }
  });

  it('a scan answers the desk between its slices, and stops when it is told to', async () => {
    addSilently(
      Array.from({ length: 3000 }, (_, n) =>
        noId(`سالم سعد علي ${n % 40} العتيبي`, { village: `قرية ${n % 7}` }),
      ),
    );
    await desk.call('duplicates.scan');
    let turns = 0;
    for (let status = await desk.call('duplicates.scanStatus'); status.running; turns += 1) {
      await new Promise((resolve) => setImmediate(resolve));
      status = await desk.call('duplicates.scanStatus');
      if (turns === 3) await desk.call('duplicates.cancelScan');
    }
    expect(turns).toBeGreaterThan(3);
    expect(await desk.call('duplicates.scanStatus')).toMatchObject({ cancelled: true });
  });
});

it('two records side by side are a look of its own in the log, once on each, and no look at a card', async () => {
  const one = await desk.call('parties.add', person('فاطمة أحمد علي الحربي', '1058529940'));
  const other = await desk.call('parties.add', noId('فاطمة أحمد الحربي'));
  await desk.call('duplicates.compare', low(one.id, other.id));
  const looks = (await desk.call('audit.list', {})).filter(({ action }) => /compared$/iu.test(action));
  expect(looks.map(({ action }) => action)).toEqual(['party.pairCompared', 'party.pairCompared']);
  expect(new Set(looks.map(({ subjectId }) => subjectId))).toEqual(new Set([one.id, other.id]));
});
