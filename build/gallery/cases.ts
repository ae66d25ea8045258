import {
  fullGrid,
  isolateLatinPieces,
  rtlDate,
  rtlList,
  rtlSlashed,
  rtlTable,
} from '#electron/pdf/arabic/content.ts';
import type { Content } from '#electron/pdf/arabic/definition.ts';

/** One hard case: the same text for both typesetters. */
export interface GalleryCase {
  readonly name: string;
  readonly content: Content;
  /** The same in HTML; the document is right to left already. */
  readonly html: string;
  /** What must be found again in the text of both PDFs. */
  readonly text: string;
}

const escaped = (text: string): string =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');

const lines = (name: string, texts: readonly string[]): GalleryCase => ({
  name,
  content: texts.map((text) => ({ text })),
  html: texts.map((text) => `<p>${escaped(text)}</p>`).join(''),
  text: texts.join('\n'),
});

const SENTENCE =
  'تضع جمعية التنمية الأهلية بالحميمة السياسات والإجراءات التي تنظم علاقتها بجميع الأطراف من مستفيدين وداعمين ومتطوعين وخلافه، بما يكفل حقوق الجمعية وكافة هذه الأطراف (المادة ١٢).';
const LONG_WORD = 'فسيكفيكهملتمكينهم'.repeat(6);
const PHONES = [
  'الجوال +966 50 807 2675 والهاتف 0508072675',
  'الآيبان SA49 8000 0324 6080 1016 0967 لدى المصرف',
  'الحساب @alhom233 والنسبة -5% والزيادة +3%',
];

const TABLE = [
  [
    { text: 'البيان', rowSpan: 2 },
    { text: 'المبلغ (ريال)', colSpan: 2 },
  ],
  [{ text: 'نقدًا' }, { text: 'عينًا' }],
  [{ text: 'أسرة محمد (٥ أفراد)' }, { text: '١٬٥٠٠' }, { text: '2,250.50' }],
  [{ text: 'الإجمالي (SAR)' }, { text: '٣٬٧٥٠٫٥٠', colSpan: 2 }],
];

export const GALLERY: readonly GalleryCase[] = [
  lines('dates-generated', [
    `الرقم : ${rtlSlashed(['١٢٧', 'ص', '١٤٤٨'])}`,
    `التاريخ : ${rtlDate({ day: '١٢', month: '٠٦', year: '١٤٤٨', era: 'هـ' })}`,
    `الموافق : ${rtlDate({ day: '22', month: '11', year: '2026', era: 'م' })}`,
  ]),
  lines('dates-typed', [
    'التاريخ : ١٢/٠٦/١٤٤٨هـ',
    'الموافق : 22/11/2026م',
    'في ١٢-٠٦-١٤٤٨هـ الساعة ١٠:٣٠ صباحًا',
  ]),
  lines('brackets', [
    'جمعية الحميمة (مسجلة برقم 4215) [نسخة] {مسودة}',
    'القرار (١٢/أ) نافذ، و«الجلسة (الثامنة)» في موعدها (٠٨).',
    'قال: «نعم» ثم كتب "approved" و[(متداخل)].',
  ]),
  lines('torn', PHONES),
  lines('isolated', PHONES.map(isolateLatinPieces)),
  lines('percent', [
    'المبلغ ١٢٬٥٠٠٫٧٥ ريالًا، منه ٥٠٪ نقدًا',
    'المبلغ 12,500.75 ريالا، منه 50% نقدا',
    'من ١ إلى ١٠، ومن 1-10 ومن ١-١٠',
  ]),
  lines('vocalised', [
    'بِسْمِ اللَّهِ الرَّحْمَٰنِ الرَّحِيمِ',
    'إِنَّ اللَّهَ يُحِبُّ المُتَصَدِّقِينَ وَيُجْزِلُ لَكُمُ الأَجْرَ',
    'أُمُّهُ، عَلِّمِ، حَقًّا وحَقٌّ وحَقٍّ، مُحَمَّدٌ ﷺ',
  ]),
  lines('english', [
    'كتب المبرمج Hello World ثم عاد إلى العربية',
    'تقرير PDF/A-3b الإصدار 1.7 من ISO 19005-3',
    'English first, ثم العربية, then English (و قوس).',
  ]),
  {
    name: 'table',
    content: rtlTable({ table: { widths: ['*', '*', '*'], headerRows: 2, body: fullGrid(TABLE) } }),
    html: `<table>${TABLE.map(
      (row) =>
        `<tr>${row
          .map((cell) => {
            const {
              text,
              rowSpan = 1,
              colSpan = 1,
            } = cell as { text: string; rowSpan?: number; colSpan?: number };
            return `<td rowspan=${rowSpan} colspan=${colSpan}>${escaped(text)}</td>`;
          })
          .join('')}</tr>`,
    ).join('')}</table>`,
    text: TABLE.flat()
      .map(({ text }) => text)
      .join('\n'),
  },
  {
    name: 'list',
    content: rtlList(
      [
        'بند أول (مع قوس)',
        { stack: ['بند ثانٍ ٣/٢', rtlList(['فرعي أول', 'فرعي third 3'], { depth: 1, ordered: true })] },
      ],
      { ordered: true },
    ),
    html: `<ol style="list-style:arabic-indic"><li>بند أول (مع قوس)</li><li>بند ثانٍ ٣/٢<ol style="list-style:abjad"><li>فرعي أول</li><li>فرعي third 3</li></ol></li></ol>`,
    text: 'بند أول (مع قوس)\nبند ثانٍ ٣/٢\nفرعي أول\nفرعي third 3',
  },
  {
    name: 'justified',
    content: { text: SENTENCE, alignment: 'justify', leadingIndent: 24 },
    html: `<p style="text-align:justify;text-indent:24pt">${SENTENCE}</p>`,
    text: SENTENCE,
  },
  {
    name: 'style-in-word',
    content: [
      {
        text: [
          'حقو',
          { text: 'قهم', color: '#b00020' },
          ' مستف',
          { text: 'يدون', color: '#b00020' },
          ' بالأ',
          { text: 'لوان', color: '#b00020' },
        ],
      },
      { text: ['حقو', { text: 'قهم', bold: true }, ' مستف', { text: 'يدون', bold: true }, ' بالأثخن'] },
    ],
    html: `<p>حقو<span style="color:#b00020">قهم</span> مستف<span style="color:#b00020">يدون</span> بالأ<span style="color:#b00020">لوان</span></p><p>حقو<b>قهم</b> مستف<b>يدون</b> بالأثخن</p>`,
    text: 'حقوقهم مستفيدون بالألوان\nحقوقهم مستفيدون بالأثخن',
  },
  {
    name: 'long-word',
    content: { text: LONG_WORD },
    html: `<p style="overflow-wrap:anywhere">${LONG_WORD}</p>`,
    text: '',
  },
  lines('borrowed', ['السعر € 5 → № 7 ✓ تم، و½ كوب عند 25°', 'كلمة\u200Cمفصولة بفاصل صفري، وﻻ حروف عرض']),
];
