import { riyadhDay } from '../calendar/dual-date.ts';
import type { ClauseId } from '../policy/clauses.ts';
import type { PathDecision, PathFacts, PathPaper } from './path-facts.ts';
import type { GapCode } from './path-words.ts';
import type { RequestLevel } from './request.ts';
import type { PathGap } from './request-path.ts';

type Rule = (facts: PathFacts, today: string) => readonly PathGap[];

const gap = (clause: ClauseId, code: GapCode, text = ''): PathGap => ({ clause, code, text });
const when = (is: boolean, clause: ClauseId, code: GapCode, text = ''): PathGap[] =>
  is ? [gap(clause, code, text)] : [];

const behind = ({ steps }: PathFacts, step: number) => steps.find((one) => one.step === step);
const STEP_CLAUSE = ['S.1', 'S.2', 'S.3', 'S.4', 'S.5', 'S.6', 'S.7'] as const;

const order: Rule = ({ steps, loggedAtMs }) => {
  const logged = new Set(loggedAtMs);
  return steps.flatMap((fact, index) => {
    const clause = STEP_CLAUSE[fact.step - 1] ?? 'S.1';
    const earlier = steps.slice(0, index);
    // The order is the policy's: a step that bears an earlier time than the one before it was not done after it.
    return [
      ...when(
        earlier.some((one) => one.step < fact.step && one.atMs > fact.atMs) ||
          steps.filter((one) => one.step < fact.step).length < fact.step - 1,
        clause,
        'outOfOrder',
      ),
      ...when(!logged.has(fact.atMs), clause, 'notLogged'),
    ];
  });
};

const level: Rule = (facts) =>
  when(facts.level === 'urgent' && facts.levelReason === '', 'S.0', 'urgentWithoutWhy');

const reception: Rule = ({ visit, representation, openedAtMs }) => [
  ...when(visit === null, 'S.1', 'noVisit'),
  ...when(
    representation !== null &&
      representation.expiresOn !== null &&
      representation.expiresOn < riyadhDay(openedAtMs),
    'S.1',
    'deedExpired',
    representation?.deedNumber,
  ),
];

const matching: Rule = (facts) => {
  if (behind(facts, 2) === undefined) return [];
  const { asked, againstOriginal } = facts.data;
  return [
    ...when(asked === 0, 'S.2', 'noData'),
    ...when(asked > 0 && againstOriginal === 0, 'S.2', 'dataOnlyTold'),
    ...facts.requirements.flatMap(({ state, validUntil, atMs, name }) =>
      when(
        state === 'matched' && validUntil !== null && atMs !== null && validUntil < riyadhDay(atMs),
        'S.2',
        'documentExpired',
        name,
      ),
    ),
  ];
};

const referral: Rule = (facts) => {
  const step = behind(facts, 3);
  const standing = facts.referrals.filter((one) => one.cancelReason === '');
  return [
    ...when(step?.kind === 'done' && standing.length === 0, 'S.3', 'noReferral'),
    ...standing.flatMap((one) => [
      ...when(!one.returned && step !== undefined, 'S.3', 'referralNotBack', one.question),
      ...when(one.enteredFor && one.paper === '', 'S.3', 'answerWithoutPaper', one.question),
    ]),
    ...facts.research.flatMap((one) =>
      when(one.cancelReason === '' && one.enteredFor && one.paper === '', 'S.5', 'researchWithoutPaper'),
    ),
  ];
};

const holding = (paper: PathPaper | undefined) =>
  paper === undefined ? [] : paper.signatures.filter((one) => !one.withdrawn);

const attestation: Rule = (facts) => {
  if (behind(facts, 4) === undefined) return [];
  const paper = facts.papers.find(
    (one) => one.id === facts.attestation?.documentId && one.voidReason === null,
  );
  if (paper === undefined) return [gap('S.4', 'noAttestation')];
  const signed = holding(paper);
  const thumb = signed.some((one) => one.mode === 'thumb');
  return [
    ...when(!signed.some(({ signer }) => signer === 'applicant'), 'S.4', 'noApplicantSignature'),
    ...when(!signed.some(({ signer }) => signer === 'officer'), 'S.4', 'noOfficerSignature'),
    ...signed.flatMap((one) =>
      when(one.mode === 'paper' && !one.filed, 'S.4', 'signatureWithoutScan', one.name),
    ),
    ...when(
      thumb && signed.filter(({ signer }) => signer === 'witness').length < 2,
      'S.4',
      'thumbWithoutWitnesses',
    ),
    // What changes in the register once the request is over is no longer its affair.
    ...when(facts.state === 'open' && facts.attestation?.stale === true, 'S.4', 'attestationStale'),
  ];
};

const letterOf = (facts: PathFacts, id: number | null) => facts.letters.find((one) => one.id === id);

const LEVELS: Readonly<Partial<Record<string, RequestLevel>>> = {
  levelOrdinary: 'ordinary',
  levelUrgent: 'urgent',
  levelFollowUp: 'followUp',
};

/** The level on which something was done; null: it was changed since, and nothing tells what it was before. */
function levelAt(facts: PathFacts, atMs: number): RequestLevel | null {
  const changes = facts.events.flatMap((one) => {
    const to = LEVELS[one.kind];
    return to === undefined ? [] : [{ to, atMs: one.atMs }];
  });
  const before = changes.findLast((one) => one.atMs <= atMs);
  return before?.to ?? (changes.length === 0 ? facts.level : null);
}

function decisionGaps(facts: PathFacts, decision: PathDecision): PathGap[] {
  const { session, kind, decidedOn, earlyReason } = decision;
  const then = levelAt(facts, decision.atMs);
  const early =
    then !== null &&
    then !== 'urgent' &&
    !decision.ofAppeal &&
    facts.replyMode !== 'ceiling' &&
    facts.notBefore !== null &&
    decidedOn < facts.notBefore &&
    // Completion may be asked for on any day: it is no answer «بشأن قبوله أو رفضه».
    kind !== 'moreInformation';
  const letter = letterOf(facts, decision.letterId);
  const told = decision.notices.filter((one) => one.reached && !one.withdrawn);
  return [
    ...when(session === null && !decision.ofAppeal, 'S.5', 'noSession', decidedOn),
    ...(session === null
      ? []
      : [
          ...when(session.present < session.quorum, 'S.5', 'noQuorum', session.day),
          ...when(session.state === 'closed' && !session.minutes, 'S.5', 'noMinutes', session.day),
          ...when(decision.votes === 0, 'S.5', 'noVotes', session.day),
        ]),
    ...when(early && earlyReason === '', 'S.5', 'earlyWithoutWhy', decidedOn),
    ...when(
      early && facts.replyMode === 'floor' && !decision.overridden,
      'S.5',
      'earlyWithoutManager',
      decidedOn,
    ),
    ...when(kind === 'refused' && decision.letterId === null, 'S.5', 'noLetter', decidedOn),
    ...when(
      kind === 'refused' && letter !== undefined && letter.number === null,
      'S.5',
      'letterUnissued',
      letter?.subject,
    ),
    ...when(told.length === 0, 'S.5', 'notNotified', decidedOn),
    ...when(told.length > 0 && told.every((one) => one.proof === ''), 'S.5', 'noticeWithoutProof', decidedOn),
  ];
}

const committee: Rule = (facts, today) => {
  if (behind(facts, 5) === undefined) return [];
  const standing = facts.decisions.filter((one) => one.voidReason === null);
  const answered = standing.some((one) => one.kind !== 'moreInformation');
  // A ceiling is overdue after day 14, the other readings after the target of the office.
  const last = facts.replyMode === 'ceiling' ? facts.notBefore : facts.targetOn;
  // While the clock stands no day passes: it is late if it was when the stop began.
  const stop = facts.stops.find((one) => one.untilDay === null);
  const now = stop === undefined || stop.fromDay > today ? today : stop.fromDay;
  return [
    ...when(
      !facts.papers.some((one) => one.kind === 'raisingSlip' && one.voidReason === null),
      'S.5',
      'noSlip',
    ),
    ...when(facts.state === 'open' && !answered && last !== null && last < now, 'S.5', 'overdue', last ?? ''),
    ...standing.flatMap((one) => decisionGaps(facts, one)),
    ...facts.appeals.flatMap((one) => [
      ...when(one.outcome === null && facts.state !== 'refused', 'S.5', 'appealUnanswered', one.level),
      ...when(one.paper === '' && one.voidReason === null, 'S.5', 'appealWithoutPaper', one.level),
    ]),
  ];
};

const registration: Rule = (facts) =>
  behind(facts, 6) === undefined
    ? []
    : [
        ...facts.requirements.flatMap(({ state, name }) =>
          when(state === 'needed', 'S.6', 'requirementOpen', name),
        ),
        ...when(facts.fileNumber === null, 'S.6', 'noFileNumber'),
      ];

const service: Rule = (facts) => {
  const delivered = facts.deliveries.filter((one) => one.state === 'delivered');
  return [
    ...when(facts.state === 'closed' && delivered.length === 0, 'S.7', 'noDelivery'),
    ...delivered.flatMap((one) => {
      const clause = one.atPlace ? 'O.4' : 'S.7';
      const receipt = facts.papers.find((paper) => paper.id === one.receiptId && paper.voidReason === null);
      return receipt === undefined
        ? [gap(clause, 'noReceipt', one.what)]
        : when(holding(receipt).length === 0, clause, 'receiptUnsigned', one.what);
    }),
    ...when(facts.state === 'closed' && !facts.ratingOffered, 'S.7', 'noRatingOffer'),
    ...when(facts.state === 'refused' && facts.ratingOffered, 'S.7', 'refusedWithRating'),
  ];
};

const RULES: readonly Rule[] = [
  level,
  reception,
  matching,
  referral,
  attestation,
  committee,
  registration,
  service,
  order,
];

/** «لا أثر لـ…»: whatever the policy asks for and the records do not show, and what contradicts its order. */
export const gapsOf = (facts: PathFacts, today: string): PathGap[] =>
  RULES.flatMap((rule) => rule(facts, today));
