import { assertNever } from '#shared/assert.ts';
import type { DocumentDefinition } from './arabic/definition.ts';
import { setPdfWithPages } from './arabic/engine.ts';
import { attestationDocument, ATTESTATION_FITS } from './documents/attestation-document.ts';
import { batchReportDocument } from './documents/batch-report-document.ts';
import { calibrationDocument } from './documents/calibration-document.ts';
import { CASE_FITS, caseSummaryDocument } from './documents/case-summary-document.ts';
import { dayClosingDocument } from './documents/day-closing-document.ts';
import { deliveryDayDocument } from './documents/delivery-day-document.ts';
import { deliveryListDocument } from './documents/delivery-list-document.ts';
import { deliveryReceiptDocument } from './documents/delivery-receipt-document.ts';
import { envelopeDocument } from './documents/envelope-document.ts';
import { headPreviewDocument } from './documents/head-preview-document.ts';
import { labelDocument } from './documents/label-document.ts';
import { agreementRecordDocument } from './documents/agreement-record-document.ts';
import { missingDocumentsDocument } from './documents/missing-documents-document.ts';
import { requestFormDocument } from './documents/request-form-document.ts';
import { paperRangeDocument } from './documents/paper-range-document.ts';
import type { PaperSheet, PartyLetters } from './documents/paper-sheets.ts';
import { partyCoverDocument } from './documents/party-letters-document.ts';
import { personSummaryDocument, SUMMARY_FITS } from './documents/person-summary-document.ts';
import { auditSampleDocument, requestPathDocument } from './documents/request-path-document.ts';
import { raisingSlipDocument } from './documents/raising-slip-document.ts';
import { fieldVisitDocument, referralDocument, ROOMS } from './documents/research-documents.ts';
import { receiptSlipDocument } from './documents/receipt-slip-document.ts';
import { registerBookDocument } from './documents/register-book-document.ts';
import { sessionMinutesDocument } from './documents/session-minutes-document.ts';
import { signaturesDocument } from './documents/signatures-document.ts';
import { testPageDocument } from './documents/test-page-document.ts';
import { voidCertificateDocument } from './documents/void-certificate-document.ts';
import { joinPdfs } from './join-pdfs.ts';
import type { RenderedPdf } from './render-jobs.ts';

type OneDocument = Exclude<
  PaperSheet,
  {
    readonly kind:
      | 'partyLetters'
      | 'batchLetters'
      | 'personSummary'
      | 'caseSummary'
      | 'attestation'
      | 'referralSheet'
      | 'fieldVisitSheet';
  }
>;

function definitionOf(sheet: OneDocument): DocumentDefinition {
  switch (sheet.kind) {
    case 'voidCertificate':
      return voidCertificateDocument(sheet);
    case 'receiptSlip':
      return receiptSlipDocument(sheet);
    case 'dayClosing':
      return dayClosingDocument(sheet);
    case 'registerBook':
      return registerBookDocument(sheet);
    case 'paperRange':
      return paperRangeDocument(sheet);
    case 'envelopes':
      return envelopeDocument(sheet);
    case 'labels':
      return labelDocument(sheet);
    case 'supportRequestForm':
      return requestFormDocument(sheet);
    case 'missingDocuments':
      return missingDocumentsDocument(sheet);
    case 'agreementRecord':
      return agreementRecordDocument(sheet);
    case 'raisingSlip':
      return raisingSlipDocument(sheet);
    case 'signatures':
      return signaturesDocument(sheet);
    case 'deliveryReceipt':
      return deliveryReceiptDocument(sheet);
    case 'deliveryList':
      return deliveryListDocument(sheet);
    case 'deliveryDay':
      return deliveryDayDocument(sheet);
    case 'sessionMinutes':
      return sessionMinutesDocument(sheet);
    case 'requestPath':
      return requestPathDocument(sheet);
    case 'auditSample':
      return auditSampleDocument(sheet);
    case 'batchReport':
      return batchReportDocument(sheet);
    case 'calibration':
      return calibrationDocument(sheet);
    case 'testPage':
      return testPageDocument(sheet);
    case 'blankHead':
      return headPreviewDocument(sheet.profile, sheet.logo);
    default:
      return assertNever(sheet);
  }
}

/** Sets a paper of the desk. Errors: those of `renderJob`. */
export async function renderPaperSheet(sheet: PaperSheet): Promise<RenderedPdf> {
  if (sheet.kind === 'partyLetters') return partyLetters(sheet);
  if (sheet.kind === 'personSummary')
    return onOnePage(SUMMARY_FITS, (fit) => personSummaryDocument(sheet, fit));
  if (sheet.kind === 'attestation')
    return onOnePage(ATTESTATION_FITS, (fit) => attestationDocument(sheet, fit));
  if (sheet.kind === 'caseSummary') return onOnePage(CASE_FITS, (fit) => caseSummaryDocument(sheet, fit));
  if (sheet.kind === 'referralSheet') return onOnePage(ROOMS, (room) => referralDocument(sheet, room));
  if (sheet.kind === 'fieldVisitSheet') return onOnePage(ROOMS, (room) => fieldVisitDocument(sheet, room));
  if (sheet.kind === 'batchLetters')
    return joinPdfs(sheet.pdfs, { title: sheet.name, author: sheet.profile.name, day: sheet.madeOn });
  const { bytes, pages } = await setPdfWithPages(definitionOf(sheet));
  return { pdf: bytes, pages };
}

/** Set with less and less of its long lists until it stands on one page: a summary of two pages is none. */
async function onOnePage<F>(
  [first, ...tighter]: readonly [F, ...F[]],
  definition: (fit: F) => DocumentDefinition,
): Promise<RenderedPdf> {
  let set = await setPdfWithPages(definition(first));
  for (const fit of tighter) {
    if (set.pages === 1) break;
    set = await setPdfWithPages(definition(fit));
  }
  return { pdf: set.bytes, pages: set.pages };
}

/** The list is set until it knows how many pages it takes itself; it grows with the figures by a page at most. */
async function partyLetters(sheet: PartyLetters): Promise<RenderedPdf> {
  let coverPages = 1;
  let cover = await setPdfWithPages(partyCoverDocument(sheet, coverPages));
  while (cover.pages > coverPages) {
    coverPages = cover.pages;
    cover = await setPdfWithPages(partyCoverDocument(sheet, coverPages));
  }
  return joinPdfs([cover.bytes, ...sheet.letters.map(({ pdf }) => pdf)], {
    title: `خطابات ${sheet.partyName}`,
    author: sheet.profile.name,
    day: sheet.madeOn,
  });
}
