import { dualDate } from '#shared/calendar/dual-date.ts';
import { arabicDigits, ltr, rtlColumns } from '../arabic/content.ts';
import type { Content, DocumentDefinition, TableLayout } from '../arabic/definition.ts';
import { dateOnPaper } from '../letter-fields.ts';
import { HAIRLINE, INK, INK_SOFT, lineOf, mm, RULE } from '../paper.ts';
import { typedLine } from '../typed-text.ts';

export interface RecoverySheet {
  readonly organisation: string;
  /** `AGE-SECRET-KEY-1…`: the age identity to which every backup is encrypted. */
  readonly key: string;
  /** ISO day on which the key was made. */
  readonly day: string;
}

const GROUP = 4;
const ROW = 5 * GROUP;

/**
 * The printed recovery key: the one paper that opens the association's backups. Its characters stand in groups of four,
 * each over its number, so that a person finds «the 15th character» without counting.
 */
export function recoverySheetDocument({ organisation, key, day }: RecoverySheet): DocumentDefinition {
  const { hijri, gregorian } = dualDate(day);
  const made = dateOnPaper(hijri, 'هـ', 'arabicIndic');
  const twin = dateOnPaper(gregorian, 'م', 'arabicIndic');
  return {
    pageSize: 'A4',
    pageMargins: [mm(22), mm(20), mm(22), mm(16)],
    info: {
      title: 'ورقة مفتاح الاسترداد',
      author: organisation,
      creationDate: new Date(`${day}T00:00:00Z`),
    },
    defaultStyle: { color: INK, alignment: 'right' },
    content: [
      { text: typedLine(organisation), bold: true, color: RULE, alignment: 'center', ...lineOf(18, mm(9)) },
      {
        text: 'ورقة مفتاح الاسترداد',
        bold: true,
        alignment: 'center',
        structure: 'H1',
        ...lineOf(22, mm(12), { above: mm(2) }),
      },
      {
        text: `صدرت في ${made} الموافق ${twin}`,
        color: INK_SOFT,
        alignment: 'center',
        ...lineOf(12, mm(7), { below: mm(5) }),
      },
      paragraph(
        'هذا المفتاح هو الطريق الوحيد إلى النسخ الاحتياطية لبرنامج وسام إذا تلف الجهاز أو سُرق أو احترق. من يملك هذه الورقة ونسخة احتياطية يستطيع قراءة بيانات المستفيدين كلها، ومن فقدها لا يستطيع أحد أن يفتح له النسخ.',
      ),
      keyTable(key),
      {
        text: `عدد أحرف المفتاح ${arabicDigits(key.length)} حرفًا، وتحت كل حرف ترتيبه. يُقرأ من اليسار إلى اليمين، وتُعد الشرطة (-) حرفًا. الحروف لاتينية كبيرة، وليس فيها O ولا I: ما يشبههما صفر أو واحد.`,
        color: INK_SOFT,
        alignment: 'justify',
        ...lineOf(11.5, mm(6.4), { above: mm(2), below: mm(5) }),
      },
      heading('ما الذي يُفعل بهذه الورقة'),
      ...steps([
        'تُطبع مرة واحدة، ويُتحقق منها بكتابة ستة أحرف يطلبها البرنامج من الورقة المطبوعة.',
        'توضع في ظرف مغلق يوقّع عليه رئيس مجلس الإدارة، وتُحفظ في خزنة خارج مبنى الجمعية.',
        'لا تُصوَّر بالهاتف، ولا تُرسل بالبريد ولا بوسائل التواصل، ولا تُحفظ مع ذاكرة النسخ الاحتياطية في مكان واحد.',
        'عند انتقال المسؤولية تُسلَّم باليد ويُكتب ذلك أدناه.',
      ]),
      heading('كيف تُستعاد البيانات'),
      ...steps([
        'يُشغَّل برنامج وسام على الجهاز الجديد، ويُختار «استعادة من نسخة احتياطية».',
        'يُختار ملف النسخة الاحتياطية من الذاكرة المحمولة.',
        'يُكتب المفتاح كاملًا كما هو أعلاه، من اليسار إلى اليمين، دون مسافات.',
      ]),
      custody,
    ],
  };
}

const paragraph = (text: string): Content => ({
  text,
  alignment: 'justify',
  ...lineOf(13.5, mm(8), { below: mm(4) }),
});

const heading = (text: string): Content => ({
  text,
  bold: true,
  structure: 'H2',
  ...lineOf(14, mm(8.5), { above: mm(1) }),
});

const steps = (texts: readonly string[]): Content[] =>
  texts.map((text, index) => ({
    text: `${arabicDigits(index + 1)}. ${text}`,
    alignment: 'right',
    ...lineOf(12.5, mm(7)),
  }));

const GROUP_LINE = mm(0.35);
const layout: TableLayout = {
  hLineWidth: () => GROUP_LINE,
  vLineWidth: (column) => (column % GROUP === 0 ? GROUP_LINE : 0),
  hLineColor: () => HAIRLINE,
  vLineColor: () => HAIRLINE,
  paddingLeft: () => 0,
  paddingRight: () => 0,
  paddingTop: () => mm(1.6),
  paddingBottom: () => mm(0.8),
};

/** Left to right, as the key is typed; a zero with a stroke, and no letter that could be taken for a figure. */
function keyTable(key: string): Content {
  const rows = Array.from({ length: Math.ceil(key.length / ROW) }, (_, row) =>
    Array.from({ length: ROW }, (__, column) => {
      const at = row * ROW + column;
      const character = key[at];
      return character === undefined ? '' : { stack: [keyCharacter(character), keyPlace(at + 1)] };
    }),
  );
  return {
    table: { widths: Array.from({ length: ROW }, () => '*'), dontBreakRows: true, body: rows },
    layout,
  };
}

const keyCharacter = (character: string): Content => ({
  text: ltr(character),
  alignment: 'center',
  direction: 'ltr',
  fontFeatures: { zero: true },
  ...lineOf(18, mm(8), { font: 'Plex SemiBold' }),
});

const keyPlace = (place: number): Content => ({
  text: String(place),
  alignment: 'center',
  color: INK_SOFT,
  direction: 'ltr',
  ...lineOf(7, mm(3.4), { font: 'Plex' }),
});

const blank = (label: string): Content =>
  rtlColumns({
    columnGap: mm(2),
    columns: [
      { width: mm(40), text: `${label}:`, ...lineOf(12.5, mm(9)) },
      {
        width: '*',
        alignment: 'left',
        margin: [0, mm(6.6), 0, 0],
        canvas: [{ type: 'line', x1: 0, y1: 0, x2: mm(124), y2: 0, lineWidth: mm(0.2), lineColor: HAIRLINE }],
      },
    ],
  });

/** Who keeps the sheet is written by hand, as on any paper of the safe. */
const custody: Content = {
  stack: [heading('حفظ الورقة'), blank('اسم الحافظ وصفته'), blank('مكان الحفظ'), blank('التاريخ والتوقيع')],
  margin: [0, mm(2), 0, 0],
};
