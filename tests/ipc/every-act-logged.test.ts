import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { walkEveryAct } from '../support/every-act.ts';
import { commandsOf, type LoggedAct, watchActs } from '../support/logged-acts.ts';
import { openOffice, type TestDesk } from '../support/office.ts';

/** The channels by which anything is done to a request, or to what hangs on one. */
const FEATURES = [
  'visits',
  'requests',
  'form',
  'referrals',
  'research',
  'attestations',
  'signatures',
  'sealed',
  'reply',
  'committee',
  'need',
  'notices',
  'appeals',
  'services',
  'deliveries',
  'ratings',
] as const;

let desk: TestDesk;
let acts: readonly LoggedAct[];
beforeAll(async () => {
  desk = await openOffice();
  const watched = watchActs(desk);
  ({ acts } = watched);
  await walkEveryAct(desk, watched.call);
}, 60_000);
afterAll(() => desk.close());

describe('whatever is done to a request', () => {
  it('was walked here, every command of it', () => {
    const walked = new Set<string>(acts.map(({ name }) => name));
    expect(commandsOf(...FEATURES).filter((name) => !walked.has(name))).toEqual([]);
  });

  it('is in the log: no act of them wrote without an entry', () => {
    expect(acts.filter(({ wrote }) => !wrote).map(({ name }) => name)).toEqual([]);
    expect(acts.filter(({ entries }) => entries.length === 0).map(({ name }) => name)).toEqual([]);
  });

  it('bears whose act it was, and its instant', () => {
    const wrong = acts.flatMap(({ name, entries, by, atMs }) =>
      entries
        .filter((one) => one.actor_id !== by || one.at_ms !== atMs)
        .map(({ action }) => `${name} ${action}`),
    );
    expect(wrong).toEqual([]);
  });

  it('holds as a chain', async () => {
    expect(await desk.call('audit.verify')).toMatchObject({ fault: null });
  });
});
