import { digitsIn } from '#shared/arabic/digits.ts';
import { riyadhDay, riyadhTime } from '#shared/calendar/dual-date.ts';
import { auditSample, requestPath as words } from '#shared/locales/ar/request-path.ts';
import type { DigitSystem } from '#shared/organisation/profile.ts';
import { clause as policyClause } from '#shared/policy/clauses.ts';
import { STEPS } from '#shared/policy/steps.ts';
import { actLine, evidenceLine, gapLine, type PathSpeech } from '#shared/requests/path-lines.ts';
import type { PathClause } from '#shared/requests/request-path.ts';
import { paperSpeech } from '../../requests/path-speech.ts';
import type { Content, DocumentDefinition } from '../arabic/definition.ts';
import { fieldTexts } from '../letter-fields.ts';
import { INK_SOFT, lineOf, mm } from '../paper.ts';
import { typedText } from '../typed-text.ts';
import { bothDates, factRows, hourOnPaper, officialSheet, sectionTitle } from './official-sheet.ts';
import { paperTable } from './paper-table.ts';
import type { AuditSampleSheet, PathOnPaper, RequestPathSheet } from './path-sheets.ts';

const fields = (madeOn: string, digits: DigitSystem) => ({
  ...fieldTexts({ referenceNumber: null, day: madeOn, attachments: { kind: 'list', items: [] } }, digits),
  number: '—',
});

const moment = (speech: PathSpeech, digits: DigitSystem, atMs: number | null): string =>
  atMs === null ? '' : `${speech.day(riyadhDay(atMs))} ${hourOnPaper(riyadhTime(atMs), digits)}`;

/** «البند S.4، الإقرار والتوقيع: تم» — the id stands apart, left to right. */
function clauseTitle({ clause, step, state }: PathClause): string {
  const name = STEPS.find(({ number }) => number === step)?.name;
  const id = `\u2066${clause}\u2069`;
  return name === undefined
    ? `${words.clause} ${id}`
    : `${words.clause} ${id}، ${name}: ${words.state[state]}`;
}

const COLUMNS = [
  { title: 'متى', width: mm(46) },
  { title: 'بواسطة', width: mm(38) },
] as const;

function clauseContent(one: PathClause, speech: PathSpeech, digits: DigitSystem): Content[] {
  const size = { size: 10.5, leading: 17 } as const;
  return [
    sectionTitle(clauseTitle(one)),
    {
      text: policyClause(one.clause).text,
      color: INK_SOFT,
      alignment: 'justify',
      ...lineOf(11.5, mm(7), { below: mm(2) }),
    },
    ...(one.acts.length === 0
      ? []
      : [
          paperTable({
            columns: [...COLUMNS, { title: words.acts, width: '*' }],
            rows: one.acts.map((act) => [moment(speech, digits, act.atMs), act.by, actLine(speech, act)]),
            ...size,
          }),
        ]),
    ...(one.evidence.length === 0
      ? []
      : [
          { text: '', ...lineOf(6, mm(2)) },
          paperTable({
            columns: [...COLUMNS, { title: words.evidenceTitle, width: '*' }],
            rows: one.evidence.map((piece) => [
              moment(speech, digits, piece.atMs),
              piece.by,
              { text: evidenceLine(speech, piece), struck: !piece.holds },
            ]),
            ...size,
          }),
        ]),
    ...one.gaps.map((gap): Content => ({
      text: typedText(`• ${gapLine(speech, gap)}`),
      bold: true,
      ...lineOf(12, mm(7), { above: mm(1) }),
    })),
    ...(one.acts.length + one.evidence.length + one.gaps.length === 0
      ? [{ text: words.noActs, ...lineOf(11.5, mm(7)) }]
      : []),
  ];
}

const gapsFact = (gaps: number, digits: DigitSystem) => ({
  label: words.gapsTitle,
  value: gaps === 0 ? words.noGaps : digitsIn(digits, gaps),
});

const content = (one: PathOnPaper, width: number, digits: DigitSystem): Content[] => {
  const speech = paperSpeech(digits);
  return [
    ...factRows(
      [
        ...one.facts.map((fact) => ({ ...fact, value: digitsIn(digits, fact.value) })),
        gapsFact(one.gaps, digits),
      ],
      width,
    ),
    ...one.path.flatMap((clause) => clauseContent(clause, speech, digits)),
  ];
};

const madeBy = (madeOn: string, staffName: string, digits: DigitSystem): Content => ({
  text: typedText(`أُعدّ في ${bothDates(madeOn, digits)}، أعدّه: ${staffName}`),
  color: INK_SOFT,
  ...lineOf(11.5, mm(7), { above: mm(4) }),
});

/** «مسار الطلب»: under each clause of the policy what was done, on what evidence, and what has no trace. */
export function requestPathDocument(sheet: RequestPathSheet): DocumentDefinition {
  const digits = sheet.profile.letters.fieldDigits;
  return officialSheet({
    profile: sheet.profile,
    logo: sheet.logo,
    title: words.title,
    fields: fields(sheet.madeOn, digits),
    day: sheet.madeOn,
    content: (width) => [...content(sheet, width, digits), madeBy(sheet.madeOn, sheet.staffName, digits)],
  });
}

/** «عيّنة المدقق»: the seed first, by which anybody draws the same, then each record's path on a page of its own. */
export function auditSampleDocument(sheet: AuditSampleSheet): DocumentDefinition {
  const digits = sheet.profile.letters.fieldDigits;
  const number = (value: number): string => digitsIn(digits, value);
  return officialSheet({
    profile: sheet.profile,
    logo: sheet.logo,
    title: auditSample.title,
    fields: fields(sheet.madeOn, digits),
    day: sheet.madeOn,
    content: (width) => [
      ...factRows(
        [
          { label: auditSample.seed, value: sheet.seed },
          { label: auditSample.asOf, value: bothDates(sheet.asOf, digits) },
          { label: 'طلبات السجل', value: number(sheet.population.requests) },
          { label: 'خطابات السجل', value: number(sheet.population.letters) },
        ],
        width,
      ),
      { text: auditSample.explain, ...lineOf(12.5, mm(8), { above: mm(3), below: mm(3) }) },
      paperTable({
        columns: [
          { title: 'م', width: mm(10), alignment: 'center' },
          { title: auditSample.drawn, width: '*' },
          { title: auditSample.gaps, width: mm(22), alignment: 'center' },
        ],
        size: 12,
        leading: 22,
        rows: sheet.items.map((item, index) => [
          number(index + 1),
          digitsIn(digits, item.heading),
          number(item.gaps),
        ]),
      }),
      madeBy(sheet.madeOn, sheet.staffName, digits),
      ...sheet.items.flatMap((item): Content[] => [
        {
          text: typedText(digitsIn(digits, item.heading)),
          bold: true,
          pageBreak: 'before',
          ...lineOf(15, mm(10), { below: mm(2) }),
        },
        ...content(item, width, digits),
      ]),
    ],
  });
}
