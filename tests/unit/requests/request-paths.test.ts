import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { REQUEST_ACTIONS } from '#shared/requests/request-actions.ts';
import { phaseOf, type RequestFacts } from '#shared/requests/request-machine.ts';
import { OPENED, stepsUpTo } from './machine-facts.ts';
import { behind, EVENTS, type Made, type Move, play } from './machine-model.ts';

/** Steps that lead somewhere, more often than chance would: else no sequence gets past the committee. */
const WAY: readonly Move[] = [
  'confirmDatum',
  'completeMatching',
  'skipReferral',
  'prepareAttestation',
  'sign',
  'completeAttestation',
  'raise',
  'resume',
  'accept',
  'refuse',
  'requirementMatched',
  'completeRegistration',
  'planDelivery',
  'deliver',
  'deliver',
  'close',
];
const moves = fc.array(
  fc.oneof(
    { weight: 6, arbitrary: fc.constantFrom(...WAY) },
    { weight: 1, arbitrary: fc.constantFrom<Move>(...REQUEST_ACTIONS, ...EVENTS) },
  ),
  { minLength: 1, maxLength: 250, size: 'max' },
);
const starts = fc.record({ dataOpen: fc.nat(3), requirementsMissing: fc.nat(3) });
const holds = (check: (made: readonly Made[]) => void, runs = 1500): void =>
  fc.assert(
    fc.property(moves, starts, (way, start) => check(play(way, { ...OPENED, ...start }))),
    { numRuns: runs },
  );
const each =
  (move: Move, check: (one: Made, earlier: readonly Made[]) => void) =>
  (made: readonly Made[]): void => {
    for (const [index, one] of made.entries()) if (one.move === move) check(one, made.slice(0, index));
  };

describe('no sequence of acts', () => {
  it('leaves the order of the policy: what is behind a request is S.1 up to somewhere, S.3 alone passed over', () => {
    holds((made) => {
      for (const { after } of made) {
        expect(after.steps.map(({ step }) => step)).toEqual(after.steps.map((_, index) => index + 1));
        expect(after.steps.filter(({ kind }) => kind === 'skipped').every(({ step }) => step === 3)).toBe(
          true,
        );
      }
    });
  });

  it('completes S.2 while a datum is neither confirmed nor corrected', () => {
    holds(each('completeMatching', ({ before }) => expect(before.dataOpen).toBe(0)));
  });

  it('says that somebody was referred who was not, or passes over a question that is out', () => {
    holds(
      each('completeReferral', ({ before }, earlier) => {
        expect(earlier.some(({ move }) => move === 'answerReferral')).toBe(true);
        expect(before.referralsOpen).toBe(0);
      }),
    );
    holds(each('skipReferral', ({ before }) => expect(before.referralsOpen).toBe(0)));
  });

  it('raises what is not signed for as it stands, raises twice, or takes a raising back', () => {
    holds((made) => {
      each('raise', ({ before }) => expect(before.attestation).toBe('signed'))(made);
      expect(made.filter(({ move }) => move === 'raise').length).toBeLessThanOrEqual(1);
      const raised = made.findIndex(({ move }) => move === 'raise');
      if (raised >= 0) for (const { after } of made.slice(raised)) expect(behind(after, 5)).toBe(true);
    });
  });

  it('is decided before it was raised, while its clock stands, or granted on data that nobody answers for', () => {
    for (const kind of ['accept', 'refuse', 'askForMore'] as const)
      holds(
        each(kind, ({ before }, earlier) => {
          expect(earlier.some(({ move }) => move === 'raise')).toBe(true);
          expect(before.stopped).toBe(false);
          if (kind === 'accept') expect(before.attestation).toBe('signed');
        }),
      );
  });

  it('completes the registration of what was not accepted, is not signed for, or lacks a requirement', () => {
    holds(
      each('completeRegistration', ({ before }) => {
        expect(before.attestation).toBe('signed');
        expect(before.decision?.kind).toBe('accepted');
        expect(before.requirementsMissing).toBe(0);
      }),
    );
  });

  it('registers what was not accepted, or keeps a registration whose acceptance was voided', () => {
    holds((made) => {
      for (const { after } of made) if (behind(after, 6)) expect(after.decision?.kind).toBe('accepted');
    });
  });

  it('hands out what was not accepted, registered and planned', () => {
    holds((made) => {
      each('deliver', ({ before }) => {
        expect(before.decision?.kind).toBe('accepted');
        expect(behind(before, 6)).toBe(true);
        expect(before.requirementsMissing).toBe(0);
        expect(before.deliveriesPlanned).toBeGreaterThan(0);
      })(made);
      for (const { after } of made)
        expect(Math.min(after.deliveriesPlanned, after.deliveriesDone)).toBeGreaterThanOrEqual(0);
    });
  });

  it('closes a request whose service was not delivered, or leaves something planned behind', () => {
    holds((made) => {
      for (const { after } of made) {
        if (after.state === 'closed') expect(after.deliveriesDone).toBeGreaterThan(0);
        if (after.state !== 'open') expect(after.deliveriesPlanned).toBe(0);
      }
    });
  });

  it('refuses what was already handed out, and a refusal stands until an appeal or a void', () => {
    holds((made) => {
      for (const { move, before, after } of made) {
        if (after.state === 'refused') expect(after.deliveriesPlanned + after.deliveriesDone).toBe(0);
        if (before.state === 'refused' && after.state !== 'refused')
          expect(['answerAppeal', 'voidDecision']).toContain(move);
      }
    });
  });

  it('voids an answer but the one that left the refusal as it stands, with nothing asked of it since', () => {
    const refused: RequestFacts = {
      ...OPENED,
      steps: stepsUpTo(5),
      attestation: 'signed',
      state: 'refused',
      decision: { kind: 'refused', notified: false },
    };
    const about = fc.constantFrom<Move>(
      'appeal',
      'appealUpheld',
      'voidAppealAnswer',
      'refuse',
      'voidDecision',
    );
    const any = fc.constantFrom<Move>(...REQUEST_ACTIONS, ...EVENTS);
    const oneOf = fc.oneof({ weight: 4, arbitrary: about }, { weight: 1, arbitrary: any });
    const MOVES_IT: readonly Move[] = [
      'appeal',
      'appealUpheld',
      'answerAppeal',
      'voidDecision',
      'voidAppealAnswer',
    ];
    let voided = 0;
    fc.assert(
      fc.property(fc.array(oneOf, { maxLength: 40, size: 'max' }), (way) => {
        each('voidAppealAnswer', ({ before, after }, earlier) => {
          voided += 1;
          expect([before.state, after.state]).toEqual(['refused', 'refused']);
          expect([before.appealOpen, after.appealOpen]).toEqual([false, true]);
          expect(earlier.findLast(({ move }) => MOVES_IT.includes(move))?.move).toBe('appealUpheld');
        })(play(way, refused));
      }),
      { numRuns: 500 },
    );
    expect(voided).toBeGreaterThan(100);
  });
});

describe('from wherever a request has come', () => {
  /** Moves that bring any request to its end: each is tried again until none changes anything. */
  const WAY_OUT: readonly Move[] = [
    'answerReferral',
    'answerAppeal',
    'reopen',
    'resume',
    'confirmDatum',
    'completeMatching',
    'skipReferral',
    'completeAttestation',
    'raise',
    'accept',
    'sign',
    'prepareAttestation',
    'requirementMatched',
    'completeRegistration',
    'deliver',
    'planDelivery',
  ];

  it('its service can still be delivered: nobody is lost on the way', () => {
    holds((made) => {
      let facts = made.at(-1)?.after ?? OPENED;
      // Of a refusal that stands: the appeal.
      const [appealed] = play(['appeal'], facts);
      facts = appealed?.after ?? facts;
      for (let turn = 0; turn < 400 && facts.deliveriesDone === 0; turn += 1) {
        const next = WAY_OUT.map((move) => play([move], facts)[0]).find(
          (one) => one !== undefined && JSON.stringify(one.after) !== JSON.stringify(facts),
        );
        if (next === undefined) break;
        facts = next.after;
      }
      expect([phaseOf(facts), facts.deliveriesDone > 0]).toEqual([expect.any(String), true]);
    });
  });

  it('the way to the service is walked often enough for this to say anything', () => {
    const met = new Map<string, number>();
    holds((made) => {
      for (const { after } of made) met.set(phaseOf(after), (met.get(phaseOf(after)) ?? 0) + 1);
    });
    for (const phase of [
      'referral',
      'committee',
      'refused',
      'registration',
      'service',
      'closed',
      'withdrawn',
    ])
      expect([phase, (met.get(phase) ?? 0) > 20]).toEqual([phase, true]);
  });
});
