import { digitsIn } from '#shared/arabic/digits.ts';
import { raisingPaper as words } from '#shared/locales/ar/raising-paper.ts';
import { groupsOnPaper } from '../letter-fields.ts';
import { ltr, rtlColumns } from '../arabic/content.ts';
import type { Content, DocumentDefinition } from '../arabic/definition.ts';
import { codeGroups, QR_QUIET, qrDrawing } from '../letter-code.ts';
import { INK_SOFT, lineOf, mm } from '../paper.ts';
import { typedLine } from '../typed-text.ts';
import { halfHead, twoHalves } from './two-halves.ts';
import { bothDates, type Fact, factRows } from './official-sheet.ts';
import type { RaisingSlip } from './raising-slip-sheet.ts';

const QR = mm(20);

/**
 * «سند رفع طلب دعم» (S.5), twice on a sheet of A4 with a line to cut along: one half for the applicant, one that they sign
 * for the office. Number, day and how to ask, and nothing of what was asked for or why.
 */
export function raisingSlipDocument(slip: RaisingSlip): DocumentDefinition {
  const day = slip.replacement?.madeOn ?? slip.raisedOn;
  return twoHalves(
    slip.profile,
    { title: words.title, day },
    (width) => half(slip, 'applicant', width),
    (width) => half(slip, 'office', width),
  );
}

function half(slip: RaisingSlip, whose: 'applicant' | 'office', width: number): Content[] {
  const digits = slip.profile.letters.fieldDigits;
  return [
    ...halfHead(slip.profile, { whose: words.copies[whose], title: titleOf(slip), air: 1.5 }, width),
    ...factRows(factsOf(slip), width),
    {
      text: digitsIn(digits, slip.told),
      alignment: 'justify',
      ...lineOf(12.5, mm(7), { above: mm(2), below: mm(1) }),
    },
    whose === 'applicant' ? askRow(slip, width) : signRow(slip),
  ];
}

function titleOf({ profile, replacement }: RaisingSlip): string {
  if (replacement === null) return words.title;
  const number = digitsIn(profile.letters.fieldDigits, replacement.number);
  return `${words.title} (${words.replacement} ${number})`;
}

function factsOf({
  profile,
  requestNumber,
  shortName,
  raisedOn,
  days,
  officerName,
  replacement,
}: RaisingSlip): Fact[] {
  const digits = profile.letters.fieldDigits;
  const { label } = words;
  const dates = (day: string): string => bothDates(day, digits);
  const urgent = days.level === 'urgent';
  return [
    { label: label.number, value: groupsOnPaper(requestNumber, digits) },
    { label: label.name, value: shortName },
    { label: label.raised, value: dates(raisedOn) },
    urgent
      ? { label: label.urgent, value: words.urgent }
      : { label: days.mode === 'ceiling' ? label.last : label.from, value: dates(days.notBefore) },
    {
      label: label.office,
      value: urgent || days.officeDay === days.notBefore ? '' : dates(days.officeDay),
    },
    // One line for both: a half holds six, however much is told.
    replacement === null
      ? { label: label.officer, value: officerName }
      : { label: label.printed, value: `${dates(replacement.madeOn)} — ${officerName}` },
  ];
}

/** How to ask, and the code that an office's scanner finds the request by: digits alone. */
function askRow({ profile, code }: RaisingSlip, width: number): Content {
  const { phone, address } = profile.letterhead.footer;
  const reach = [
    phone === '' ? '' : words.askBy.phone.replace('{{phone}}', ltr(phone)),
    address === '' ? '' : words.askBy.address.replace('{{address}}', typedLine(address)),
  ].filter((part) => part !== '');
  const lines = [words.ask, reach.join('، '), words.keep].filter((line) => line !== '');
  const room = QR + mm(18);
  return rtlColumns({
    margin: [0, mm(1), 0, 0],
    columns: [
      {
        width: width - room,
        stack: lines.map((text): Content => ({ text, color: INK_SOFT, ...lineOf(11.5, mm(6.4)) })),
      },
      {
        width: room,
        stack: [
          { ...qrDrawing(code, QR), margin: [0, QR_QUIET, 0, 0] },
          {
            text: ltr(codeGroups(code)),
            alignment: 'left',
            color: INK_SOFT,
            ...lineOf(8, mm(4.5), { font: 'Plex' }),
          },
        ],
      },
    ],
  });
}

function signRow({ code, clause }: RaisingSlip): Content {
  return {
    stack: [
      {
        text: `«${clause}»`,
        color: INK_SOFT,
        alignment: 'justify',
        ...lineOf(10.5, mm(6), { below: mm(1) }),
      },
      { text: words.receipt, bold: true, ...lineOf(12.5, mm(7.5)) },
      rtlColumns({
        columns: [
          { width: '*', text: words.sign, ...lineOf(12, mm(8), { above: mm(2) }) },
          {
            width: mm(60),
            text: ltr(codeGroups(code)),
            alignment: 'left',
            color: INK_SOFT,
            ...lineOf(8, mm(8), { font: 'Plex', above: mm(2) }),
          },
        ],
      }),
    ],
  };
}
