import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { addDays } from '#shared/calendar/iso-day.ts';
import type { DocumentInput, PartyDocument } from '#shared/documents/document.ts';
import type { DatumStanding } from '#shared/documents/matching.ts';
import type { PartyId } from '#shared/ids.ts';
import { listFileSubjects } from '#db/files/file-subjects.ts';
import { codeOf, MORNING_MS, openOffice, type TestDesk } from '../support/office.ts';
import { bigPdf } from '../support/sample-files.ts';

let desk: TestDesk;
let partyId: PartyId;
const TODAY = '2026-11-22';
const DAY_MS = 24 * 3_600_000;
const NOURA = {
  name: 'نورة سليمان محمد اللحياني',
  idKind: 'nationalId' as const,
  idNumber: '1058529940',
  mobile: '0508072675',
  village: 'الصمد',
};

beforeEach(async () => {
  desk = await openOffice();
  partyId = (await desk.call('parties.add', NOURA)).id;
});
afterEach(() => desk.close());

const save = (document: Partial<DocumentInput> & { kind: DocumentInput['kind'] }) =>
  desk.call('documents.save', { partyId, document });
const file = () => desk.call('documents.ofParty', { partyId });
const stateOf = async (kind: string, day?: string): Promise<string | undefined> =>
  (await desk.call('documents.ofParty', { partyId, day: day ?? null })).standing.find(
    (one) => one.kind === kind,
  )?.state;
const datum = (data: readonly DatumStanding[], name: string) => data.find((one) => one.datum === name);
const matchAll = async (data = ['name', 'idNumber']) => {
  const sheet = await desk.call('matching.sheet', { partyId });
  return desk.call('matching.match', {
    partyId,
    against: 'card',
    data: sheet
      .filter((one) => data.includes(one.datum))
      .map((one) => ({ datum: one.datum, seen: one.seen })),
  });
};

describe('documents', () => {
  it('are asked for from the checklist, and each is missing until it is shown', async () => {
    expect((await file()).standing.map(({ kind, state }) => [kind, state])).toEqual([
      ['identity', 'missing'],
      ['housing', 'missing'],
      ['income', 'missing'],
      ['iban', 'missing'],
    ]);
  });

  it('expected of a category that is deleted are not expected of the next one, which gets its number', async () => {
    const add = async (name: string) =>
      (await desk.call('categories.save', { id: null, category: { name, description: '' } })).id;
    const first = await add('نزلاء');
    const setting = await desk.call('documents.setting');
    const expected = [...setting.expected, { kind: 'deed' as const, categoryId: first }];
    await desk.call('documents.saveSetting', { ...setting, expected });
    await desk.call('categories.remove', { id: first });
    expect(await add('نازحون')).toBe(first);
    expect((await desk.call('documents.setting')).expected).toEqual(setting.expected);
  });

  it('is matched to its original by whom and when, and that is taken back and given again', async () => {
    const saved = await save({ kind: 'identity', number: '1', expiresOn: '2030-01-01' });
    expect([saved.matchedByName, saved.matchedAtMs]).toEqual([
      desk.app.session.current()!.staff.name,
      MORNING_MS,
    ]);
    expect(await stateOf('identity')).toBe('valid');
    await desk.call('documents.match', { id: saved.id, matched: false });
    expect(await stateOf('identity')).toBe('unmatched');
    desk.become('سارة المطيري', ['receptionist']);
    expect((await desk.call('documents.match', { id: saved.id, matched: true })).matchedByName).toBe(
      'سارة المطيري',
    );
  });

  it('holds on its very last day and no day longer, and on the day of submission whatever today is', async () => {
    await save({ kind: 'identity', expiresOn: TODAY });
    expect(await stateOf('identity')).toBe('expiring');
    desk.clock.advance(DAY_MS);
    expect(await stateOf('identity')).toBe('expired');
    expect(await stateOf('identity', TODAY)).toBe('expiring');
  });

  it('a statement of income holds for three months of its issue', async () => {
    const income = await save({ kind: 'income', issuedOn: '2026-09-01' });
    expect(income.expiresOn).toBe('2026-12-01');
    expect([await stateOf('income', '2026-12-01'), await stateOf('income', '2026-12-02')]).toEqual([
      'expiring',
      'expired',
    ]);
    expect(await codeOf(() => save({ kind: 'income' }))).toBe('invalidInput');
    expect(await codeOf(() => save({ kind: 'income', issuedOn: addDays(TODAY, 1) }))).toBe('dayNotCome');
  });

  it('a renewal is a new document, and the old one stays', async () => {
    const expired = async () =>
      (await desk.call('parties.list', { state: 'expiredDocuments' })).rows.map(({ id }) => id);
    await save({ kind: 'identity', expiresOn: '2026-01-01' });
    expect(await expired()).toEqual([partyId]);
    await save({ kind: 'identity', expiresOn: '2036-01-01' });
    expect(await expired()).toEqual([]);
    const { documents } = await file();
    expect(documents.map(({ expiresOn }) => expiresOn)).toEqual(['2036-01-01', '2026-01-01']);
    expect(await stateOf('identity')).toBe('valid');
  });

  it('is removed with a reason and put back; nothing is deleted', async () => {
    const { id } = await save({ kind: 'identity' });
    expect(await codeOf(() => desk.call('documents.remove', { id, reason: ' ' }))).toBe('invalidInput');
    await desk.call('documents.remove', { id, reason: 'سُجّل في ملف غير صاحبه' });
    expect(await stateOf('identity')).toBe('missing');
    expect((await file()).documents[0]?.removed?.reason).toBe('سُجّل في ملف غير صاحبه');
    expect(await codeOf(() => desk.call('documents.match', { id, matched: false }))).toBe('documentRemoved');
    expect(await codeOf(() => desk.call('documents.remove', { id, reason: 'مرة أخرى' }))).toBe(
      'documentRemoved',
    );
    await desk.call('documents.restore', { id });
    expect(await stateOf('identity')).toBe('valid');
  });
});

describe('a copy', () => {
  const kept = async () => {
    const stored = await desk.call('files.put', { name: 'هوية.pdf', bytes: bigPdf(2000), accept: 'scan' });
    return { sha256: stored.sha256, name: stored.name };
  };

  it('is not kept by default, and only on a legal basis until a day to come', async () => {
    const { id, copy } = await save({ kind: 'identity' });
    expect(copy).toBeNull();
    const scan = await kept();
    const keep = (basis: string, destroyBy: string) =>
      desk.call('documents.keepCopy', { id, copy: { basis, destroyBy, file: scan } });
    expect(await codeOf(() => keep('', '2027-01-01'))).toBe('invalidInput');
    expect(await codeOf(() => keep('تعميم', ''))).toBe('invalidInput');
    expect(await codeOf(() => keep('تعميم', TODAY))).toBe('dayPast');
    const document = await keep('تعميم المركز', '2027-01-01');
    expect(document.copy).toMatchObject({ basis: 'تعميم المركز', destroyBy: '2027-01-01', file: scan });
    // Whoever looks at it is logged on the document.
    expect(listFileSubjects(desk.office().db, scan.sha256)).toEqual([{ kind: 'partyDocument', id }]);
  });

  it('is listed when its day comes, and no longer once it was destroyed', async () => {
    const { id } = await save({ kind: 'identity' });
    await desk.call('documents.keepCopy', {
      id,
      copy: { basis: 'تعميم', destroyBy: addDays(TODAY, 10), file: await kept() },
    });
    const due = async () => (await desk.call('outreach.list', { reason: 'copyToDestroy' })).rows.length;
    expect(await due()).toBe(0);
    desk.clock.advance(10 * DAY_MS);
    expect(await due()).toBe(1);
    expect((await desk.call('documents.destroyCopy', { id })).copy).toBeNull();
    expect(await due()).toBe(0);
    expect(await codeOf(() => desk.call('documents.destroyCopy', { id }))).toBe('notFound');
  });

  it.each([
    ['in the database', 2000],
    ['in the folder', 1_500_000],
  ])('is gone with its bytes when it is destroyed: one that lies %s', async (_, size) => {
    const put = async (name: string) => {
      const stored = await desk.call('files.put', { name, bytes: bigPdf(size), accept: 'scan' });
      return { sha256: stored.sha256, name: stored.name };
    };
    const scan = await put('هوية.pdf');
    const onDisk = join(desk.dataFolder, 'files', scan.sha256);
    const keep = (id: PartyDocument['id']) =>
      desk.call('documents.keepCopy', {
        id,
        copy: { basis: 'تعميم', destroyBy: addDays(TODAY, 10), file: scan },
      });
    const [one, other] = [await save({ kind: 'identity' }), await save({ kind: 'residence' })];
    await keep(one.id);
    await keep(other.id);
    expect(existsSync(onDisk)).toBe(size > 1024 * 1024);
    // The same bytes are kept on another document until its own day.
    await desk.call('documents.destroyCopy', { id: one.id });
    expect((await desk.call('files.get', scan)).bytes.length).toBe(size);
    await desk.call('documents.destroyCopy', { id: other.id });
    expect(existsSync(onDisk)).toBe(false);
    expect(await codeOf(() => desk.call('files.get', scan))).toBe('notFound');
    // Whoever brings it again keeps it anew.
    expect((await put('هوية.pdf')).sha256).toBe(scan.sha256);
  });
});

describe('the data', () => {
  it('are matched as they were seen, by whom, when and against what', async () => {
    const data = await matchAll();
    expect(datum(data, 'name')).toMatchObject({ state: 'matched', against: 'card', matchedAtMs: MORNING_MS });
    expect(datum(data, 'mobile')?.state).toBe('unmatched');
  });

  it('are stale as soon as the value changes, and right again when it is what it was', async () => {
    await matchAll();
    const rename = (name: string) => desk.call('parties.update', { id: partyId, party: { ...NOURA, name } });
    await rename('نورة سليمان محمد اللحيانية');
    const { data } = await file();
    expect([datum(data, 'name')?.state, datum(data, 'idNumber')?.state]).toEqual(['stale', 'matched']);
    await rename(NOURA.name);
    expect(datum((await file()).data, 'name')?.state).toBe('matched');
  });

  it('a value that changed after it was shown is not matched unseen', async () => {
    const sheet = await desk.call('matching.sheet', { partyId });
    await desk.call('parties.update', { id: partyId, party: { ...NOURA, village: 'حدا' } });
    const match = () =>
      desk.call('matching.match', {
        partyId,
        against: 'bill',
        data: sheet.map(({ datum: one, seen }) => ({ datum: one, seen })),
      });
    expect(await codeOf(match)).toBe('matchedValueChanged');
    expect((await file()).data.every(({ state }) => state === 'unmatched')).toBe(true);
  });

  it('one is taken back without the others', async () => {
    await matchAll();
    const data = await desk.call('matching.withdraw', { partyId, data: ['name'] });
    expect([datum(data, 'name')?.state, datum(data, 'idNumber')?.state]).toEqual(['unmatched', 'matched']);
  });

  it('the log names the data and never their values', async () => {
    await matchAll();
    await save({ kind: 'identity', number: '9988776655' });
    const { db } = desk.office();
    const log = JSON.stringify(db.sqlite.prepare('SELECT details_json FROM audit_log').pluck().all());
    expect(log).toContain('idNumber');
    for (const secret of [NOURA.idNumber, '9988776655', 'نورة']) expect(log).not.toContain(secret);
  });
});

it('a committee member reads and does not write; an auditor sees what was done in the log alone', async () => {
  desk.become('المدقق', ['auditor']);
  expect(await codeOf(file)).toBe('notAllowed');
  desk.become('عضو اللجنة', ['committeeMember']);
  expect((await file()).standing).toHaveLength(4);
  expect(await codeOf(() => desk.call('matching.sheet', { partyId }))).toBe('notAllowed');
  expect(await codeOf(() => save({ kind: 'identity' }))).toBe('notAllowed');
  expect(await codeOf(() => desk.call('matching.withdraw', { partyId, data: ['name'] }))).toBe('notAllowed');
});
