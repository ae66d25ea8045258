import { writeSync } from 'node:fs';
import { riyadhDay } from '#shared/calendar/dual-date.ts';
import { openDataFolder } from '#electron/app/open-data-folder.ts';
import { createAttestationService } from '#electron/attestation/attestation-service.ts';
import { createFileStore } from '#electron/files/file-store.ts';
import { readDatabaseKey } from '#electron/keys/key-file.ts';
import { createLetterService } from '#electron/letters/letter-service.ts';
import { createRaiseService } from '#electron/reply/raise-service.ts';
import { createFormService } from '#electron/requests/form-service.ts';
import { createRequestService } from '#electron/requests/request-service.ts';
import { signHere } from './sign-here.ts';
import { listStaff } from '#db/staff/staff-queries.ts';
import { letterContent } from '../../support/letter-content.ts';
import { tinyPng } from '../../support/sample-files.ts';
import { tinyPdf } from '../../support/tiny-pdf.ts';
import { keepCompiled } from './keep-compiled.ts';

/** Issues letters and raises requests until somebody kills it; each is told on standard output once it is said to be done. */
const [, , dataFolder] = process.argv;
if (dataFolder === undefined) throw new Error('which folder?');
const { db } = openDataFolder(dataFolder);
const clock = { nowMs: () => Date.now() };
// As large as a real letter, so that a kill often falls into its writing.
const large = (text: string) => tinyPdf(text + 'م'.repeat(20_000 + Math.random() * 30_000));
const base = { db, clock };
const papers = {
  ...base,
  files: createFileStore({ ...base, dataFolder, databaseKey: readDatabaseKey(dataFolder) }),
  renderer: {
    renderPaper: (sheet: unknown) => Promise.resolve({ pdf: large(JSON.stringify(sheet)), pages: 1 }),
  },
};
const letters = createLetterService({
  ...base,
  renderLetter: (job) => Promise.resolve({ pdf: large(JSON.stringify(job.letter)), pages: 1 }),
});
const requests = createRequestService(base);
const form = createFormService(base);
const attestations = createAttestationService(papers);
const raising = createRaiseService(papers);
const staff = listStaff(db)[0]!;
const { sha256, name } = await papers.files.put(
  { name: 'إقرار موقع.png', bytes: tinyPng(60, 30, { colour: [10, 10, 10] }) },
  staff,
);
const scan = { sha256, name };
keepCompiled();
writeSync(1, 'ready\n');
for (;;) {
  const draft = letters.createLetter({ partyId: null, requestId: null, content: letterContent() }, staff);
  const issued = await letters.issueLetter({ id: draft.id, confirmClock: true }, staff);
  writeSync(1, `letter ${issued.referenceNumber}\n`);
  const { id } = requests.openRequest(
    { partyId: 1 as never, visitId: null, service: 'سلة', need: '', level: 'ordinary' },
    staff,
  );
  const data = form.ofRequest(id, staff, staff).fields.map(({ field, seen }) => ({ field, seen }));
  form.confirm({ id, data, corrected: false, against: null }, staff);
  requests.completeStep({ id, step: 2, note: '' }, staff);
  requests.skipReferral({ id, note: '' }, staff);
  const { document } = await attestations.prepare(id, staff);
  if (document === null) throw new Error('nothing was frozen');
  signHere(base, { documentId: document.id, scan }, staff);
  attestations.complete(id, staff);
  const { request } = await raising.raise(
    { id, note: '', day: riyadhDay(clock.nowMs()), confirmClock: true },
    staff,
  );
  writeSync(1, `request ${request.number}\n`);
}
