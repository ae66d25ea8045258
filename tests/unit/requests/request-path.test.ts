import { describe, expect, it } from 'vitest';
import { ar } from '#shared/locales/ar.ts';
import { clause } from '#shared/policy/clauses.ts';
import type { PathDecision, PathFacts } from '#shared/requests/path-facts.ts';
import { actLine, evidenceLine, gapLine } from '#shared/requests/path-lines.ts';
import { EVIDENCE_KINDS, GAP_CODES, type GapCode } from '#shared/requests/path-words.ts';
import { gapCount, requestPath } from '#shared/requests/request-path.ts';
import { lineSpeech, paperSpeech } from '#electron/requests/path-speech.ts';
import { wholePath } from './path-facts.ts';

const TODAY = '2026-11-25';
const [paper, slip, receipt] = wholePath.papers;
const [decision] = wholePath.decisions;
const [delivery] = wholePath.deliveries;
const [requirement] = wholePath.requirements;
if (!paper || !slip || !receipt || !decision || !delivery || !requirement) throw new Error('facts are whole');
const [applicant, officer] = paper.signatures;
if (!applicant || !officer) throw new Error('both have signed');

const gapsOf = (facts: Partial<PathFacts>): string[] =>
  requestPath({ ...wholePath, ...facts }, TODAY).flatMap(({ gaps }) =>
    gaps.map((gap) => `${gap.clause} ${gap.code}`),
  );
const decided = (change: Partial<PathDecision>): Partial<PathFacts> => ({
  decisions: [{ ...decision, ...change }],
});
const session = decision.session;
const referral = {
  id: 1,
  question: 'هل يلزم صك الإعالة؟',
  answered: null,
  enteredFor: false,
  paper: '',
  returned: true,
  cancelReason: '',
  atMs: 0,
  by: '',
} as const;
const appeal = {
  id: 1,
  level: 'مجلس الإدارة',
  outcome: 'upheld',
  answeredOn: '2026-11-20',
  paper: 'تظلم.pdf',
  answerPaper: '',
  voidReason: null,
  atMs: 0,
  by: '',
} as const;

/** Each fault planted alone: the path names it under its clause, and nothing else. */
const FAULTS: readonly (readonly [GapCode, string, Partial<PathFacts>])[] = [
  ['urgentWithoutWhy', 'S.0', { level: 'urgent' }],
  ['noVisit', 'S.1', { visit: null }],
  ['deedExpired', 'S.1', { representation: { name: 'خالد', deedNumber: '44', expiresOn: '2026-10-20' } }],
  ['noData', 'S.2', { data: { asked: 0, corrected: 0, againstOriginal: 0 } }],
  ['dataOnlyTold', 'S.2', { data: { asked: 9, corrected: 0, againstOriginal: 0 } }],
  ['documentExpired', 'S.2', { requirements: [{ ...requirement, validUntil: '2026-10-20' }] }],
  [
    'noReferral',
    'S.3',
    { steps: wholePath.steps.map((one) => (one.step === 3 ? { ...one, kind: 'done' as const } : one)) },
  ],
  ['referralNotBack', 'S.3', { referrals: [{ ...referral, returned: false }] }],
  ['answerWithoutPaper', 'S.3', { referrals: [{ ...referral, enteredFor: true }] }],
  ['noAttestation', 'S.4', { attestation: null }],
  ['noAttestation', 'S.4', { papers: [{ ...paper, voidReason: 'خطأ' }, slip, receipt] }],
  ['noApplicantSignature', 'S.4', { papers: [{ ...paper, signatures: [officer] }, slip, receipt] }],
  [
    'noApplicantSignature',
    'S.4',
    { papers: [{ ...paper, signatures: [{ ...applicant, withdrawn: true }, officer] }, slip, receipt] },
  ],
  ['noOfficerSignature', 'S.4', { papers: [{ ...paper, signatures: [applicant] }, slip, receipt] }],
  [
    'signatureWithoutScan',
    'S.4',
    { papers: [{ ...paper, signatures: [{ ...applicant, filed: false }, officer] }, slip, receipt] },
  ],
  [
    'thumbWithoutWitnesses',
    'S.4',
    { papers: [{ ...paper, signatures: [{ ...applicant, mode: 'thumb' }, officer] }, slip, receipt] },
  ],
  [
    'attestationStale',
    'S.4',
    { attestation: { documentId: 1, stale: true }, state: 'open', phase: 'service' },
  ],
  ['noSlip', 'S.5', { papers: [paper, receipt] }],
  ['noSession', 'S.5', decided({ session: null })],
  ['noQuorum', 'S.5', decided({ session: session && { ...session, present: 2 } })],
  ['noMinutes', 'S.5', decided({ session: session && { ...session, minutes: false } })],
  ['noVotes', 'S.5', decided({ votes: 0 })],
  // Day 13; day 14 is the fifth.
  ['earlyWithoutWhy', 'S.5', decided({ decidedOn: '2026-11-04' })],
  [
    'earlyWithoutManager',
    'S.5',
    { ...decided({ decidedOn: '2026-11-04', earlyReason: 'حاجة' }), replyMode: 'floor' },
  ],
  ['notNotified', 'S.5', decided({ notices: [] })],
  ['noticeWithoutProof', 'S.5', decided({ notices: decision.notices.map((one) => ({ ...one, proof: '' })) })],
  ['noLetter', 'S.5', decided({ kind: 'refused', letterId: null })],
  [
    'letterUnissued',
    'S.5',
    {
      ...decided({ kind: 'refused' }),
      letters: wholePath.letters.map((one) => ({ ...one, number: null, state: 'draft' })),
    },
  ],
  ['overdue', 'S.5', { decisions: [], state: 'open', phase: 'committee' }],
  ['appealUnanswered', 'S.5', { appeals: [{ ...appeal, outcome: null }] }],
  ['appealWithoutPaper', 'S.5', { appeals: [{ ...appeal, paper: '' }] }],
  ['requirementOpen', 'S.6', { requirements: [{ ...requirement, state: 'needed' }] }],
  ['noFileNumber', 'S.6', { fileNumber: null }],
  ['noDelivery', 'S.7', { deliveries: [] }],
  ['noReceipt', 'S.7', { deliveries: [{ ...delivery, receiptId: null }] }],
  ['noReceipt', 'O.4', { deliveries: [{ ...delivery, receiptId: null, atPlace: true }] }],
  ['receiptUnsigned', 'S.7', { papers: [paper, slip, { ...receipt, signatures: [] }] }],
  ['noRatingOffer', 'S.7', { ratingOffered: false }],
  ['notLogged', 'S.2', { loggedAtMs: wholePath.loggedAtMs.filter((_, index) => index !== 1) }],
  [
    'outOfOrder',
    'S.4',
    {
      steps: wholePath.steps.map((one) => (one.step === 4 ? { ...one, atMs: 5 } : one)),
      loggedAtMs: [...wholePath.loggedAtMs, 5],
    },
  ],
];

describe('the path of a request', () => {
  it('finds no gap in a request that has everything', () => {
    expect(gapsOf({})).toEqual([]);
    expect(gapCount(requestPath(wholePath, TODAY))).toBe(0);
  });

  it.each(FAULTS)('names %s under %s, and that alone', (code, under, facts) => {
    expect(gapsOf(facts)).toEqual([`${under} ${code}`]);
  });

  it('does not hold the waiting time against an urgent request with its reason, day 14, or a ceiling', () => {
    const early = decided({ decidedOn: '2026-11-04' });
    expect(gapsOf({ ...early, level: 'urgent', levelReason: 'حريق' })).toEqual([]);
    expect(gapsOf(decided({ decidedOn: '2026-11-05' }))).toEqual([]);
    expect(gapsOf({ ...early, replyMode: 'ceiling' })).toEqual([]);
    expect(gapsOf(decided({ decidedOn: '2026-11-04', earlyReason: 'حاجة' }))).toEqual([]);
  });

  it('holds the waiting time by the level on which was decided, whatever it became', () => {
    const early = decided({ decidedOn: '2026-11-04' });
    const levelled = (kind: 'levelOrdinary' | 'levelUrgent', afterMs: number) => ({
      events: [
        ...wholePath.events,
        {
          kind,
          step: null,
          text: 'حريق',
          clause: 'S.0',
          subject: null,
          atMs: decision.atMs + afterMs,
          by: '',
        },
      ],
    });
    const urgent = { level: 'urgent', levelReason: 'حريق' } as const;
    // Urgent when it was decided, ordinary since; and urgent only since then.
    const [before, after] = [levelled('levelUrgent', -1), levelled('levelOrdinary', 1)];
    expect(gapsOf({ ...early, events: [...before.events, ...after.events] })).toEqual([]);
    const late = [...levelled('levelOrdinary', -1).events, ...levelled('levelUrgent', 1).events];
    expect(gapsOf({ ...early, ...urgent, events: late })).toEqual(['S.5 earlyWithoutWhy']);
  });

  it('counts no day while the clock stands', () => {
    const waits = { decisions: [], state: 'open', phase: 'committee' } as const;
    const stop = { kind: 'office', untilDay: null, reason: 'عطل', atMs: 0, by: '' } as const;
    // The target is the twenty-first; the fourteenth day of a ceiling the fifth.
    const standing = (fromDay: string) => ({ ...waits, stops: [{ ...stop, fromDay }] });
    expect(gapsOf(standing('2026-11-21'))).toEqual([]);
    expect(gapsOf(standing('2026-11-22'))).toEqual(['S.5 overdue']);
    expect(gapsOf({ ...standing('2026-11-05'), replyMode: 'ceiling' })).toEqual([]);
    expect(gapsOf({ ...standing('2026-11-06'), replyMode: 'ceiling' })).toEqual(['S.5 overdue']);
  });

  it('lets the register move on once a request is over', () => {
    expect(gapsOf({ attestation: { documentId: 1, stale: true } })).toEqual([]);
  });

  it('stands in the policy’s order, S.0 to S.7 always, each with its text whole and its state', () => {
    const path = requestPath(wholePath, TODAY);
    expect(path.map((one) => one.clause)).toEqual([
      'S.0',
      'S.1',
      'S.2',
      'S.3',
      'S.4',
      'S.5',
      'S.6',
      'S.7',
      'O.1',
      'C.4',
    ]);
    expect(path.map(({ state }) => state).slice(0, 8)).toEqual([
      'none',
      'done',
      'done',
      'skipped',
      'done',
      'done',
      'done',
      'done',
    ]);
    for (const { clause: id } of path) expect(clause(id).text).not.toBe('');
  });

  it('puts what names no clause under that of its step', () => {
    const third = requestPath(wholePath, TODAY).find((one) => one.clause === 'S.3');
    expect(third?.acts.map(({ kind }) => kind)).toEqual(['stepSkipped']);
  });

  it('says that S.5 waits until the committee has answered, and that a stopped clock stands', () => {
    const waiting: Partial<PathFacts> = {
      state: 'open',
      phase: 'committee',
      decisions: [],
      targetOn: '2027-01-01',
    };
    const state = (facts: Partial<PathFacts>) =>
      requestPath({ ...wholePath, ...waiting, ...facts }, TODAY).find((one) => one.clause === 'S.5')?.state;
    const stop = { kind: 'applicant', fromDay: '2026-11-01', reason: 'سفر', atMs: 1, by: '' } as const;
    expect(state({})).toBe('waiting');
    expect(state({ stops: [{ ...stop, untilDay: null }] })).toBe('stopped');
    expect(state({ stops: [{ ...stop, untilDay: '2026-11-06' }] })).toBe('waiting');
    expect(state({ decisions: [{ ...decision, voidReason: 'خطأ' }] })).toBe('waiting');
  });

  it('has a word for every kind of evidence and every gap, and fills it', () => {
    for (const kind of EVIDENCE_KINDS) expect(ar.requestPath.evidence[kind]).not.toBe('');
    for (const code of GAP_CODES) expect(ar.requestPath.gap[code]).not.toBe('');
    const lines = requestPath(wholePath, TODAY).flatMap((one) => [
      ...one.acts.map((act) => actLine(lineSpeech, act)),
      ...one.evidence.map((piece) => evidenceLine(lineSpeech, piece)),
    ]);
    expect(lines).toContain('تخطي الإحالة: الإجراءات واضحة');
    expect(lines).toContain('بيانات طوبقت: 12، على أصل: 7، صُحّحت: 1');
    expect(lines).toContain('توقيع (على الورق): نورة');
    expect(lines.join('\n')).not.toMatch(/\{\{|undefined|NaN/);
    expect(gapLine(lineSpeech, { clause: 'S.5', code: 'noSession', text: '2026-11-08' })).toBe(
      'لا أثر لجلسة صدر فيها القرار (2026-11-08 (28 جمادى الأولى 1448 هـ))',
    );
    expect(
      gapLine(paperSpeech('arabicIndic'), { clause: 'S.5', code: 'noSession', text: '2026-11-08' }),
    ).toContain('١٤٤٨');
  });
});
