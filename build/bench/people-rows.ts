import type { Database } from '#db/open-database.ts';
import { EVERY_PARTY, PARTY_SORTS, PARTY_STATES, type PartyFilter } from '#shared/parties/party-list.ts';
import { PARTY_ROLES } from '#shared/parties/party.ts';
import { readAhead } from '#db/search/read-ahead.ts';
import { findParties, listParties, listPartyChoices } from '#db/parties/party-list.ts';
import { DEMO_UNTIL } from '#electron/demo/demo-command.ts';
import { FEW, MANY, openPeople, peopleFolder } from './people-office.ts';
import { peopleScreenRows } from './people-screen-rows.ts';
import { textsOf, type Texts } from './people-texts.ts';
import { quantile, rounded, timed, type Row } from './row.ts';

/** Of one search in the main process, at a million people. */
const LIMIT_MS = 2;
/** Of a page of the list, with its count. */
const LIST_LIMIT_MS = 50;
const MOST_GROWTH = 3;
const ROUNDS = 3;
const HITS = 12;

/** The register of a million people, and of ten thousand, as the desk asks for them. */
export async function peopleRows(say: (text: string) => void): Promise<Row[]> {
  const many = await peopleFolder(MANY, say);
  const few = await peopleFolder(FEW, say);
  return [...(await searchRows(many, few)), ...(await peopleScreenRows(many))];
}

async function searchRows(manyFolder: string, fewFolder: string): Promise<Row[]> {
  const [many, few] = [openPeople(manyFolder), openPeople(fewFolder)];
  try {
    // As the desk does some seconds after its start. The pages are deciphered at each search all the same.
    await readAhead(few.file);
    let bytesAhead = 0;
    const msAhead = await timed(async () => {
      bytesAhead = await readAhead(many.file);
    });
    const rows: Row[] = [];
    const all: { many: number[]; few: number[] } = { many: [], few: [] };
    const fewTexts = textsOf(few, FEW);
    for (const [what, texts] of Object.entries(textsOf(many, MANY))) {
      const asked = searched(many, texts);
      all.many.push(...asked.best);
      all.few.push(...searched(few, fewTexts[what] ?? texts).best);
      rows.push(limitRow(`${MANY} people: ${what}, p95`, asked, LIMIT_MS));
    }
    const ratio = quantile(all.many, 0.95) / quantile(all.few, 0.95);
    rows.push({
      name: `p95 of all searches among ${MANY} people`,
      rival: `the same among ${FEW}`,
      measure: 'ratio',
      atMost: MOST_GROWTH,
      values: [ratio],
      judged: ratio,
      info: {
        'p95 ms': rounded(quantile(all.many, 0.95)),
        'rival p95 ms': rounded(quantile(all.few, 0.95)),
        questions: all.many.length,
        'MB read ahead': rounded(bytesAhead / 1e6),
        'ms of it': rounded(msAhead),
      },
      cause:
        'pages of a register that is larger than the cache are read and deciphered, from the disk where 0 MB were read ahead',
    });
    rows.push(await listRow(many));
    return rows;
  } finally {
    many.close();
    few.close();
  }
}

interface Measured {
  readonly all: readonly number[];
  /** The round in which the machine was least disturbed. */
  readonly best: readonly number[];
  readonly p95: number;
  readonly found: number;
}

/** The first round fills the page cache, as a morning's first searches do; the texts of each are other ones. */
function searched(db: Database, texts: Texts): Measured {
  const rounds: number[][] = [];
  let found = 0;
  for (let round = 0; round <= ROUNDS; round += 1) {
    const times: number[] = [];
    for (const text of texts(round)) {
      const from = performance.now();
      found += findParties(db, text, HITS).length;
      times.push(performance.now() - from);
    }
    if (round > 0) rounds.push(times);
  }
  if (found === 0) throw new Error('nothing was found');
  const best = rounds.toSorted((a, b) => quantile(a, 0.95) - quantile(b, 0.95))[0] ?? [];
  return { all: rounds.flat(), best, p95: quantile(best, 0.95), found };
}

const limitRow = (name: string, { all, p95, found }: Measured, limit: number): Row => ({
  name: `${name} ÷ ${limit} ms`,
  rival: `the limit of ${limit} ms`,
  measure: 'ratio',
  atMost: 1,
  values: all.map((ms) => ms / limit),
  judged: p95 / limit,
  info: {
    questions: all.length,
    'p50 ms': rounded(quantile(all, 0.5)),
    'p95 ms': rounded(p95),
    'worst ms': rounded(quantile(all, 1)),
    hits: found,
  },
  cause: 'a rare combination of common words reads cold pages, each deciphered',
});

/** The list by every filter and order, its first pages and pages from far down, with its count each time. */
async function listRow(db: Database): Promise<Row> {
  const { villages, categories } = listPartyChoices(db);
  const filters: Partial<PartyFilter>[] = [
    {},
    ...PARTY_ROLES.map((role) => ({ role })),
    ...PARTY_STATES.map((state) => ({ state })),
    ...villages.slice(0, 4).map((village) => ({ village })),
    ...villages.slice(0, 4).map((village) => ({ village, role: 'donor' })),
    ...categories.slice(0, 3).map(({ id }) => ({ categoryId: id })),
    { role: 'volunteer', state: 'noFile' as const },
    { text: 'محمد' },
    { text: 'الحربي', role: 'donor' },
  ];
  const places = [null, { name: 'ريم', id: 1 }, { name: 'يوسف يوسف', id: 1 }];
  const times: number[] = [];
  let rows = 0;
  for (let round = 0; round <= ROUNDS; round += 1)
    for (const filter of filters)
      for (const sort of PARTY_SORTS)
        for (const place of filter.text === undefined ? places : [null]) {
          const after = place !== null && sort === 'newest' ? { name: '', id: MANY / (place.id + 1) } : place;
          const ms = await timed(() => {
            rows += listParties(db, { ...EVERY_PARTY, ...filter, sort }, { after, limit: 100 }, DEMO_UNTIL)
              .rows.length;
          });
          if (round > 0) times.push(ms);
        }
  if (rows === 0) throw new Error('the list is empty');
  return limitRow(
    `${MANY} people: a page of the list with its count, by every filter, from any place, p95`,
    { all: times, best: times, p95: quantile(times, 0.95), found: rows },
    LIST_LIMIT_MS,
  );
}
