import { describe, expect, it } from 'vitest';
import {
  REQUEST_ACTIONS,
  REQUEST_REFUSALS,
  type RequestAction,
  type RequestRefusal,
} from '#shared/requests/request-actions.ts';
import {
  phaseOf,
  REQUEST_PHASES,
  type RequestFacts,
  type RequestPhase,
  requestRefusal,
  stepOfPhase,
} from '#shared/requests/request-machine.ts';
import { everyState, OPENED, stepsUpTo } from './machine-facts.ts';

/** Where a request stands, told a second time: how many steps are behind it, and what the committee said. */
function place({ state, steps, decision }: RequestFacts): RequestPhase {
  if (state !== 'open') return state;
  const accepted = decision !== null && decision.kind === 'accepted';
  switch (steps.length) {
    case 1:
      return 'matching';
    case 2:
      return 'referral';
    case 3:
      return 'attestation';
    case 4:
      return 'raising';
    case 5:
      return accepted ? 'registration' : 'committee';
    default:
      return accepted ? 'service' : 'committee';
  }
}

type When = (facts: RequestFacts) => boolean;
interface Rule {
  /** Phases in which it may be done; elsewhere it is too early, or too late. Absent: in each of an open request. */
  readonly only?: RequestPhase;
  /** Not asked of whether the request is open. */
  readonly later?: true;
  /** What stands in its way, the first one told. */
  readonly unless: readonly (readonly [RequestRefusal, When])[];
}

const stopped: When = (facts) => facts.stopped;
const asked: When = (facts) => facts.referralsOpen > 0;
const unsigned: When = (facts) => facts.attestation === 'none' || facts.attestation === 'waiting';
const stale: When = (facts) => facts.attestation === 'stale';
const before =
  (phase: RequestPhase): When =>
  (facts) =>
    REQUEST_PHASES.indexOf(place(facts)) < REQUEST_PHASES.indexOf(phase);
const raisedBefore: When = (facts) => facts.steps.length >= 5;
const registered: When = (facts) => facts.steps.length >= 6;
const handed: When = (facts) => facts.deliveriesDone > 0 || facts.deliveriesPlanned > 0;

/** The policy and its readings, act by act. */
const RULES: Readonly<Record<RequestAction, Rule>> = {
  // Anybody may be served and corrected at any time while the request is open.
  edit: { unless: [] },
  setLevel: { unless: [] },
  confirmDatum: { unless: [] },
  transfer: { unless: [] },
  // It prepares what is still to be decided: of a refusal, while an appeal against it waits.
  research: {
    later: true,
    unless: [['ended', ({ state, appealOpen }) => state !== 'open' && !(state === 'refused' && appealOpen)]],
  },
  withdraw: { unless: [['deliveriesPlanned', (facts) => facts.deliveriesPlanned > 0]] },
  // S.2 «كافة المعلومات المطلوبة»
  completeMatching: { only: 'matching', unless: [['dataOpen', (facts) => facts.dataOpen > 0]] },
  // S.3 «في حالة عدم وضوح الإجراءات»: whenever that is; nobody is asked two things at once.
  refer: { unless: [['referralOpen', asked]] },
  skipReferral: { only: 'referral', unless: [['referralOpen', asked]] },
  completeReferral: {
    only: 'referral',
    unless: [
      ['referralOpen', asked],
      ['notReferred', (facts) => facts.referralsBack === 0],
    ],
  },
  answerReferral: { later: true, unless: [['noReferral', (facts) => facts.referralsOpen === 0]] },
  // S.4: prepared at its step, and again whenever what was signed is no longer so.
  prepareAttestation: {
    unless: [
      ['tooEarly', before('attestation')],
      ['tooLate', (facts) => place(facts) !== 'attestation' && facts.attestation === 'signed'],
    ],
  },
  sign: {
    unless: [
      ['tooEarly', before('attestation')],
      ['notPrepared', (facts) => facts.attestation === 'none'],
      ['attestationStale', stale],
      ['tooLate', (facts) => facts.attestation === 'signed'],
    ],
  },
  completeAttestation: {
    only: 'attestation',
    unless: [
      ['attestationStale', stale],
      ['attestationMissing', unsigned],
    ],
  },
  // S.5 «سيرفع للجنة البحث»: once, and signed for.
  raise: {
    unless: [
      ['raised', raisedBefore],
      ['tooEarly', before('raising')],
      ['referralOpen', asked],
      ['attestationStale', stale],
      ['attestationMissing', unsigned],
      ['stopped', stopped],
    ],
  },
  replaceSlip: { later: true, unless: [['tooEarly', (facts) => !raisedBefore(facts)]] },
  stop: { unless: [['stopped', stopped]] },
  resume: { unless: [['notStopped', (facts) => !facts.stopped]] },
  schedule: { only: 'committee', unless: [] },
  accept: {
    only: 'committee',
    unless: [
      ['stopped', stopped],
      ['attestationStale', stale],
      ['attestationMissing', unsigned],
    ],
  },
  refuse: { only: 'committee', unless: [['stopped', stopped]] },
  askForMore: { only: 'committee', unless: [['stopped', stopped]] },
  notify: { later: true, unless: [['noDecision', (facts) => facts.decision === null]] },
  voidDecision: {
    later: true,
    unless: [
      ['noDecision', (facts) => facts.decision === null],
      ['notOpen', (facts) => facts.state === 'withdrawn' || facts.state === 'closed'],
      ['appealOpen', (facts) => facts.appealOpen],
      ['delivered', handed],
      ['tooLate', (facts) => facts.steps.some(({ step }) => step === 6)],
    ],
  },
  appeal: {
    later: true,
    unless: [
      ['notRefused', (facts) => facts.state !== 'refused'],
      ['appealOpen', (facts) => facts.appealOpen],
    ],
  },
  answerAppeal: { later: true, unless: [['noAppeal', (facts) => !facts.appealOpen]] },
  // While the refusal that it left stands, and nothing else was asked of it since.
  voidAppealAnswer: {
    later: true,
    unless: [
      ['noAppealAnswer', ({ state }) => state !== 'refused'],
      ['appealOpen', (facts) => facts.appealOpen],
      ['noAppealAnswer', (facts) => !facts.appealAnswered],
    ],
  },
  // S.6 «مع اكتمال الطلبات»: what was found complete stays so.
  setRequirement: { unless: [['tooLate', registered]] },
  completeRegistration: {
    only: 'registration',
    unless: [
      ['stopped', stopped],
      ['attestationStale', stale],
      ['attestationMissing', unsigned],
      ['requirementsMissing', (facts) => facts.requirementsMissing > 0],
    ],
  },
  // S.7
  planDelivery: { only: 'service', unless: [['stopped', stopped]] },
  deliver: {
    only: 'service',
    unless: [
      ['stopped', stopped],
      ['nothingPlanned', (facts) => facts.deliveriesPlanned === 0],
    ],
  },
  voidDelivery: {
    later: true,
    unless: [
      ['notOpen', (facts) => facts.state === 'closed'],
      ['nothingDelivered', (facts) => facts.deliveriesDone === 0],
    ],
  },
  close: {
    only: 'service',
    unless: [
      ['stopped', stopped],
      ['deliveriesPlanned', (facts) => facts.deliveriesPlanned > 0],
      ['nothingDelivered', (facts) => facts.deliveriesDone === 0],
    ],
  },
  reopen: {
    later: true,
    unless: [
      ['alreadyOpen', ({ state }) => state === 'open'],
      ['notWithdrawn', ({ state }) => state === 'refused'],
    ],
  },
  // A draft is taken back; what gave a number and told the applicant is not.
  reopenStep: {
    unless: [
      ['delivered', (facts) => registered(facts) && handed(facts)],
      ['raised', (facts) => raisedBefore(facts) && !registered(facts)],
      ['tooEarly', (facts) => facts.steps.length < 2],
    ],
  },
};

function expected(facts: RequestFacts, action: RequestAction): RequestRefusal | null {
  const { only, later, unless } = RULES[action];
  if (later !== true && facts.state !== 'open') return 'notOpen';
  const now = place(facts);
  if (only !== undefined && now !== only) return before(only)(facts) ? 'tooEarly' : 'tooLate';
  return unless.find(([, when]) => when(facts))?.[0] ?? null;
}

describe('every state, every action', () => {
  it('is as the policy says, told a second time', () => {
    const wrong: string[] = [];
    const reasons = new Set<RequestRefusal | null>();
    let told = 0;
    for (const facts of everyState()) {
      if (phaseOf(facts) !== place(facts)) wrong.push(`${JSON.stringify(facts)}: ${phaseOf(facts)}`);
      for (const action of REQUEST_ACTIONS) {
        told += 1;
        const reason = requestRefusal(facts, action);
        reasons.add(reason);
        if (reason !== expected(facts, action) && wrong.length < 5)
          wrong.push(`${action}: ${reason} for ${JSON.stringify(facts)}`);
      }
    }
    expect(wrong).toEqual([]);
    expect(told).toBe(4 * 7 * 2 ** 4 * 4 * 2 * 4 * 2 ** 4 * REQUEST_ACTIONS.length);
    // Every reason that has words can be met.
    expect([...reasons].filter((reason) => reason !== null).toSorted()).toEqual(
      [...REQUEST_REFUSALS].toSorted(),
    );
  });

  it('finds a rule that is bent: the second telling is no echo', () => {
    const bent = (facts: RequestFacts, action: RequestAction) =>
      action === 'raise' ? null : requestRefusal(facts, action);
    const facts: RequestFacts = { ...OPENED, steps: stepsUpTo(4), attestation: 'stale' };
    expect(bent(facts, 'raise')).not.toBe(expected(facts, 'raise'));
  });
});

describe('the step that waits', () => {
  it.each([
    ['matching', 2],
    ['referral', 3],
    ['attestation', 4],
    ['raising', 5],
    ['committee', 5],
    ['registration', 6],
    ['service', 7],
    ['closed', null],
    ['refused', null],
    ['withdrawn', null],
  ] as const)('%s: %s', (phase, step) => {
    expect(stepOfPhase(phase)).toBe(step);
  });
});
