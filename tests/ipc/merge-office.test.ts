import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { MERGE_FIELDS } from '#shared/duplicates/merge-choices.ts';
import type { ConflictChoice } from '#shared/duplicates/merge-contract.ts';
import type { PartyId, StaffId } from '#shared/ids.ts';
import { recordOf } from '#shared/parties/party-record.ts';
import { keptOf } from '#db/duplicates/family.ts';
import { MOVING } from '#db/duplicates/party-references.ts';
import { findParty } from '#db/parties/party-queries.ts';
import { updateParty } from '#db/parties/party-writes.ts';
import { searchParties } from '#db/search/search-parties.ts';
import { verifyDatabase } from '#electron/verify/verify-database.ts';
import { wholeTables } from '../db/support/hanging-rows.ts';
import type { TestDesk } from '../support/office.ts';
import { openTwinOffices, type TwinOffices } from '../support/twin-offices.ts';

// Years of real papers, and each is compared: seconds on a quiet machine.
vi.setConfig({ testTimeout: 240_000, hookTimeout: 240_000 });

let twins: TwinOffices;
beforeAll(async () => {
  twins = await openTwinOffices(40, 7);
});
afterAll(() => twins.close());

const TODAY = '2026-11-23';
const REASON = 'سُجّل خطأ';
const SEVEN_STEPS = [
  'attestation',
  'committee_session',
  'decision',
  'decision_notice',
  'delivery',
  'delivery_plan',
  'document_signature',
  'field_visit',
  'need_assessment',
  'referral',
  'request_datum',
  'request_requirement',
  'request_stop',
  'sealed_document',
  'session_case',
  'social_research',
  'support_request',
];

type Act = (desk: TestDesk, id: number) => Promise<unknown>;
type Rows = (persons: string) => string;
const hangs =
  (table: string, and = ''): Rows =>
  (persons) =>
    `SELECT id FROM ${table} WHERE party_id IN (${persons}) ${and} ORDER BY id`;
const notices: Rows = (persons) =>
  `SELECT n.id FROM decision_notice n JOIN decision d ON d.id = n.decision_id
   JOIN support_request r ON r.id = d.request_id WHERE r.party_id IN (${persons}) ORDER BY n.id`;

/** Work that goes on meanwhile, each by the row that it is done to: it must not matter whose that row is just now. */
const WORK: Readonly<Record<string, readonly [Rows, Act]>> = {
  closeContact: [
    hangs('contact'),
    (desk, id) => desk.call('contacts.setClosed', { id: id, closed: id % 2 === 0 }),
  ],
  noteVisit: [hangs('visit'), (desk, id) => desk.call('visits.saveNote', { id: id, note: `حضر ${id}` })],
  withdrawFact: [
    hangs('party_fact'),
    (desk, id) => desk.call('circumstances.withdraw', { what: 'fact', id, reason: REASON }),
  ],
  withdrawMoney: [
    hangs('money_line'),
    (desk, id) => desk.call('circumstances.withdraw', { what: 'money', id, reason: REASON }),
  ],
  endCategory: [
    hangs('party_category'),
    (desk, id) => desk.call('categories.end', { id: id, end: { on: TODAY, reason: REASON } }),
  ],
  meetNeed: [
    hangs('party_need'),
    (desk, id) => desk.call('circumstances.meetNeed', { id: id, met: { on: TODAY, how: 'سلة' } }),
  ],
  removeDocument: [
    hangs('party_document'),
    (desk, id) => desk.call('documents.remove', { id: id, reason: REASON }),
  ],
  leaveHousehold: [
    hangs('household_member', `AND relation <> 'head'`),
    (desk, id) => desk.call('households.leave', { id: id, on: TODAY, reason: 'moved' }),
  ],
  nameBreadwinner: [
    hangs('household_member'),
    (desk, id) => desk.call('households.setBreadwinner', { id: id, breadwinner: id % 2 === 0 }),
  ],
  withdrawProxy: [hangs('representative'), (desk, id) => desk.call('representatives.withdraw', { id: id })],
  discardLetter: [
    hangs('letter', `AND state = 'draft'`),
    (desk, id) => desk.call('letters.discard', { id: id }),
  ],
  raiseLevel: [
    hangs('support_request'),
    (desk, id) => desk.call('requests.setLevel', { id: id, level: 'urgent', reason: REASON }),
  ],
  stopRequest: [
    hangs('support_request'),
    (desk, id) => desk.call('requests.stop', { id: id, kind: 'office', reason: REASON }),
  ],
  withdrawRequest: [
    hangs('support_request'),
    (desk, id) => desk.call('requests.withdraw', { id: id, reason: REASON }),
  ],
  withdrawNotice: [notices, (desk, id) => desk.call('notices.withdraw', { id: id })],
  refer: [
    hangs('support_request'),
    async (desk, id) => {
      const { partyId } = await desk.call('requests.get', { id });
      return desk.call('referrals.refer', { partyId, requestId: id, question: 'هل يلزم صك الحضانة؟' });
    },
  ],
  tellDecision: [
    hangs('support_request'),
    (desk, id) => desk.call('notices.record', { requestId: id, channel: 'phoneCall', outcome: 'reached' }),
  ],
  cancelReferral: [
    hangs('referral'),
    async (desk, id) => {
      const { version } = await desk.call('referrals.get', { id: id });
      return desk.call('referrals.cancel', { id: id, version, reason: REASON });
    },
  ],
};

const side = fc.constantFrom('kept' as const, 'merged' as const);
const script = fc.record({
  /** How many take part, and from whom on: few of them are merged over and over, in chains. */
  among: fc.integer({ min: 2, max: 24 }),
  from: fc.nat({ max: 40 }),
  steps: fc.array(
    fc.record({
      work: fc.array(fc.tuple(fc.constantFrom(...Object.keys(WORK)), fc.nat()), { maxLength: 4 }),
      kept: fc.nat(),
      merged: fc.nat(),
      choices: fc.dictionary(fc.constantFrom(...MERGE_FIELDS), side),
      household: side,
      /** A note on the record that stays, written after its merge, and where undoing sends it. */
      note: fc.boolean(),
      goes: fc.constantFrom('kept' as const, 'returned' as const, 'before' as const),
    }),
    { minLength: 1, maxLength: 4 },
  ),
  /** Which of those that may be undone is. */
  order: fc.array(fc.nat(), { minLength: 4, maxLength: 4 }),
});
type Script = typeof script extends fc.Arbitrary<infer T> ? T : never;

const column = (desk: TestDesk, sql: string): unknown[] => desk.office().db.sqlite.prepare(sql).pluck().all();
const noteOf = (desk: TestDesk, id: number): string =>
  String(column(desk, `SELECT note FROM party WHERE id = ${id}`)[0]);

/** Whose notes were written meanwhile: of them it is not told how often they were changed and when. */
const edited = new Set<number>();
const movedTables = new Set<unknown>();
const done = new Set<string>();

/** Every row of every table; of a suspicion not since when. */
function standing(desk: TestDesk): Record<string, unknown> {
  const tables = wholeTables(desk.office().db.sqlite);
  const rows = (name: string) => tables[name]!.map((row) => JSON.parse(row) as Record<string, unknown>);
  return {
    ...tables,
    duplicate_pair: rows('duplicate_pair').map((pair) => ({ ...pair, found_at_ms: 0 })),
    party: rows('party').map(({ version, updated_at_ms, ...party }) =>
      edited.has(Number(party['id'])) ? party : { ...party, version, updated_at_ms },
    ),
  };
}

async function work(taking: readonly number[], kind: string, n: number): Promise<void> {
  const [rows, act] = WORK[kind]!;
  const found = twins.ids(rows(taking.join()));
  const id = found[n % found.length];
  if (id === undefined) return;
  const [here, there] = await twins.both((desk) => act(desk, id));
  expect(here, kind).toBe(there);
  if (here === 'done') done.add(kind);
}

async function merge(one: Script['steps'][number], keptId: PartyId, mergedId: PartyId): Promise<number> {
  const { merging } = twins;
  const version = async (id: PartyId) => (await merging.call('parties.record', { id })).version;
  const { mergeId } = await merging.call('duplicates.merge', {
    keptId,
    mergedId,
    versions: { kept: await version(keptId), merged: await version(mergedId) },
    choices: one.choices,
    household: one.household,
  });
  for (const table of column(
    merging,
    `SELECT DISTINCT table_name FROM party_merge_row WHERE merge_id = ${mergeId}`,
  ))
    movedTables.add(table);
  for (const { table, column: name, where } of MOVING)
    if (where === undefined)
      expect(column(merging, `SELECT id FROM ${table} WHERE ${name} = ${mergedId}`), table).toEqual([]);
  if (one.note)
    merging.office().db.write((tx) => {
      tx.unaudited();
      const record = { ...recordOf(findParty(tx, keptId)!), note: `كُتب بعد الدمج ${mergeId}` };
      updateParty(tx, keptId, record, 1 as StaffId, merging.clock.nowMs());
    });
  return mergeId;
}

async function play({ among, from, steps, order }: Script): Promise<void> {
  const { merging, plain, persons } = twins;
  const { db } = merging.office();
  const taking = Array.from({ length: among }, (_, n) => persons[(from + n) % persons.length]!);
  const notes = new Map(taking.map((id) => [id, noteOf(plain, id)]));
  const write = (id: number, note: string): void => {
    edited.add(id);
    plain.office().db.sqlite.prepare('UPDATE party SET note = ? WHERE id = ?').run(note, id);
  };
  const merges: { mergeId: number; keptId: number; mergedId: number; goes: ConflictChoice }[] = [];
  for (const one of steps) {
    for (const [kind, n] of one.work) await work(taking, kind, n);
    const [keptId, mergedId] = [one.kept, one.merged].map((n) => keptOf(db, taking[n % among]!)!.id);
    if (keptId === mergedId) continue;
    merges.push({
      mergeId: await merge(one, keptId!, mergedId!),
      keptId: keptId!,
      mergedId: mergedId!,
      goes: one.goes,
    });
  }
  expect(db.sqlite.pragma('foreign_key_check')).toEqual([]);
  for (const at of order) {
    const told = await Promise.all(
      merges.map(({ mergeId }) => merging.call('duplicates.standing', { mergeId })),
    );
    const free = merges.filter((_, index) => told[index]?.obstacle === null);
    const next = free[at % free.length];
    if (next === undefined) break;
    const { conflicts } = told[merges.indexOf(next)]!;
    expect(conflicts.filter(({ field }) => field !== 'note')).toEqual([]);
    await merging.call('duplicates.undoMerge', { mergeId: next.mergeId, conflicts: { note: next.goes } });
    merges.splice(merges.indexOf(next), 1);
    for (const { now } of conflicts) {
      write(next.keptId, next.goes === 'kept' ? now : notes.get(next.keptId)!);
      if (next.goes === 'returned') write(next.mergedId, now);
    }
  }
  expect(merges).toEqual([]);
  expect(standing(merging)).toEqual(standing(plain));
  for (const id of taking.slice(0, 3)) {
    const { name } = findParty(db, id)!;
    const found = (desk: TestDesk) => searchParties(desk.office().db, name, 20).map((hit) => hit.id);
    expect(found(merging)).toEqual(found(plain));
  }
}

describe('an office with years of the seven steps behind it', () => {
  it('leaves no table of the seven steps empty', () => {
    const filled = Object.entries(wholeTables(twins.plain.office().db.sqlite)).filter(
      ([, rows]) => rows.length > 0,
    );
    expect(Object.fromEntries(filled)).toMatchObject(
      Object.fromEntries(SEVEN_STEPS.map((table) => [table, expect.anything()])),
    );
  });

  it('is after any merges, any work meanwhile and their undoing what it is where nobody merged', async () => {
    // What one leaves behind the next finds: a script that fails is not made smaller.
    await fc.assert(fc.asyncProperty(script, play), { numRuns: 60, endOnFailure: true });
    const hanging = MOVING.filter(
      ({ table }) => column(twins.plain, `SELECT 1 FROM ${table} LIMIT 1`).length > 0,
    );
    expect([...movedTables]).toEqual(expect.arrayContaining(hanging.map(({ table }) => table)));
    expect([...done].toSorted()).toEqual(Object.keys(WORK).toSorted());
    expect(verifyDatabase(twins.merging.office().db).faults).toEqual([]);
  });
});
