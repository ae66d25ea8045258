import type { Letterhead, OrganisationProfile } from '#shared/organisation/profile.ts';
import type { Content } from './arabic/definition.ts';
import { rtlColumns } from './arabic/content.ts';
import type { FieldTexts } from './letter-fields.ts';
import { balanced, fittingSize, phrased, textWidth, wrapped } from './measure-text.ts';
import { A4, DOTS, INK_SOFT, lineOf, mm, RULE } from './paper.ts';
import { HEAD_RULE_HEIGHT, headRule } from './paper-rules.ts';
import type { Picture } from './picture.ts';

/** Where text may stand on the sheet, in points. */
export interface PaperBox {
  readonly left: number;
  readonly width: number;
  /** Top of the head of the first page. */
  readonly headTop: number;
  /** Bottom edge of the foot, from the lower edge of the sheet. */
  readonly footBottom: number;
}

const clamped = (value: number, least: number, most: number): number =>
  Math.min(most, Math.max(least, value));

/** The profile's measures, held to what leaves room for a letter: a slip of the pen must not empty the page. */
export function paperBox({ measures }: Letterhead): PaperBox {
  const left = mm(clamped(measures.sides, 8, 45));
  return {
    left,
    width: A4.width - 2 * left,
    headTop: mm(clamped(measures.top, 5, 90)),
    footBottom: mm(clamped(measures.bottom, 5, 60)),
  };
}

type Place = 'right' | 'centre' | 'left';
type Block = { readonly content: readonly Content[]; readonly height: number };

const HEAD_LEAST = mm(33);
const RULE_ABOVE = mm(3.2);
const LOGO_MOST = mm(16);
const SIDE = mm(56);
const STATE_LEADING = mm(6.5);
const NAME_SIZE = 20;
const FIELD_SIZE = 11.5;
const FIELD_LEAST = 9;

/**
 * The full head of the first page, as content of the flow (its number and dates are said by screen readers), with the
 * rule under it.
 */
export function fullHead(
  profile: OrganisationProfile,
  fields: FieldTexts,
  options: HeadOptions = {},
): Content[] {
  return headParts(profile, fields, options).content;
}

/** The head, and where its blanks lie: for the sheet that a pre-printed one is held against. */
export function headParts(
  profile: OrganisationProfile,
  fields: FieldTexts,
  { logo = null, printed = true }: HeadOptions = {},
): { readonly content: Content[]; readonly blanks: Blanks } {
  const { letterhead } = profile;
  const { width } = paperBox(letterhead);
  const places = distinctPlaces(letterhead.places);
  const side = Math.min(SIDE, width * 0.34);
  const centre = width - 2 * side;
  const widthAt = (place: Place): number => (place === 'centre' ? centre : side);
  const inked = (block: Block): Block => (printed ? block : { ...block, content: [emptyOf(block.height)] });
  const blocks = {
    [places.state]: inked(stateBlock(letterhead.stateLines, widthAt(places.state), places.state)),
    [places.name]: inked(nameBlock(letterhead, widthAt(places.name), logo)),
    [places.fields]: fieldsBlock(letterhead, fields, widthAt(places.fields), places.fields, printed),
  } as Record<Place, Block>;
  const height = Math.max(HEAD_LEAST, ...Object.values(blocks).map((block) => block.height));
  const above = (place: Place): number => (height - blocks[place].height) / 2;
  const left = { right: side + centre, centre: side, left: 0 }[places.fields];
  const { free, value, step } = fieldsGeometry(letterhead, widthAt(places.fields), places.fields);
  return {
    content: [
      rtlColumns({
        columns: (['right', 'centre', 'left'] as const).map((place) => ({
          width: widthAt(place),
          stack: blocks[place].content,
          margin: [0, above(place), 0, 0],
        })),
      }),
      printed
        ? { ...headRule(width), margin: [0, RULE_ABOVE, 0, 0] }
        : emptyOf(RULE_ABOVE + HEAD_RULE_HEIGHT),
    ],
    blanks: { left: left + free, top: above(places.fields) + step - dotsAbove(step), width: value, step },
  };
}

/** Where the dots of the first blank lie, from the upper left corner of the head; the others lie `step` below. */
export interface Blanks {
  readonly left: number;
  readonly top: number;
  readonly width: number;
  readonly step: number;
}

export interface HeadOptions {
  /** Stands in the place of the brand's text. */
  readonly logo?: Picture | null;
  /** False: the head is on the paper already, and only what is filled in is set, exactly where it would stand. */
  readonly printed?: boolean;
}

/** Nothing, of an exact height: what follows must stand where it stands on a full sheet. */
const emptyOf = (height: number): Content => ({ stack: [], margin: [0, height, 0, 0] });

/** Two blocks sent to one place would print over each other: the later one takes the place that is left. */
function distinctPlaces({ state, name, fields }: Letterhead['places']): Letterhead['places'] {
  const free = new Set<Place>(['right', 'centre', 'left']);
  const take = (wanted: Place): Place => {
    const place = free.has(wanted) ? wanted : [...free][0];
    free.delete(place ?? wanted);
    return place ?? wanted;
  };
  const taken = { state: take(state), name: take(name) };
  return { ...taken, fields: take(fields) };
}

const alignmentOf = (place: Place) => (place === 'centre' ? ('center' as const) : place);

function stateBlock(lines: readonly string[], width: number, place: Place): Block {
  const rows = lines.flatMap((line, index) => {
    const style = { bold: index === 0, size: index === 0 ? 12.5 : FIELD_SIZE };
    const size = fittingSize(line, width, style, FIELD_LEAST);
    return wrapped(line, width, { ...style, size }).map((text) => ({ text, ...style, size }));
  });
  return {
    height: rows.length * STATE_LEADING,
    content: rows.map(({ text, bold, size }) => ({
      text,
      bold,
      alignment: alignmentOf(place),
      noWrap: true,
      ...lineOf(size, STATE_LEADING),
    })),
  };
}

function nameBlock({ brand, name, registration }: Letterhead, width: number, logo: Picture | null): Block {
  const content: Content[] = [];
  let height = 0;
  const put = (leading: number, node: Content): void => {
    content.push(node);
    height += leading;
  };
  if (logo !== null) {
    const scale = Math.min(LOGO_MOST / logo.heightPx, (width - mm(4)) / logo.widthPx);
    const size = { width: logo.widthPx * scale, height: logo.heightPx * scale };
    put(size.height + mm(1.4), {
      image: logo.dataUrl,
      ...size,
      alignment: 'center',
      margin: [0, 0, 0, mm(1.4)],
    });
  } else if (brand.shown && brand.text !== '') {
    // The mark stands wide apart; space behind its last letter would push it off the centre.
    const spacing = 8 * 0.42;
    put(mm(5), {
      text: brand.text,
      direction: /\p{Script=Arabic}/u.test(brand.text) ? 'rtl' : 'ltr',
      color: RULE,
      alignment: 'center',
      ...(/\p{Script=Arabic}/u.test(brand.text) ? {} : { characterSpacing: spacing }),
      ...lineOf(8, mm(5), { font: 'Plex SemiBold' }),
    });
  }
  for (const { text, size } of nameLines(name, width)) {
    put(mm(9.6), {
      text,
      bold: true,
      color: RULE,
      alignment: 'center',
      noWrap: true,
      ...lineOf(size, mm(9.6)),
    });
  }
  const small = { size: 8.25 };
  registration
    .filter((line) => line !== '')
    .flatMap((line) => phrased(line, width - mm(2), small))
    .forEach((text) => {
      put(mm(4.4), { text, color: INK_SOFT, alignment: 'center', ...lineOf(small.size, mm(4.4)) });
    });
  return { content, height };
}

/** Two even lines of the largest size that fits; a name with a line break is set as it is broken. */
function nameLines(name: string, width: number): { text: string; size: number }[] {
  const room = width - mm(2);
  if (name.includes('\n')) {
    const lines = name.split('\n').map((line) => line.trim());
    const size = Math.min(
      ...lines.map((line) => fittingSize(line, room, { size: NAME_SIZE, bold: true }, 10)),
    );
    return lines.map((text) => ({ text, size }));
  }
  for (let size = NAME_SIZE; ; size -= 1) {
    const lines = balanced(name, room, { size, bold: true });
    const fits = lines.length <= 2 && lines.every((line) => textWidth(line, { size, bold: true }) <= room);
    if (fits || size <= 10) return lines.map((text) => ({ text, size }));
  }
}

/** Of the four fields (LH.number, LH.hijri, LH.gregorian, LH.attachments). */
export const LABELS = {
  number: 'الرقم',
  hijri: 'التاريخ',
  gregorian: 'الموافق',
  attachments: 'المرفقات',
} as const;

/** Across a line of the fields, in points; `free` is what lies left of it in its column. */
function fieldsGeometry({ measures }: Letterhead, column: number, place: Place) {
  const width = Math.min(column, mm(clamped(measures.fieldsWidth, 35, 80)));
  const step = mm(clamped(measures.fieldsStep, 5.5, 15));
  const style = { size: FIELD_SIZE };
  const label = Math.max(...Object.values(LABELS).map((text) => textWidth(text, style))) + mm(1);
  const colon = textWidth(':', style) + 0.5;
  const gap = mm(1.6);
  const free = { left: 0, right: column - width, centre: (column - width) / 2 }[place];
  return { width, step, label, colon, gap, value: width - label - colon - gap, free };
}

function fieldsBlock(
  letterhead: Letterhead,
  fields: FieldTexts,
  column: number,
  place: Place,
  printed: boolean,
): Block {
  const style = { size: FIELD_SIZE };
  const { width, step, label, colon, gap, value, free } = fieldsGeometry(letterhead, column, place);

  const rows = (Object.keys(LABELS) as (keyof typeof LABELS)[]).flatMap((name) => {
    const text = fields[name] ?? '';
    const size = fittingSize(text, value - mm(1), style, FIELD_LEAST);
    const lines = textWidth(text, { size }) <= value ? [text] : balanced(text, value - mm(1), { size });
    return lines.map((line, index) => ({ label: index === 0 ? LABELS[name] : '', text: line, size }));
  });
  return {
    height: rows.length * step,
    content: rows.map((row) => ({
      margin: [free, 0, column - width - free, 0],
      stack: [
        rtlColumns({
          columns: [
            printed
              ? { text: row.label, width: label, ...lineOf(FIELD_SIZE, step) }
              : { stack: [emptyOf(step)], width: label },
            {
              text: row.label === '' || !printed ? '' : ':',
              width: colon,
              ...lineOf(FIELD_SIZE, step),
            },
            { stack: [], width: gap },
            // A shrunk value stands on the line that its label stands on.
            { text: row.text, width: value, alignment: 'center', ...lineOf(row.size, step - mm(0.7)) },
          ],
        }),
        ...(printed ? [dots(value, step)] : []),
      ],
    })),
  };
}

const dotsAbove = (step: number): number => mm(1.4) + (step - mm(7.4)) / 2;

/** Dots of a blank, as on paper that is filled by hand: they stand under a value too. */
const dots = (width: number, step: number): Content => ({
  alignment: 'left',
  relativePosition: { x: 0, y: -dotsAbove(step) },
  canvas: [
    {
      type: 'line',
      x1: 0,
      y1: 0,
      x2: width,
      y2: 0,
      lineWidth: mm(0.3),
      lineColor: DOTS,
      lineCap: 'round',
      dash: { length: 0.01, space: mm(1) },
    },
  ],
});
