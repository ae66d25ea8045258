import { counted } from '#shared/arabic/counted.ts';
import { digitsIn } from '#shared/arabic/digits.ts';
import { committee as words } from '#shared/locales/ar/committee.ts';
import type { DigitSystem } from '#shared/organisation/profile.ts';
import { clause } from '#shared/policy/clauses.ts';
import type { Content, DocumentDefinition } from '../arabic/definition.ts';
import { fieldTexts, groupsOnPaper } from '../letter-fields.ts';
import { INK_SOFT, lineOf, mm } from '../paper.ts';
import { typedText } from '../typed-text.ts';
import type { SessionMinutes } from './committee-sheets.ts';
import {
  bothDates,
  factRows,
  hourOnPaper,
  officialSheet,
  sectionTitle,
  signatureRow,
} from './official-sheet.ts';
import { paperTable } from './paper-table.ts';

type MinutesCase = SessionMinutes['cases'][number];

const CASE_NOUN = {
  gender: 'feminine',
  singular: 'حالة',
  dual: 'حالتان',
  dualOblique: 'حالتين',
  plural: 'حالات',
  accusative: 'حالة',
} as const;
const MEMBER_NOUN = {
  gender: 'masculine',
  singular: 'عضو',
  dual: 'عضوان',
  dualOblique: 'عضوين',
  plural: 'أعضاء',
  accusative: 'عضوًا',
} as const;

const line = (text: string, options: { readonly bold?: boolean; readonly soft?: boolean } = {}): Content => ({
  text: typedText(text),
  alignment: 'right',
  ...(options.bold === true ? { bold: true } : {}),
  ...(options.soft === true ? { color: INK_SOFT } : {}),
  ...lineOf(12.5, mm(7)),
});

/** Nobody against it: said in one word, else who was of which mind. */
function votesText(votes: NonNullable<MinutesCase['decision']>['votes']): string {
  if (votes.every(({ vote }) => vote === 'for')) return words.minutes.unanimous;
  const of = (vote: 'for' | 'against' | 'abstained'): string => {
    const who = votes
      .filter((one) => one.vote === vote)
      .map(({ name, note }) => (note === '' ? name : `${name} (${note})`));
    return who.length === 0 ? '' : `${words.vote[vote]}: ${who.join('، ')}`;
  };
  return (['for', 'against', 'abstained'] as const)
    .map(of)
    .filter((part) => part !== '')
    .join('؛ ');
}

/** One case: whom and what for, what was before the committee, what it decided and on what. */
function caseBlock(one: MinutesCase, index: number, digits: DigitSystem): Content {
  const { decision } = one;
  const number = groupsOnPaper(one.number, digits);
  const before = [
    one.needScore === null
      ? ''
      : `${words.need.title}: ${digitsIn(digits, one.needScore)} ${digitsIn(digits, words.minutes.ofHundred)}`,
    one.recommendation === null
      ? ''
      : `${words.recommendation.title}: ${words.recommendation[one.recommendation]}`,
    one.level,
  ].filter((part) => part !== '');
  const outcome =
    decision === null
      ? one.deferredReason === ''
        ? words.minutes.undecided
        : `${words.deferred}: ${one.deferredReason}`
      : words.kind[decision.kind];
  const told: readonly (readonly [string, string])[] =
    decision === null
      ? []
      : [
          [words.field.granted, decision.granted],
          [words.field.clause, decision.basis],
          [decision.kind === 'moreInformation' ? words.field.wanted : words.field.reason, decision.reason],
          [words.field.wouldChange, decision.wouldChange],
          [
            words.field.early,
            [
              decision.earlyReason,
              decision.overrideByName === '' ? '' : `${words.minutes.override} ${decision.overrideByName}`,
            ]
              .filter((part) => part !== '')
              .join('، '),
          ],
          [words.field.conflict, decision.conflictNote],
          [words.field.votes, decision.votes.length === 0 ? '' : votesText(decision.votes)],
        ];
  return {
    margin: [0, mm(2), 0, mm(1)],
    unbreakable: told.every(([, text]) => text.length < 600),
    stack: [
      line(`${digitsIn(digits, index + 1)}. ${one.name} - ${one.service} (${number})`, { bold: true }),
      ...(before.length === 0 ? [] : [line(before.join('؛ '), { soft: true })]),
      line(`${words.minutes.decided}: ${outcome}`, { bold: true }),
      ...told.filter(([, text]) => text !== '').map(([label, text]) => line(`${label}: ${text}`)),
    ],
  };
}

/**
 * «محضر جلسة لجنة البحث» (S.5): when and where, who was there and whether they were enough, each case with what was decided
 * on what ground, and the places to sign. Before the session is closed it is a draft, and says so.
 */
export function sessionMinutesDocument(sheet: SessionMinutes): DocumentDefinition {
  const {
    profile,
    logo,
    code,
    number,
    hijriYear,
    day,
    time,
    place,
    quorum,
    note,
    members,
    cases,
    staffName,
  } = sheet;
  const digits = profile.letters.fieldDigits;
  const present = members.filter((member) => member.present);
  const count = (n: number, noun: typeof CASE_NOUN | typeof MEMBER_NOUN): string =>
    counted(n, noun, { digits });
  const rows: Content[] = [];
  for (let at = 0; at < present.length; at += 3)
    rows.push(
      signatureRow(
        present.slice(at, at + 3).map((member) => ({ label: words.role[member.role], name: member.name })),
      ),
    );
  return officialSheet({
    profile,
    logo,
    code,
    title: code === null ? words.minutes.draftTitle : words.minutes.title,
    fields: {
      ...fieldTexts({ referenceNumber: null, day, attachments: { kind: 'list', items: [] } }, digits),
      number: groupsOnPaper(`${hijriYear}-${number}`, digits),
    },
    day,
    content: (width) => [
      ...factRows(
        [
          {
            label: words.minutes.session,
            value: `${digitsIn(digits, number)} ${words.minutes.ofYear} ${digitsIn(digits, hijriYear)} هـ`,
          },
          { label: words.field.day, value: bothDates(day, digits) },
          { label: words.field.time, value: time === '' ? '' : hourOnPaper(time, digits) },
          { label: words.field.place, value: place },
          {
            label: words.field.quorum,
            value: `${count(quorum, MEMBER_NOUN)}، ${words.minutes.presentWord}: ${count(present.length, MEMBER_NOUN)}`,
          },
          { label: words.field.note, value: note },
        ],
        width,
      ),
      sectionTitle(words.minutes.attendance),
      paperTable({
        columns: [
          { title: 'م', width: mm(10), alignment: 'center' },
          { title: words.field.name, width: '*' },
          { title: words.field.role, width: mm(30) },
          { title: words.minutes.attendance, width: mm(46) },
        ],
        size: 12,
        leading: 20,
        rows: members.map((member, index) => [
          digitsIn(digits, index + 1),
          member.title === '' ? member.name : `${member.name}، ${member.title}`,
          words.role[member.role],
          member.present
            ? words.present
            : [words.absent, member.note].filter((part) => part !== '').join(': '),
        ]),
      }),
      sectionTitle(`${words.minutes.cases} (${count(cases.length, CASE_NOUN)})`),
      ...cases.map((one, index) => caseBlock(one, index, digits)),
      {
        text: `«${clause('S.5').text}»`,
        alignment: 'justify',
        color: INK_SOFT,
        ...lineOf(10.5, mm(5.6), { above: mm(4) }),
      },
      sectionTitle(words.minutes.signatures),
      ...rows,
      line(`${words.minutes.writtenBy}: ${staffName}`, { soft: true }),
    ],
  });
}
