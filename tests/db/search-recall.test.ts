import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { nameKey } from '#shared/arabic/names.ts';
import { NORM_VERSION, searchKey } from '#shared/arabic/search-key.ts';
import type { StaffId } from '#shared/ids.ts';
import { recordOfDoor } from '#shared/parties/party-record.ts';
import { newDatabaseKey } from '#db/database-key.ts';
import { createDatabase, type Database } from '#db/open-database.ts';
import { insertInstallation } from '#db/organisation/organisation-rows.ts';
import { insertParty } from '#db/parties/party-writes.ts';
import { searchParties } from '#db/search/search-parties.ts';
import { insertStaff } from '#db/staff/staff-writes.ts';
import { FAMILIES, MEN, WOMEN } from '#electron/demo/demo-names.ts';
import { tempFolder } from '../support/office.ts';
import { fragmentsOf, SPELLINGS } from './support/spellings.ts';

/** Compounds and letters that the word lists lack. */
const OTHERS = [
  'هناء مؤمن لؤي عتيبي',
  'رؤى عيسى يحيى آل سعود',
  'أم كلثوم ضياء الدين حمزة السلمي',
  'أبو الخير عبد رب النبي شيخ',
  'سيف الله نور الدين عبد السلام خان',
  'طه إسماعيل إسحاق الأهدل',
  'شيماء بنت ماء السماء الكناني',
  'عبدالملك عبدالرحيم أبوبكر باوزير',
  'ألماس بن إلياس الطاهر',
] as const;

/** Every word of the demo's lists in its place: given names, fathers and grandfathers, families. */
const CORPUS: readonly string[] = [
  ...[...WOMEN, ...MEN].map((given, index) => {
    const [father, grandfather] = [MEN[(index * 7 + 3) % MEN.length], MEN[(index * 13 + 5) % MEN.length]];
    const family = FAMILIES[index % FAMILIES.length];
    const link = index < WOMEN.length ? 'بنت' : 'بن';
    return index % 2 === 0
      ? `${given} ${father} ${grandfather} ${family}`
      : `${given} ${link} ${father} بن ${grandfather} ${family}`;
  }),
  ...OTHERS,
];

/** Different names, whatever a careless folding would make of them. */
const APART: readonly (readonly [string, string])[] = [
  ['حسن', 'حسين'],
  ['سعد', 'سعيد'],
  ['سعد', 'سعود'],
  ['عمر', 'عمرو'],
  ['عمر', 'عمار'],
  ['سالم', 'سليم'],
  ['سلمان', 'سليمان'],
  ['حمد', 'أحمد'],
  ['أحمد', 'محمد'],
  ['محمد', 'محمود'],
  ['حامد', 'حمود'],
  ['فهد', 'فهيد'],
  ['نور', 'نورة'],
  ['زيد', 'زياد'],
  ['ناصر', 'نصر'],
  ['ناصر', 'منصور'],
  ['راشد', 'رشيد'],
  ['عبد الله', 'عبيد الله'],
  ['عبد الرحمن', 'عبد الرحيم'],
  ['عبد العزيز', 'عزيز'],
  ['أبو بكر', 'بكر'],
  ['سيف الدين', 'سيف'],
  ['منى', 'منيرة'],
  ['هدى', 'هادي'],
  ['إلهام', 'هام'],
  ['علي', 'عالي'],
  ['مريم', 'مرام'],
  ['بندر', 'بدر'],
  ['جابر', 'جبر'],
  ['صالح', 'صلاح'],
];

let folder: string;
let db: Database;
const ids = new Map<string, number>();
let staff: StaffId;

const add = (name: string): void =>
  db.write((tx) => {
    tx.unaudited();
    const record = recordOfDoor({
      kind: 'person',
      name,
      idKind: 'none',
      idNumber: '',
      noIdReason: 'لا يحمل هوية',
      mobile: '',
      village: '',
      sex: null,
      roles: ['beneficiary'],
    });
    ids.set(name, insertParty(tx, record, staff, 1));
  });

beforeAll(() => {
  folder = tempFolder();
  db = createDatabase({ file: join(folder, 'app.db'), key: newDatabaseKey() });
  db.write((tx) => {
    tx.unaudited();
    insertInstallation(tx, { uuid: '0'.repeat(36), atMs: 1, normVersion: NORM_VERSION });
    staff = insertStaff(tx, { name: 'سارة', jobTitle: '', roles: [], rights: [] }, '$argon2id$x', 1);
  });
  for (const name of CORPUS) add(name);
});
afterAll(() => {
  db.close();
  rmSync(folder, { recursive: true, force: true });
});

const finds = (text: string): number[] => searchParties(db, text, 200).map(({ id }) => id);

/** Of all fragments of all names in one spelling, those that `found` says lead to the person; and some that do not. */
function recall(
  spell: (name: string) => string,
  found: (fragment: string, name: string) => boolean,
): { asked: number; hits: number; missed: string[] } {
  const missed: string[] = [];
  let asked = 0;
  for (const name of CORPUS)
    for (const fragment of fragmentsOf(spell(name))) {
      // A lone article, a lone link or a lone sign is nobody's name.
      if (searchKey(fragment).replace(/^(?:ال|بن|بنت|عبد|ابو|ام)$/u, '') === '') continue;
      asked += 1;
      if (!found(fragment, name)) missed.push(`«${fragment}» → ${name}`);
    }
  return { asked, hits: asked - missed.length, missed };
}

describe('recall of the search', () => {
  it.each(Object.keys(SPELLINGS))('is at least 99.5 % of all fragments: %s', (spelling) => {
    const { asked, hits, missed } = recall(SPELLINGS[spelling]!, (fragment, name) =>
      finds(fragment).includes(ids.get(name)!),
    );
    expect(asked).toBeGreaterThan(1500);
    expect(
      hits / asked,
      `${hits} of ${asked}; missed: ${missed.slice(0, 12).join(' ; ')}`,
    ).toBeGreaterThanOrEqual(0.995);
  });

  it('is what folding gives: without it, other spellings find a part of them only', () => {
    const plain = (fragment: string, name: string): boolean => name.includes(fragment);
    for (const spelling of ['diacritics', 'tatweel', 'presentation forms', 'Persian letters', 'no hamza']) {
      const { asked, hits } = recall(SPELLINGS[spelling]!, plain);
      expect(hits / asked, spelling).toBeLessThan(0.9);
    }
  });

  it('finds by fragments from within words', () => {
    for (const [fragment, name] of [
      ['طيري', 'المطيري'],
      ['هران', 'الزهراني'],
      ['رحمن', 'عبد الرحمن'],
      ['براهي', 'إبراهيم'],
    ] as const) {
      const bearers = CORPUS.filter((one) => one.includes(name)).map((one) => ids.get(one)!);
      expect(bearers.length).toBeGreaterThan(0);
      expect(finds(fragment), fragment).toEqual(expect.arrayContaining(bearers));
    }
  });
});

describe('different names', () => {
  it.each(APART)('%s and %s stay apart', (one, other) => {
    const [first, second] = [`${one} خالد عوض البلادي`, `${other} خالد عوض البلادي`];
    expect(nameKey(first)).not.toBe(nameKey(second));
    for (const name of [first, second]) if (!ids.has(name)) add(name);
    for (const [asked, not] of [
      [first, second],
      [second, first],
    ] as const)
      for (const text of [
        asked,
        nameKey(asked),
        asked.replaceAll('أ', 'ا'),
        asked.replace('البلادي', 'بلادي'),
      ]) {
        const found = finds(text);
        expect(found[0], text).toBe(ids.get(asked));
        // «بكر خالد» is a part of «أبو بكر خالد»: it is found by it, below its own.
        if (!not.includes(one === asked.split(' خالد')[0] ? one : other))
          expect(found, text).not.toContain(ids.get(not));
      }
  });

  it('has people to tell apart: a fragment that both share finds both', () => {
    const found = finds('خالد عوض البلادي');
    for (const [one, other] of APART.slice(0, 3))
      expect(found).toEqual(
        expect.arrayContaining([ids.get(`${one} خالد عوض البلادي`), ids.get(`${other} خالد عوض البلادي`)]),
      );
  });
});
