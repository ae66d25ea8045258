import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addDays } from '#shared/calendar/iso-day.ts';
import { addMonths, DOCUMENT_KINDS, documentInputSchema, validUntil } from '#shared/documents/document.ts';
import {
  documentStanding,
  expectedKinds,
  type HeldDocument,
  stateOn,
  wanting,
} from '#shared/documents/standing.ts';

const DAY = '2026-11-22';
const held = (more: Partial<HeldDocument> = {}): HeldDocument => ({
  id: 1,
  kind: 'identity',
  issuedOn: null,
  expiresOn: null,
  matchedAtMs: 1,
  removed: null,
  ...more,
});

describe('months', () => {
  it.each([
    ['2026-08-22', 3, '2026-11-22'],
    ['2026-11-30', 3, '2027-02-28'],
    ['2027-11-30', 3, '2028-02-29'],
    ['2026-12-31', 1, '2027-01-31'],
    ['2026-03-31', -1, '2026-02-28'],
    ['2026-01-15', -6, '2025-07-15'],
  ])('%s and %i months is %s', (from, months, to) => {
    expect(addMonths(from, months)).toBe(to);
  });
});

describe('how long a document holds', () => {
  it.each([
    ['identity', '2020-01-01', '2030-01-01', '2030-01-01'],
    ['identity', '2020-01-01', null, null],
    ['income', '2026-08-22', null, '2026-11-22'],
    // «لا يتجاوز ثلاثة أشهر»: a later printed end does not lengthen it, an earlier one shortens it.
    ['income', '2026-08-22', '2027-08-22', '2026-11-22'],
    ['income', '2026-08-22', '2026-09-01', '2026-09-01'],
  ] as const)('%s of %s until %s: %s', (kind, issued, expires, until) => {
    expect(validUntil(kind, issued, expires)).toBe(until);
  });

  it.each([
    [{ kind: 'income' }, 'issuedOn', 'document.issuedOn'],
    [{ kind: 'other' }, 'title', 'document.title'],
    [
      { kind: 'identity', issuedOn: '2026-01-02', expiresOn: '2026-01-01' },
      'expiresOn',
      'document.expiresBeforeIssue',
    ],
    [{ kind: 'identity', expiresOn: '2026-13-01' }, 'expiresOn', 'dateIncomplete'],
  ])('%o is refused at %s', (input, field, message) => {
    const { error } = documentInputSchema.safeParse(input);
    expect(error?.issues.map((issue) => [issue.path.join('.'), issue.message])).toEqual([[field, message]]);
  });
});

describe('the state of one document', () => {
  it.each([
    [null, 1, 'valid'],
    [addDays(DAY, 31), 1, 'valid'],
    [addDays(DAY, 30), 1, 'expiring'],
    // Its last day is a valid one.
    [DAY, 1, 'expiring'],
    [addDays(DAY, -1), 1, 'expired'],
    [addDays(DAY, 31), null, 'unmatched'],
    [addDays(DAY, -1), null, 'expired'],
  ] as const)('that ends on %s, matched %s, is %s', (expiresOn, matchedAtMs, state) => {
    expect(stateOn({ expiresOn, matchedAtMs }, DAY)).toBe(state);
  });
});

describe('how a file stands', () => {
  it('tells each expected kind in the order of the checklist, then what nobody asked for', () => {
    const standing = documentStanding(['iban', 'identity'], [held(), held({ id: 2, kind: 'deed' })], DAY);
    expect(standing.map(({ kind, state, expected }) => [kind, state, expected])).toEqual([
      ['identity', 'valid', true],
      ['iban', 'missing', true],
      ['deed', 'valid', false],
    ]);
    expect(wanting(standing).map(({ kind }) => kind)).toEqual(['iban']);
  });

  it('is mended by a renewal, which leaves the old one in its place', () => {
    const old = held({ id: 1, expiresOn: addDays(DAY, -5) });
    expect(documentStanding(['identity'], [old], DAY)[0]).toMatchObject({ state: 'expired', daysLeft: -5 });
    const fresh = held({ id: 2, expiresOn: addDays(DAY, 400) });
    expect(documentStanding(['identity'], [old, fresh], DAY)[0]).toMatchObject({
      state: 'valid',
      documentId: 2,
    });
  });

  it('counts nothing that was removed, nor what was issued after the day asked for', () => {
    const removed = held({ removed: {} });
    const later = held({ id: 2, issuedOn: addDays(DAY, 1) });
    expect(documentStanding(['identity'], [removed, later], DAY)[0]?.state).toBe('missing');
    expect(documentStanding(['identity'], [removed, later], addDays(DAY, 1))[0]?.state).toBe('valid');
  });

  it('asks of each category what its lines say, and of everybody what stands without one', () => {
    const lines = [
      { kind: 'reports', categoryId: 6 },
      { kind: 'identity', categoryId: null },
      { kind: 'circumstance', categoryId: 1 },
    ] as const;
    expect(expectedKinds(lines, [])).toEqual(['identity']);
    expect(expectedKinds(lines, [6, 1])).toEqual(['identity', 'circumstance', 'reports']);
  });
});

const day = fc.integer({ min: -400, max: 400 }).map((away) => addDays(DAY, away));
const documents = fc.array(
  fc.record({
    id: fc.integer({ min: 1, max: 999 }),
    kind: fc.constantFrom(...DOCUMENT_KINDS),
    issuedOn: fc.option(day),
    expiresOn: fc.option(day),
    matchedAtMs: fc.option(fc.constant(1)),
    removed: fc.option(fc.constant({})),
  }),
  { maxLength: 12 },
);
const kinds = fc.uniqueArray(fc.constantFrom(...DOCUMENT_KINDS));

describe('for any documents', () => {
  it('each expected kind is told exactly once, whatever order the documents come in', () => {
    fc.assert(
      fc.property(documents, kinds, (all, expected) => {
        const standing = documentStanding(expected, all, DAY);
        expect(
          standing
            .filter((one) => one.expected)
            .map((one) => one.kind)
            .toSorted(),
        ).toEqual(expected.toSorted());
        const states = (list: typeof all) =>
          documentStanding(expected, list, DAY).map(({ kind, state }) => [kind, state]);
        expect(states(all.toReversed())).toEqual(states(all));
      }),
    );
  });

  it('one more valid document never makes a file stand worse, and time alone never makes it better', () => {
    const rank = ['missing', 'expired', 'unmatched', 'expiring', 'valid'];
    fc.assert(
      fc.property(documents, kinds, fc.integer({ min: 0, max: 300 }), (all, expected, later) => {
        const more = [...all, held({ id: 5000, kind: expected[0] ?? 'identity' })];
        const before = documentStanding(expected, all, DAY);
        const after = documentStanding(expected, more, DAY);
        for (const [index, one] of before.filter(({ expected: asked }) => asked).entries())
          expect(rank.indexOf(after[index]!.state)).toBeGreaterThanOrEqual(rank.indexOf(one.state));
        const issued = all.map((one) => ({ ...one, issuedOn: null }));
        const now = documentStanding(expected, issued, DAY);
        const then = documentStanding(expected, issued, addDays(DAY, later));
        for (const [index, one] of now.entries())
          expect(rank.indexOf(then[index]!.state)).toBeLessThanOrEqual(rank.indexOf(one.state));
      }),
    );
  });
});
