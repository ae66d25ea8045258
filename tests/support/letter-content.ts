import type { LetterContent } from '#shared/letters/letter.ts';

/** A letter that lacks nothing. */
export const letterContent = (subject = 'طلب دعم أسرة'): LetterContent => ({
  recipient: {
    honorific: 'سعادة',
    name: 'محمد بن عبدالله القحطاني',
    title: 'مدير فرع الوزارة',
    organisation: 'وزارة الموارد البشرية والتنمية الاجتماعية',
    closingHonorific: 'المحترم',
  },
  subject,
  body: {
    type: 'doc',
    content: [{ type: 'paragraph', content: [{ type: 'text', text: 'نفيدكم بأن الأسرة مستحقة للدعم.' }] }],
  },
  attachments: { kind: 'list', items: [] },
  signatory: { title: 'رئيسة مجلس الإدارة', name: 'سارة محمد المطيري' },
  copies: [],
  inReplyTo: '',
});
