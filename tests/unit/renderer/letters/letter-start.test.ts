import { describe, expect, it } from 'vitest';
import { letterStart } from '#renderer/features/letters/letter-start.ts';
import { staffIdSchema } from '#shared/ids.ts';
import type { Letter } from '#shared/letters/letter.ts';
import { letterContent } from '../../../support/letter-content.ts';

const signatory = { id: staffIdSchema.parse(4), name: 'نورة سالم', jobTitle: 'رئيسة المجلس' };
const base = {
  recipientName: '',
  signatories: [signatory],
  digits: 'arabicIndic' as const,
  corrected: undefined,
  answered: undefined,
};

describe('a new letter begins', () => {
  it('with the only signatory there is, by id, and the name that the address carries', () => {
    const start = letterStart({ ...base, recipientName: 'فاطمة أحمد' });
    expect(start.signatory).toEqual({ name: 'نورة سالم', title: 'رئيسة المجلس', staffId: 4 });
    expect(start.recipient.name).toBe('فاطمة أحمد');
    expect(letterStart({ ...base, signatories: [signatory, signatory] }).signatory.name).toBe('');
  });

  it('as a follow-up: to the same addressee, about the same subject, with the number of the first', () => {
    const content = { ...letterContent('السلال'), copies: ['الأرشيف'] };
    const corrected = { content, referenceNumber: '127/ص/1448', issuedOn: '2026-11-22' } as Letter;
    const start = letterStart({ ...base, corrected });
    expect(start).toMatchObject({
      recipient: content.recipient,
      subject: 'السلال',
      signatory: content.signatory,
      copies: ['الأرشيف'],
      attachments: { items: [] },
    });
    expect(start.inReplyTo).toMatch(/^إلحاقًا لخطابنا رقم ١٢٧/u);
    expect(start.body).toEqual(letterStart(base).body);
  });
});
