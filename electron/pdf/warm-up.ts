import { FIRST_RUN_PROFILE } from '#shared/organisation/profile.ts';
import type { LetterPaper } from './documents/letter-document.ts';

/** A letter of the usual shape: setting it once parses the fonts and shapes the words that every letter has. */
export const warmUpLetter: LetterPaper = {
  profile: FIRST_RUN_PROFILE,
  mark: 'proof',
  title: 'تهيئة',
  letter: {
    referenceNumber: '1/ص/1448',
    day: '2026-11-22',
    recipient: {
      honorific: 'سعادة',
      name: '',
      title: 'مدير المركز',
      organisation: '',
      closingHonorific: 'حفظه الله',
    },
    subject: 'تهيئة',
    attachments: { kind: 'list', items: [] },
    signatory: { title: 'رئيس مجلس الإدارة', name: 'الاسم' },
    copies: ['الملف'],
    inReplyTo: '',
    body: {
      type: 'doc',
      content: [
        {
          type: 'paragraph',
          content: [
            { type: 'text', text: 'نفيد سعادتكم بأن الجمعية ' },
            { type: 'text', text: 'أتمت', marks: [{ type: 'bold' }] },
            { type: 'text', text: ' بحث حالات الأسر المستفيدة، على الرقم 0508072675 بتاريخ ٠٣/٠٢/١٤٤٦هـ.' },
          ],
        },
      ],
    },
  },
};
