import { describe, expect, it } from 'vitest';
import { readLetterInput } from '#electron/letters/letter-input.ts';
import { AppError } from '#shared/app-error.ts';
import { plainText } from '#shared/letters/rich-text.ts';

const LETTER = {
  referenceNumber: '١٢٧/ص/١٤٤٨',
  date: '2026-11-22',
  attachments: 'مرفقان',
  recipient: { name: 'محمد' },
  subject: 'طلب',
  body: 'نص **عريض**.',
  signatory: { title: 'المدير', name: 'علي' },
  copies: ['الأرشيف'],
};
const read = (change: Record<string, unknown>) => readLetterInput(JSON.stringify({ ...LETTER, ...change }));

function refusal(json: string): AppError['details'] {
  try {
    readLetterInput(json);
  } catch (error) {
    if (error instanceof AppError && error.code === 'jsonInvalid') return error.details;
    throw error;
  }
  throw new Error(`Nothing was refused: ${json}`);
}
const refused = (change: Record<string, unknown>) => refusal(JSON.stringify({ ...LETTER, ...change }));

describe('the letter of the command line', () => {
  it('is read with what may be left out left out', () => {
    const letter = read({});
    expect(letter).toMatchObject({
      referenceNumber: '١٢٧/ص/١٤٤٨',
      day: '2026-11-22',
      attachments: { kind: 'text', text: 'مرفقان' },
      recipient: { name: 'محمد', title: '', organisation: '', honorific: '', closingHonorific: '' },
      inReplyTo: '',
    });
    expect(plainText(letter.body)).toBe('نص عريض.');
    expect(readLetterInput(`\uFEFF${JSON.stringify(LETTER)}`).subject).toBe('طلب');
  });

  it('words lists of attachments: named ones, counted ones, both', () => {
    expect(read({ attachments: ['كشف', 'جدول'] }).attachments).toEqual({
      kind: 'list',
      items: [{ unit: 'attachment', count: 2, what: 'كشف، جدول' }],
    });
    expect(read({ attachments: [{ unit: 'ورقة', count: 3 }, { what: 'صورة الترخيص' }] }).attachments).toEqual(
      {
        kind: 'list',
        items: [
          { unit: 'sheet', count: 3, what: '' },
          { unit: 'attachment', count: 1, what: 'صورة الترخيص' },
        ],
      },
    );
    expect(read({ attachments: [] }).attachments).toEqual({ kind: 'list', items: [] });
    expect(read({ attachments: undefined }).attachments).toEqual({ kind: 'text', text: '' });
  });

  it.each(['1924-08-01', '2077-11-16', '1950-01-01', '2024-02-29'])('takes the day %s', (date) => {
    expect(read({ date }).day).toBe(date);
  });

  it.each(['1924-07-31', '2077-11-17', '2026-02-30', '22/11/2026', '', '2026-11-22T00:00:00Z'])(
    'refuses the day %j, saying what a day is',
    (date) => {
      expect(refused({ date })).toMatchObject({ path: 'date' });
      expect(refused({ date })['expected']).toContain('1343–1500');
    },
  );

  it.each([
    [{ subject: undefined }, 'subject', 'a text (it is missing)'],
    [{ subject: ' ' }, 'subject', 'a text that is not empty'],
    [{ recipient: { name: 5 } }, 'recipient.name', 'a text'],
    [{ recipient: 'محمد' }, 'recipient', 'an object'],
    [{ recipient: { name: 'م', tilte: 'مدير' } }, 'recipient.tilte', 'no such key'],
    [{ copies: ['أ', 7] }, 'copies[1]', 'a text'],
    [{ copies: 'أ' }, 'copies', 'a list'],
    [{ subject: 'أ'.repeat(501) }, 'subject', 'at most 500 characters'],
    [{ attachments: 3 }, 'attachments', 'a text, or a list'],
    [{ body: 'أ ![ص](x.png)' }, 'body', 'text without images'],
  ])('refuses %j at its path', (change, path, expected) => {
    expect(refused(change)).toMatchObject({ path, expected });
  });

  it('says what an entry of the attachments may be', () => {
    expect(refused({ attachments: [7] })).toMatchObject({ path: 'attachments[0]' });
    expect(refused({ attachments: ['أ', { unit: 'برميل' }] })).toMatchObject({ path: 'attachments[1].unit' });
    expect(refused({ attachments: [{ count: 1.5 }] })).toMatchObject({ path: 'attachments[0].count' });
    expect(refused({ attachments: [{ size: 1 }] })).toMatchObject({ path: 'attachments[0].size' });
    expect(refused({ attachments: ['أ'.repeat(300), 'ب'.repeat(300)] })).toMatchObject({
      path: 'attachments',
    });
  });

  it('says where a text is no JSON, and that a list or a null is no letter', () => {
    expect(refusal('{\n  "subject": "أ",\n  oops')).toMatchObject({
      path: 'line 3, column 3',
      expected: 'JSON',
    });
    const places = {
      'hello, this is a letter and no JSON at all': 'line 1, column 1',
      '{"subject": "طلب", "copies": [], "date": yesterday, "body": "نص"}': 'line 1, column 42',
      '{"subject": "طلب",\r\n "copies": [1,],\r\n "body": "نص طويل"}': 'line 2, column 15',
      '{\n"body": "سطر\nثانٍ"}': 'line 2, column 13',
      '{"body": "\\q", "subject": "طلب"}': 'line 1, column 11',
      '{"subject" "طلب", "body": "نص طويل بما يكفي"}': 'line 1, column 12',
      '{"subject": "طلب"} {"subject": "آخر"}': 'line 1, column 20',
      '{"copies": ["أ", "ب"}, "subject": "طلب دعم"}': 'line 1, column 21',
      '{"subject": 01, "body": "نص طويل بما يكفي ليقص"}': 'line 1, column 14',
      '{"subject": "طلب", "body": "لم ينته': 'end of the document',
      '{"copies": [[{"a": -1.5e3}, true, null, {}, []], ': 'end of the document',
    };
    for (const [json, path] of Object.entries(places))
      expect([json, refusal(json)['path']]).toEqual([json, path]);
    expect(refusal('['.repeat(100_000))).toMatchObject({ path: 'end of the document' });
    expect(refusal('')).toMatchObject({ path: 'end of the document', expected: 'JSON' });
    expect(refusal('[]')).toMatchObject({ path: 'the document', expected: 'an object' });
    expect(refusal('null')).toMatchObject({ path: 'the document', expected: 'an object' });
  });
});
