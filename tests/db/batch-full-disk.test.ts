import { spawnSync } from 'node:child_process';
import { cpSync, mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import type { BatchCounts, BatchProgress } from '#shared/batches/batch.ts';
import { openOffice, person } from '../support/office.ts';

const PERSONS = 30;
const mayMount = spawnSync('unshare', ['-rm', 'mount', '-t', 'tmpfs', 'none', '/mnt']).status === 0;

interface Stands {
  readonly counts: BatchCounts;
  readonly numbered: number;
  readonly paged: number;
  readonly counter: number | null;
  readonly fault: string | null;
}
interface Told {
  readonly cut: BatchProgress | { readonly refused: string };
  readonly drafted: BatchProgress;
  readonly draftsStand: Stands;
  readonly full: BatchProgress;
  readonly fullStands: Stands;
  readonly rest: BatchProgress;
  readonly restStands: Stands;
}

it('a full disk in the middle of letters to many: it says so, nothing is numbered in vain, and the rest goes on', async (context) => {
  if (!mayMount) {
    const notRun = 'this user may not mount a file system in a namespace';
    Object.assign(context.task.meta, { notRun });
    context.skip(notRun);
  }
  const desk = await openOffice();
  for (let n = 0; n < PERSONS; n += 1)
    await desk.call('parties.add', {
      ...person(`فلان بن فلان رقم${n} الحربي`, ''),
      idKind: 'none',
      noIdReason: 'لم تُحضر',
      mobile: `05011000${10 + n}`,
    });
  desk.app.holder.close();
  const office = join(desk.folder, 'office');
  cpSync(desk.dataFolder, office, { recursive: true });
  const disk = join(desk.folder, 'disk');
  mkdirSync(disk);
  const shell =
    'mount -t tmpfs -o size=24m none "$DISK" && cp -r "$OFFICE" "$DISK/office" && "$NODE" "$SCRIPT" "$DISK/office" "$DISK"';
  const { stdout, stderr, status } = spawnSync('unshare', ['-rm', 'sh', '-c', shell], {
    env: {
      ...process.env,
      DISK: disk,
      OFFICE: office,
      NODE: process.execPath,
      SCRIPT: join(import.meta.dirname, 'support/batch-on-full-disk.ts'),
    },
    encoding: 'utf8',
  });
  expect([status, stderr]).toEqual([0, '']);
  const told = JSON.parse(stdout) as Told;

  // The drafts: either the choice itself found no room, or some drafts did; afterwards all are there, once.
  expect('refused' in told.cut ? told.cut.refused : told.cut.stopped?.why).toContain('diskFull');
  expect(told.drafted.state).toBe('done');
  expect(told.draftsStand.counts).toMatchObject({ chosen: PERSONS, waiting: 0, leftOut: 0 });
  expect(told.draftsStand.counts.letters.draft).toBe(PERSONS);

  // The issue: stopped after some letters, each number with its page, the register at the last of them.
  expect(told.full).toMatchObject({ state: 'stopped', stopped: { why: 'diskFull' }, total: PERSONS });
  expect(told.full.done).toBeGreaterThan(0);
  expect(told.full.done).toBeLessThan(PERSONS);
  const { done } = told.full;
  expect(told.fullStands).toMatchObject({ numbered: done, paged: done, counter: 126 + done, fault: null });
  expect(told.fullStands.counts.letters).toMatchObject({ issued: done, draft: PERSONS - done });
  expect(told.fullStands.counts.leftOut).toBe(0);

  expect(told.rest).toMatchObject({ state: 'done', done: PERSONS - done });
  expect(told.restStands).toMatchObject({
    numbered: PERSONS,
    paged: PERSONS,
    counter: 126 + PERSONS,
    fault: null,
  });
  desk.close();
}, 120_000);
