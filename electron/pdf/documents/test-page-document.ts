import { isolate, rtlTable } from '../arabic/content.ts';
import type { Content, DocumentDefinition } from '../arabic/definition.ts';
import { A4, HAIRLINE, INK, INK_SOFT, lineOf, mm, RULE } from '../paper.ts';
import { typedLine } from '../typed-text.ts';
import { bothDates, factRows, hourOnPaper } from './official-sheet.ts';
import type { TestPage } from './paper-sheets.ts';
import { mmRulers } from './rulers.ts';

/** The margin that a frame is printed at, to see which edges a printer cuts off. */
const FRAMES = [mm(4), mm(5), mm(6)] as const;

/**
 * One page to judge a printer by: which one it was and when, frames near the edges, a ruler, joined Arabic letters with
 * their marks in both fonts and in sizes down to the smallest, figures of both kinds, thin lines and greys.
 */
export function testPageDocument({ profile, printer, day, time }: TestPage): DocumentDefinition {
  const digits = profile.letters.fieldDigits;
  const left = mm(26);
  const width = A4.width - 2 * left;
  return {
    pageSize: 'A4',
    pageMargins: [left, mm(24), left, mm(16)],
    info: {
      title: 'صفحة اختبار الطابعة',
      author: profile.name,
      creationDate: new Date(`${day}T00:00:00Z`),
    },
    defaultStyle: { color: INK, alignment: 'right' },
    background: () => [
      {
        absolutePosition: { x: 0, y: 0 },
        alignment: 'left',
        canvas: FRAMES.map((inset) => ({
          type: 'rect',
          x: inset,
          y: inset,
          w: A4.width - 2 * inset,
          h: A4.height - 2 * inset,
          lineWidth: mm(0.15),
          lineColor: HAIRLINE,
        })),
      },
      ...mmRulers(),
    ],
    content: [
      {
        text: 'صفحة اختبار الطابعة',
        bold: true,
        alignment: 'center',
        color: RULE,
        structure: 'H1',
        ...lineOf(20, mm(12), { below: mm(3) }),
      },
      ...factRows(
        [
          { label: 'الجهة', value: profile.name },
          { label: 'الطابعة', value: printer === '' ? 'طابعة النظام المعتادة' : isolate(typedLine(printer)) },
          { label: 'التاريخ', value: bothDates(day, digits) },
          { label: 'الساعة', value: hourOnPaper(time, digits) },
        ],
        width,
      ),
      heading('الحروف متصلة، والنقط والحركات في مواضعها'),
      ...SIZES.map((size): Content => ({ text: LINE, ...lineOf(size, size * 1.9) })),
      { text: LINE, ...lineOf(10, 18, { font: 'Plex', above: mm(1) }) },
      heading('الأرقام من اليسار إلى اليمين، والتاريخ يومه بجوار كلمته'),
      {
        text: `٠١٢٣٤٥٦٧٨٩ · \u20660123456789\u2069 · ${bothDates(day, 'arabicIndic')} · \u2066SA03 8000 0000 6080 1016 7519\u2069`,
        ...lineOf(13, mm(8)),
      },
      heading('الخطوط الدقيقة والدرجات الرمادية'),
      lines(width),
      greys(width),
      {
        text: 'الإطارات الثلاثة على بُعد ٤ و٥ و٦ مم من الحافة: إذا غاب أحدها فالطابعة لا تصل إليه، ولا يضر ذلك الخطابات. وإذا لم تكن المسطرة بالمليمترات صحيحة بمسطرتك فأوقف ملاءمة الورق في الطابعة.',
        color: INK_SOFT,
        ...lineOf(11.5, mm(7), { above: mm(4) }),
      },
    ],
  };
}

const SIZES = [18, 14, 11, 8] as const;
const LINE = 'بِسْمِ اللَّهِ نبدأ: أبجد هوّز حطّي كلمن سعفص قرشت ثخذ ضظغ، لا إله إلا الله، الجُمُوم، المسؤول، شؤون، ﷺ.';

const heading = (text: string): Content => ({
  text,
  bold: true,
  structure: 'H2',
  ...lineOf(13, mm(8), { above: mm(3) }),
});

const lines = (width: number): Content => ({
  alignment: 'left',
  margin: [0, mm(2), 0, mm(3)],
  canvas: [0.1, 0.2, 0.35, 0.7].map((thickness, index) => ({
    type: 'line',
    x1: 0,
    y1: mm(2) * index,
    x2: width,
    y2: mm(2) * index,
    lineWidth: mm(thickness),
    lineColor: INK,
  })),
});

const GREYS = ['#141414', '#474747', '#8a8a8a', '#b4c0ba', '#dfe5e2', '#eef3f0', RULE] as const;
const greys = (width: number): Content =>
  rtlTable({
    table: {
      widths: GREYS.map(() => width / GREYS.length),
      heights: mm(8),
      body: [GREYS.map((fillColor) => ({ text: '', fillColor }))],
    },
    layout: {
      hLineWidth: () => 0,
      vLineWidth: () => 0,
      paddingLeft: () => 0,
      paddingRight: () => 0,
      paddingTop: () => 0,
      paddingBottom: () => 0,
    },
  });
