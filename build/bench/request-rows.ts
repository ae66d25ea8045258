import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import {
  OPEN_PHASES,
  type RequestCursor,
  type RequestListFilter,
  REQUEST_VIEWS,
} from '#shared/requests/request-list.ts';
import { newDatabaseKey } from '#db/database-key.ts';
import { createDatabase, type Database, openDatabase } from '#db/open-database.ts';
import { countOpenRequests, listRequests } from '#db/requests/request-list.ts';
import { listDueRequests } from '#db/requests/requests-due.ts';
import { fillRequests, OPEN_REQUESTS, REQUESTS_TODAY } from './request-office.ts';
import { quantile, rounded, timed, type Row } from './row.ts';

const LIMIT_MS = 50;
const ROUNDS = 5;
/** As the screen asks for them. */
const PAGE = 100;
/** Pages of one list, from its beginning on. */
const PAGES = 12;

/** The lists of requests with twenty thousand open ones, as the desk asks for them: rows, how many in all, and the filters. */
export async function requestRows(say: (text: string) => void): Promise<Row[]> {
  const scratch = mkdtempSync(join(tmpdir(), 'wisam-bench-'));
  const file = join(scratch, 'app.db');
  const key = newDatabaseKey();
  try {
    say(`making an office of ${OPEN_REQUESTS} open requests …`);
    const made = createDatabase({ file, key });
    await fillRequests(made);
    made.close();
    const db = openDatabase({ file, key });
    try {
      return [
        await row('a page of any list, with its count', (round, note) => lists(db, round, note)),
        await row('the counts on the filters', (round, note) => counts(db, round, note)),
        await row('what is due today', (round, note) => due(db, round, note)),
      ];
    } finally {
      db.close();
    }
  } finally {
    rmSync(scratch, { recursive: true, force: true });
  }
}

const lookOf = (round: number) => ({ staffId: 1 + (round % 10), today: REQUESTS_TODAY });
type Note = (ms: number, rows: number) => void;

async function lists(db: Database, round: number, note: Note): Promise<void> {
  const filters: RequestListFilter[] = [
    ...REQUEST_VIEWS.map((view) => ({ view, phase: null })),
    ...OPEN_PHASES.map((phase) => ({ view: 'open' as const, phase })),
  ];
  for (const filter of filters) {
    let after: RequestCursor | null = null;
    for (let page = 0; page < PAGES; page += 1) {
      let rows = 0;
      let next: RequestCursor | null = null;
      const ms = await timed(() => {
        const answer = db.snapshot((reader) =>
          listRequests(reader, filter, lookOf(round), { after, limit: PAGE }),
        );
        rows = answer.rows.length;
        next = answer.next;
      });
      note(ms, rows);
      if (next === null) break;
      after = next;
    }
  }
}

async function counts(db: Database, round: number, note: Note): Promise<void> {
  for (let at = 0; at < 10; at += 1) {
    let open = 0;
    note(
      await timed(() => {
        open = db.snapshot((reader) => countOpenRequests(reader, lookOf(round + at))).views.open;
      }),
      open,
    );
  }
}

async function due(db: Database, round: number, note: Note): Promise<void> {
  for (let at = 0; at < 10; at += 1) {
    let rows = 0;
    note(
      await timed(() => {
        rows = db.snapshot((reader) => listDueRequests(reader, lookOf(round + at))).length;
      }),
      rows,
    );
  }
}

async function row(what: string, ask: (round: number, note: Note) => Promise<void>): Promise<Row> {
  const rounds: number[][] = [];
  let rows = 0;
  for (let round = 0; round <= ROUNDS; round += 1) {
    const times: number[] = [];
    await ask(round, (ms, found) => {
      times.push(ms);
      rows += found;
    });
    // The first round fills the page cache.
    if (round > 0) rounds.push(times);
  }
  const judged = Math.min(...rounds.map((times) => quantile(times, 0.95)));
  return {
    name: `${OPEN_REQUESTS} open requests: ${what}, p95`,
    rival: 'the limit',
    measure: 'ms',
    atMost: LIMIT_MS,
    values: rounds.map((times) => quantile(times, 0.95)),
    judged,
    info: {
      'p50 ms': rounded(quantile(rounds.flat(), 0.5)),
      'slowest ms': rounded(quantile(rounds.flat(), 1)),
      questions: rounds.flat().length,
      'rows found': rows,
    },
    cause: 'another index than the one of the view was taken, or the machine was disturbed',
  };
}
