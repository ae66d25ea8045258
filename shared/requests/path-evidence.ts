import type { ClauseId } from '../policy/clauses.ts';
import type { PathDeed, PathFacts, PathPaper } from './path-facts.ts';
import type { EvidenceKind } from './path-words.ts';
import type { PathEvidence } from './request-path.ts';

interface Piece {
  readonly detail?: string;
  readonly text?: string;
  readonly ref?: string;
  readonly holds?: boolean;
}

const piece = (
  clause: ClauseId,
  kind: EvidenceKind,
  deed: PathDeed | null,
  { detail = '', text = '', ref = '', holds = true }: Piece = {},
): PathEvidence => ({
  clause,
  kind,
  detail,
  text,
  ref,
  atMs: deed?.atMs ?? null,
  by: deed?.by ?? '',
  holds,
});

const CLAUSE_OF_PAPER: Readonly<Record<string, ClauseId>> = {
  attestation: 'S.4',
  raisingSlip: 'S.5',
  minutes: 'S.5',
  receipt: 'S.7',
};
export const clauseOfPaper = (kind: string): ClauseId => CLAUSE_OF_PAPER[kind] ?? 'S.7';

const papersOf = (papers: readonly PathPaper[]): PathEvidence[] =>
  papers.flatMap((paper) => {
    const clause = clauseOfPaper(paper.kind);
    return [
      piece(clause, 'paper', paper, {
        text: paper.voidReason === null ? paper.title : `${paper.title}: ${paper.voidReason}`,
        ref: paper.code,
        holds: paper.voidReason === null,
      }),
      ...paper.signatures.map((one) =>
        piece(clause, 'signature', one, { detail: one.mode, text: one.name, holds: !one.withdrawn }),
      ),
    ];
  });

const committeeOf = ({ decisions, appeals, stops }: PathFacts): PathEvidence[] => [
  ...stops.map((stop) =>
    piece('S.5', 'stop', stop, {
      detail: stop.kind,
      text: stop.reason,
      ref: stop.untilDay === null ? stop.fromDay : `${stop.fromDay}/${stop.untilDay}`,
    }),
  ),
  ...decisions.flatMap((decision) => [
    ...(decision.session === null
      ? []
      : [
          piece('S.5', 'session', null, {
            text: decision.session.day,
            ref: `${decision.session.hijriYear}-${decision.session.number}`,
            detail: decision.session.minutes ? 'minutes' : '',
          }),
        ]),
    piece('S.5', 'decision', decision, {
      detail: decision.kind,
      text:
        decision.voidReason ?? [decision.clause, decision.reason].filter((part) => part !== '').join('، '),
      ref: decision.decidedOn,
      holds: decision.voidReason === null,
    }),
    ...decision.notices.map((notice) =>
      piece('S.5', 'notice', notice, {
        detail: notice.reached ? 'reached' : 'noAnswer',
        text: notice.proof === '' ? notice.receiver : `${notice.receiver}، ${notice.proof}`,
        holds: !notice.withdrawn,
      }),
    ),
  ]),
  ...appeals.map((appeal) =>
    piece('S.5', 'appeal', appeal, {
      detail: appeal.outcome ?? 'open',
      text: appeal.voidReason === null ? appeal.level : `${appeal.level}: ${appeal.voidReason}`,
      ref: appeal.answeredOn ?? '',
      holds: appeal.voidReason === null,
    }),
  ),
];

/** Every record that a request left, under the clause that it stands for. */
export const evidenceOf = (facts: PathFacts): PathEvidence[] => [
  ...(facts.visit === null ? [] : [piece('S.1', 'visit', facts.visit)]),
  ...(facts.representation === null
    ? []
    : [
        piece('S.1', 'representation', null, {
          text: facts.representation.name,
          ref: facts.representation.deedNumber,
        }),
      ]),
  ...(facts.data.asked === 0
    ? []
    : [
        piece('S.2', 'data', facts.dataBy, {
          text: String(facts.data.asked),
          ref: `${facts.data.againstOriginal}/${facts.data.corrected}`,
        }),
      ]),
  ...facts.requirements.flatMap((one) =>
    one.state !== 'matched' || one.atMs === null
      ? []
      : [
          piece(
            'S.6',
            one.documentId === null ? 'original' : 'document',
            { atMs: one.atMs, by: one.by ?? '' },
            { text: one.name },
          ),
        ],
  ),
  ...facts.referrals.flatMap((one) => [
    piece('S.3', 'referral', one, {
      text: one.question,
      detail: one.cancelReason !== '' ? 'cancelled' : one.returned ? 'returned' : 'open',
      holds: one.cancelReason === '',
    }),
    ...(one.paper === '' ? [] : [piece('S.3', 'scan', one.answered, { text: one.paper })]),
  ]),
  ...facts.research.map((one) =>
    piece('S.5', 'research', one.finished ?? one, {
      text: one.paper,
      detail: one.recommendation ?? 'open',
      ref: one.fieldVisits === 0 ? '' : String(one.fieldVisits),
      holds: one.cancelReason === '',
    }),
  ),
  ...facts.need.map((one) => piece('O.1', 'need', one, { ref: String(one.score) })),
  ...papersOf(facts.papers),
  ...committeeOf(facts),
  ...(facts.fileNumber === null ? [] : [piece('S.6', 'fileNumber', null, { ref: facts.fileNumber })]),
  ...facts.deliveries.map((one) =>
    piece(one.atPlace ? 'O.4' : 'S.7', 'delivery', one.done, {
      detail: one.state,
      text: [one.what, one.receiver].filter((part) => part !== '').join('، '),
      ref: one.dueOn,
      holds: one.state === 'planned' || one.state === 'delivered',
    }),
  ),
  ...facts.letters.map((one) =>
    piece('C.4', 'letter', one, {
      text: one.subject,
      ref: one.number ?? '',
      detail: one.state === 'returned' ? 'returnedDraft' : one.state,
      holds: one.state !== 'voided',
    }),
  ),
];
