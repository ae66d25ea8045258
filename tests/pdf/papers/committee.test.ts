import { describe, expect, it } from 'vitest';
import { FIRST_RUN_PROFILE } from '#shared/organisation/profile.ts';
import { clause } from '#shared/policy/clauses.ts';
import { renderJob } from '#electron/pdf/render-jobs.ts';
import type { CaseSummarySheet, SessionMinutes } from '#electron/pdf/documents/committee-sheets.ts';
import { missingWords } from '../../support/missing-words.ts';
import { needTool } from '../../support/need-tool.ts';
import { comparable, pageCount, pdftotext, wholeText } from '../../support/pdf-reading.ts';
import { shownLines } from '../../support/shown-lines.ts';

const head = { profile: FIRST_RUN_PROFILE, logo: null };
const member = (name: string, more: Partial<SessionMinutes['members'][number]> = {}) => ({
  name,
  title: '',
  role: 'member' as const,
  present: true,
  note: '',
  ...more,
});
type MinutesCase = SessionMinutes['cases'][number];
const decision: NonNullable<MinutesCase['decision']> = {
  kind: 'refused',
  basis: `«${clause('S.2').text}»`,
  reason: 'لم تُقدَّم المعلومات المطلوبة',
  wouldChange: 'تقديم مشهد دخل حديث',
  granted: '',
  earlyReason: 'حاجة لا تحتمل الانتظار',
  overrideByName: 'سارة المطيري',
  conflictNote: 'لا باحث غيرها في القرية',
  votes: [
    { name: 'عبدالرحمن الزهراني', vote: 'for', note: '' },
    { name: 'منى القثامي', vote: 'abstained', note: 'بحثت الحالة' },
  ],
};
const oneCase = (more: Partial<MinutesCase> = {}): MinutesCase => ({
  number: '1448-0317',
  name: 'نورة بنت سليمان اللحياني',
  service: 'سلة غذائية شهرية',
  level: '',
  needScore: 77,
  recommendation: 'accept',
  deferredReason: '',
  decision,
  ...more,
});
const minutes = (more: Partial<SessionMinutes> = {}) =>
  renderJob({
    kind: 'paper',
    sheet: {
      kind: 'sessionMinutes',
      ...head,
      code: '1234567890123456',
      number: 7,
      hijriYear: 1448,
      day: '2026-11-22',
      time: '10:30',
      place: 'مقر الجمعية',
      quorum: 2,
      note: '',
      members: [
        member('عبدالرحمن الزهراني', { role: 'chair' }),
        member('منى القثامي'),
        member('خالد العتيبي', { present: false, note: 'سفر' }),
      ],
      cases: [oneCase()],
      staffName: 'سارة المطيري',
      ...more,
    },
  });

describe('the minutes of the research committee', () => {
  it('say when and where, who was there, and each case with what was decided on what ground', async () => {
    const text = comparable(await wholeText((await minutes()).pdf));
    for (const part of [
      'محضر جلسة لجنة البحث',
      'مقر الجمعية',
      'رئاسة اللجنة',
      'سفر',
      'سلة غذائية شهرية',
      'رفض الطلب',
      decision.reason,
      decision.wouldChange,
      decision.earlyReason,
      decision.conflictNote,
      'ممتنع: منى القثامي (بحثت الحالة)',
      'توقيع الأعضاء الحاضرين',
    ])
      expect(text).toContain(comparable(part));
    // The policy stands whole: the ground of the refusal, and what the committee is for.
    expect(text.replaceAll(' ', '')).toContain(comparable(clause('S.2').text).replaceAll(' ', ''));
    expect(text.replaceAll(' ', '')).toContain(comparable(clause('S.5').text).replaceAll(' ', ''));
    expect(text).not.toContain('مسودة');
  });

  it('are a draft until they are sealed, and tell of what was put off or not seen', async () => {
    const cases = [
      oneCase({ decision: null, deferredReason: 'بانتظار زيارة ميدانية' }),
      oneCase({ number: '1448-0318', decision: null }),
      oneCase({
        number: '1448-0319',
        decision: { ...decision, kind: 'accepted', votes: [{ name: 'م', vote: 'for', note: '' }] },
      }),
    ];
    const text = comparable(await wholeText((await minutes({ code: null, cases })).pdf));
    for (const part of ['مسودة محضر', 'بانتظار زيارة ميدانية', 'لم يُنظر فيها', 'بالإجماع'])
      expect(text).toContain(comparable(part));
  });

  it('set a request’s number with its year at the left, as it is written', async () => {
    expect((await shownLines((await minutes()).pdf)).join('\n')).toContain('١٤٤٨-٠٣١٧');
  });

  it('go on over pages, however many cases there are', async () => {
    const cases = Array.from({ length: 25 }, (_, index) =>
      oneCase({ number: `1448-${String(index + 1).padStart(4, '0')}` }),
    );
    expect(await pageCount((await minutes({ cases })).pdf)).toBeGreaterThan(4);
  });
});

const fact = (label: string, value: string) => ({ label, value });
const LONG = 'أسرة من سبعة أفراد، الأب متوفى، والسكن مستأجر يحتاج ترميمًا، والأبناء في المدارس. '.repeat(40);
const summary = (more: Partial<CaseSummarySheet> = {}) =>
  renderJob({
    kind: 'paper',
    sheet: {
      kind: 'caseSummary',
      ...head,
      madeOn: '2026-11-22',
      staffName: 'سارة المطيري',
      name: 'نورة بنت سليمان اللحياني',
      facts: [
        fact('طالب الدعم', 'نورة بنت سليمان اللحياني'),
        { ...fact('رقم الطلب', '1448-0317'), code: true },
      ],
      need: 'سلة غذائية لأسرة بلا عائل',
      circumstances: [fact('الأسرة', 'الأفراد 7، دون الثامنة عشرة 4'), fact('السكن', 'إيجار، يحتاج ترميمًا')],
      assessment: {
        score: 77,
        knownWeight: 70,
        allWeight: 100,
        parts: [
          { name: 'نصيب الفرد من الدخل', found: '300 ريال', weight: 35, share: 85, points: 42 },
          { name: 'الصحة في الأسرة', found: 'لم يُسجَّل', weight: 15, share: null, points: 0 },
        ],
      },
      research: {
        researcher: 'منى القثامي',
        findings: 'السكن مستأجر، والدخل لا يكفي الأساسيات',
        recommendation: 'القبول',
        reason: 'لا دخل يكفي',
        visits: ['2026-11-10'],
      },
      requirements: [{ name: 'هوية أو سجل أسرة', state: 'طُوبق على الأصل' }],
      earlier: [{ number: '1447-0042', service: 'كسوة', outcome: 'قُبل' }],
      conflict: 'منى القثامي',
      ...more,
    },
  });

describe('the summary of a case', () => {
  it('tells on one page what the committee decides by: need with its working, the recommendation, and a conflict', async () => {
    const { pdf, pages } = await summary();
    expect(pages).toBe(1);
    const text = comparable(await wholeText(pdf));
    for (const part of [
      'ملخص حالة',
      'درجة الحاجة: ٧٧ من ١٠٠، محسوبة على ٧٠ من ١٠٠',
      'نصيب الفرد من الدخل',
      'توصية البحث: القبول، لا دخل يكفي',
      'من أعضاء اللجنة من بحث الحالة: منى القثامي',
      'كسوة',
      'قرار اللجنة',
    ])
      expect(text).toContain(comparable(part));
  });

  it('stays one page whatever was written', async () => {
    const { pages } = await summary({
      need: LONG,
      circumstances: Array.from({ length: 9 }, (_, index) => fact(`حال ${index}`, LONG)),
      research: {
        researcher: 'منى القثامي',
        findings: LONG,
        recommendation: 'القبول',
        reason: LONG,
        visits: ['2026-11-10', '2026-11-12'],
      },
      earlier: Array.from({ length: 8 }, () => ({
        number: '1447-0042',
        service: LONG.slice(0, 120),
        outcome: 'قُبل',
      })),
    });
    expect(pages).toBe(1);
  });
});

it.each([
  [
    'the minutes',
    () => minutes(),
    `محضر جلسة لجنة البحث ١٤٤٨ مقر الجمعية عبدالرحمن الزهراني رئاسة اللجنة خالد العتيبي سفر نورة بنت سليمان اللحياني سلة غذائية شهرية ٠٣١٧ درجة الحاجة ٧٧ رفض الطلب ${clause('S.2').text} ${decision.reason} ${decision.wouldChange} ${decision.earlyReason} ${decision.conflictNote} ممتنع منى القثامي بحثت الحالة توقيع الأعضاء الحاضرين`,
  ],
  [
    'the summary of a case',
    () => summary(),
    'ملخص حالة نورة بنت سليمان اللحياني ١٤٤٨ ٠٣١٧ سلة غذائية لأسرة بلا عائل الأفراد ٧ إيجار يحتاج ترميمًا درجة الحاجة ٧٧ من ١٠٠ نصيب الفرد من الدخل ٣٠٠ ريال ٣٥ ٤٢ لم يُسجَّل السكن مستأجر والدخل لا يكفي الأساسيات توصية البحث القبول لا دخل يكفي منى القثامي هوية أو سجل أسرة طُوبق على الأصل ١٤٤٧ ٠٠٤٢ كسوة قُبل قرار اللجنة',
  ],
] as const)('%s: given back by pdftotext, word for word', async (_, made, said, ...rest) => {
  const [context] = rest as unknown as [Parameters<typeof needTool>[0] | undefined];
  if (context !== undefined) needTool(context, 'pdftotext');
  expect(missingWords(said, pdftotext((await made()).pdf))).toEqual([]);
});
