import { writeSync } from 'node:fs';
import type { Batch } from '#shared/batches/batch.ts';
import type { PartyId } from '#shared/ids.ts';
import { EVERY_PARTY } from '#shared/parties/party-list.ts';
import { listParties } from '#db/parties/party-list.ts';
import { listStaff } from '#db/staff/staff-queries.ts';
import { openDataFolder } from '#electron/app/open-data-folder.ts';
import { createBatches } from '#electron/batches/batch-ipc.ts';
import { createLetterService } from '#electron/letters/letter-service.ts';
import { createDeskSession } from '#electron/session/desk-session.ts';
import { batchDraft } from '../../support/batch-template.ts';
import { tinyPdf } from '../../support/tiny-pdf.ts';
import { keepCompiled } from './keep-compiled.ts';

/**
 * Letters to many until somebody kills it: goes on with the batch that was cut off, then makes the next. With `once` it
 * only finishes what is there. The beginning of drafts is told on standard output, and each number once its letter is
 * said to be issued.
 */
const [, , dataFolder, once] = process.argv;
if (dataFolder === undefined) throw new Error('which folder?');
const { db, close } = openDataFolder(dataFolder);
const clock = { nowMs: () => Date.now() };
const service = createLetterService({
  db,
  clock,
  // As large as a real letter, so that a kill often falls into its writing.
  renderLetter: (job) =>
    Promise.resolve({
      pdf: tinyPdf(JSON.stringify(job.letter) + 'م'.repeat(20_000 + Math.random() * 30_000)),
      pages: 1,
    }),
});
const NONE = { signature: false, stamp: false };
const none = () => Promise.reject(new Error('no printer here'));
const session = createDeskSession();
const staff = listStaff(db)[0]!;
session.open(staff);
const batches = createBatches(
  {
    db,
    clock,
    session,
    listener: {
      onBatchProgress: ({ act, done, state }) => {
        if (act === 'draft' && done === 0 && state === 'running') writeSync(1, 'drafting\n');
      },
      onDataChanged: () => {},
      onFault: (error) => {
        throw error;
      },
    },
  },
  {
    ...service,
    issueLetter: async (...input) => {
      const letter = await service.issueLetter(...input);
      writeSync(1, `letter ${letter.referenceNumber}\n`);
      return letter;
    },
  },
  { print: none },
  { make: none, print: none },
);
const ids = listParties(db, EVERY_PARTY, { after: null, limit: 200 }, '2026-11-22').rows.map(
  (row): PartyId => row.id,
);

async function finish(batch: Batch): Promise<void> {
  if (batch.counts.waiting > 0) await batches.service.writeDrafts(batch.id, staff);
  const seen = batches.service
    .get(batch.id)
    .persons.flatMap(({ letterId, letterVersion }) =>
      letterId === null || letterVersion === null ? [] : [{ letterId, version: letterVersion }],
    );
  const end = await batches.acts.issue(batch.id, { seen, confirmClock: true, pictures: NONE }, staff);
  if (end.state !== 'done') throw new Error(JSON.stringify(end));
}

keepCompiled();
writeSync(1, 'ready\n');
for (const { id } of batches.service.list(200)) {
  const batch = batches.service.get(id);
  if (batch.counts.waiting + batch.counts.letters.draft > 0) await finish(batch);
}
if (once === undefined) for (;;) await finish(await batches.service.create(batchDraft(ids), '', staff));
close();
