import { describe, expect, it } from 'vitest';
import type { FieldVisitSheet, ReferralSheet } from '#electron/pdf/documents/research-sheets.ts';
import { missingWords } from '../../support/missing-words.ts';
import { needTool } from '../../support/need-tool.ts';
import { pdftotext } from '../../support/pdf-reading.ts';
import { LONG_NAME, profile, setPaper } from './sample-papers.ts';

const QUESTION = 'هل يلزم صك الحضانة وأنا العائلة الوحيدة لأولادي؟';
const referral: ReferralSheet & { kind: 'referralSheet' } = {
  kind: 'referralSheet',
  profile,
  logo: null,
  partyName: LONG_NAME,
  partySex: 'female',
  fileNumber: '1448-0092',
  requestNumber: '1448-0317',
  serviceName: 'سلة غذائية شهرية',
  ticket: 7,
  question: QUESTION,
  askedDay: '2026-11-22',
  askedAt: '10:42',
  askedByName: 'هند استقبال',
  forName: 'نورة باحثة',
  answer: null,
  madeOn: '2026-11-22',
};
const visit: FieldVisitSheet & { kind: 'fieldVisitSheet' } = {
  kind: 'fieldVisitSheet',
  profile,
  logo: null,
  partyName: LONG_NAME,
  partySex: 'female',
  fileNumber: '1448-0092',
  requestNumber: '1448-0317',
  serviceName: 'ترميم منزل',
  researcherName: 'نورة باحثة',
  purpose: 'حال السكن وعدد من يعولهم',
  plannedOn: '2026-11-29',
  plannedTime: '16:30',
  place: 'منزل الأسرة، قرية الصمد',
  directions: 'بعد المسجد ثاني بيت على اليمين',
  contacts: [{ kind: 'جوال', value: '050 807 2675', owner: 'أخوها', hours: 'بعد العصر', discreet: true }],
  madeOn: '2026-11-22',
};

describe('the papers of social research', () => {
  it('ask the officer on one page with room to answer and sign', async (context) => {
    needTool(context, 'pdftotext');
    const { pdf, pages } = await setPaper(referral);
    expect(pages).toBe(1);
    const words = [LONG_NAME, QUESTION, 'صاحبة السؤال', 'إيضاح الجوانب التنظيمية', 'نورة باحثة', 'التوقيع'];
    expect(missingWords(words.join(' '), pdftotext(pdf))).toEqual([]);
  });

  it('tell the answer where it is known', async (context) => {
    needTool(context, 'pdftotext');
    const text = 'يلزم صك الحضانة أو حصر الورثة';
    const answer = { text, explanation: 'تشترطه الجمعية', byName: 'نورة باحثة', day: '2026-11-22' };
    const { pdf } = await setPaper({ ...referral, answer });
    expect(missingWords(`${text} تشترطه الجمعية`, pdftotext(pdf))).toEqual([]);
  });

  it('lead the researcher to the place, and say how one calls without harm', async (context) => {
    needTool(context, 'pdftotext');
    const { pdf, pages } = await setPaper(visit);
    expect(pages).toBe(1);
    const text = pdftotext(pdf);
    const words = `${visit.place} ${visit.directions} ${visit.purpose} أخوها تنبيه لا تُذكر الجمعية`;
    expect(missingWords(words, text)).toEqual([]);
    const open = await setPaper({
      ...visit,
      contacts: visit.contacts.map((one) => ({ ...one, discreet: false })),
    });
    expect(pdftotext(open.pdf)).not.toContain('تنبيه');
  });
});
