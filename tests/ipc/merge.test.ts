import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { PartyId } from '#shared/ids.ts';
import type { Party } from '#shared/parties/party.ts';
import { verifyDatabase } from '#electron/verify/verify-database.ts';
import { codeOf, openOffice, person, type TestDesk } from '../support/office.ts';
import { wholeTables } from '../db/support/hanging-rows.ts';
import { letterContent } from '../support/letter-content.ts';

let desk: TestDesk;
let kept: Party;
let merged: Party;
beforeEach(async () => {
  desk = await openOffice();
  kept = await desk.call('parties.add', person('فاطمة أحمد علي الحربي', '1058529940'));
  merged = await desk.call('parties.add', {
    name: 'فاطمة أحمد الحربي',
    idKind: 'none',
    noIdReason: 'لم تحضرها',
    mobile: '0508072675',
    village: 'الحميمة',
  });
});
afterEach(() => desk.close());

const db = () => desk.office().db;
const standing = () => wholeTables(db().sqlite);
const version = async (id: PartyId): Promise<number> => (await desk.call('parties.record', { id })).version;
const merge = async (choices: object = {}, [a, b]: [PartyId, PartyId] = [kept.id, merged.id]) =>
  desk.call('duplicates.merge', {
    keptId: a,
    mergedId: b,
    versions: { kept: await version(a), merged: await version(b) },
    choices,
  });

describe('merge', () => {
  it('moves what hangs on the record, leaves a reference that search follows, and verify stays clean', async () => {
    await desk.call('contacts.log', {
      partyId: merged.id,
      channel: 'phoneCall',
      direction: 'in',
      inquiry: 'متى السلة؟',
      answer: 'الأحد',
    });
    const { id: letter } = await desk.call('letters.create', {
      partyId: merged.id,
      content: letterContent(),
    });
    await merge({ name: 'kept' });
    const page = await desk.call('parties.page', { id: merged.id });
    expect(page).toMatchObject({ party: { id: kept.id }, forwardedFrom: expect.anything() });
    expect(page.contacts.map(({ inquiry }) => inquiry)).toEqual(['متى السلة؟']);
    expect((await desk.call('letters.get', { id: letter })).partyId).toBe(kept.id);
    const [hit] = await desk.call('parties.search', { text: 'فاطمة أحمد الحربي' });
    expect(hit).toMatchObject({ id: kept.id });
    expect((await desk.call('parties.list', {})).rows.map(({ id }) => id)).toEqual([kept.id]);
    expect(verifyDatabase(db()).faults).toEqual([]);
  });

  it('takes nothing new on a record that was merged, and says where it went', async () => {
    await merge();
    const gone = { code: 'partyMerged', details: { into: kept.id, name: kept.name } };
    await expect(
      desk.call('visits.start', { partyId: merged.id, purpose: 'inquiry', serve: true }),
    ).rejects.toMatchObject(gone);
    await expect(
      desk.call('requests.open', {
        partyId: merged.id,
        visitId: null,
        service: 'سلة',
        need: '',
        level: 'ordinary',
      }),
    ).rejects.toMatchObject(gone);
    await expect(
      desk.call('contacts.log', {
        partyId: merged.id,
        channel: 'phoneCall',
        direction: 'in',
        inquiry: 'سؤال',
        answer: '',
      }),
    ).rejects.toMatchObject(gone);
    await expect(merge({}, [kept.id, merged.id])).rejects.toMatchObject({ code: 'partyMerged' });
    // A letter is about a person, whatever number they had.
    const letter = await desk.call('letters.create', { partyId: merged.id, content: letterContent() });
    expect(letter.partyId).toBe(kept.id);
  });

  it('refuses what was changed since it was compared', async () => {
    const versions = { kept: await version(kept.id), merged: await version(merged.id) };
    await desk.call('parties.update', { id: kept.id, party: person('فاطمة أحمد علي الحربية', '1058529940') });
    expect(
      await codeOf(() =>
        desk.call('duplicates.merge', { keptId: kept.id, mergedId: merged.id, versions, choices: {} }),
      ),
    ).toBe('conflict');
    expect(await codeOf(() => merge({}, [kept.id, kept.id]))).toBe('mergeRefused');
  });

  it('takes each field from the side that was chosen; two identities change places', async () => {
    const other = await desk.call('parties.add', person('فاطمة أحمد علي محمد الحربي', '1001244019'));
    await merge({ identity: 'merged', name: 'merged' }, [kept.id, other.id]);
    expect(await desk.call('parties.record', { id: kept.id })).toMatchObject({
      name: 'فاطمة أحمد علي محمد الحربي',
      idNumber: '1001244019',
    });
    // The former number still leads here.
    const [hit] = await desk.call('parties.search', { text: '1058529940' });
    expect(hit?.id).toBe(kept.id);
  });

  it('a record takes up the number of the one that was merged into it, and undoing asks whose it is', async () => {
    const other = await desk.call('parties.add', person('نورة سعد محمد', '1001244019'));
    const { mergeId } = await merge({}, [kept.id, other.id]);
    await desk.call('parties.update', { id: kept.id, party: person('فاطمة أحمد علي الحربي', '1001244019') });
    expect(await codeOf(() => desk.call('duplicates.undoMerge', { mergeId }))).toBe('identifierTaken');
    await desk.call('duplicates.undoMerge', { mergeId, conflicts: { idNumber: 'before' } });
    expect((await desk.call('parties.record', { id: kept.id })).idNumber).toBe('1058529940');
    expect((await desk.call('parties.record', { id: other.id })).idNumber).toBe('1001244019');
    expect(verifyDatabase(db()).faults).toEqual([]);
  });
});

describe('merge → edit → undo', () => {
  it('restores every row of every table when nothing was changed since', async () => {
    const before = standing();
    const { mergeId } = await merge({ village: 'merged' });
    await desk.call('duplicates.undoMerge', { mergeId });
    expect(standing()).toEqual(before);
    expect(verifyDatabase(db()).faults).toEqual([]);
    expect(await codeOf(() => desk.call('duplicates.undoMerge', { mergeId }))).toBe('undoRefused');
  });

  it.each([
    ['kept', 'وادي الحميمة', 'الحميمة'],
    ['returned', 'الصمد', 'وادي الحميمة'],
    ['before', 'الصمد', 'الحميمة'],
  ] as const)('a later edit goes where it is sent: %s', async (choice, keptVillage, mergedVillage) => {
    const before = standing();
    const { mergeId } = await merge({ village: 'merged' });
    const party = { ...person('فاطمة أحمد علي الحربي', '1058529940'), village: 'وادي الحميمة' };
    await desk.call('parties.update', { id: kept.id, party });
    const { conflicts } = await desk.call('duplicates.standing', { mergeId });
    expect(conflicts).toEqual([{ field: 'village', before: 'الصمد', after: 'الحميمة', now: 'وادي الحميمة' }]);
    await desk.call('duplicates.undoMerge', { mergeId, conflicts: { village: choice } });
    expect((await desk.call('parties.record', { id: kept.id })).village).toBe(keptVillage);
    expect((await desk.call('parties.record', { id: merged.id })).village).toBe(mergedVillage);
    // But for that field and the counts of changes, every row of every table is as it was.
    const plain = (tables: Record<string, string[]>) => ({
      ...tables,
      duplicate_pair: [],
      party: tables['party']!.map((row) => {
        const {
          village: _v,
          version: _n,
          updated_at_ms: _u,
          ...rest
        } = JSON.parse(row) as Record<string, unknown>;
        return rest;
      }),
    });
    expect(plain(standing())).toEqual(plain(before));
  });

  it('a suspected pair does not come back whose other record was merged or taken out since', async () => {
    const alike = async () => {
      const added = await desk.call('parties.add', {
        name: 'فاطمة أحمد الحربي',
        idKind: 'none',
        noIdReason: 'لم تحضرها',
        mobile: '0508072675',
        village: 'الحميمة',
      });
      return added.id;
    };
    const [third, fourth] = [await alike(), await alike()];
    const pairsOf = (id: PartyId): number =>
      db()
        .sqlite.prepare('SELECT count(*) FROM duplicate_pair WHERE low_id = @id OR high_id = @id')
        .pluck()
        .get({ id }) as number;
    expect([pairsOf(third), pairsOf(fourth)].every((n) => n > 0)).toBe(true);
    const { mergeId } = await merge();
    await merge({}, [(await desk.call('parties.add', person('هند سالم عمر', '1100000007'))).id, third]);
    // As undoing an import takes a record out.
    for (const sql of [
      `DELETE FROM duplicate_pair WHERE ${fourth} IN (low_id, high_id)`,
      ...['party_role', 'contact_point'].map((table) => `DELETE FROM ${table} WHERE party_id = ${fourth}`),
      `DELETE FROM party WHERE id = ${fourth}`,
    ])
      db().sqlite.exec(sql);
    await desk.call('duplicates.undoMerge', { mergeId });
    expect(pairsOf(third)).toBe(0);
  });

  it('what was written after the merge stays, unless it is given back with the other', async () => {
    const { mergeId } = await merge();
    const log = (inquiry: string) =>
      desk.call('contacts.log', {
        partyId: kept.id,
        channel: 'phoneCall',
        direction: 'in',
        inquiry,
        answer: '',
      });
    await log('يبقى');
    await log('يعود');
    const { since } = await desk.call('duplicates.standing', { mergeId });
    expect(since.map(({ table, label }) => [table, label])).toEqual([
      ['contact', 'يبقى'],
      ['contact', 'يعود'],
    ]);
    await desk.call('duplicates.undoMerge', {
      mergeId,
      give: since.slice(1).map(({ table, column, id }) => ({ table, column, id })),
    });
    const inquiries = async (id: PartyId) =>
      (await desk.call('parties.page', { id })).contacts.map(({ inquiry }) => inquiry);
    expect(await inquiries(kept.id)).toEqual(['يبقى']);
    expect(await inquiries(merged.id)).toEqual(['يعود']);
  });

  it('merges are undone in order, and each says what stands in its way', async () => {
    const third = await desk.call('parties.add', person('نورة سعد محمد', '1001244019'));
    const before = standing();
    const first = await merge();
    const second = await merge({}, [third.id, kept.id]);
    expect((await desk.call('parties.page', { id: merged.id })).party.id).toBe(third.id);
    expect((await desk.call('duplicates.standing', { mergeId: first.mergeId })).obstacle).toEqual({
      code: 'keptMerged',
      name: third.name,
      mergeId: second.mergeId,
    });
    await expect(desk.call('duplicates.undoMerge', { mergeId: first.mergeId })).rejects.toMatchObject({
      code: 'undoRefused',
      details: { reason: 'keptMerged', name: third.name },
    });
    await desk.call('duplicates.undoMerge', { mergeId: second.mergeId });
    await desk.call('duplicates.undoMerge', { mergeId: first.mergeId });
    expect(standing()).toEqual(before);
  });

  it('of two merges into one record the later is undone first', async () => {
    const third = await desk.call('parties.add', person('فاطمة أحمد علي', '1001244019'));
    const first = await merge();
    await merge({}, [kept.id, third.id]);
    expect((await desk.call('duplicates.standing', { mergeId: first.mergeId })).obstacle).toMatchObject({
      code: 'laterMerge',
      name: third.name,
    });
  });

  it('not once either person was erased', async () => {
    const { mergeId } = await merge();
    db().write((tx) => {
      tx.audit({
        atMs: desk.clock.nowMs(),
        actorId: null,
        actorName: '',
        action: 'party.erased',
        subjectKind: 'party',
        subjectId: merged.id,
        details: {},
      });
    });
    expect((await desk.call('duplicates.standing', { mergeId })).obstacle?.code).toBe('erased');
    await expect(desk.call('duplicates.undoMerge', { mergeId })).rejects.toMatchObject({
      code: 'undoRefused',
      details: { reason: 'erased' },
    });
  });
});
