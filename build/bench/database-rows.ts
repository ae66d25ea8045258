import { closeSync, fsyncSync, mkdtempSync, openSync, rmSync, writeSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { ContactInput } from '#shared/contacts/contact.ts';
import { loadInBulk } from '#db/bulk-load.ts';
import { openDatabase } from '#db/open-database.ts';
import { findParties } from '#db/parties/party-list.ts';
import { listStaff } from '#db/staff/staff-queries.ts';
import { queries, statement } from '#db/statement.ts';
import { runDemo, DEMO_UNTIL } from '#electron/demo/demo-command.ts';
import { demoPartyInput } from '#electron/demo/demo-register.ts';
import { createContactService } from '#electron/contacts/contact-service.ts';
import { createPartyService } from '#electron/parties/party-service.ts';
import { readDatabaseKey } from '#electron/keys/key-file.ts';
import { createDemoRandom } from '#electron/demo/demo-random.ts';
import { paired, quantile, rounded, timed, type Row } from './row.ts';

export const BENCH_PEOPLE = 100_000;
const SEED = 41;

/** An office of a hundred thousand people, on a real disk beside the sources rather than in memory. */
export async function databaseRows(say: (text: string) => void): Promise<Row[]> {
  const scratch = mkdtempSync(join(tmpdir(), 'wisam-bench-'));
  const dataFolder = join(scratch, 'office');
  try {
    say(`making an office of ${BENCH_PEOPLE} people …`);
    await runDemo({
      people: BENCH_PEOPLE,
      seed: SEED,
      dataFolder,
      recoveryKeyFile: undefined,
      until: DEMO_UNTIL,
      signal: new AbortController().signal,
      onProgress: () => {},
    });
    const db = openDatabase({ file: join(dataFolder, 'app.db'), key: readDatabaseKey(dataFolder) });
    try {
      return [typeahead(db), await durableInsert(db, scratch), await compiledOnce(db)];
    } finally {
      db.close();
    }
  } finally {
    rmSync(scratch, { recursive: true, force: true });
  }
}

type Db = ReturnType<typeof openDatabase>;

const microtime = (act: () => unknown): number => {
  const from = performance.now();
  act();
  return performance.now() - from;
};

/** What people type: every beginning of a name, words from its middle, digits; and the worst single letters. */
function typedTexts(): string[] {
  const random = createDemoRandom(99);
  const texts = [
    'ا',
    'م',
    'ع',
    'ال',
    'عبد',
    'محمد',
    'بن',
    'ي',
    'ن',
    '5',
    '05',
    '1',
    '10',
    'محمد ا',
    'الحربي',
    'ابو',
  ];
  for (let index = 0; index < 60; index += 1) {
    const { name, idNumber, mobile } = demoPartyInput(random.int(BENCH_PEOPLE), SEED);
    const words = name.split(' ');
    for (let length = 1; length <= Math.min(name.length, 12); length += 2) texts.push(name.slice(0, length));
    texts.push(words.slice(1).join(' '), words.at(-1) ?? '', `${words[0]} ${words.at(-1)}`);
    texts.push(idNumber.slice(0, 6), idNumber, mobile.replace('+966', '0'));
  }
  return texts;
}

function typeahead(db: Db): Row {
  const texts = typedTexts();
  const like = db.sqlite.prepare('SELECT id FROM party WHERE search_name LIKE ? LIMIT 12');
  const point = db.sqlite.prepare('SELECT * FROM party WHERE id = ?');
  const random = createDemoRandom(3);
  const [ours, likes, points]: [number[], number[], number[]] = [[], [], []];
  for (let round = 0; round < 4; round += 1)
    for (const text of texts) {
      const time = microtime(() => findParties(db, text, 12));
      // The first round fills the page cache for all three.
      if (round === 0) continue;
      ours.push(time);
      points.push(microtime(() => point.get(1 + random.int(BENCH_PEOPLE))));
      if (round === 1) likes.push(microtime(() => like.all(`%${text}%`)));
    }
  return {
    name: `name typeahead among ${BENCH_PEOPLE} people, p95`,
    rival: 'a limit',
    measure: 'ms',
    atMost: 2,
    values: ours,
    judged: quantile(ours, 0.95),
    info: {
      queries: texts.length,
      'ours p50 ms': rounded(quantile(ours, 0.5)),
      'raw point lookup p95 ms': rounded(quantile(points, 0.95)),
      "LIKE '%x%' p95 ms": rounded(quantile(likes, 0.95)),
      'ours ÷ point lookup': rounded(quantile(ours, 0.95) / quantile(points, 0.95)),
      "ours ÷ LIKE '%x%'": rounded(quantile(ours, 0.95) / quantile(likes, 0.95)),
    },
    cause: 'a fragment that thousands bear reads its capped 200 rows from cold pages',
  };
}

/** What the desk writes all day: a contact, with its audit event, in one transaction that is on the disk when it returns. */
async function durableInsert(db: Db, scratch: string): Promise<Row> {
  const [actor] = listStaff(db);
  if (actor === undefined) throw new Error('the office has no staff');
  let nowMs = Date.parse('2026-11-23T06:00:00Z');
  const clock = { nowMs: () => (nowMs += 1000) };
  const contacts = createContactService({ db, clock });
  const parties = createPartyService({ db, clock });
  const file = openSync(join(scratch, 'append'), 'a');
  const EACH = 20;
  const contact = (index: number): ContactInput => ({
    partyId: (1 + (index % BENCH_PEOPLE)) as ContactInput['partyId'],
    channel: 'phoneCall',
    direction: 'in',
    platform: '',
    inquiry: `متى يصلني رد لجنة البحث على الطلب ${index}؟`,
    answer: 'أُوضح أن الرد خلال مدة لا تقل عن أسبوعين.',
    nextAction: '',
    nextActionOn: null,
  });
  const each = (index: number, act: (one: number) => void): void => {
    for (let one = 0; one < EACH; one += 1) act(index * EACH + one);
  };
  const append = (one: number): void => {
    writeSync(file, `${JSON.stringify(contact(one))}\n`);
    fsyncSync(file);
  };
  try {
    const row = await paired({
      name: 'a durable insert with its audit event',
      rival: 'appending the same text to a file and fsync',
      atMost: 1,
      cause:
        'the wait for the disk is the same, one fsync each; where a disk answers in a fraction of a millisecond, what ' +
        'stands above it is processor time: encrypting the pages that changed, the hash chain, SQLite itself',
      pairs: 40,
      ours: (index) => each(index, (one) => contacts.logContact(contact(one), actor)),
      theirs: (index) => each(index, append),
    });
    const perInsert = async (act: (one: number) => void): Promise<number> =>
      rounded((await timed(() => each(1000, act))) / EACH);
    const unsynced = await loadInBulk(db, () =>
      perInsert((one) => void contacts.logContact(contact(one), actor)),
    );
    return {
      ...row,
      info: {
        ...row.info,
        'inserts in each': EACH,
        'one append and fsync ms': await perInsert(append),
        'one insert without waiting for the disk ms': unsynced,
        'a new person with their search words ms': await perInsert(
          (one) => void parties.addParty(demoPartyInput(BENCH_PEOPLE + one, SEED), actor),
        ),
      },
    };
  } finally {
    closeSync(file);
  }
}

const byId = statement<{ id: number }>()((param) =>
  queries.selectFrom('party').selectAll().where('id', '=', param('id')),
);

function compiledOnce(db: Db): Promise<Row> {
  const raw = db.sqlite.prepare('select * from "party" where "id" = ?');
  const random = createDemoRandom(17);
  const ids = Array.from({ length: 60_000 }, () => 1 + random.int(BENCH_PEOPLE));
  const EACH = 2000;
  if (db.get(byId, { id: 1 }) === undefined) throw new Error('the office has no people');
  return paired({
    name: 'Kysely compiled once',
    rival: 'the same SQL, prepared by hand',
    atMost: 1.3,
    cause: 'the gateway looks its statement up by its SQL and fills its holes at each call',
    pairs: 30,
    ours: (index) => {
      for (const id of ids.slice(index * EACH, (index + 1) * EACH)) db.get(byId, { id });
    },
    theirs: (index) => {
      for (const id of ids.slice(index * EACH, (index + 1) * EACH)) raw.get(id);
    },
  });
}
