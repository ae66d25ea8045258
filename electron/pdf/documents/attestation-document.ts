import { digitsIn } from '#shared/arabic/digits.ts';
import type { DigitSystem } from '#shared/organisation/profile.ts';
import { isolate, rtlColumns } from '../arabic/content.ts';
import type { Content, DocumentDefinition } from '../arabic/definition.ts';
import { fieldTexts, groupsOnPaper } from '../letter-fields.ts';
import { HAIRLINE, INK_SOFT, lineOf, mm } from '../paper.ts';
import { typedLine } from '../typed-text.ts';
import type { AttestationSheet } from './attestation-sheet.ts';
import { factRows, officialSheet } from './official-sheet.ts';
import { paperTable } from './paper-table.ts';

interface AttestationFit {
  readonly size: number;
  readonly leading: number;
}

/** Size and leading of the table, one after another until the whole stands on one page; many data take two all the same. */
export const ATTESTATION_FITS: readonly [AttestationFit, ...AttestationFit[]] = [
  { size: 11.5, leading: 17 },
  { size: 11, leading: 15.5 },
  { size: 10.5, leading: 14 },
  { size: 10.25, leading: 12.75 },
];

/** The digits of paper in words; numbers that stand left to right (a telephone, an IBAN, an id) stay as they are dialled. */
const textDigits = (text: string, digits: DigitSystem): string =>
  text
    .split(/(\u2066[^\u2069]*\u2069)/u)
    .map((part) => (part.startsWith('\u2066') ? part : digitsIn(digits, part)))
    .join('');

/**
 * «إقرار بصحة البيانات» (S.4): what the applicant answers for, the policy's sentence whole, what each signature says, and
 * the places to sign: by hand, or a thumb before two witnesses. Its code brings the signed sheet back to its request.
 */
export function attestationDocument(
  sheet: AttestationSheet,
  fit: AttestationFit = ATTESTATION_FITS[0],
): DocumentDefinition {
  const { profile, logo, code, fields, day } = sheet;
  const digits = profile.letters.fieldDigits;
  return officialSheet({
    profile,
    logo,
    code,
    title: 'إقرار بصحة البيانات',
    fields: {
      ...fieldTexts({ referenceNumber: null, day, attachments: { kind: 'list', items: [] } }, digits),
      number: sheet.requestNumber === null ? '—' : groupsOnPaper(sheet.requestNumber, digits),
    },
    day,
    content: (width) => [
      ...(sheet.represented === null ? [] : factRows([sheet.represented], width)),
      paperTable({
        columns: [
          { title: 'البيان', width: mm(34) },
          { title: sheet.told, width: '*' },
          { title: 'طُوبق على الأصل', width: mm(28), alignment: 'center' },
        ],
        ...fit,
        rows: fields.map(({ label, text, matched }) => [
          { text: label, bold: true },
          textDigits(text, digits),
          matched ? 'نعم' : '—',
        ]),
      }),
      // Nobody signs a page without what they sign: the sentence and the places stay together.
      {
        unbreakable: true,
        stack: [
          {
            text: typedLine(`«${sheet.clause}»`),
            color: INK_SOFT,
            alignment: 'center',
            ...lineOf(10.5, mm(6.4), { above: mm(3), below: mm(1) }),
          },
          { text: sheet.declaration, alignment: 'justify', ...lineOf(14, mm(7.8), { below: mm(1) }) },
          signingPlaces(sheet),
          thumbPlaces(width),
        ],
      },
    ],
  });
}

const dots = (label: string): Content => ({
  text: `${label}: ................................`,
  alignment: 'center',
  color: INK_SOFT,
  ...lineOf(11.5, mm(8), { above: mm(2) }),
});

/** Side by side from the right: who answers, and who made sure. */
const signingPlaces = ({
  signerTitle,
  signerName,
  officerName,
  officerStatement,
}: AttestationSheet): Content =>
  rtlColumns({
    unbreakable: true,
    columnGap: mm(8),
    columns: [
      { label: signerTitle, name: signerName, says: '' },
      { label: 'موظف الجمعية', name: officerName, says: officerStatement },
    ].map(({ label, name, says }) => ({
      width: '*',
      margin: [0, mm(2), 0, 0] as const,
      stack: [
        { text: typedLine(label), bold: true, alignment: 'center', ...lineOf(13, mm(7)) },
        { text: isolate(name), alignment: 'center', ...lineOf(13, mm(7)) },
        ...(says === ''
          ? []
          : [{ text: says, alignment: 'center' as const, color: INK_SOFT, ...lineOf(10.5, mm(6)) }]),
        dots('التوقيع'),
      ],
    })),
  });

/** For who cannot write: a place for the thumb, and two witnesses by name, national id and hand. */
const thumbPlaces = (width: number): Content => {
  const box = mm(22);
  return rtlColumns({
    unbreakable: true,
    columnGap: mm(6),
    margin: [0, mm(4), 0, 0],
    columns: [
      {
        width: box,
        stack: [
          {
            canvas: [
              {
                type: 'rect',
                x: 0,
                y: 0,
                w: box,
                h: mm(24),
                lineWidth: mm(0.2),
                lineColor: HAIRLINE,
              },
            ],
          },
        ],
      },
      {
        width: width - box - mm(6),
        stack: [
          {
            text: 'لمن لا يكتب: بصمة الإبهام في المربع، ويوقّع شاهدان:',
            color: INK_SOFT,
            ...lineOf(11, mm(6.5)),
          },
          ...['الشاهد الأول', 'الشاهد الثاني'].map((witness): Content => ({
            text: `${witness}: .............................  رقم الهوية: ......................  التوقيع: ......................`,
            color: INK_SOFT,
            ...lineOf(11, mm(8.6)),
          })),
        ],
      },
    ],
  });
};
