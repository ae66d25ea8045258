import { writeFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { renderJob } from '#electron/pdf/render-jobs.ts';
import { agreementSchema, type Agreement } from '#shared/agreements/agreement.ts';
import { FIRST_RUN_PROFILE } from '#shared/organisation/profile.ts';
import { clause } from '#shared/policy/clauses.ts';
import { comparable, pageCount, wholeText } from '../../support/pdf-reading.ts';

const event = (id: number, more: object): object => ({
  id,
  kind: 'breach',
  onDay: '2026-03-10',
  byWhom: 'them',
  text: 'تأخر توريد السلال أسبوعين',
  settledOn: null,
  settlement: '',
  atMs: 1,
  byName: 'سارة',
  ...more,
});
const agreement = (more: object = {}): Agreement =>
  agreementSchema.parse({
    id: 1,
    partyId: 2,
    partyName: 'مؤسسة الوفاء للتموين',
    kind: 'supply',
    title: 'توريد ثلاثمئة سلة غذائية',
    number: '14/ع',
    signedOn: '2026-01-05',
    startsOn: '2026-01-10',
    endsOn: '2027-01-09',
    endedOn: null,
    openCases: 1,
    settledCases: 1,
    state: 'breached',
    version: 3,
    ourDuties: 'دفع قيمة السلال خلال ثلاثين يومًا',
    theirDuties: 'توريد خمس وعشرين سلة في كل شهر',
    liability: 'يتحمل الطرف المقصر ما ترتب على تقصيره',
    endReason: '',
    renewsId: null,
    renewedById: null,
    createdAtMs: 1,
    createdByName: 'سارة',
    events: [
      event(2, {}),
      event(1, {
        kind: 'dispute',
        byWhom: '',
        text: 'خلاف في وزن الأرز',
        settledOn: '2026-02-20',
        settlement: 'وُزن بحضور الطرفين',
      }),
    ],
    attachments: [],
    ...more,
  });
const render = (of: Agreement) =>
  renderJob({
    kind: 'paper',
    sheet: {
      kind: 'agreementRecord',
      profile: FIRST_RUN_PROFILE,
      logo: null,
      agreement: of,
      madeOn: '2026-11-22',
      staffName: 'سارة محمد المطيري',
    },
  });
/** Words that follow each other, however the lines were broken. */
const flat = (text: string): string => comparable(text).replace(/\s+/gu, ' ');

describe('the record of an agreement on paper (P.2)', () => {
  it('tells what each side owes, what was broken, how it was settled, and the clause', async () => {
    const { pdf } = await render(agreement());
    const keep = process.env['KEEP_PDF'];
    if (keep !== undefined) writeFileSync(keep, pdf);
    expect(await pageCount(pdf)).toBeLessThanOrEqual(2);
    const whole = await wholeText(pdf);
    // No date is broken within its «هـ».
    expect(whole).not.toMatch(/(?:^|\s)ـ/u);
    const text = flat(whole);
    for (const said of [
      'توريد ثلاثمئة سلة غذائية',
      'مؤسسة الوفاء للتموين',
      'دفع قيمة السلال خلال ثلاثين يومًا',
      'توريد خمس وعشرين سلة في كل شهر',
      'يتحمل الطرف المقصر ما ترتب على تقصيره',
      'خلاف في وزن الأرز',
      'سارة محمد المطيري',
      clause('P.2').text.split(' ').slice(0, 3).join(' '),
    ])
      expect(text, said).toContain(flat(said));
  });

  it('goes on to further pages with the longest texts, and loses none of their ends', async () => {
    const long = (end: string): string => `${'نص طويل من الاتفاقية '.repeat(90)}${end}`;
    const { pdf } = await render(
      agreement({
        ourDuties: long('ختام التزامنا'),
        theirDuties: long('ختام التزامهم'),
        liability: long('ختام التبعات'),
        events: Array.from({ length: 30 }, (_, n) =>
          event(n + 1, { text: `إخلال متكرر ${'طويل '.repeat(20)}` }),
        ),
      }),
    );
    expect(await pageCount(pdf)).toBeGreaterThan(2);
    const text = flat(await wholeText(pdf));
    for (const end of ['ختام التزامنا', 'ختام التزامهم', 'ختام التبعات']) expect(text).toContain(flat(end));
    expect(text.match(/إخلال متكرر/gu)).toHaveLength(30);
  });
});
