import { assertNever } from '../assert.ts';
import {
  isLater,
  type LaterAction,
  type OpenAction,
  type RequestAction,
  type RequestRefusal,
} from './request-actions.ts';
import type { RequestLevel, StepNumber } from './request.ts';

/** What is stored of a step: only the facts. The rest of the spine follows from them. */
export interface StepFact {
  readonly step: StepNumber;
  readonly kind: 'done' | 'skipped';
  readonly atMs: number;
  readonly officerName: string;
  readonly note: string;
}

/** S.3 is conditional («في حالة عدم وضوح الإجراءات»): the only step that may be passed over. */
export const SKIPPABLE_STEP: StepNumber = 3;

/** What a request is, beside where it stands: `closed` once its service was delivered. */
export const REQUEST_STATES = ['open', 'withdrawn', 'refused', 'closed'] as const;
export type RequestState = (typeof REQUEST_STATES)[number];

/** Where a request stands. Derived by `phaseOf`; the database keeps it beside the facts for the lists. */
export const REQUEST_PHASES = [
  'matching',
  'referral',
  'attestation',
  'raising',
  'committee',
  'registration',
  'service',
  'closed',
  'refused',
  'withdrawn',
] as const;
export type RequestPhase = (typeof REQUEST_PHASES)[number];

export const DECISION_KINDS = ['accepted', 'refused', 'moreInformation'] as const;
export type DecisionKind = (typeof DECISION_KINDS)[number];

/** S.4: nothing frozen yet; frozen, and a signature is missing; both are there; both, of what is no longer so. */
export const ATTESTATION_STATES = ['none', 'waiting', 'signed', 'stale'] as const;
export type AttestationState = (typeof ATTESTATION_STATES)[number];

/** All that the rules of the seven steps ask about one request, as it is stored. */
export interface RequestFacts {
  readonly state: RequestState;
  readonly level: RequestLevel;
  /** Steps that are behind it. S.5 is behind it once it was raised. */
  readonly steps: readonly StepFact[];
  /** Data of T.4 neither confirmed nor corrected at this request (S.2). */
  readonly dataOpen: number;
  /** Requirements still needed (S.6). */
  readonly requirementsMissing: number;
  /** Referrals that are not back at the desk (S.3). */
  readonly referralsOpen: number;
  /** Referrals that came back with their answer. */
  readonly referralsBack: number;
  readonly attestation: AttestationState;
  /** The clock of S.5 stands. */
  readonly stopped: boolean;
  /** The last decision that was not voided. */
  readonly decision: { readonly kind: DecisionKind; readonly notified: boolean } | null;
  readonly appealOpen: boolean;
  /** The last appeal is against the decision that stands, and was answered without changing it. */
  readonly appealAnswered: boolean;
  /** Deliveries to come, and those handed out (S.7). */
  readonly deliveriesPlanned: number;
  readonly deliveriesDone: number;
}

const behind = (facts: RequestFacts, step: StepNumber): boolean =>
  facts.steps.some((fact) => fact.step === step);

/**
 * Where a request stands, from its facts alone. The policy's order is kept: S.2 before S.3 before S.4 before S.5; the
 * committee's answer before S.6 («قبوله أو رفضه»), S.6 before S.7 («استكمال … مع اكتمال الطلبات»).
 */
export function phaseOf(facts: RequestFacts): RequestPhase {
  if (facts.state !== 'open') return facts.state;
  if (!behind(facts, 2)) return 'matching';
  if (!behind(facts, SKIPPABLE_STEP)) return 'referral';
  if (!behind(facts, 4)) return 'attestation';
  if (!behind(facts, 5)) return 'raising';
  if (facts.decision?.kind !== 'accepted') return 'committee';
  return behind(facts, 6) ? 'service' : 'registration';
}

const STEP_OF_PHASE: Readonly<Record<RequestPhase, StepNumber | null>> = {
  matching: 2,
  referral: 3,
  attestation: 4,
  raising: 5,
  committee: 5,
  registration: 6,
  service: 7,
  closed: null,
  refused: null,
  withdrawn: null,
};

/** The step that waits for somebody; null once nothing does. S.5 waits until the committee has answered. */
export const stepOfPhase = (phase: RequestPhase): StepNumber | null => STEP_OF_PHASE[phase];

const ORDER = Object.fromEntries(REQUEST_PHASES.map((phase, index) => [phase, index])) as Readonly<
  Record<RequestPhase, number>
>;

/** Whether `phase` is reached exactly, or why not: too early, or behind us. */
const at = (now: RequestPhase, phase: RequestPhase): RequestRefusal | null =>
  now === phase ? null : ORDER[now] < ORDER[phase] ? 'tooEarly' : 'tooLate';

/**
 * Why the policy does not allow an action now; null when it does. Every state × every action has an answer.
 * The waiting time of S.5 is asked after on its own (`reply-clock.ts`): it depends on the day, and may be overridden.
 */
export function requestRefusal(facts: RequestFacts, action: RequestAction): RequestRefusal | null {
  if (isLater(action)) return laterRefusal(facts, action);
  return facts.state === 'open' ? openRefusal(facts, action) : 'notOpen';
}

/** What is asked for is still to be decided or served; a refusal that is appealed against is decided once more. */
const takesResearch = ({ state, appealOpen }: Pick<RequestFacts, 'state' | 'appealOpen'>): boolean =>
  state === 'open' || (state === 'refused' && appealOpen);

function laterRefusal(facts: RequestFacts, action: LaterAction): RequestRefusal | null {
  switch (action) {
    case 'research':
      return takesResearch(facts) ? null : 'ended';
    case 'reopen':
      if (facts.state === 'open') return 'alreadyOpen';
      return facts.state === 'refused' ? 'notWithdrawn' : null;
    case 'appeal':
      if (facts.state !== 'refused') return 'notRefused';
      return facts.appealOpen ? 'appealOpen' : null;
    case 'answerAppeal':
      return facts.appealOpen ? null : 'noAppeal';
    case 'voidAppealAnswer':
      // What changed a refusal is a decision, and voided as one; what came after an answer stands on it.
      if (facts.state !== 'refused') return 'noAppealAnswer';
      return facts.appealOpen ? 'appealOpen' : facts.appealAnswered ? null : 'noAppealAnswer';
    case 'notify':
      return facts.decision === null ? 'noDecision' : null;
    case 'voidDecision':
      if (facts.decision === null) return 'noDecision';
      if (facts.state === 'withdrawn' || facts.state === 'closed') return 'notOpen';
      if (facts.appealOpen) return 'appealOpen';
      if (facts.deliveriesDone + facts.deliveriesPlanned > 0) return 'delivered';
      // The registration stands on it: S.6 is taken back first, and asked for anew after another answer.
      return behind(facts, 6) ? 'tooLate' : null;
    case 'voidDelivery':
      // A request that is closed had its service: what takes that away reopens it first.
      if (facts.state === 'closed') return 'notOpen';
      return facts.deliveriesDone > 0 ? null : 'nothingDelivered';
    case 'replaceSlip':
      return behind(facts, 5) ? null : 'tooEarly';
    case 'answerReferral':
      // An answer is taken whatever became of the request meanwhile: somebody asked, and somebody knows.
      return facts.referralsOpen > 0 ? null : 'noReferral';
    default:
      return assertNever(action);
  }
}

function openRefusal(facts: RequestFacts, action: OpenAction): RequestRefusal | null {
  const phase = phaseOf(facts);
  switch (action) {
    case 'edit':
    case 'setLevel':
    case 'confirmDatum':
    case 'transfer':
      return null;
    case 'withdraw':
      // What is planned for a day would be handed out to somebody who no longer asks for it.
      return facts.deliveriesPlanned > 0 ? 'deliveriesPlanned' : null;
    case 'completeMatching':
      return at(phase, 'matching') ?? (facts.dataOpen > 0 ? 'dataOpen' : null);
    case 'refer':
      return facts.referralsOpen > 0 ? 'referralOpen' : null;
    case 'skipReferral':
      return at(phase, 'referral') ?? (facts.referralsOpen > 0 ? 'referralOpen' : null);
    case 'completeReferral':
      return (
        at(phase, 'referral') ??
        (facts.referralsOpen > 0 ? 'referralOpen' : facts.referralsBack === 0 ? 'notReferred' : null)
      );
    case 'prepareAttestation':
      // Asked again for whatever was signed and is no longer so, before a raise and after it.
      if (phase === 'attestation') return null;
      return ORDER[phase] < ORDER.attestation
        ? 'tooEarly'
        : facts.attestation === 'signed'
          ? 'tooLate'
          : null;
    case 'sign':
      if (ORDER[phase] < ORDER.attestation) return 'tooEarly';
      if (facts.attestation === 'none') return 'notPrepared';
      if (facts.attestation === 'signed') return 'tooLate';
      return facts.attestation === 'stale' ? 'attestationStale' : null;
    case 'completeAttestation':
      return at(phase, 'attestation') ?? signed(facts);
    case 'raise':
      if (phase !== 'raising') return behind(facts, 5) ? 'raised' : 'tooEarly';
      if (facts.referralsOpen > 0) return 'referralOpen';
      return signed(facts) ?? (facts.stopped ? 'stopped' : null);
    case 'stop':
      return facts.stopped ? 'stopped' : null;
    case 'resume':
      return facts.stopped ? null : 'notStopped';
    case 'schedule':
      return at(phase, 'committee');
    case 'accept':
      // Nothing is granted on data that nobody answers for any longer.
      return at(phase, 'committee') ?? (facts.stopped ? 'stopped' : signed(facts));
    case 'refuse':
    case 'askForMore':
      return at(phase, 'committee') ?? (facts.stopped ? 'stopped' : null);
    case 'setRequirement':
      return behind(facts, 6) ? 'tooLate' : null;
    case 'completeRegistration':
      return (
        at(phase, 'registration') ??
        (facts.stopped
          ? 'stopped'
          : // An appeal accepts without asking: here it is asked whether somebody still answers for the data.
            (signed(facts) ?? (facts.requirementsMissing > 0 ? 'requirementsMissing' : null)))
      );
    case 'planDelivery':
      return at(phase, 'service') ?? (facts.stopped ? 'stopped' : null);
    case 'deliver':
      return (
        at(phase, 'service') ??
        (facts.stopped ? 'stopped' : facts.deliveriesPlanned === 0 ? 'nothingPlanned' : null)
      );
    case 'close':
      return (
        at(phase, 'service') ??
        (facts.stopped
          ? 'stopped'
          : facts.deliveriesPlanned > 0
            ? 'deliveriesPlanned'
            : facts.deliveriesDone === 0
              ? 'nothingDelivered'
              : null)
      );
    case 'reopenStep':
      if (behind(facts, 6)) return facts.deliveriesDone + facts.deliveriesPlanned > 0 ? 'delivered' : null;
      if (behind(facts, 5)) return 'raised';
      return behind(facts, 2) ? null : 'tooEarly';
    default:
      return assertNever(action);
  }
}

/** The step that was done or passed over last: what `reopenStep` takes back. */
export const latestStep = (facts: Pick<RequestFacts, 'steps'>): StepNumber | null =>
  facts.steps.reduce<StepNumber | null>(
    (last, { step }) => (last === null || step > last ? step : last),
    null,
  );

/** Why the signatures of S.4 do not hold; null when they do. */
const signed = ({ attestation }: RequestFacts): RequestRefusal | null =>
  attestation === 'signed' ? null : attestation === 'stale' ? 'attestationStale' : 'attestationMissing';
