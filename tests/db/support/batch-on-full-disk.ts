import { rmSync, statfsSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { PartyId } from '#shared/ids.ts';
import { findLetterPdf } from '#db/letters/letter-queries.ts';
import { EVERY_PARTY } from '#shared/parties/party-list.ts';
import { listParties } from '#db/parties/party-list.ts';
import { findCounter } from '#db/registers/register-counter.ts';
import { listStaff } from '#db/staff/staff-queries.ts';
import { openDataFolder } from '#electron/app/open-data-folder.ts';
import { createBatches } from '#electron/batches/batch-ipc.ts';
import { createLetterService } from '#electron/letters/letter-service.ts';
import { createDeskSession } from '#electron/session/desk-session.ts';
import { verifyDatabase } from '#electron/verify/verify-database.ts';
import { batchDraft } from '../../support/batch-template.ts';
import { tinyPdf } from '../../support/tiny-pdf.ts';

/**
 * Letters to many on a disk that is full in the middle, then has room again. Says in one line of JSON how each stood.
 * The disk is the one that the data folder lies on: a small file system of its own.
 */
const [, , dataFolder, disk] = process.argv;
if (dataFolder === undefined || disk === undefined) throw new Error('which folder, on which disk?');
const { db, close } = openDataFolder(dataFolder);
const clock = { nowMs: () => Date.now() };
const letters = createLetterService({
  db,
  clock,
  renderLetter: (job) =>
    Promise.resolve({ pdf: tinyPdf(JSON.stringify(job.letter) + 'م'.repeat(20_000)), pages: 1 }),
});
const NONE = { signature: false, stamp: false };
const session = createDeskSession();
const staff = listStaff(db)[0]!;
session.open(staff);
const none = () => Promise.reject(new Error('no printer here'));
const batches = createBatches(
  { db, clock, session, listener: undefined },
  letters,
  { print: none },
  { make: none, print: none },
);
const ids = listParties(db, EVERY_PARTY, { after: null, limit: 200 }, '2026-11-22').rows.map(
  (row): PartyId => row.id,
);

const ballast = join(disk, 'ballast');
const free = (): number => {
  const { bavail, bsize } = statfsSync(disk);
  return bavail * bsize;
};
const leave = (bytes: number): void => {
  db.sqlite.pragma('wal_checkpoint(TRUNCATE)');
  writeFileSync(ballast, Buffer.alloc(Math.max(1, free() - bytes)));
};

const stands = (id: Parameters<typeof batches.service.get>[0]) => {
  const { persons, counts } = batches.service.get(id);
  const years = db.sqlite
    .prepare('SELECT DISTINCT hijri_year FROM letter WHERE number IS NOT NULL')
    .pluck()
    .all();
  return {
    counts,
    numbered: persons.filter((one) => one.referenceNumber !== null).length,
    paged: persons.filter(
      (one) =>
        one.letterId !== null &&
        findLetterPdf(db, one.letterId) !== undefined &&
        one.referenceNumber !== null,
    ).length,
    counter: findCounter(db, 'outgoing', Number(years[0]))?.last ?? null,
    fault: verifyDatabase(db).fault,
  };
};

const issue = (id: Parameters<typeof batches.service.get>[0]) =>
  batches.acts.issue(
    id,
    {
      seen: batches.service
        .get(id)
        .persons.flatMap(({ letterId, letterVersion }) =>
          letterId === null || letterVersion === null ? [] : [{ letterId, version: letterVersion }],
        ),
      confirmClock: true,
      pictures: NONE,
    },
    staff,
  );

// First the drafts meet the full disk.
leave(60_000);
const cut = await batches.service
  .create(batchDraft(ids), '', staff)
  .then((batch) => batch.progress)
  .catch((error: unknown) => ({ refused: error instanceof Error ? error.message : '' }));
rmSync(ballast);
const made = batches.service.list(1)[0] ?? (await batches.service.create(batchDraft(ids), '', staff));
const drafted = await batches.service.writeDrafts(made.id, staff);
const draftsStand = stands(made.id);

// Then the issue does, after a few letters.
leave(700_000);
const full = await issue(made.id);
const fullStands = stands(made.id);
rmSync(ballast);
const rest = await issue(made.id);
const restStands = stands(made.id);
process.stdout.write(
  `${JSON.stringify({ cut, drafted, draftsStand, full, fullStands, rest, restStands })}\n`,
);
close();
