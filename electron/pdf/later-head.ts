import type { OrganisationProfile } from '#shared/organisation/profile.ts';
import { rtlColumns } from './arabic/content.ts';
import type { Content } from './arabic/definition.ts';
import type { FieldTexts } from './letter-fields.ts';
import { LABELS, paperBox } from './letterhead.ts';
import { wrapped } from './measure-text.ts';
import { INK, lineOf, mm, RULE } from './paper.ts';
import { thinRule } from './paper-rules.ts';

const LATER_LEADING = mm(6.4);
const LATER_GAP = mm(6);

/** From the top of the sheet to the text of the second page on. */
export const laterTop = (profile: OrganisationProfile): number =>
  paperBox(profile.letterhead).headTop + laterNameLines(profile).length * LATER_LEADING + LATER_GAP;

const laterNameLines = ({ letterhead }: OrganisationProfile): string[] =>
  wrapped(letterhead.name, paperBox(letterhead).width * 0.42, { size: 12.5, bold: true });

export interface LaterHeadOptions {
  /** False: on pre-printed paper only number, date and page are set. */
  readonly printed?: boolean;
  /** In points, to the right and down. */
  readonly shift?: { readonly x: number; readonly y: number };
}

/** The short head of later pages: name, number, date, «صفحة ٢ من ٣». */
export function laterHead(
  profile: OrganisationProfile,
  fields: FieldTexts,
  page: string,
  { printed = true, shift = { x: 0, y: 0 } }: LaterHeadOptions = {},
): Content {
  const { left, width, headTop } = paperBox(profile.letterhead);
  const lines = laterNameLines(profile);
  const about = [
    fields.number === null ? '' : `${LABELS.number}: ${fields.number}`,
    fields.hijri === null ? '' : `${LABELS.hijri}: ${fields.hijri}`,
  ].filter((text) => text !== '');
  const small = lineOf(10.5, LATER_LEADING);
  return {
    margin: [left + shift.x, headTop + shift.y, left - shift.x, 0],
    stack: [
      rtlColumns({
        columns: [
          {
            width: '*',
            stack: printed
              ? lines.map((text) => ({ text, bold: true, color: RULE, ...lineOf(12.5, LATER_LEADING) }))
              : [],
          },
          {
            width: 'auto',
            text: about.join('\u2003\u00A0\u00A0'),
            color: INK,
            alignment: 'center',
            ...small,
          },
          { width: width * 0.2, text: page, color: INK, alignment: 'left', ...small },
        ],
      }),
      ...(printed ? [{ ...thinRule(width), margin: [0, mm(1), 0, 0] as const }] : []),
    ],
  };
}
