import { describe, expect, it } from 'vitest';
import { partsOf } from '#renderer/features/parties/party-parts.ts';

const person = { kind: 'person' } as const;

describe('the parts of a file', () => {
  it('are all there for who writes it', () => {
    expect(partsOf(person, { mayWrite: true, seesCase: true })).toEqual([
      'overview',
      'household',
      'circumstances',
      'documents',
      'agreements',
      'history',
    ]);
  });

  it('a committee member judges a case by them, and changes nothing', () => {
    expect(partsOf(person, { mayWrite: false, seesCase: true })).toEqual([
      'overview',
      'household',
      'circumstances',
      'documents',
      'agreements',
    ]);
  });

  it('tell an auditor or an administrator nothing of health, income or household', () => {
    expect(partsOf(person, { mayWrite: false, seesCase: false })).toEqual(['overview', 'agreements']);
  });

  it('a body has no household', () => {
    expect(partsOf({ kind: 'organisation' }, { mayWrite: true, seesCase: true })).toEqual([
      'overview',
      'documents',
      'agreements',
      'history',
    ]);
  });
});
