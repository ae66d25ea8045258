import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { NORM_VERSION } from '#shared/arabic/search-key.ts';
import { memberInputSchema } from '#shared/households/household.ts';
import type { PartyId, StaffId } from '#shared/ids.ts';
import { recordOfDoor } from '#shared/parties/party-record.ts';
import { newDatabaseKey } from '#db/database-key.ts';
import { insertHousehold, insertMember } from '#db/households/household-writes.ts';
import { createDatabase, type Database } from '#db/open-database.ts';
import { insertInstallation } from '#db/organisation/organisation-rows.ts';
import { findParties } from '#db/parties/party-list.ts';
import { insertParty } from '#db/parties/party-writes.ts';
import { dropMember, indexMember } from '#db/search-index.ts';
import { questionOf } from '#db/search/name-match.ts';
import { refreshSearchIndex } from '#db/search/refresh-index.ts';
import { insertStaff } from '#db/staff/staff-writes.ts';
import type { WriteTransaction } from '#db/transaction.ts';
import { tempFolder } from '../support/office.ts';

/** Words that begin with «را», more than a question is put together of. */
const MANY = Array.from(
  { length: 60 },
  (_, index) => `را${'بتثجحخدذرز'[Math.floor(index / 10)]}${'سشصضطظعغفق'[index % 10]}`,
);
const WANTED = 'صلاح الدين تركي أحمد طه';

let folder: string;
let db: Database;
let member: number;

const write = <T>(act: (tx: WriteTransaction) => T): T =>
  db.write((tx) => {
    tx.unaudited();
    return act(tx) as never;
  });

beforeAll(() => {
  folder = tempFolder();
  db = createDatabase({ file: join(folder, 'app.db'), key: newDatabaseKey() });
  write((tx) => {
    insertInstallation(tx, { uuid: '0'.repeat(36), atMs: 1, normVersion: NORM_VERSION });
    const by: StaffId = insertStaff(
      tx,
      { name: 'سارة', jobTitle: '', roles: [], rights: [] },
      '$argon2id$x',
      1,
    );
    const add = (name: string): PartyId =>
      insertParty(
        tx,
        recordOfDoor({
          kind: 'person',
          name,
          idKind: 'none',
          idNumber: '',
          noIdReason: 'لا يحمل هوية',
          mobile: '',
          village: '',
          sex: null,
          roles: ['beneficiary'],
        }),
        by,
        1,
      );
    // All of them bear a word that begins with «ر»; only the last one's begins with «راي».
    for (const word of MANY) add(`سعد ${word} حمود`);
    for (const word of MANY) add(`سعد رضوان ${word.slice(2)} القثامي`);
    const head = add('سعد رايد حمود');
    add(WANTED);
    add('صلاح الدين تركي سعد');
    const household = insertHousehold(tx, by, 1);
    insertMember(tx, household, memberInputSchema.parse({ partyId: head, relation: 'head' }), by, 1);
    member = insertMember(
      tx,
      household,
      memberInputSchema.parse({ relation: 'son', name: 'وسام رايد الشلوي' }),
      by,
      1,
    );
  });
});
afterAll(() => {
  db.close();
  rmSync(folder, { recursive: true, force: true });
});

const names = (text: string): string[] => findParties(db, text, 12).map((hit) => hit.name);

describe('words of which a letter or two are typed', () => {
  it.each(['صلاح الدين ت ا ط', 'صلاح الدين ط ت', 'ط صلاح الدين أ', 'تركي ط', 'ت طه أ', 'طه صل تر'])(
    '%s',
    (text) => {
      expect(names(text)).toEqual([WANTED]);
    },
  );

  it.each(['صلاح الدين ت ا ق', 'طه ق', 'تركي ط ط ن'])('nobody by %s', (text) => {
    expect(names(text)).toEqual([]);
  });

  it('leaves nobody out among many whose word begins with the same letter', () => {
    expect(questionOf(db, ['حمود', 'را'])?.strict).not.toBeNull();
    expect(names('حمود راي')).toEqual(['سعد رايد حمود']);
    expect(names('القثامي سعد را')).toEqual([]);
    const found = names('حمود را');
    expect(found).toHaveLength(12);
    for (const name of found) expect(name).toMatch(/ را/u);
  });

  it('finds by lists of two words, never by all who bear one', () => {
    for (const words of [
      ['صلاحالدين', 'ت', 'ا', 'ط'],
      ['سعد', 'حمود', 'را'],
      ['ت', 'طه', 'ا'],
    ])
      expect(questionOf(db, words)?.of).toBe('pairs');
  });

  it('finds members of households by them, and forgets who left', () => {
    const HEAD = ['سعد رايد حمود'];
    for (const text of ['الشلوي و', 'وسام شلوي', 'وسام ر ش']) expect(names(text), text).toEqual(HEAD);
    write((tx) => dropMember(tx, member));
    expect(names('الشلوي و')).toEqual([]);
    write((tx) => indexMember(tx, member, 'وسام رايد الشلوي'));
    expect(names('الشلوي و')).toEqual(HEAD);
    db.sqlite.exec('UPDATE installation SET norm_version = 0');
    expect(refreshSearchIndex(db, 5)).toBe(true);
    expect(names('وسام ر ش')).toEqual(HEAD);
  });
});
