import type { PaperSheet } from '#electron/pdf/documents/paper-sheets.ts';
import { renderJob } from '#electron/pdf/render-jobs.ts';
import { FIRST_RUN_PROFILE } from '#shared/organisation/profile.ts';
import type { RegisterBook, RegisterLine } from '#shared/registers/register.ts';

export const profile = FIRST_RUN_PROFILE;
export const CHAIN_HEAD = '9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08';

export const sheet = <K extends PaperSheet['kind']>(
  kind: K,
  rest: Omit<Extract<PaperSheet, { readonly kind: K }>, 'kind'>,
): PaperSheet => ({ kind, ...rest }) as unknown as PaperSheet;

export const setPaper = (paper: PaperSheet) => renderJob({ kind: 'paper', sheet: paper });

export const registerLine = (number: number, change: Partial<RegisterLine> = {}): RegisterLine => ({
  number,
  referenceNumber: `${number}/ص/1448`,
  state: 'valid',
  origin: 'desk',
  letterId: number,
  day: '2026-11-22',
  party: 'سعادة مدير مركز التنمية الاجتماعية بالجموم',
  subject: `المساهمة في السلال الغذائية رقم ${number}`,
  attachments: { kind: 'list', items: [{ unit: 'sheet', count: number % 4, what: '' }] },
  theirNumber: '',
  theirDay: null,
  signedAtMs: null,
  deliveredAtMs: null,
  note: '',
  byName: 'سارة محمد المطيري',
  ...change,
});

export const bookOf = (
  lines: readonly RegisterLine[],
  change: Partial<RegisterBook['summary']> = {},
): RegisterBook => ({
  summary: {
    register: 'outgoing',
    hijriYear: 1448,
    opening: 0,
    first: lines.length === 0 ? null : 1,
    last: lines.length,
    valid: lines.filter(({ state }) => state === 'valid').length,
    voided: lines.filter(({ state }) => state === 'voided').length,
    fromPaper: lines.filter(({ state, origin }) => state === 'valid' && origin === 'paper').length,
    reserved: lines.filter(({ state }) => state === 'reserved').length,
    missing: 0,
    chainHead: CHAIN_HEAD,
    ...change,
  },
  lines,
  ranges: [],
});

export const LONG_NAME = 'نورة بنت عبد العزيز بن عبد الرحمن آل سليمان الحربي';
export const SUBJECT =
  'طلب بيان (Ref. A-12) بأعداد الأسر، والموقع https://wisam.example.org/a?b=1 والرقم 0508072675';

/** One of each paper, with names, figures and Latin that are hard to set. */
export const PAPERS: Readonly<Record<string, PaperSheet>> = {
  supportRequestForm: sheet('supportRequestForm', {
    profile,
    logo: null,
    requestNumber: '1448-0317',
    fileNumber: '1448-0092',
    madeOn: '2026-11-22',
    staffName: 'سارة محمد المطيري',
    applicantTitle: 'طالبة الدعم',
    applicantName: LONG_NAME,
    level: 'عاجل: انقطاع الكهرباء عن مريض',
    rows: [
      { label: 'رقم الهوية', text: '\u20661058529940\u2069', code: true, mark: 'matched' },
      { label: 'الجوال', text: '\u2066050 807 2675\u2069', code: true, mark: 'told' },
      { label: 'الدخل الشهري', text: '2,400 ريال، الضمان الاجتماعي', code: false, mark: 'matched' },
      { label: 'الآيبان', text: 'لم يُقدَّم بعد، ولا يمنع التوقيع', code: false, mark: 'open' },
    ],
    members: [
      { name: 'سعود محمد اللحياني', relation: 'ابن', age: '12 سنة' },
      { name: 'غادة محمد اللحياني', relation: 'ابنة', age: 'سنتان' },
    ],
    amounts: [{ name: 'الضمان الاجتماعي', kind: 'دخل', monthly: '2,400 ريال' }],
    asked: [
      { label: 'الخدمة المطلوبة', text: 'سلة غذائية شهرية، وكسوة شتاء لثلاثة أبناء' },
      { label: 'الحاجة', text: 'أرملة بلا عائل' },
    ],
    requirements: [
      { name: 'هوية أو سجل أسرة', state: 'طُوبق في 12 / 6 / 1448' },
      { name: 'شهادة آيبان', state: 'مطلوب' },
      { name: 'إثبات الحالة', state: 'لا يلزم لهذه الفئة' },
    ],
  }),
  missingDocuments: sheet('missingDocuments', {
    profile,
    logo: null,
    partyName: LONG_NAME,
    fileNumber: '1448-0317',
    items: [
      { kind: 'income', state: 'expired', expiresOn: '2026-10-01' },
      { kind: 'iban', state: 'missing', expiresOn: null },
      { kind: 'identity', state: 'unmatched', expiresOn: '2028-01-14' },
    ],
    returnDay: '2026-11-29',
    madeOn: '2026-11-22',
    staffName: 'سارة محمد المطيري',
  }),
  voidCertificate: sheet('voidCertificate', {
    profile,
    logo: null,
    referenceNumber: '127/ص/1448',
    day: '2026-11-20',
    recipientLine: `المكرمة ${LONG_NAME}`,
    subject: SUBJECT,
    issuedByName: 'سارة محمد المطيري',
    reason: 'كُتب المبلغ خطأً 12,500 بدل 15,200 ريال',
    voidedByName: 'عبد الله بن عوض البشري',
    voidedDay: '2026-11-22',
    voidedTime: '10:42',
    code: '1234567890123456',
  }),
  receiptSlip: sheet('receiptSlip', {
    profile,
    logo: null,
    referenceNumber: '34/و/1448',
    day: '2026-11-22',
    time: '10:42',
    senderLine: 'وزارة الموارد البشرية والتنمية الاجتماعية، فرع منطقة مكة المكرمة',
    theirNumber: '45/A-7/1448',
    theirDay: '2026-11-18',
    subject: SUBJECT,
    attachments: { kind: 'list', items: [{ unit: 'sheet', count: 3, what: 'كشف الأسر' }] },
    receivedByName: 'سارة محمد المطيري',
  }),
  dayClosing: sheet('dayClosing', {
    profile,
    logo: null,
    closing: {
      day: '2026-11-22',
      unsigned: 3,
      undelivered: 11,
      registers: [
        {
          register: 'outgoing',
          hijriYear: 1448,
          before: 126,
          lines: [registerLine(127), registerLine(128, { state: 'voided', note: 'تكرر الخطاب' })],
          voided: [registerLine(128, { state: 'voided', note: 'تكرر الخطاب' })],
          ranges: [],
          chainHead: CHAIN_HEAD,
        },
      ],
    },
    officer: { name: 'سارة محمد المطيري', jobTitle: 'موظفة علاقات المستفيدين' },
    delivered: [{ referenceNumber: '120/ص/1448', receiver: LONG_NAME, method: 'باليد' }],
  }),
  paperRange: sheet('paperRange', {
    profile,
    logo: null,
    range: {
      id: 1,
      register: 'outgoing',
      hijriYear: 1448,
      first: 131,
      last: 160,
      reason: 'انتقال المقر، والحاسب مفصول يومين',
      day: '2026-11-22',
      byName: 'سارة محمد المطيري',
      entered: 0,
      voided: 0,
      open: 30,
    },
  }),
  registerBook: sheet('registerBook', {
    profile,
    logo: null,
    book: bookOf(Array.from({ length: 30 }, (_, index) => registerLine(index + 1))),
    madeOn: '2026-11-22',
  }),
  envelopes: sheet('envelopes', {
    profile,
    size: 'dl',
    addresses: [
      {
        recipient: {
          honorific: 'المكرمة',
          name: LONG_NAME,
          title: 'مديرة الفرع',
          organisation: 'Acme Ltd وشركاؤها للتجارة والمقاولات والصيانة والتشغيل',
          closingHonorific: 'المحترمة',
        },
        referenceNumber: '127/ص/1448',
      },
    ],
  }),
  calibration: sheet('calibration', { profile, logo: null, offsets: { xMm: 1.5, yMm: -2 } }),
  testPage: sheet('testPage', { profile, printer: 'HP_LaserJet-M404', day: '2026-11-22', time: '10:42' }),
  blankHead: sheet('blankHead', { profile, logo: null }),
};
