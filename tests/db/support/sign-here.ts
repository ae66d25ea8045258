import type { FileRef } from '#shared/files/stored-file.ts';
import type { SealedDocumentId } from '#shared/ids.ts';
import type { Staff } from '#shared/staff/staff.ts';
import type { Database } from '#db/open-database.ts';
import { attestationFollower } from '#electron/attestation/attestation-follower.ts';
import { NO_FILES } from '#electron/letters/letter-ports.ts';
import type { Clock } from '#electron/ports/clock.ts';
import { createSealedService } from '#electron/sealed/sealed-service.ts';

/** Both signatures of S.4: the applicant's as a scan of the signed sheet, the officer's by their account. */
export function signHere(
  base: { readonly db: Database; readonly clock: Clock },
  { documentId, scan }: { readonly documentId: SealedDocumentId; readonly scan: FileRef },
  staff: Staff,
): void {
  const sealed = createSealedService({
    ...base,
    printer: {
      listPrinters: () => Promise.resolve([]),
      printPdf: () => Promise.reject(new Error('nothing is printed here')),
      openInViewer: () => Promise.reject(new Error('nothing is opened here')),
    },
    saveFile: () => Promise.resolve(null),
    renderer: { renderPaper: () => Promise.reject(new Error('nothing is set here')) },
    files: NO_FILES,
    followers: { attestation: attestationFollower },
  });
  const by = { name: '', idNumber: '', representationId: null, memberId: null };
  const applicant = { ...by, signer: 'applicant', mode: 'paper', file: scan } as const;
  const officer = { ...by, signer: 'officer', mode: 'account', file: null } as const;
  sealed.sign({ documentId, signatures: [applicant] }, staff);
  sealed.sign({ documentId, signatures: [officer] }, staff);
}
