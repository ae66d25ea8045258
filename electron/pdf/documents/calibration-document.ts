import { digitsIn } from '#shared/arabic/digits.ts';
import { ltr } from '../arabic/content.ts';
import type { Content, DocumentDefinition } from '../arabic/definition.ts';
import { headParts, LABELS, paperBox } from '../letterhead.ts';
import { A4, INK, INK_SOFT, lineOf, mm } from '../paper.ts';
import { readPicture } from '../picture.ts';
import type { CalibrationSheet } from './paper-sheets.ts';
import { mmRulers } from './rulers.ts';

const CROSS = mm(4);

/**
 * Printed on one of the office's pre-printed sheets: a cross where the program would fill in each blank, with its place
 * in millimetres, and how to set x and y from what one measures. The offsets that are set already are in it.
 */
export function calibrationDocument({ profile, logo, offsets }: CalibrationSheet): DocumentDefinition {
  const { left, headTop } = paperBox(profile.letterhead);
  const empty = { number: '', hijri: '', gregorian: '', attachments: '' };
  const picture = logo === null ? null : readPicture(logo, 'logo');
  const { blanks } = headParts(profile, empty, { logo: picture });
  const crosses = (Object.keys(LABELS) as (keyof typeof LABELS)[]).map((name, index) => ({
    label: LABELS[name],
    x: left + blanks.left + mm(offsets.xMm),
    y: headTop + blanks.top + index * blanks.step + mm(offsets.yMm),
  }));
  const shown = (value: number): string => ltr(digitsIn('latin', String(Math.round(value * 10) / 10)));
  return {
    pageSize: 'A4',
    pageMargins: [mm(30), mm(92), mm(30), mm(20)],
    info: {
      title: 'ورقة معايرة الورق المطبوع',
      author: profile.name,
      creationDate: new Date('2000-01-01T00:00:00Z'),
    },
    defaultStyle: { color: INK, alignment: 'right' },
    background: () => [
      ...mmRulers(),
      ...crosses.flatMap(({ label, x, y }) => cross(x, y, `${label} ${placeOf(x, y)}`)),
    ],
    content: [
      {
        text: 'ورقة معايرة الورق المطبوع سلفًا',
        bold: true,
        alignment: 'center',
        structure: 'H1',
        ...lineOf(18, mm(11), { below: mm(3) }),
      },
      ...[
        'ضع في الطابعة ورقة من ورق الجمعية المطبوع سلفًا، واطبع عليها هذه الصفحة بالحجم الفعلي (100%) دون ملاءمة للورق.',
        'كل علامة (+) هي الموضع الذي سيكتب فيه البرنامج بداية خانة من خانات الترويسة من يسارها: الرقم والتاريخ والموافق والمرفقات، على نقاط الخانة.',
        'قِس بالمسطرة من العلامة إلى يسار نقاط خانتها في الورق. إذا كانت النقاط إلى يمين العلامة فزِد قيمة «إلى اليمين» بالمليمترات، وإذا كانت إلى يسارها فأنقصها.',
        'إذا كانت النقاط تحت العلامة فزِد قيمة «إلى الأسفل»، وإذا كانت فوقها فأنقصها.',
        'اكتب القيمتين في الإعدادات، الطباعة، الورق المطبوع سلفًا، ثم اطبع هذه الصفحة مرة أخرى وتأكد من وقوع كل علامة على بداية نقاطها.',
      ].map((text, index): Content => ({
        text: `${digitsIn('latin', index + 1)}. ${text}`,
        alignment: 'right',
        ...lineOf(13, mm(8), { below: mm(1.6) }),
      })),
      {
        text: [
          'القيم الحالية: إلى اليمين ',
          { text: shown(offsets.xMm), bold: true },
          ' مم، وإلى الأسفل ',
          { text: shown(offsets.yMm), bold: true },
          ' مم.',
        ],
        alignment: 'center',
        ...lineOf(14, mm(9), { above: mm(4) }),
      },
      {
        text: 'المسطرة على حافتي الورقة بالمليمترات من الحافة العليا ومن الحافة اليسرى. إذا لم يكن طول عشرة سنتيمترات منها عشرة سنتيمترات بمسطرتك فقد غيّرت الطابعة الحجم: أوقف ملاءمة الورق فيها أولًا.',
        color: INK_SOFT,
        ...lineOf(11.5, mm(7), { above: mm(3) }),
      },
    ],
  };
}

const placeOf = (x: number, y: number): string => {
  const inMm = (points: number): string => ((points * 25.4) / 72).toFixed(1);
  return ltr(`x ${inMm(x)} · y ${inMm(y)} mm`);
};

const line = (x1: number, y1: number, x2: number, y2: number) => ({
  type: 'line',
  x1,
  y1,
  x2,
  y2,
  lineWidth: mm(0.25),
  lineColor: INK,
});

function cross(x: number, y: number, text: string): Content[] {
  const half = CROSS / 2;
  const width = mm(62);
  const onTheRight = x + half + mm(2) + width < A4.width;
  return [
    {
      absolutePosition: { x: 0, y: 0 },
      alignment: 'left',
      canvas: [line(x - half, y, x + half, y), line(x, y - half, x, y + half)],
    },
    {
      absolutePosition: { x: onTheRight ? x + half + mm(2) : x - half - mm(2) - width, y: y - mm(2.4) },
      columns: [
        {
          width,
          text,
          alignment: onTheRight ? 'left' : 'right',
          color: INK_SOFT,
          ...lineOf(8, mm(4.6), { font: 'Plex' }),
        },
      ],
    },
  ];
}
