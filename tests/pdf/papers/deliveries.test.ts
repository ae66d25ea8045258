import { describe, expect, it } from 'vitest';
import type {
  DeliveryDaySheet,
  DeliveryListSheet,
  DeliveryReceiptSheet,
} from '#electron/pdf/documents/delivery-sheets.ts';
import { missingWords } from '../../support/missing-words.ts';
import { needTool } from '../../support/need-tool.ts';
import { pdftotext, qpdfCheck } from '../../support/pdf-reading.ts';
import { shownLines } from '../../support/shown-lines.ts';
import { LONG_NAME, profile, setPaper } from './sample-papers.ts';

const CODE = '1234567890123456';

const receipt = (
  more: Partial<DeliveryReceiptSheet> = {},
): DeliveryReceiptSheet & { kind: 'deliveryReceipt' } => ({
  kind: 'deliveryReceipt',
  profile,
  logo: null,
  code: CODE,
  partyName: LONG_NAME,
  partySex: 'female',
  idNumber: '••••••9940',
  fileNumber: '1448-0092',
  requestNumber: '1448-0317',
  serviceName: 'سلة غذائية شهرية',
  serviceKind: 'inKind',
  turn: 3,
  times: 12,
  quantity: 2,
  unit: 'سلة',
  valueHalalas: 35_050,
  place: 'قرية الصمد، بجوار الجامع',
  atPlace: true,
  receiverKind: 'representative',
  receiverName: 'فهد بن سعد الحربي',
  deedNumber: '44120987',
  iban: '',
  ibanHolder: '',
  transferReference: '',
  note: 'حملها ابنها الأكبر',
  day: '2026-11-22',
  time: '10:42',
  officerName: 'سارة محمد المطيري',
  ...more,
});

const list = (count: number): DeliveryListSheet & { kind: 'deliveryList' } => ({
  kind: 'deliveryList',
  profile,
  logo: null,
  day: '2026-11-22',
  madeOn: '2026-11-22',
  madeAt: '08:05',
  officerName: 'سارة محمد المطيري',
  rows: Array.from({ length: count }, (_, index) => ({
    code: String(1_234_567_890_120_000 + index),
    partyName: index % 5 === 0 ? LONG_NAME : `فاطمة أحمد علي الحربي ${index}`,
    mobile: index % 4 === 0 ? '' : '+966508072675',
    requestNumber: `1448-${String(300 + index).padStart(4, '0')}`,
    serviceName: 'سلة غذائية شهرية',
    quantity: 1 + (index % 2),
    unit: 'سلة',
    place: index % 3 === 0 ? 'قرية الصمد، بجوار الجامع' : 'مستودع الجمعية',
    atPlace: index % 3 === 0,
    doneAt: index === 1 ? '09:15' : '',
  })),
});

const closing: DeliveryDaySheet & { kind: 'deliveryDay' } = {
  kind: 'deliveryDay',
  profile,
  logo: null,
  code: CODE,
  day: '2026-11-22',
  madeOn: '2026-11-22',
  madeAt: '14:30',
  officer: { name: 'سارة محمد المطيري', jobTitle: 'موظفة علاقات المستفيدين' },
  services: [
    {
      serviceId: 1 as never,
      serviceName: 'سلة غذائية شهرية',
      unit: 'سلة',
      deliveries: 11,
      quantity: 12,
      valueHalalas: 420_000,
      persons: 11,
    },
    {
      serviceId: 2 as never,
      serviceName: 'كسوة',
      unit: 'كسوة',
      deliveries: 2,
      quantity: 2,
      valueHalalas: 0,
      persons: 2,
    },
  ],
  delivered: 13,
  persons: 12,
  failed: 1,
  stillPlanned: 2,
  atPlace: 3,
  atPlaceMinutes: 35,
  lines: Array.from({ length: 13 }, (_, index) => ({
    partyName: index === 0 ? LONG_NAME : `فاطمة أحمد علي الحربي ${index}`,
    requestNumber: '1448-0317',
    serviceName: 'سلة غذائية شهرية',
    quantity: 1,
    unit: 'سلة',
    receiverName: index === 0 ? LONG_NAME : 'فهد بن سعد الحربي',
    time: '10:42',
  })),
  failures: [
    { partyName: 'صالح بن أحمد العتيبي', serviceName: 'ترميم منزل', failReason: 'لم يكن أحد في البيت' },
  ],
};

describe('the papers of S.7', () => {
  it.each([
    ['the receipt', receipt(), 1],
    [
      'the receipt of a transfer',
      receipt({
        serviceKind: 'transfer',
        iban: '••••••0967',
        ibanHolder: LONG_NAME,
        transferReference: 'FT2632700012',
      }),
      1,
    ],
    ['a list of one', list(1), 1],
    ['a list of forty', list(40), 5],
    ['the closing of a day', closing, 2],
  ] as const)(
    '%s is a sound file of the same bytes each time, on as many pages as it needs',
    async (_, sheet, most) => {
      const { pdf, pages } = await setPaper(sheet);
      expect(pages).toBeLessThanOrEqual(most);
      expect(Buffer.compare(pdf, (await setPaper(sheet)).pdf)).toBe(0);
      expect(() => qpdfCheck(pdf)).not.toThrow();
    },
  );

  it.each([
    [
      'the receipt',
      receipt(),
      `سند استلام المستفيدة ${LONG_NAME} 9940 ١٤٤٨ ٠٠٩٢ ٠٣١٧ سلة غذائية شهرية العدد ٢ ٣٥٠ ٣ من ١٢ سُلّم في الموقع قرية الصمد بجوار الجامع فهد بن سعد الحربي نيابةً بالصك 44120987 الأحد ١٠ ٤٢ حملها ابنها الأكبر استلمتُ في موقعي سارة محمد المطيري 1234 5678 9012 3456`,
    ],
    [
      'the receipt of a transfer',
      receipt({
        serviceKind: 'transfer',
        iban: '••••••0967',
        ibanHolder: 'نورة',
        transferReference: 'FT2632700012',
        atPlace: false,
      }),
      'سند حوالة حوّلت الجمعية المبلغ 0967 صاحب الحساب نورة مرجع الحوالة FT2632700012',
    ],
    [
      'the list',
      list(3),
      `كشف تسليم الأحد ٢٠٢٦ ${LONG_NAME} 050 807 2675 ١٤٤٨ سلة غذائية شهرية العدد ٢ قرية الصمد في موقع المستفيد مستودع الجمعية توقيع المستلم سُلّم ٠٩ ١٥ 1234 5678 9012 0000 0001 0002`,
    ],
    [
      'the closing',
      closing,
      `محضر إقفال تسليم اليوم سلة غذائية شهرية ١١ ١٢ ٤٬٢٠٠ ريال كسوة ١٣ تسليمًا ١٢ مستفيدًا ٣ تسليمات ٣٥ دقيقة من استلم ${LONG_NAME} أصالةً ما لم يتم صالح بن أحمد العتيبي لم يكن أحد في البيت موظفة علاقات المستفيدين`,
    ],
  ] as const)('%s is given back by pdftotext, word for word', async (_, sheet, words, ...rest) => {
    const [context] = rest as unknown as [Parameters<typeof needTool>[0] | undefined];
    if (context !== undefined) needTool(context, 'pdftotext');
    const { pdf } = await setPaper(sheet);
    expect(missingWords(words, pdftotext(pdf))).toEqual([]);
  });

  it.each([
    ['the receipt', receipt(), '١٤٤٨-٠٣١٧'],
    ['the list', list(3), '١٤٤٨-٠٣٠١'],
    ['the closing', closing, '١٤٤٨-٠٣١٧'],
  ] as const)('%s bears the number of a request with its year at the left', async (_, sheet, number) => {
    expect((await shownLines((await setPaper(sheet)).pdf)).join('\n')).toContain(number);
  });

  it('the receipt of a child’s guardian by blood tells of no deed', async () => {
    const { pdf } = await setPaper(receipt({ deedNumber: '' }));
    expect(missingWords('بالولاية', pdftotext(pdf))).toEqual([]);
    expect(pdftotext(pdf)).not.toContain('بالصك');
  });
});
