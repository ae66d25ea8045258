import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { MergeChoices } from '#shared/duplicates/merge-choices.ts';
import { MERGE_FIELDS } from '#shared/duplicates/merge-choices.ts';
import type { PartyId, StaffId } from '#shared/ids.ts';
import { recordOfDoor } from '#shared/parties/party-record.ts';
import { partyInputSchema } from '#shared/parties/party.ts';
import { mergeParties } from '#db/duplicates/merge-party.ts';
import { undoMerge } from '#db/duplicates/undo-merge.ts';
import { findParty } from '#db/parties/party-queries.ts';
import { insertParty } from '#db/parties/party-writes.ts';
import { searchParties } from '#db/search/search-parties.ts';
import type { WriteTransaction } from '#db/transaction.ts';
import { openOffice, type TestDesk } from '../support/office.ts';
import { HANGERS, wholeTables } from './support/hanging-rows.ts';

const BY = 1 as StaffId;
const AT = 1_795_100_000_000;
const TODAY = '2026-11-22';

let desk: TestDesk;
beforeAll(async () => {
  desk = await openOffice();
});
afterAll(() => desk.close());

const db = () => desk.office().db;
const write = <T>(act: (tx: WriteTransaction) => T): T =>
  db().write((tx) => {
    tx.unaudited();
    return act(tx) as never;
  });
const add = (name: string, more: object = {}): PartyId =>
  write((tx) =>
    insertParty(
      tx,
      recordOfDoor(partyInputSchema.parse({ name, idKind: 'none', noIdReason: 'لا يحملها', ...more })),
      BY,
      AT,
    ),
  );
const merge = (
  keptId: PartyId,
  mergedId: PartyId,
  choices: MergeChoices = {},
  household: 'kept' | 'merged' = 'kept',
) =>
  write((tx) =>
    mergeParties(
      tx,
      {
        keptId,
        mergedId,
        versions: { kept: findParty(tx, keptId)!.version, merged: findParty(tx, mergedId)!.version },
        choices,
        household,
        reason: '',
      },
      BY,
      AT,
      TODAY,
    ),
  );
const undo = (mergeId: number) =>
  write((tx) => undoMerge(tx, { mergeId, conflicts: {}, give: [] }, BY, AT + 1));

const hangings = fc.array(
  fc.record({
    kind: fc.constantFrom(...Object.keys(HANGERS)),
    on: fc.constantFrom(0, 1),
    n: fc.nat({ max: 40 }),
  }),
  { maxLength: 25 },
);
const choices = fc.dictionary(
  fc.constantFrom(...MERGE_FIELDS),
  fc.constantFrom('kept' as const, 'merged' as const),
) as fc.Arbitrary<MergeChoices>;

describe('merge and its undo over whole tables', () => {
  it('restores every row, whatever hangs on either and whatever was chosen', () => {
    let id = 10;
    fc.assert(
      fc.property(
        hangings,
        choices,
        fc.constantFrom('kept' as const, 'merged' as const),
        fc.constantFrom(0, 1, 2, 3),
        fc.boolean(),
        (rows, chosen, household, files, withIds) => {
          id += 1;
          const { sqlite } = db();
          const passport = (n: number) =>
            withIds ? { idKind: 'passport', idNumber: `A${1_000_000 + id * 2 + n}`, noIdReason: '' } : {};
          const pair = [
            add(`فاطمة أحمد علي ع${id} الحربي`, { mobile: '0508072675', ...passport(0) }),
            add(`فاطمة احمد ع${id} الحربي`, { mobile: '0508072676', village: 'الحميمة', ...passport(1) }),
          ] as const;
          const other = add('سالم سعد العتيبي');
          for (const side of [0, 1] as const)
            if ((files & (side + 1)) !== 0)
              sqlite
                .prepare('UPDATE party SET file_year = 1448, file_number = ? WHERE id = ?')
                .run(id * 2 + side, pair[side]);
          for (const { kind, on, n } of rows) HANGERS[kind]!(sqlite, pair[on], n, other);
          const before = wholeTables(sqlite);
          const { mergeId } = merge(pair[0], pair[1], chosen, household);
          expect(findParty(db(), pair[1])!.mergedInto).toBe(pair[0]);
          expect(sqlite.pragma('foreign_key_check')).toEqual([]);
          undo(mergeId);
          expect(wholeTables(sqlite)).toEqual(before);
          expect(searchParties(db(), `فاطمة ع${id}`, 50).map((found) => found.id)).toEqual(
            expect.arrayContaining([...pair]),
          );
        },
      ),
      { numRuns: 40 },
    );
  });
});
