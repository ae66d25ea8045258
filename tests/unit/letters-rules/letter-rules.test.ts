import { describe, expect, it } from 'vitest';
import {
  LETTER_ACTIONS,
  letterProblems,
  type LetterAction,
  nextLetterState,
  recipientLine,
  referenceNumber,
} from '#shared/letters/letter-rules.ts';
import { LETTER_STATES, type LetterContent, type LetterState } from '#shared/letters/letter.ts';

/** The loop of an official letter, as `domain-facts` tells it; a dash is what must not happen. */
const TABLE: Record<LetterState, Record<LetterAction, LetterState | 'gone' | '-'>> = {
  //          edit            submit           return              approve             issue            void            discard          print
  draft: {
    edit: 'draft',
    submit: 'proof',
    return: '-',
    approve: 'approved',
    issue: 'issued',
    void: '-',
    discard: 'gone',
    print: 'draft',
    sign: '-',
    deliver: '-',
    correct: '-',
  },
  proof: {
    edit: 'draft',
    submit: '-',
    return: 'returned',
    approve: 'approved',
    issue: 'issued',
    void: '-',
    discard: '-',
    print: 'proof',
    sign: '-',
    deliver: '-',
    correct: '-',
  },
  returned: {
    edit: 'draft',
    submit: 'proof',
    return: '-',
    approve: '-',
    issue: '-',
    void: '-',
    discard: 'gone',
    print: 'returned',
    sign: '-',
    deliver: '-',
    correct: '-',
  },
  approved: {
    edit: 'draft',
    submit: '-',
    return: 'returned',
    approve: '-',
    issue: 'issued',
    void: '-',
    discard: '-',
    print: 'approved',
    sign: '-',
    deliver: '-',
    correct: '-',
  },
  issued: {
    edit: '-',
    submit: '-',
    return: '-',
    approve: '-',
    issue: '-',
    void: 'voided',
    discard: '-',
    print: 'issued',
    sign: 'issued',
    deliver: 'issued',
    correct: 'issued',
  },
  voided: {
    edit: '-',
    submit: '-',
    return: '-',
    approve: '-',
    issue: '-',
    void: '-',
    discard: '-',
    print: 'voided',
    sign: '-',
    deliver: '-',
    correct: 'voided',
  },
};

const complete: LetterContent = {
  recipient: {
    honorific: 'سعادة',
    name: 'محمد',
    title: 'مدير الفرع',
    organisation: 'الوزارة',
    closingHonorific: '',
  },
  subject: 'موضوع',
  body: { type: 'doc', content: [{ type: 'paragraph', content: [{ type: 'text', text: 'نص' }] }] },
  attachments: { kind: 'list', items: [] },
  signatory: { title: 'رئيس المجلس', name: 'سارة' },
  copies: [],
  inReplyTo: '',
};

describe('every state, every action', () => {
  it('the table covers them all', () => {
    expect(Object.keys(TABLE).sort()).toEqual([...LETTER_STATES].sort());
    for (const row of Object.values(TABLE))
      expect(Object.keys(row).sort()).toEqual([...LETTER_ACTIONS].sort());
  });

  it.each(LETTER_STATES.flatMap((state) => LETTER_ACTIONS.map((action) => [state, action] as const)))(
    '%s · %s',
    (state, action) => {
      const expected = TABLE[state][action];
      expect(nextLetterState(state, action)).toBe(expected === '-' ? null : expected);
    },
  );

  it('nothing leads back from what bears a number', () => {
    for (const state of ['issued', 'voided'] as const)
      for (const action of LETTER_ACTIONS)
        expect(['issued', 'voided', null]).toContain(nextLetterState(state, action));
  });
});

describe('what a letter lacks', () => {
  it.each([
    ['nothing', complete, []],
    [
      'everybody to write to',
      { ...complete, recipient: { ...complete.recipient, name: '', title: '', organisation: '' } },
      ['recipient'],
    ],
    [
      'nothing, with a body alone',
      { ...complete, recipient: { ...complete.recipient, name: '', title: '' } },
      [],
    ],
    ['its subject', { ...complete, subject: '' }, ['subject']],
    ['its text', { ...complete, body: { type: 'doc', content: [{ type: 'paragraph' }] } }, ['body']],
    ['the name under it', { ...complete, signatory: { title: 'رئيس', name: '' } }, ['signatory']],
    ['the title under it', { ...complete, signatory: { title: '', name: 'سارة' } }, ['signatory']],
  ] as const)('%s', (_, content, fields) => {
    expect(letterProblems(content as LetterContent).map((problem) => problem.field)).toEqual(fields);
  });
});

describe('the lines of a letter', () => {
  it('fills a pattern with number and Hijri year', () => {
    expect(referenceNumber('{number}/ص/{year}', 127, 1448)).toBe('127/ص/1448');
    expect(referenceNumber('ص-{year}-{number}', 1, 1449)).toBe('ص-1449-1');
  });

  it('writes the addressee without empty parts', () => {
    expect(recipientLine(complete.recipient)).toBe('سعادة مدير الفرع محمد الوزارة');
    expect(recipientLine({ ...complete.recipient, honorific: '', title: '' })).toBe('محمد الوزارة');
  });
});
