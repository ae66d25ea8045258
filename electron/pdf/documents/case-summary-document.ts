import { digitsIn } from '#shared/arabic/digits.ts';
import { committee as words } from '#shared/locales/ar/committee.ts';
import type { DigitSystem } from '#shared/organisation/profile.ts';
import { ltr, rtlColumns } from '../arabic/content.ts';
import type { Content, DocumentDefinition } from '../arabic/definition.ts';
import { fieldTexts, groupsOnPaper } from '../letter-fields.ts';
import { INK_SOFT, lineOf, mm } from '../paper.ts';
import { typedLine, typedText } from '../typed-text.ts';
import type { CaseSummarySheet } from './committee-sheets.ts';
import { bothDates, officialSheet } from './official-sheet.ts';
import { paperTable } from './paper-table.ts';
import type { SummaryFact } from './paper-sheets.ts';

/** How much of what may be long is shown; a summary of two pages is none. */
export interface CaseFit {
  readonly text: number;
  readonly earlier: number;
}
/** From the roomiest on: the first that fits one page is taken. The last fits whatever was written. */
export const CASE_FITS: readonly [CaseFit, ...CaseFit[]] = [
  { text: 900, earlier: 4 },
  { text: 600, earlier: 3 },
  { text: 380, earlier: 3 },
  { text: 240, earlier: 2 },
  { text: 140, earlier: 1 },
  { text: 70, earlier: 0 },
];

const SIZE = 11;
const LEADING = 15.5;

/** At a word, with an ellipsis: the whole text stands with the request. */
function cut(text: string, most: number): string {
  const plain = text.replace(/\s+/gu, ' ').trim();
  const letters = Array.from(plain);
  if (letters.length <= most) return plain;
  const kept = letters.slice(0, most - 1).join('');
  const atWord = kept.lastIndexOf(' ');
  return `${atWord > most / 2 ? kept.slice(0, atWord) : kept}…`;
}

const heading = (title: string): Content => ({
  text: typedLine(title),
  bold: true,
  structure: 'H2',
  ...lineOf(12.5, mm(6), { above: mm(2), below: mm(0.4) }),
});

const paragraph = (text: string, soft = false): Content => ({
  text: typedText(text),
  alignment: 'justify',
  ...(soft ? { color: INK_SOFT } : {}),
  ...lineOf(SIZE, LEADING),
});

const valueOf = ({ value, code = false }: SummaryFact, digits: DigitSystem): string =>
  code ? groupsOnPaper(value, digits) : digitsIn(digits, value);

/** Two facts a line: «term: value». */
function pairs(facts: readonly SummaryFact[], most: number, digits: DigitSystem): Content {
  const present = facts.filter(({ value }) => value !== '');
  const text = (fact: SummaryFact | undefined): string =>
    fact === undefined ? '' : `${fact.label}: ${cut(valueOf(fact, digits), most)}`;
  const rows: string[][] = [];
  let waiting: SummaryFact | undefined;
  for (const fact of present) {
    const long = fact.value.length > 44;
    if (waiting !== undefined) {
      rows.push([text(waiting), long ? '' : text(fact)]);
      waiting = undefined;
      // What is long takes a line of its own, after what came before it.
      if (long) rows.push([text(fact), '']);
    } else if (long) rows.push([text(fact), '']);
    else waiting = fact;
  }
  if (waiting !== undefined) rows.push([text(waiting), '']);
  return {
    stack: rows.map(([first = '', second = '']) =>
      second === ''
        ? paragraph(first)
        : rtlColumns({
            columns: [
              { width: '*', text: typedText(first), alignment: 'right', ...lineOf(SIZE, LEADING) },
              { width: '*', text: typedText(second), alignment: 'right', ...lineOf(SIZE, LEADING) },
            ],
            columnGap: mm(4),
          }),
    ),
  };
}

function assessment({ assessment: found }: CaseSummarySheet, digits: DigitSystem): Content[] {
  const { score, knownWeight, allWeight, parts } = found;
  const total =
    score === null
      ? words.summary.noScore
      : [
          words.summary.total.replace('{{score}}', String(score)),
          knownWeight === allWeight
            ? ''
            : words.summary.known
                .replace('{{known}}', String(knownWeight))
                .replace('{{all}}', String(allWeight)),
        ]
          .filter((part) => part !== '')
          .join('، ');
  return [
    heading(digitsIn(digits, total)),
    paperTable({
      columns: [
        { title: words.summary.criterion, width: mm(52) },
        { title: words.summary.found, width: '*' },
        { title: words.summary.weight, width: mm(20), alignment: 'center' },
        { title: words.summary.points, width: mm(20), alignment: 'center' },
      ],
      size: 10.5,
      leading: 15,
      rows: parts.map((part) => [
        part.name,
        digitsIn(digits, part.found),
        digitsIn(digits, part.weight),
        part.share === null ? '—' : digitsIn(digits, part.points),
      ]),
    }),
  ];
}

function research(
  { research: found, conflict }: CaseSummarySheet,
  fit: CaseFit,
  digits: DigitSystem,
): Content[] {
  if (found === null) return [heading(words.case.research), paragraph(words.case.noResearch)];
  const visits = found.visits.map((day) => bothDates(day, digits)).join('؛ ');
  return [
    heading(`${words.case.research}: ${found.researcher}`),
    paragraph(cut(found.findings, fit.text)),
    ...(visits === '' ? [] : [paragraph(`${words.case.visits}: ${visits}`, true)]),
    {
      text: typedText(
        `${words.recommendation.title}: ${found.recommendation}${found.reason === '' ? '' : `، ${cut(found.reason, fit.text)}`}`,
      ),
      bold: true,
      alignment: 'justify',
      ...lineOf(SIZE, LEADING),
    },
    ...(conflict === '' ? [] : [paragraph(`${words.summary.conflict}: ${conflict}`)]),
  ];
}

/** «ملخص حالة»: what the committee decides by, on one page, with room for what it decided. */
export function caseSummaryDocument(sheet: CaseSummarySheet, fit: CaseFit): DocumentDefinition {
  const { profile, logo, madeOn, staffName, facts, need, circumstances, requirements, earlier } = sheet;
  const digits = profile.letters.fieldDigits;
  const kept = earlier.slice(0, fit.earlier);
  const dots = '.'.repeat(120);
  return officialSheet({
    profile,
    logo,
    title: words.summary.title,
    fields: {
      ...fieldTexts({ referenceNumber: null, day: madeOn, attachments: { kind: 'list', items: [] } }, digits),
      number: '—',
    },
    day: madeOn,
    content: () => [
      pairs(facts, fit.text, digits),
      ...(need === '' ? [] : [paragraph(`${words.case.requested}: ${cut(need, fit.text)}`)]),
      heading(words.case.facts),
      pairs(circumstances, fit.text, digits),
      ...assessment(sheet, digits),
      ...research(sheet, fit, digits),
      heading(words.case.requirements),
      paragraph(requirements.map(({ name, state }) => `${name} (${state})`).join('؛ ')),
      ...(kept.length === 0
        ? []
        : [
            heading(words.case.earlier),
            ...kept.map(({ number, service, outcome }) =>
              paragraph(
                [service, number === '' ? '' : groupsOnPaper(number, digits), outcome]
                  .filter((part) => part !== '')
                  .join('، '),
              ),
            ),
          ]),
      heading(words.summary.decision),
      paragraph(
        `☐ ${words.kind.accepted}      ☐ ${words.kind.refused}      ☐ ${words.kind.moreInformation}`.replaceAll(
          '☐',
          '(   )',
        ),
      ),
      { text: ltr(dots), alignment: 'right', color: INK_SOFT, ...lineOf(SIZE, mm(7)) },
      {
        text: typedText(
          `${words.summary.preparedBy} ${staffName} ${bothDates(madeOn, digits)}. ${words.summary.privacy}`,
        ),
        color: INK_SOFT,
        ...lineOf(9.5, 14, { above: mm(2) }),
      },
    ],
  });
}
