import { cpSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { AppError } from '#shared/app-error.ts';
import { retellPairs } from '#db/duplicates/pairs.ts';
import { DEMO_UNTIL, runDemo } from '#electron/demo/demo-command.ts';
import { HANGERS } from '../db/support/hanging-rows.ts';
import { MORNING_MS, openDesk, tempFolder, type TestDesk } from './office.ts';

/**
 * Two offices with the same years behind them: in the one records are merged and made two again, in the other nobody
 * merges. Whatever else is done is done in both.
 */
export interface TwinOffices {
  readonly merging: TestDesk;
  readonly plain: TestDesk;
  /** Every person who stands, whoever has requests first: what hangs on them reaches furthest. */
  readonly persons: readonly number[];
  /** The same act in both. Answers with the code of its refusal in each. */
  readonly both: (act: (desk: TestDesk) => Promise<unknown>) => Promise<[string, string]>;
  readonly ids: (sql: string) => number[];
  readonly close: () => void;
}

const DAY_MS = 86_400_000;

export async function openTwinOffices(people: number, seed: number): Promise<TwinOffices> {
  const folder = tempFolder();
  const made = join(folder, 'made');
  await runDemo({
    people,
    seed,
    dataFolder: made,
    recoveryKeyFile: undefined,
    until: DEMO_UNTIL,
    signal: new AbortController().signal,
    onProgress: () => {},
  });
  const open = (name: string): TestDesk => {
    const dataFolder = join(folder, name);
    cpSync(made, dataFolder, { recursive: true });
    const desk = openDesk({ dataFolder });
    desk.clock.set(MORNING_MS + DAY_MS);
    desk.become('هند سعد القرشي', ['manager', 'receptionist', 'committeeMember'], ['issueLetters']);
    hangMore(desk);
    return desk;
  };
  const [merging, plain] = [open('merging'), open('plain')];
  const ids = (sql: string): number[] => plain.office().db.sqlite.prepare<[], number>(sql).pluck().all();
  return {
    merging,
    plain,
    persons: ids(PERSONS),
    ids,
    both: async (act) => {
      const codes = [await outcome(act, merging), await outcome(act, plain)] as [string, string];
      for (const desk of [merging, plain]) desk.clock.advance(60_000);
      return codes;
    },
    close: () => {
      merging.close();
      plain.close();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

const PERSONS = `SELECT id FROM party p WHERE kind = 'person' AND merged_into IS NULL
  ORDER BY (SELECT count(*) FROM support_request r WHERE r.party_id = p.id) DESC, id`;

const HUNG = ['snooze', 'draft', 'dismissed', 'alias', 'legacy', 'category', 'fact'];

/** What the years left little of, and people who act for each other in a ring; then every pair is told as it stands. */
function hangMore(desk: TestDesk): void {
  desk.office().db.write((tx) => {
    tx.unaudited();
    const { sqlite } = desk.office().db;
    const persons = sqlite.prepare<[], number>(PERSONS).pluck().all();
    persons.slice(0, 12).forEach((id, index) => {
      const next = persons[(index + 1) % 12]!;
      for (const [at, kind] of HUNG.entries())
        if ((at + index) % 3 === 0) HANGERS[kind]!(sqlite, id, index * 31 + at, next);
      HANGERS['representative']!(sqlite, id, index, next);
    });
    for (let round = 0; round < 2; round += 1) for (const id of persons) retellPairs(tx, id, MORNING_MS);
  });
}

async function outcome(act: (desk: TestDesk) => Promise<unknown>, desk: TestDesk): Promise<string> {
  try {
    await act(desk);
    return 'done';
  } catch (error) {
    if (error instanceof AppError && error.code !== 'internal') return error.code;
    throw error;
  }
}
