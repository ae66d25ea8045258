import { describe, expect, it } from 'vitest';
import { signatureIdSchema, sealedDocumentIdSchema } from '#shared/ids.ts';
import {
  type DocumentSignature,
  hasSignaturesPage,
  type SealedKind,
  type SigningMode,
} from '#shared/sealed/sealed-document.ts';

const signature = (mode: SigningMode, withdrawn = false): DocumentSignature => ({
  id: signatureIdSchema.parse(1),
  documentId: sealedDocumentIdSchema.parse(1),
  signer: 'applicant',
  mode,
  name: 'نورة',
  idNumber: '',
  representationId: null,
  file: null,
  atMs: 0,
  takenByName: 'سارة',
  withdrawn: withdrawn ? { atMs: 1, byName: 'سارة', reason: 'خطأ' } : null,
});

describe('a page of signatures behind a copy', () => {
  it.each<[SealedKind, DocumentSignature[], boolean]>([
    ['attestation', [], false],
    // The officer signed, and the sheet is on its way to the applicant's hand: no second page to carry.
    ['attestation', [signature('account')], false],
    ['attestation', [signature('account'), signature('paper')], false],
    ['attestation', [signature('account'), signature('screen')], true],
    ['attestation', [signature('screen', true)], false],
    ['receipt', [signature('screen')], true],
    ['receipt', [signature('thumb')], false],
    ['minutes', [signature('account')], true],
    ['minutes', [signature('account', true)], false],
    ['deliveryDay', [signature('account')], true],
    ['deliveryDay', [signature('paper')], false],
  ])('%s, case %#', (kind, signatures, stands) => {
    expect(hasSignaturesPage({ kind, signatures })).toBe(stands);
  });
});
