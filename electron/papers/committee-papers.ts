import { AppError } from '#shared/app-error.ts';
import { riyadhDay } from '#shared/calendar/dual-date.ts';
import { formatAmount } from '#shared/circumstances/money-text.ts';
import type { CommitteeCase } from '#shared/committee/committee-contract.ts';
import type { CommitteeSession } from '#shared/committee/committee.ts';
import type { CommitteeSessionId, PartyId, RequestId } from '#shared/ids.ts';
import { committee as words } from '#shared/locales/ar/committee.ts';
import { domain } from '#shared/locales/ar/domain.ts';
import type { Staff } from '#shared/staff/staff.ts';
import { listMembers } from '#db/committee/member-rows.ts';
import { findSealedPdf, findSealedDocument } from '#db/sealed/sealed-queries.ts';
import type { Reader } from '#db/transaction.ts';
import { readCommitteeCase } from '../committee/committee-case.ts';
import { basisText, criterionName, findingText } from '../committee/committee-words.ts';
import { grantedText } from '../committee/decision-letter.ts';
import { getSession } from '../committee/session-state.ts';
import type { CaseSummarySheet, SessionMinutes } from '../pdf/documents/committee-sheets.ts';
import type { PaperHead, SummaryFact } from '../pdf/documents/paper-sheets.ts';
import { factWords } from './fact-words.ts';

interface PaperContext {
  readonly reader: Reader;
  readonly nowMs: number;
  readonly staff: Staff;
}

/** The minutes of a session as they stand, under `code` of their seal; null: a draft. */
export const minutesSheet = (
  session: CommitteeSession,
  head: PaperHead,
  staffName: string,
  code: string | null,
): SessionMinutes => ({
  ...head,
  code,
  number: session.number,
  hijriYear: session.hijriYear,
  day: session.day,
  time: session.time,
  place: session.place,
  quorum: session.quorum,
  note: session.note,
  members: session.attendance.map(({ member, present, note }) => ({
    name: member.name,
    title: member.title,
    role: member.role,
    present,
    note,
  })),
  cases: session.agenda.map(({ decision, ...one }) => ({
    number: one.number ?? '',
    name: one.partyName,
    service: one.service,
    level: one.level === 'ordinary' ? '' : domain.requestLevel[one.level],
    needScore: one.needScore,
    recommendation: one.recommendation,
    deferredReason: one.deferredReason,
    decision:
      decision === null
        ? null
        : {
            kind: decision.kind,
            reason: decision.reason,
            wouldChange: decision.wouldChange,
            earlyReason: decision.earlyReason,
            conflictNote: decision.conflictNote,
            basis: basisText(decision.clause),
            granted: grantedText(decision.granted),
            overrideByName: decision.overrideByName ?? '',
            votes: decision.votes.map(({ name, vote, note }) => ({ name, vote, note })),
          },
  })),
  staffName,
});

export const minutesTitle = ({ number, hijriYear }: Pick<CommitteeSession, 'number' | 'hijriYear'>): string =>
  `محضر الجلسة ${number} للجنة البحث لعام ${hijriYear} هـ`;

/** Sealed minutes as they were frozen, with their signatures behind them; of a session that is open, the draft of them. Errors: notFound, paperEmpty. */
export function sessionMinutes(
  { sessionId }: { readonly sessionId: CommitteeSessionId },
  { reader, staff }: PaperContext,
  head: PaperHead,
) {
  const session = getSession(reader, sessionId);
  const title = minutesTitle(session);
  const about = { subject: { kind: 'committeeSession', id: sessionId }, letterId: null, keep: null } as const;
  const { minutesDocumentId: sealed } = session;
  if (sealed !== null) {
    const frozen = findSealedPdf(reader, sealed);
    const document = findSealedDocument(reader, sealed);
    if (frozen === undefined || document === undefined)
      throw new AppError('notFound', { kind: 'sealedDocument', id: sealed });
    return { title, ...about, paper: { set: 'sealed' as const, document, frozen } };
  }
  // Held on paper: its minutes are the scan. Cancelled: it has none.
  if (session.state === 'closed' || session.state === 'cancelled')
    throw new AppError('paperEmpty', { kind: 'sessionMinutes' });
  const sheet = { kind: 'sessionMinutes' as const, ...minutesSheet(session, head, staff.name, null) };
  return { title: `مسودة ${title}`, ...about, paper: { set: 'sheet' as const, sheet } };
}

/** «ملخص الحالة»: one page for the committee's table; its print is a disclosure, and is logged as one. Errors: notFound. */
export function caseSummary(
  { requestId }: { readonly requestId: RequestId },
  { reader, nowMs, staff }: PaperContext,
  head: PaperHead,
): [
  sheet: { readonly kind: 'caseSummary' } & CaseSummarySheet,
  title: string,
  about: {
    readonly subject: { readonly kind: string; readonly id: number };
    readonly letterId: null;
    readonly keep: null;
    readonly discloses: PartyId;
  },
] {
  const madeOn = riyadhDay(nowMs);
  const found = readCommitteeCase(reader, requestId, madeOn);
  const conflicts = listMembers(reader).filter(({ id }) => found.researchedBy.includes(id));
  const sheet: CaseSummarySheet = {
    ...head,
    madeOn,
    staffName: staff.name,
    name: found.partyName,
    facts: factsOf(found),
    need: found.need,
    circumstances: circumstancesOf(found),
    assessment: {
      ...found.needNow,
      parts: found.needNow.parts.map((part) => ({
        name: criterionName(part),
        found: findingText(part, found.sex),
        weight: part.weight,
        share: part.share,
        points: part.points,
      })),
    },
    research:
      found.research === null
        ? null
        : {
            researcher: found.research.researcherName,
            findings: found.research.findings,
            recommendation: words.recommendation[found.research.recommendation],
            reason: found.research.reason,
            visits: found.research.visits.map(({ visitedOn }) => visitedOn),
          },
    requirements: found.requirements.map(({ name, state }) => ({
      name,
      state: domain.requirementState[state],
    })),
    earlier: found.earlier.map(({ number, service, decision }) => ({
      number: number ?? '',
      service,
      outcome: decision === null ? words.case.undecidedYet : words.outcome[decision],
    })),
    conflict: conflicts.map(({ name }) => name).join('، '),
  };
  return [
    { kind: 'caseSummary', ...sheet },
    `ملخص حالة الطلب ${found.number ?? ''}`,
    {
      subject: { kind: 'request', id: requestId },
      letterId: null,
      keep: null,
      discloses: found.partyId,
    },
  ];
}

const factsOf = (found: CommitteeCase): SummaryFact[] => [
  { label: 'طالب الدعم', value: found.partyName },
  { label: 'رقم الطلب', value: found.number ?? '', code: true },
  { label: 'الخدمة', value: found.service },
  { label: words.case.file, value: found.fileNumber ?? '', code: true },
  { label: words.case.village, value: found.village },
  {
    label: 'المستوى',
    value: [domain.requestLevel[found.level], found.levelReason].filter((part) => part !== '').join(': '),
  },
];

function circumstancesOf(found: CommitteeCase): SummaryFact[] {
  const { household, perHead, sex } = found;
  const riyals = (halalas: number): string => formatAmount(halalas);
  return [
    {
      label: words.case.people,
      value:
        household === null
          ? words.case.noHousehold
          : words.case.peopleText
              .replace('{{people}}', String(household.people))
              .replace('{{minors}}', String(household.minors)),
    },
    {
      label: words.case.perHead,
      value:
        perHead === null
          ? words.case.noIncome
          : words.case.perHeadText
              .replace('{{net}}', riyals(perHead.net))
              .replace('{{income}}', riyals(perHead.income))
              .replace('{{essential}}', riyals(perHead.essential))
              .replace('{{heads}}', String(perHead.heads)),
    },
    ...found.facts.map((fact) => factWords(fact, sex)),
    { label: words.case.categories, value: found.categories.join('، ') },
    { label: words.case.needs, value: found.needs.join('، ') },
    { label: words.case.attestation, value: words.case.attestationState[found.attestation] },
  ].filter(({ value }) => value !== '');
}
