import type { OrganisationProfile } from '#shared/organisation/profile.ts';
import { ltr, rtlColumns } from '../arabic/content.ts';
import type { Content, DocumentDefinition } from '../arabic/definition.ts';
import { paperBox } from '../letterhead.ts';
import { fittingSize } from '../measure-text.ts';
import { footRule } from '../paper-rules.ts';
import { A4, HAIRLINE, INK, INK_SOFT, lineOf, mm, RULE } from '../paper.ts';
import { typedLine } from '../typed-text.ts';

const HALF = A4.height / 2;
const ABOVE = mm(9);

/**
 * A slip twice on a sheet of A4, with a line to cut along: one half for who was at the desk, one for the office. Each has
 * its own half, however much the other says. `day` (ISO) dates the file.
 */
export function twoHalves(
  profile: OrganisationProfile,
  { title, day }: { readonly title: string; readonly day: string },
  upper: (width: number) => Content[],
  lower: (width: number) => Content[],
): DocumentDefinition {
  const { left, width } = paperBox(profile.letterhead);
  return {
    pageSize: 'A4',
    pageMargins: [left, ABOVE, left, mm(4)],
    info: { title, author: profile.name, creationDate: new Date(`${day}T00:00:00Z`) },
    defaultStyle: { color: INK, alignment: 'right' },
    content: [
      { stack: upper(width) },
      cutLine,
      { absolutePosition: { x: left, y: HALF + ABOVE }, stack: lower(width) },
    ],
  };
}

const cutLine: Content = {
  absolutePosition: { x: 0, y: HALF },
  stack: [
    {
      alignment: 'left',
      canvas: [
        {
          type: 'line',
          x1: mm(6),
          y1: 0,
          x2: A4.width - mm(6),
          y2: 0,
          lineWidth: mm(0.25),
          lineColor: HAIRLINE,
          dash: { length: mm(2), space: mm(1.6) },
        },
      ],
    },
  ],
};

/** The head of a half: whose copy it is, the office's name and telephone, a rule and the title. */
export function halfHead(
  profile: OrganisationProfile,
  { whose, title, air }: { readonly whose: string; readonly title: string; readonly air: number },
  width: number,
): Content[] {
  const name = typedLine(profile.name);
  const side = width * 0.3;
  const { phone } = profile.letterhead.footer;
  return [
    rtlColumns({
      columns: [
        { width: side, text: whose, color: INK_SOFT, ...lineOf(10.5, mm(8)) },
        {
          width: width - 2 * side,
          text: name,
          bold: true,
          color: RULE,
          alignment: 'center',
          ...lineOf(fittingSize(name, width - 2 * side, { size: 15, bold: true }, 10), mm(8)),
        },
        {
          width: side,
          text: phone === '' ? '' : ltr(phone),
          alignment: 'left',
          color: INK_SOFT,
          ...lineOf(10.5, mm(8), { font: 'Plex' }),
        },
      ],
    }),
    { ...footRule(width), margin: [0, mm(1), 0, 0] },
    {
      text: title,
      bold: true,
      alignment: 'center',
      ...lineOf(16, mm(9), { above: mm(1 + air), below: mm(air) }),
    },
  ];
}
