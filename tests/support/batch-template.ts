import type { BatchDraft } from '#shared/batches/batch-template.ts';
import type { PartyId } from '#shared/ids.ts';
import type { LetterTemplate } from '#shared/letters/templates/template.ts';

/** Needs the person's village, and a day that is asked once for all. */
export const BATCH_TEMPLATE: LetterTemplate = {
  name: 'إفادة بوصول السلة',
  category: 'beneficiaries',
  recipient: {
    honorific: '{لقب المستفيد}',
    name: '{اسم المستفيد}',
    title: '',
    organisation: '',
    closingHonorific: '{المحترم|المحترمة}',
  },
  subject: 'موعد تسليم السلة الغذائية',
  inReplyTo: '',
  body: {
    type: 'doc',
    content: [
      {
        type: 'paragraph',
        content: [{ type: 'text', text: 'نفيدكم بأن السلة تُسلَّم في {القرية} بتاريخ {آخر موعد}.' }],
      },
    ],
  },
  copies: [],
};
export const BATCH_SIGNATORY = { title: 'رئيسة مجلس الإدارة', name: 'سارة محمد المطيري' };

export const batchDraft = (ids: readonly PartyId[]): BatchDraft => ({
  template: BATCH_TEMPLATE,
  values: { deadline: '2026-12-01' },
  signatory: BATCH_SIGNATORY,
  persons: { kind: 'ids', ids: [...ids] },
  request: null,
});
