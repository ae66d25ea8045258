import { describe, expect, it } from 'vitest';
import { unansweredField } from '#renderer/features/batches/batch-draft-model.ts';

describe('what a template still asks for', () => {
  const asks = ['fromDate', 'amount', 'volunteerHours'] as const;
  const whole = { fromDate: '2026-10-01', amount: '1500', volunteerHours: '40' };
  it.each([
    [whole, null],
    [{}, 'fromDate'],
    // Half a day stands in the field as what is no day.
    [{ ...whole, fromDate: '?' }, 'fromDate'],
    [{ ...whole, amount: 'ألف' }, 'amount'],
    [{ ...whole, volunteerHours: '  ' }, 'volunteerHours'],
  ])('%j: %s', (values, expected) => {
    expect(unansweredField({ asks: [...asks] }, values)).toBe(expected);
  });

  it('nothing, while no template is chosen', () => {
    expect(unansweredField(undefined, {})).toBeNull();
  });
});
