import { describe, expect, it } from 'vitest';
import { requests } from '#shared/locales/ar/requests.ts';
import type { SupportRequest } from '#shared/requests/request.ts';
import { WHEREABOUTS, type Whereabouts, whereaboutsOf } from '#shared/requests/whereabouts.ts';

const TODAY = '2026-11-22';
type Asked = Parameters<typeof whereaboutsOf>[0];
const decision = (kind: 'accepted' | 'refused' | 'moreInformation', notified: boolean) =>
  ({
    id: 1,
    kind,
    decidedOn: TODAY,
    clause: '',
    reason: 'ينقصه تقرير',
    wouldChange: '',
    notified,
  }) as NonNullable<SupportRequest['decision']>;
const requirement = (state: 'needed' | 'matched') =>
  ({ key: 'iban', name: 'شهادة آيبان', state }) as SupportRequest['requirements'][number];
const STILL: Asked = {
  phase: 'committee',
  level: 'ordinary',
  stopped: null,
  notBefore: '2026-12-06',
  replyMode: 'notice',
  returnOn: null,
  decision: null,
  appealOpen: false,
  referralsOpen: 0,
  requirements: [requirement('matched')],
};

const CASES: readonly (readonly [string, Partial<Asked>, Whereabouts, string | null])[] = [
  ['being matched', { phase: 'matching' }, 'matching', null],
  [
    'its papers are promised for a day',
    { phase: 'matching', requirements: [requirement('needed')], returnOn: '2026-11-24' },
    'papers',
    '2026-11-24',
  ],
  ['its question is out', { phase: 'referral', referralsOpen: 1 }, 'referral', null],
  ['its question is answered, or there was none', { phase: 'referral' }, 'answering', null],
  ['to be signed', { phase: 'attestation' }, 'attestation', null],
  ['to be raised', { phase: 'raising' }, 'raising', null],
  ['before its day: the day is named', {}, 'waiting', '2026-12-06'],
  ['of a ceiling that day is the last one', { replyMode: 'ceiling' }, 'atLatest', '2026-12-06'],
  ['on its day: it is due', { notBefore: TODAY }, 'due', null],
  ['an urgent one waits for no day', { level: 'urgent' }, 'due', null],
  ['its clock stands', { stopped: 'applicant' }, 'stopped', null],
  [
    'the committee wants something more',
    { stopped: 'moreInformation', decision: decision('moreInformation', false), returnOn: '2026-11-30' },
    'moreInformation',
    '2026-11-30',
  ],
  // A decision is told as one, to the applicant, with its proof: not in passing.
  [
    'accepted, and not told',
    { phase: 'registration', decision: decision('accepted', false) },
    'decided',
    null,
  ],
  ['refused, and not told', { phase: 'refused', decision: decision('refused', false) }, 'decided', null],
  ['refused, and told', { phase: 'refused', decision: decision('refused', true) }, 'refused', null],
  [
    'an appeal is open',
    { phase: 'refused', decision: decision('refused', true), appealOpen: true },
    'appeal',
    null,
  ],
  ['to be registered', { phase: 'registration', decision: decision('accepted', true) }, 'registration', null],
  ['to be delivered', { phase: 'service', decision: decision('accepted', true) }, 'service', null],
  ['delivered', { phase: 'closed', decision: decision('accepted', true) }, 'closed', null],
  [
    'withdrawn, whatever was decided',
    { phase: 'withdrawn', decision: decision('refused', false) },
    'withdrawn',
    null,
  ],
];

describe('where a case has got to', () => {
  it.each(CASES)('%s', (_, asked, code, day) => {
    expect(whereaboutsOf({ ...STILL, ...asked }, TODAY)).toEqual({ code, day });
  });

  it('has every answer among them, each with its words', () => {
    expect(new Set(CASES.map(([, , code]) => code))).toEqual(new Set(WHEREABOUTS));
    expect(Object.keys(requests.where.says).toSorted()).toEqual([...WHEREABOUTS].toSorted());
  });

  it('names no day to somebody whose clock stands, and no decision to whom it was not told', () => {
    expect(whereaboutsOf({ ...STILL, stopped: 'office', returnOn: '2026-11-30' }, TODAY).day).toBeNull();
    expect(requests.where.says.decided).not.toMatch(/قُبل|رُفض|قبول|رفض/u);
  });
});
