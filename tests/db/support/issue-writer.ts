import { writeSync } from 'node:fs';
import { openDataFolder } from '#electron/app/open-data-folder.ts';
import { createLetterService } from '#electron/letters/letter-service.ts';
import { createFormService } from '#electron/requests/form-service.ts';
import { createRequestService } from '#electron/requests/request-service.ts';
import { listStaff } from '#db/staff/staff-queries.ts';
import { letterContent } from '../../support/letter-content.ts';
import { tinyPdf } from '../../support/tiny-pdf.ts';

/** Issues letters and raises requests until somebody kills it; each is told on standard output once it is said to be done. */
const [, , dataFolder] = process.argv;
if (dataFolder === undefined) throw new Error('which folder?');
const { db } = openDataFolder(dataFolder);
const clock = { nowMs: () => Date.now() };
const letters = createLetterService({
  db,
  clock,
  // As large as a real letter, so that a kill often falls into its writing.
  renderLetter: (job) =>
    Promise.resolve({
      pdf: tinyPdf(JSON.stringify(job.letter) + 'م'.repeat(20_000 + Math.random() * 30_000)),
      pages: 1,
    }),
});
const requests = createRequestService({ db, clock });
const form = createFormService({ db, clock });
const staff = listStaff(db)[0]!;
writeSync(1, 'ready\n');
for (;;) {
  const draft = letters.createLetter({ partyId: null, requestId: null, content: letterContent() }, staff);
  const issued = await letters.issueLetter({ id: draft.id, confirmClock: true }, staff);
  writeSync(1, `letter ${issued.referenceNumber}\n`);
  const request = requests.openRequest(
    { partyId: 1 as never, visitId: null, service: 'سلة', need: '', level: 'ordinary' },
    staff,
  );
  const { id } = request;
  const data = form.ofRequest(id, staff, staff).fields.map(({ field, seen }) => ({ field, seen }));
  form.confirm({ id, data, corrected: false, against: null }, staff);
  requests.completeStep({ id, step: 2, note: '', confirmClock: true }, staff);
  requests.skipReferral({ id, note: '' }, staff);
  requests.completeStep({ id, step: 4, note: '', confirmClock: true }, staff);
  const raised = requests.completeStep({ id: request.id, step: 5, note: '', confirmClock: true }, staff);
  writeSync(1, `request ${raised.number}\n`);
}
